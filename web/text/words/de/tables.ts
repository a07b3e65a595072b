// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { interval } from './numbers.js';
import { per, timeWords } from './time.js';

export const visitWords: Strings['visit'] = {
  numbered: (number, unit) => `${timeWords[unit].one} ${number}`,
  listed: (numbers, unit) => `${timeWords[unit].many} ${numbers}`,
  area: 'AUC',
  average: 'Mittel über die Visiten',
  averageOver: (visits) => `Mittel über ${visits}`,
  perUnit: (unit) => `Änderung ${per(unit)}`,
  span: (first, last) => `${first} bis ${last}`,
  over: (change, span) => `${change}, ${span}`,
};

export const tableWords: Strings['tables'] = {
  outcome: 'Endpunkt',
  when: 'Zeitpunkt',
  arm: 'Arm',
  visit: 'Visite',
  n: 'n',
  nAtVisit: 'n ausgewertet (zur Visite beobachtet)',
  atVisit: (counts) => `${counts} zur Visite`,
  meanSe: 'LS-Mittelwert (SE)',
  observedMean: 'Mittelwert',
  sd: 'SD',
  se: 'SE',
  ci: (level) => interval(level, 'KI'),
  df: 'FG',
  t: 't',
  p: 'p',
  adjusted: (p) => `adjustiert ${p}`,
  difference: 'Differenz',
  differenceSe: 'Differenz (SE)',
  differenceOf: (arm, reference) => `${arm} minus ${reference}`,
  direction: 'Richtung',
  points: 'Punkte',
  pointsPer: (unit) => `Punkte ${per(unit)}`,
  percentagePoints: 'Prozentpunkte',
  percentPer: (unit) => `Prozentpunkte ${per(unit)}`,
  armOf: (arm, participants) => `${arm} (${participants})`,
  participants: 'n (%)',
  events: 'Ereignisse',
  event: 'Ereignis',
  anyEvent: 'Mindestens ein Ereignis',
  term: 'Term',
  estimate: 'Schätzwert',
  f: 'F',
  numDf: 'FG1',
  denDf: 'FG2',
  published: 'Veröffentlicht',
  primary: 'primär',
  secondary: 'sekundär',
  simulated: 'simuliert',
};

export const captionWords: Strings['captions'] = {
  headline: (arms) => `Effekt auf jeden Endpunkt, ${arms}`,
  headlineSeveral: 'Effekt auf jeden Endpunkt, jeder Arm minus Referenzarm',
  means: (label) => `${label}: Mittelwerte der kleinsten Quadrate (LS-Mittelwerte) nach Arm und Visite`,
  meansChange: (label, baseline) =>
    `${label}, Änderung gegenüber ${baseline}: Mittelwerte der kleinsten Quadrate (LS-Mittelwerte) nach Arm und Visite`,
  meansPercentChange: (label, baseline) =>
    `${label}, prozentuale Änderung gegenüber ${baseline}: Mittelwerte der kleinsten Quadrate (LS-Mittelwerte) nach Arm und Visite`,
  differences: (label) => `${label}: Differenz zwischen den Armen nach Visite`,
  slopes: (label, unit) => `${label}: Änderung ${per(unit)} nach Arm`,
  safety: 'Unerwünschte Ereignisse nach Arm',
  coefficients: (label) => `${label}: Koeffizienten des Modells`,
  tests: (label) => `${label}: Tests der Terme (Typ III)`,
  covariance: (label) => `${label}: Kovarianzmatrix zwischen den Visiten`,
  randomEffects: (label) => `${label}: Kovarianz der zufälligen Effekte`,
  observed: (label) => `${label}: beobachtete Mittelwerte, ohne Modell`,
  plotMeans: (label) => `${label}: LS-Mittelwerte`,
  plotTable: 'Die Zahlen stehen in der Tabelle darunter.',
};

export const reasonWords: Strings['reasons'] = {
  notEstimable: 'aus diesen Daten nicht schätzbar',
  notInPlan: 'nicht Teil des veröffentlichten Ergebnisses im Plan',
  noSpread: 'ein einzelner Wert hat keine Streuung',
  testedOnce: 'derselbe Test wie für die Steigung',
};

export const directionWords: Strings['direction'] = {
  lower: (arm) => `Geringere Fatigue mit ${arm}`,
  better: (arm) => `Besserer Score mit ${arm}`,
  higher: (arm) => `Besserer Score mit ${arm}`,
  none: 'Keine Differenz',
  asPublished: 'wie veröffentlicht',
};
