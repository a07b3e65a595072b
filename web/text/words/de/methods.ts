// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { items, observations, ofPeople, scores } from './counts.js';
import { scoringName } from './instrument.js';
import { plural } from './plural.js';
import { per, timeWords } from './time.js';

const wasScored = (n: number): string => (n === 1 ? 'wurden bei 1 Score' : `wurden bei ${n} Scores`);
const notScored = (n: number): string =>
  n === 1 ? '1 Beobachtung ergab keinen Score' : `${n} Beobachtungen ergaben keinen Score`;

export const methodWords: Strings['methods'] = {
  short: (label, clauses) => `${label}: ${clauses.join('; ')}.`,
  shortMmrm: (response, covariance) =>
    `gemischtes Modell für wiederholte Messungen (MMRM) für ${response}, Kovarianzstruktur ${covariance}`,
  shortRandomEffects: (response, effects, unit) =>
    `lineares gemischtes Modell für ${response} über ${timeWords[unit].many}, mit ${effects}`,
  shortFallback: (requested) => `anstelle von ${requested}, was sich nicht anpassen ließ`,
  shortBaseline: 'Ausgangswert als Kovariate',
  shortCovariates: (names, baseline) =>
    `${[...(baseline ? ['Ausgangswert'] : []), ...names].join(' und ')} als ${
      names.length + (baseline ? 1 : 0) === 1 ? 'Kovariate' : 'Kovariaten'
    }`,
  shortHalf: (prorated, scored) => `50-%-Regel, Items ergänzt bei ${prorated} von ${scores(scored)}`,
  shortSingle: 'ein einzelnes Item',
  shortComplete: 'nur vollständige Fragebögen',
  shortGiven: 'Scores wie vorgelegt',
  equalWeights: 'LS-Mittelwerte mit gleichen Gewichten',
  mmrm: (response, terms) =>
    `Gemischtes Modell für wiederholte Messungen (MMRM) für ${response} mit den festen Effekten ${terms} und einer ` +
    'Kovarianzmatrix zwischen den Visiten einer Person.',
  randomEffects: (response, terms, effects) =>
    `Lineares gemischtes Modell für ${response} mit den festen Effekten ${terms} sowie ${effects} je Person.`,
  ancova: (response, terms) => `Lineares Modell einer Visite für ${response} mit ${terms}.`,
  shortAncova: (response) => `lineares Modell für ${response} zu einer Visite`,
  armOnly: 'Arm',
  armByVisit: 'Arm, Visite und Arm × Visite',
  armByTime: (unit) => `Arm, ${timeWords[unit].term} und Arm × ${timeWords[unit].term}`,
  covariance: (used) => `Kovarianzstruktur: ${used}.`,
  fallback:
    'Die gewünschte Struktur ({requested}) ließ sich nicht anpassen; verwendet wurde die nächste in der zuvor festgelegten ' +
    'Reihenfolge: {used}.',
  triedLine: (structure, what) => `(${structure}: ${what}.)`,
  perArm: 'Eine Kovarianzmatrix je Arm.',
  shortPerArm: 'eine Kovarianzmatrix je Arm',
  residual: (structure) => `Residuen einer Person: ${structure}.`,
  shortResidual: (structure) => `Residuen ${structure}`,
  vcov: (name) => `Standardfehler: ${name}.`,
  shortVcov: (name) => `Standardfehler ${name}`,
  expected: 'Freiheitsgrade aus der erwarteten Information.',
  weights: (column) => `Beobachtungen gewichtet mit ${column}.`,
  shortWeights: (column) => `gewichtet mit ${column}`,
  adjusted: (method, family) => `p-Werte nach ${method} adjustiert über ${family}.`,
  family: {
    visit_difference: 'die Differenzen aller Arme zu allen Visiten',
    average_difference: 'die gemittelten Differenzen aller Arme',
    slope_difference: 'die Differenzen der Steigungen aller Arme',
  },
  familyInPart: (family, tested, all) => `${family} (${tested} von ${all}: Die anderen sind nicht schätzbar)`,
  estimation: (method, df) => `${method}; ${df}.`,
  dfNames: {
    kenward_roger: 'Standardfehler und Freiheitsgrade nach Kenward-Roger',
    kenward_roger_linear: 'Standardfehler und Freiheitsgrade nach Kenward-Roger (linear)',
    kenward_roger_mmrm: 'Kenward-Roger wie im R-Paket mmrm',
    satterthwaite: 'Freiheitsgrade nach Satterthwaite',
    between_within: 'Between-Within-Freiheitsgrade',
    residual: 'Residualfreiheitsgrade',
    asymptotic: 'Normalapproximation',
  },
  means: 'LS-Mittelwerte gewichten Visiten und Faktorstufen gleich und halten Kovariaten bei ihrem Mittelwert fest.',
  visits: (visits) => `Ausgewertete Visiten: ${visits}.`,
  counts: (n, subjects) => `${observations(n)} von ${ofPeople(subjects)}.`,
  rules: {
    half:
      'die 50-%-Regel (eine Skala wird gewertet, wenn mindestens die Hälfte ihrer Items beantwortet ist; fehlende ' +
      'zählen als Mittelwert der beantworteten)',
    complete: 'nur vollständige Fragebögen',
    subscales:
      'die 50-%-Regel für jede Subskala, wobei der Gesamtscore die Summe seiner Subskalen ist und alle braucht ' +
      '(fehlende Items zählen als Mittelwert der beantworteten)',
    atLeast:
      'die Regel, dass eine Skala gewertet wird, wenn mindestens {least} ihrer Items beantwortet sind; fehlende zählen als ' +
      'Mittelwert der beantworteten',
    other: 'die Regel {rule}',
  },
  itemsMissing: (rule, scored, prorated, unscored) =>
    `Fehlende Items: ${rule}; unter ${scores(scored)} ${wasScored(prorated)} Items ergänzt; ${notScored(unscored)}.`,
  itemsComplete: (rule, scored, unscored) =>
    `Fehlende Items: ${rule}; ${scores(scored)}, ${observations(unscored)} wegen fehlender Items weggelassen.`,
  scoring: (name) => `Ausgewertet als ${scoringName(name)}.`,
  change: 'die Änderung von {label} gegenüber {baseline}',
  percentChange: 'die prozentuale Änderung von {label} gegenüber {baseline}',
  baselines: {
    last_before: 'dem letzten Eintrag bis {unit} {at}',
    window_mean: 'dem Mittelwert der {units} {from} bis {to}{least}',
    column: 'dem Ausgangswert in Spalte {column}',
  },
  leastOfThem: ' (mindestens {least} davon)',
  baselineTerm: 'Score zu {baseline}',
  baselineScore: 'Ausgangswert',
  weeklyMean:
    'Die Einträge wurden wochenweise gemittelt (Woche 1 beginnt an Tag {first}; eine Woche braucht mindestens {least} {days}).',
  auc:
    'Die Einträge wurden zur Fläche unter den Geraden zwischen ihnen zusammengefasst, geteilt durch die {units}, die sie ' +
    'umspannen{from}{to} (mindestens {least} Einträge).',
  aucFrom: ', von {unit} {day}',
  aucTo: ' bis {unit} {day}',
  aucUpTo: ', bis {unit} {day}',
  shortWeekly: 'Wochenmittel',
  shortAuc: (unit) => `Fläche unter der Kurve ${per(unit)}`,
  shortAtLeast: (least, prorated, scored) =>
    `gewertet ab ${items(least)}, Items ergänzt bei ${prorated} von ${scores(scored)}`,
  shortSubscales: (prorated, scored) => `50-%-Regel je Subskala, Items ergänzt bei ${prorated} von ${scores(scored)}`,
  single: (scored) => `Ein einzelnes Item, ${scored} ${scored === 1 ? 'Antwort' : 'Antworten'}.`,
  given: (scored) => `Scores wie in der Datei vorgelegt (${scored}).`,
  range: (label, low, high) => `${label} reicht von ${low} bis ${high}.`,
  software: (name, version) => `${name} ${version}.`,
  withoutBaseline: (n, visit) =>
    `${plural(n, 'Person wird', 'Personen werden')} nicht ausgewertet: kein Wert zur Baseline${visit === null ? '' : ` (${visit})`}.`,
  excluded: (n, reason) => `${observations(n)} nicht verwendet: ${reason}.`,
  formula: 'Formel',
  status: 'Anpassung',
  likelihood: (minus2, aic, bic, counted) => `\u22122 Log-Likelihood ${minus2}; AIC ${aic}; BIC ${bic} (${counted}).`,
  residualSd: (sigma) => `Residuale Standardabweichung ${sigma}.`,
  sha: (file, sha) => `${file} (SHA-256 ${sha.slice(0, 12)}\u2026)`,
  data: (files) => `Daten: ${files}.`,
};
