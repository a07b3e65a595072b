// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { counted, plural } from './plural.js';
import { files as filesOf, people, problems as problemsOf, rows } from './counts.js';
import { interval } from './numbers.js';
import { isMasculine, per, timeWords } from './time.js';

const timed: Strings['outcome']['timed'] = (unit) => {
  const { one, many, titles } = timeWords[unit];
  const isMale = isMasculine(unit);
  return {
    baselines: {
      last_before: `der letzte Eintrag bis zu ${isMale ? 'einem' : 'einer'} ${one}`,
      window_mean: `der Mittelwert einiger ${many}`,
      column: 'eine Spalte der Datei',
    },
    baselineAt: `${isMale ? 'Letzter' : 'Letzte'} ${one}, ${isMale ? 'der' : 'die'} zählt`,
    from: `Von ${one}`,
    to: `Bis ${one}`,
    least: `Mindestens nötige ${titles}`,
    summaries: {
      none: 'genommen, wie sie sind',
      weekly_mean: 'wochenweise gemittelt',
      auc_per_day: `zur Fläche unter der Kurve ${per(unit)} zusammengefasst`,
    },
    aucEnds: `leer: alle ${many} nach der Baseline`,
  };
};

export const outcomeWords: Strings['outcome'] = {
  timed,
  percentChange: 'Prozentuale Änderung gegenüber Baseline',
  baselineVisits: 'Eine Visite',
  baselineOthers: 'Anderes',
  baselineColumn: 'Spalte mit dem Ausgangswert',
  baselineChoose: 'Spalte wählen …',
  baselineUntil: 'Die Baseline bleibt, wie sie war, bis eine Spalte gewählt ist.',
  summary: 'Vor der Auswertung werden Einträge',
  firstDay: 'Erster Tag der Woche 1',
  weekLeast: 'Nötige Tage je Woche',
  aucLeast: 'Nötige Einträge',
  switchedToMmrm:
    'Das Modell ist jetzt ein Mittelwert zu jeder Visite (MMRM): Nach einer Zusammenfassung bleiben keine Einträge, durch die ' +
    'eine Gerade gehen könnte.',
  summaryDropped:
    'Die Einträge werden wieder genommen, wie sie sind: Eine Gerade geht durch Einträge, nicht durch eine Zusammenfassung.',
  weightsDropped: 'Die Gewichte wurden entfernt: Sie gehören zu einzelnen Einträgen.',
  effectSwitched: 'Der Effekt wird jetzt über die Visiten gemittelt, denn die Zusammenfassung hat eigene Visiten.',
  responder: 'Responder zählen',
  responders: {
    none: 'nein',
    change: 'nach Punkten der Änderung',
    percent_change: 'nach prozentualer Änderung',
    cut_off: 'nach einem Cut-off',
    reliable_change: 'nach reliabler Änderung',
  },
  byPoints: 'Besser um mindestens, Punkte',
  byPercent: 'Besser um mindestens, %',
  cutOff: 'Cut-off',
  cutOffBand: 'Bekannte Cut-offs',
  cutOffOwn: 'ein anderer',
  cutOffInclusive: 'Der Cut-off selbst zählt als',
  cutOffGood: 'Responder',
  cutOffBad: 'kein Responder',
  reliability: 'Reliabilität des Scores',
  reliabilitySd: 'SD, falls nicht die der Ausgangswerte',
  geeLabel: 'Odds Ratios über alle Visiten',
  geeNote: 'Ein logistisches Modell aller Visiten zusammen (GEE), neben den exakten Vergleichen zu jeder Visite.',
  gee: {
    none: 'keine',
    mancl_derouen: 'GEE, korrigiert für wenige Teilnehmende',
    sandwich: 'GEE, robuste Standardfehler',
  },
  enter: 'Geben Sie eine Zahl ein: Responder werden gezählt, sobald sie da ist.',
  offered: (change) => `Angeboten: ${change}.`,
  offeredNow: (change) => `Veröffentlicht: ${change}.`,
  noOffer: 'Für diesen Score ist kein veröffentlichter Wert bekannt.',
};

