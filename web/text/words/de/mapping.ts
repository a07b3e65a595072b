// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { rows } from './counts.js';
import { isMasculine, timeWords } from './time.js';
import { stackWords } from './stacks.js';

type Mapping = Strings['mapping'];

const windowsIn: Mapping['windowsIn'] = (unit) => {
  const { one, many, title, titles } = timeWords[unit];
  const isMale = isMasculine(unit);
  return {
    hint:
      `Ein Eintrag gehört ${isMale ? 'zum nächsten geplanten' : 'zur nächsten geplanten'} ${one}, in ` +
      `${isMale ? 'dessen' : 'deren'} Fenster er liegt; von mehreren für eine Visite zählt der nächste. Einträge außerhalb ` +
      'aller Fenster werden nicht verwendet und gemeldet.',
    at: title,
    before: `${titles} davor`,
    after: `${titles} danach`,
    twice: (number) =>
      `Zwei Visiten sind für ${one} ${number} geplant: Geben Sie jeder ${isMale ? 'einen eigenen' : 'eine eigene'} ${one}.`,
    overlap: (first, second) =>
      `Die Fenster von ${first} und ${second} überlappen: Ein Eintrag in beiden gehört zur näheren Visite, bei gleichem Abstand ` +
      'zur späteren.',
    unclear: `Die ${many} zeigen nicht deutlich, wann Visiten geplant waren: Fügen Sie die Visiten selbst hinzu.`,
  };
};

