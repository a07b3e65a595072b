// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { counted, plural } from './plural.js';

/** „12“ in fss9, the first few. */
function told(values: Readonly<Record<string, readonly string[]>>): string {
  const most = 4;
  const all = Object.entries(values).flatMap(([column, own]) => own.map((value) => `„${value}“ in ${column}`));
  return all.length > most ? `${all.slice(0, most).join(', ')} und ${all.length - most} weitere` : all.join(', ');
}

/** „4,5“ in fss9 als 4.5, the first few. */
function toldNumbers(numbers: Readonly<Record<string, readonly [was: string, is: string][]>>): string {
  const most = 4;
  const all = Object.entries(numbers).flatMap(([column, own]) =>
    own.map(([was, is]) => `„${was}“ in ${column} als ${is}`),
  );
  return all.length > most ? `${all.slice(0, most).join(', ')} und ${all.length - most} weitere` : all.join(', ');
}

export const errorWords: Strings['errors'] = {
  file: (file) => file,
  line: (row) => `Zeile ${row}`,
  column: (column) => `Spalte ${column}`,
  value: (value) => `Wert „${value}“`,
  morePlaces: (n) => `und ${counted(n)} weitere`,
  setMissing: (values, cells) => `${told(values)} als fehlend lesen (${plural(cells, 'Zelle', 'Zellen')})`,
  readDecimal: (numbers, cells) => `${toldNumbers(numbers)} lesen (${plural(cells, 'Zelle', 'Zellen')})`,
  isDecimal: (file, columns) =>
    `${file}: In ${columns} gelten jetzt Komma und Punkt als Dezimalzeichen. „Frühere Einstellungen zurückholen“ macht das ` +
    'rückgängig.',
  areDecimal: (file, columns) => `${file}: In ${columns} gelten Komma und Punkt als Dezimalzeichen, wie gewählt.`,
  notDecimal: (file) =>
    `${file}: Eine Spalte enthält die Werte mehrerer Scores, sodass das Dezimalzeichen nicht für einen allein gelten kann; ` +
    'korrigieren Sie die Zellen in der Datei.',
  isMissing: (file, values) =>
    `${file}: ${told(values)} gilt jetzt als fehlend. „Frühere Einstellungen zurückholen“ macht das rückgängig; die Codes stehen ` +
    'unter „Spalten und Einlesen“.',
  areMissing: (file, values) =>
    `${file}: als fehlend gelesen: ${told(values)}; entfernen Sie den Code unter „Spalten und Einlesen“, wenn das falsch ist.`,
  notMissing: (file) =>
    `${file}: Eine Spalte enthält die Werte mehrerer Scores, sodass ein Wert nicht in einem allein fehlen kann; korrigieren Sie die ` +
    'Zellen in der Datei.',
  saveCells: (cells) => `Liste von ${plural(cells, 'Zelle', 'Zellen')} speichern (CSV)`,
  cellsFile: (file) => `${file}-Zellen.csv`,
  cellList: { file: 'Datei', row: 'Zeile', column: 'Spalte', value: 'Wert', problem: 'Problem' },
  places: 'Wo',
  remedy: 'Was zu tun ist',
  outOfRange: (given, least, most, kept) =>
    `${given} liegt nicht zwischen ${least} und ${most}, daher bleibt es bei ${kept}.`,
  notBetween: (given, least, most) => `${given} liegt nicht zwischen ${least} und ${most}.`,
  chooseIn: (file, what) => `${file}: Wählen Sie unter „Spalten und Einlesen“ ${what}.`,
  choose: {
    id: 'die Spalte der Teilnehmenden',
    arm: 'die Spalte des Arms',
    visit: 'die Spalte der Visite oder des Tages oder eine Datumsspalte',
    event: 'die Spalte des Ereignisses',
    date: 'die Spalte des Datums',
    startDate: 'die Spalte mit dem Startdatum',
  },
  inPlan: (where, path, rest) => `${where}: ${path === '' ? '' : `${path} `}${rest}`,
  noNumberTaken: 'Das ist keine Zahl.',
  noNumber: (kept) => `Das ist keine Zahl, daher bleibt es bei ${kept}.`,
  crashed: 'Die Berechnung ist abgebrochen.',
  crashedReading: (files) => `Das Einlesen ist abgebrochen, und ${files} wurde nicht gelesen.`,
  crashedMemory: 'Sie brauchte mehr Speicher, als der Browser ihr gibt.',
  crashedKept: 'Eine neue tritt an ihre Stelle: Ihre anderen Dateien und alle Einstellungen sind noch da.',
  crashedRemedy: (cause) =>
    'Drücken Sie „Erneut versuchen“. Bricht es wieder ab, machen Sie die letzte Änderung rückgängig, wählen Sie ein einfacheres ' +
    `Modell, oder schließen Sie andere Tabs; der Browser meldete: ${cause}`,
  policyRefused: 'Die Sicherheitsrichtlinie dieser Seite verbietet die Berechnung.',
  policyRemedy: (cause) =>
    `Wer die Seite betreibt, muss worker-src blob: und script-src ‘wasm-unsafe-eval’ erlauben; was der Browser meldet: ${cause}`,
  tryAgain: 'Erneut versuchen',
  planOnly: 'Der Plan ist geladen; legen Sie die Datendateien ab, die er nennt, um ihn auszuführen.',
};
