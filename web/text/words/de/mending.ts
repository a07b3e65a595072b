// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { told } from './errors.js';
import { plural } from './plural.js';

export const mendingWords: Strings['mending'] = {
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
  planOnly: 'Der Plan ist geladen; legen Sie die Datendateien ab, die er nennt, um ihn auszuführen.',
  outOfRange: (given, least, most, kept) =>
    `${given} liegt nicht zwischen ${least} und ${most}, daher bleibt es bei ${kept}.`,
  notBetween: (given, least, most) => `${given} liegt nicht zwischen ${least} und ${most}.`,
  noNumberTaken: 'Das ist keine Zahl.',
  noNumber: (kept) => `Das ist keine Zahl, daher bleibt es bei ${kept}.`,
};
