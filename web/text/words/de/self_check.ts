// SPDX-License-Identifier: MIT
import type { QuantityKind } from '../../../reference/compare.js';
import type { Strings } from '../../strings.js';
import { models } from './counts.js';
import { counted } from './plural.js';

const kinds: Record<QuantityKind, string> = {
  logLik: 'Log-Likelihood',
  covariance: '(Ko-)Varianz',
  sigma: 'residuale SD',
  estimate: 'Schätzwert',
  se: 'SE',
  df: 'FG',
  p: 'p',
  lower: 'untere Grenze',
  upper: 'obere Grenze',
  F: 'F',
  num_df: 'Zähler-FG',
  den_df: 'Nenner-FG',
};

const numbersOf = (n: number): string => `${counted(n)} ${n === 1 ? 'Zahl' : 'Zahlen'}`;

export const selfCheckWords: Strings['selfCheck'] = {
  title: 'Prüfen Sie es selbst',
  lead:
    'R und seine Pakete wurden auf simulierte Studien angewandt und ihre Ergebnisse mit 15 Stellen gespeichert. Diese Schaltfläche ' +
    'passt jetzt, in diesem Tab, dieselben Modelle an dieselben Daten an, mit dem Code, der Ihre Studie auswertet, und zeigt, wie ' +
    'viele Stellen übereinstimmen.',
  scope: (shown, all) =>
    `Auf dieser Seite: ${numbersOf(shown.numbers)} aus ${counted(shown.cases)} Modellen, ausgewählt aus Kovarianzstrukturen, Methoden ` +
    'für Freiheitsgrade, REML und ML, zufälligen Effekten und Randmittelwerten. Die vollständige Liste, ' +
    `${numbersOf(all.numbers)} aus ${counted(all.cases)} Fällen, darunter SAS und NIST, steht im Quellcode in docs/validation.md.`,
  start: 'Prüfung starten',
  again: 'Noch einmal prüfen',
  cancel: 'Prüfung anhalten',
  unable: 'Diese Seite kann keine einzelnen Modelle anpassen.',
  progress: (position, total, name) => `Fall ${position} von ${total}: ${name}`,
  running: 'Prüfung läuft',
  cancelled: (done, total) => `Angehalten nach ${done} von ${total} Fällen.`,
  total: (numbers, cases, seconds) =>
    `${numbersOf(numbers)} aus ${cases === 1 ? '1 Modell' : `${cases} Modellen`} in ${seconds}\u00a0s verglichen.`,
  least: (digits, what, name) =>
    `Jede stimmt auf mindestens ${digits} Stellen überein; am wenigsten: ${what} in ${name}.`,
  disagrees: (numbers, needed) =>
    `${numbersOf(numbers)} ${numbers === 1 ? 'stimmt' : 'stimmen'} auf weniger als ${needed} Stellen überein: Bitte melden Sie dies ` +
    'mit Namen und Version Ihres Browsers.',
  shares: (counts) =>
    `${counts.map(({ digits, numbers }) => `${counted(numbers)} auf ${digits} oder mehr Stellen`).join(', ')}.`,
  failed: (cases) => `${models(cases)} ${cases === 1 ? 'ließ' : 'ließen'} sich nicht anpassen.`,
  failedCase: (reason) => `ließ sich nicht anpassen: ${reason}`,
  caseLine: (numbers, digits) => `${numbersOf(numbers)}, mindestens ${digits} Stellen`,
  worstFirst: 'Die schlechteste Übereinstimmung zuerst. Öffnen Sie ein Modell, um jede Zahl zu sehen.',
  meaning:
    'Übereinstimmende Stellen sind \u2212log10(|unsere \u2212 ihre| / |ihre|), höchstens die 15 gespeicherten. (Ko-)Varianzen werden an ' +
    'den Standardabweichungen gemessen, zu denen sie gehören, Grenzen an der halben Breite des Intervalls. lme4 beendet seine ' +
    'Suche etwa an der 6. Stelle, und lmerTest und pbkrtest bauen darauf auf: Sie stimmen weniger überein als mmrm, das bis zum ' +
    'genauen Optimum geführt wurde. Sehr kleine p-Werte vergrößern Unterschiede.',
  df: (name) => `Freiheitsgrade: ${name}`,
  vcov: (name) => `Standardfehler: ${name}`,
  weights: (column) => `Gewichte: ${column}`,
  madeBy: (names) => `Gespeicherte Ergebnisse: ${names}.`,
  caption: (name) => `Jede Zahl von ${name}, die schlechteste Übereinstimmung zuerst`,
  quantity: 'Größe',
  by: 'Ihre von',
  ours: 'Unsere',
  theirs: 'Ihre',
  digits: 'Stellen',
  ofQuantity: (kind, of) => (of === '' ? kinds[kind] : `${kinds[kind]}: ${of}`),
};
