// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { columns, rows } from './counts.js';
import { counted } from './plural.js';

export const introWords: Strings['intro'] = {
  what:
    'Legen Sie die CSV-Dateien einer Fatigue-Studie hier ab und lesen Sie die Ergebnisse: die Differenz zwischen den Armen ' +
    'für jeden Endpunkt, mit Intervall, p-Wert, Abbildung und dem dazugehörigen Methodensatz.',
  privacyLead: 'Ihre Daten bleiben in diesem Tab.',
  privacy:
    'Die Dateien werden von dieser Seite selbst gelesen und ausgewertet. Ihre Sicherheitsrichtlinie verbietet jede ' +
    'Netzwerkverbindung (connect-src ‚none‘), sodass der Browser schon den Versuch verweigern würde, sie zu senden.',
  simulatedBadge: 'Simulierte Daten',
};

export const dropWords: Strings['drop'] = {
  heading: 'Daten',
  lead: 'Dateien hier ablegen',
  hint: 'CSV, TSV oder Excel (.xlsx), auch mehrere zugleich; ein gespeicherter Plan (.json), der mitkommt, gilt unverändert.',
  choose: 'Dateien auswählen …',
  pasteSummary: 'Stattdessen eine Tabelle einfügen',
  pasteLabel: 'CSV-Text oder Zellen aus einer Tabellenkalkulation',
  pasteButton: 'Eingefügte Tabelle lesen',
  pastedName: (n) => `eingefuegt-${n}.csv`,
  clear: 'Alle Dateien entfernen',
};

export const dataWords: Strings['data'] = {
  title: 'Daten',
  remove: 'Entfernen',
  planRefused: 'Der gespeicherte Plan konnte nicht verwendet werden',
  definitionRefused: (file, problem) => `${file} ist keine verwendbare Definition: ${problem}`,
  jsonTooLarge: (file) =>
    `${file} ist größer als jeder Plan oder Bericht (50 MB) und wird nicht gelesen: Legen Sie die Daten als CSV oder Excel ab.`,
  jsonNotAllowed: (file) =>
    `${file} wird nicht gelesen: Listen und Objekte sind darin tiefer ineinander geschachtelt als in jedem Plan oder Bericht, oder ein Schlüssel kommt vor, den es nirgends gibt (__proto__, constructor).`,
  secondPlan: (file) => `${file} ist ein zweiter Plan neben dem zugleich abgelegten und wird nicht verwendet.`,
  removeFile: (file) => `${file} entfernen`,
  droppedTwice: (file) => `${file} kam zweimal mit demselben Inhalt und wird einmal behalten.`,
  renamed: (file, name) => `Eine zweite Datei namens ${file} kam mit anderem Inhalt und wird als ${name} behalten.`,
  replaced: (file) => `${file} tritt an die Stelle der zuvor geladenen Datei dieses Namens.`,
  sameAsBefore: (file) => `${file} kam noch einmal, mit demselben Inhalt wie zuvor.`,
  waitsFor: (file) => `Es fehlt noch: ${file}`,
  waitsHolding: 'Der Plan behält, was er über diese Datei sagt, bis sie geladen ist.',
  waitsOutcomes: (outcomes) => `Bis dahin nicht auswertbar: ${outcomes}.`,
  leaveOut: 'Aus dem Plan nehmen',
  leaveOutNamed: (file) => `Aus dem Plan nehmen: ${file}`,
  setUpAnew: 'Neu einrichten',
  setUpAnewHint:
    '„Neu einrichten“ ersetzt alle Einstellungen durch das, was die Dateien nahelegen, als wären die Dateien eben erst geladen worden.',
  bringBack: 'Frühere Einstellungen zurückholen',
  rows,
  notRead: 'nicht gelesen',
  detected: 'Wie gelesen',
  encoding: 'Zeichenkodierung',
  delimiter: 'Trennzeichen',
  decimal: 'Dezimalzeichen',
  role: 'Inhalt der Datei',
  id: 'Spalte der Teilnehmenden (ID)',
  arm: 'Spalte des Arms',
  visit: 'Spalte der Visite oder des Tages',
  event: 'Spalte des Ereignisses',
  none: 'keine',
  notes: 'Beim Lesen berichtigt',
  preview: (shown, total) =>
    shown < total
      ? `Die ersten ${counted(shown)} von ${counted(total)} Zeilen`
      : total === 1
        ? 'Die einzige Zeile'
        : `Alle ${counted(total)} Zeilen`,
  previewCaption: (file) => `Vorschau von ${file}`,
  corrections: 'Spalten und Einlesen',
  wide: 'Nach Visite zusammengeführte Spalten',
  wideCaption: 'In der Datei eine Spalte je Visite; jede wird zu Zeilen einer Variablen',
  wideColumn: 'Spalte der Datei',
  wideVariable: 'Variable',
  wideVisit: 'Visite',
  wideAdd: 'Weitere Spalte zusammenführen',
  widePattern: 'Oder alle Spalten mit Namen wie',
  widePatternHint: '{variable} und {visit} stehen für das, was sich unterscheidet',
  wideGather: 'Zusammenführen',
  wideFound: (n) => (n === 0 ? 'Keine Spalte heißt so.' : `${columns(n)} zusammengeführt.`),
  widePatternWrong: 'Schreiben Sie {variable} und {visit} je einmal, etwa {variable}_v{visit}.',
  wideRemove: (column) => `${column} nicht mehr zusammenführen`,
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 Little Endian',
    'utf-16be': 'UTF-16 Big Endian',
    'windows-1252': 'Latin-1 (Windows-1252)',
  },
  delimiters: { ',': 'Komma', ';': 'Semikolon', '\t': 'Tabulator', '|': 'senkrechter Strich' },
  decimals: { '.': 'Punkt', ',': 'Komma' },
  separatedBy: (delimiter) => `getrennt durch ${delimiter}`,
  decimalComma: 'Dezimalkomma',
  by: (names) => `Spalten ${names}`,
  sha: 'SHA-256',
  shaOfParts: 'SHA-256 der SHA-256-Werte ihrer Dateien, einer je Zeile,',
};