export const checkWords: Strings['check'] = {
  title: 'Datenprüfung',
  summary: (participants, files, problems, unused) => {
    const found = problems === 0 ? [] : [problemsOf(problems)];
    const left = unused === 0 ? [] : [`${rows(unused)} weggelassen`];
    const told = [...found, ...left];
    return [people(participants), filesOf(files), ...(told.length === 0 ? ['keine Probleme'] : told)].join(', ');
  },
  confidential: 'Nennt einzelne Teilnehmende; wird nur hier gezeigt und steht in keinem gespeicherten Ergebnis.',
  files: 'Dateien, wie sie verwendet werden',
  file: 'Datei',
  role: 'Enthält',
  rows: 'Zeilen',
  used: 'Verwendet',
  unused: 'Nicht verwendet, und warum',
  participants: 'Teilnehmende',
  unusedReason: (n, reason) => `${n}: ${reason}`,
  arms: 'Teilnehmende nach Arm',
  arm: 'Arm',
  armProblems: 'Arme, die nicht stimmen',
  noArm: (id) => `${id}: kein Arm`,
  twoArms: (id, arms) => `${id}: ${arms}`,
  unmatched: (file, n) =>
    `${file}: ${plural(n, 'Kennung', 'Kennungen')}, die ${n === 1 ? 'zu keiner Person gehört' : 'zu keiner Person gehören'}`,
  withoutRows: (file, n) => `${file}: ${people(n)} ohne Zeile`,
  duplicates: (file, n) => `${file}: ${plural(n, 'Eintrag', 'Einträge')} mehr als einmal`,
  duplicate: (id, visit, lines) => `${id}${visit === null ? '' : `, ${visit}`} (Zeilen ${lines})`,
  list: 'Kennungen',
  and: (n) => `und ${n} weitere`,
  visits: (label) => `${label}: Teilnehmende mit einem Score, nach Arm und Visite`,
  map: (label) => `${label}: Scores nach Person und Visite`,
  mapDescription: (label, participants, visits) =>
    `Raster von ${people(participants)} mal ${plural(visits, 'Visite', 'Visiten')} für ${label}; die Anzahlen stehen in der ` +
    'Tabelle darüber und in der Legende.',
  states: { s: 'gewertet', p: 'gewertet, Items ergänzt', u: 'nicht gewertet', '-': 'kein Eintrag' },
  legend: (name, n) => `${name} (${n})`,
  more: (n) => `${people(n)} über die gezeigten hinaus`,
  mapCell: (id, visit, state) => `${id}, ${visit}: ${state}`,
  mapRows: 'Teilnehmende, deren Scores nicht vollständig sind',
  mapRow: (id, arm) => `${id} (${arm})`,
  complete: 'Alle aufgeführten Teilnehmenden haben zu jeder Visite einen Score.',
  problems: 'Gefundene Probleme',
  errors: (n) => plural(n, 'Fehler', 'Fehler'),
  warnings: (n) => plural(n, 'Warnung', 'Warnungen'),
  noProblems: 'Es wurde kein Problem gefunden.',
  moreProblems: (n) => `und ${counted(n)} weitere dieser Art`,
};

export const qualityWords: Strings['quality'] = {
  title: 'Wie die Fragebögen beantwortet wurden',
  caption: 'Vollständigkeit, Boden- und Deckeneffekte und interne Konsistenz',
  forms: 'Bögen',
  complete: 'Vollständig',
  itemsMissing: 'Fehlende Items, n (%)',
  floor: 'Niedrigster Score, n (%)',
  ceiling: 'Höchster Score, n (%)',
  alpha: (level) => `Cronbachs Alpha (${interval(level, 'KI')})`,
  formsNote:
    'Bögen haben mindestens eine Antwort; Prozentangaben zu Items beziehen sich auf diese Bögen, die zu Scores auf alle ' +
    'Scores der Visite.',
  alphaNote: 'Alpha bezieht sich auf vollständige Bögen, mit dem Intervall nach Feldt.',
  givenReason: 'Scores lagen fertig vor, ohne ihre Items',
  alphaReason: 'Alpha braucht 2 Items und 3 vollständige Bögen',
  respondersTitle: 'Responder',
  respondersCaption: (label) => `${label}: Responder nach Arm und Visite`,
  responders: 'n/N (%)',
  rule: {
    change: 'Als Responder{of} gilt, wer um mindestens {by} Punkte besser ist als zur Baseline ({direction}).',
    percent_change: 'Als Responder{of} gilt, wer um mindestens {by}\u00a0% besser ist als zur Baseline ({direction}).',
    cut_off: 'Als Responder{of} gilt, wer einen Score {side} {value} hat.',
    reliable_change:
      'Als Responder{of} gilt, wer sich reliabel gebessert hat{cite}: Reliabilität {reliability}, {sd}{threshold}.',
    sdOfAll: 'SD der Ausgangswerte aller Arme',
    sd: 'SD {sd}',
    threshold: '; mehr als {points} Punkte',
    of: ' für {label}',
    source: ' (Jacobson und Truax 1991)',
  },
  lower: 'niedriger ist besser',
  higher: 'höher ist besser',
  sides: { atMost: 'von höchstens', below: 'unter', atLeast: 'von mindestens', above: 'über' },
  denominator:
    'Responder werden unter den Teilnehmenden gezählt, die zur Visite und, wo die Regel damit vergleicht, zur Baseline einen ' +
    'Score haben.',
};