export const mappingWords: Mapping = {
  visitsCount: 'Visiten zählen',
  weeksDropped: (label) =>
    `${label}: Einträge werden genommen, wie sie sind, denn nur Visiten, die Tage zählen, lassen sich wochenweise mitteln.`,
  dates: 'Datumsangaben statt Visiten',
  datesHint:
    'Der Studientag eines Eintrags wird vom Startdatum der Person an gezählt, das in der Datei mit dem Arm steht.',
  date: 'Spalte des Datums',
  startDate: 'Startdatum (Randomisierung oder erste Dosis)',
  dayOfStart: 'Das Startdatum selbst ist',
  dayZero: 'Tag 0',
  dayOne: 'Tag 1, und es gibt keinen Tag 0 (Zählweise von CDISC)',
  moreEvents: 'Weitere Spalten der unerwünschten Ereignisse',
  bodySystem: 'Spalte des Organsystems',
  severity: 'Spalte des Schweregrads',
  serious: 'Spalte „schwerwiegend“',
  related: 'Spalte des Zusammenhangs',
  outcomeAdded: (label) => `${label} wird jetzt ausgewertet.`,
  visitOrder: 'Reihenfolge der Visiten',
  visitOrderHint:
    'Die früheste zuerst. Daraus folgt, welche Visite die erste und die letzte ist und welche aufeinander folgen.',
  visitOrderOpen:
    'Weder die Namen der Visiten noch die Zeilen zeigen diese Reihenfolge sicher. Bringen Sie die Visiten in die zeitliche ' +
    'Reihenfolge, die Baseline zuerst, und bestätigen Sie sie.',
  visitOrderConfirm: 'Dies ist die zeitliche Reihenfolge',
  visitEarlier: (visit) => `${visit} nach vorn`,
  visitLater: (visit) => `${visit} nach hinten`,
  windows: (n) => (n === 0 ? 'Visitenfenster' : `Visitenfenster (${n})`),
  windowsIn,
  windowVisit: 'Visite',
  windowAdd: 'Visite hinzufügen',
  windowRemove: (visit) => `Visite ${visit} entfernen`,
  windowSuggest: 'Aus den Daten vorschlagen',
  windowsClear: 'Keine Fenster verwenden',
  windowTwice: (visit) => `Es gibt zwei Visiten namens ${visit}.`,
  effectMoved: ({ label, was, now }) =>
    now === null
      ? `${label}: Diese Fenster lassen außer der Baseline keine Visite, zu der der Effekt berichtet werden könnte.`
      : `${label}: Mit diesen Fenstern kann der Effekt nicht zu ${was} berichtet werden; berichtet wird er stattdessen zu ${now}.`,
  newVisit: (n) => `Visite ${n}`,
  parameters: (n) => (n === 0 ? 'Eine Zeile je Item oder Score' : `Eine Zeile je Item oder Score (${n} Codes)`),
  parametersHint:
    'Für Dateien, in denen eine Spalte den Code des Items enthält und eine andere die Antwort (PARAMCD und AVAL, QSTESTCD und QSSTRESN).',
  parameterColumn: 'Spalte des Codes',
  parameterValue: 'Spalte der Antwort oder des Scores',
  parametersOff: 'Jede Zeile enthält alle Items',
  onlyRows: (column, values) => `Nur Zeilen mit ${column} = ${values} werden verwendet.`,
  onlyRemove: (column) => `Entfernen: Zeilen mit jedem Wert von ${column} verwenden`,
  emptyCell: '(leer)',
  or: ' oder ',
  code: 'Code',
  variable: 'Enthält',
  codeAs: (code) => `Enthält (Code ${code})`,
  notUsed: 'nicht verwendet',
  ownVariable: (name) => `Variable ${name}`,
  itemVariable: (instrument, n) => `${instrument} Item ${n}`,
  codeAdd: 'Code hinzufügen',
  codeNew: 'Weiterer Code',
  codeTwice: (code) => `${code} steht schon in der Liste.`,
  codesAll: 'Alle Codes verwenden',
  reading: 'Wie gelesen',
  readingMore: 'Fehlende Werte, Datumsangaben, Tabellenblatt',
  dateOrder: 'Reihenfolge in Datumsangaben',
  dateOrders: { dmy: 'Tag, Monat, Jahr', mdy: 'Monat, Tag, Jahr', ymd: 'Jahr, Monat, Tag' },
  automatic: 'wie gefunden',
  sheet: 'Tabellenblatt der Arbeitsmappe',
  missing: 'Als fehlend gelesen, außer leeren Zellen',
  missingHint: 'durch Kommas getrennt',
  missingInSet: (set) => {
    const most = 4;
    const first = set.slice(0, most).map(([column, codes]) => `${column}: ${codes.join(', ')}`);
    const more = set.length > most ? `; ${set.length - most} weitere` : '';
    return set.length === 0 ? 'Weitere Codes einer Spalte' : `Weitere Codes einer Spalte (${first.join('; ')}${more})`;
  },
  rowSetAside: (row, cells) => `Zeile ${row} (${cells}) wird als Summe oder Bemerkung weggelassen.`,
  rowIsData: (row, cells) =>
    `Zeile ${row} (${cells}) sieht aus wie eine Summe oder Bemerkung und wird als Daten verwendet.`,
  rowTakeIn: (row) => `Zeile ${row} als Daten verwenden`,
  rowLeaveOut: (row) => `Zeile ${row} weglassen`,
  missingColumn: 'Spalte',
  missingCodes: 'Codes für fehlend',
  missingAdd: 'Codes für eine Spalte hinzufügen',
  missingRemove: (column) => `Codes von ${column} entfernen`,
  missingAre: (codes) => `fehlend: ${codes}`,
  datesAre: (order) => `Datumsangaben: ${order}`,
  ...stackWords,
  dayZeroFrom: 'Tage werden gezählt ab',
  fromStartDate: 'dem Startdatum in der Datei mit dem Arm',
  fromFirstRecord: 'dem ersten Eintrag jeder Person',
  takeFirstRecord: 'Tag 0 ist der erste Eintrag jeder Person',
  repeated: 'Mehrere Einträge einer Person zu einer Visite',
  repeatedRefused: 'werden als Fehler abgelehnt',
  repeatedRules: {
    first: 'der erste in der Datei wird verwendet',
    last: 'der letzte in der Datei wird verwendet',
    mean: 'ihr Mittelwert wird verwendet',
    none: 'alle werden beiseitegelegt',
  },
  takeRepeated: {
    first: 'Den ersten nehmen',
    last: 'Den letzten nehmen',
    mean: 'Den Mittelwert nehmen',
    none: 'Alle beiseitelegen',
  },
  codesOf: (column) => `Codes in ${column}`,
  codesAreGroups: 'Gruppen, jeweils gezählt',
  codesAreNumbers: 'Zahlen mit Mittelwert',
  headerRow: 'Kopfzeile',
  headerRowHint: 'Zeile mit den Namen der Spalten',
  sheetIs: (sheet) => `Tabellenblatt ${sheet}`,
  readingFile: (file) => (file === undefined ? 'Dateien werden gelesen' : `${file} wird gelesen`),
  readingShare: (percent) => `${percent}\u00a0%`,
  readingRows: rows,
  readingCancelled: (files) =>
    `Das Einlesen wurde abgebrochen${files === '' ? '' : `: ${files} wurde nicht gelesen`}. Andere Dateien sind unverändert.`,
};
