// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { counted, plural } from './plural.js';

const categories = (n: number): string => plural(n, 'Kategorie', 'Kategorien');

export const covariateWords: Strings['covariates'] = {
  label: 'Adjustiert für',
  technical: 'Kovariaten',
  lead: (files) => `Spalten von ${files}. Wählen Sie, was das Protokoll nennt.`,
  leadRecords: (files) =>
    `Spalten von ${files}: Adjustiert werden kann nur für das, was in allen Zeilen einer Person gleich ist. Wählen Sie, was das ` +
    'Protokoll nennt.',
  elseBaseline: 'Ohne Auswahl wird nur für den Ausgangswert adjustiert.',
  elseNothing: 'Ohne Auswahl wird für nichts adjustiert.',
  noFile: 'Die Datei, die sagt, wer in welchem Arm ist, ist noch nicht da.',
  noColumns: (files) => `${files} hat keine Spalte, für die adjustiert werden kann.`,
  taken: (column) => `${column} wird genommen`,
  asNumber: 'als Zahl, mit einer Steigung',
  asCategories: (n) => (n === null ? 'als Kategorien' : `als ${categories(n)}`),
  takenAs: (as, count, values) => {
    const list = `${values.join(', ')}${count !== null && count > values.length ? ', …' : ''}`;
    if (as === 'number') return count === null ? 'als Zahl' : `als Zahl (${list})`;
    return `${categories(count ?? 0)} (${list})`;
  },
  missing: (n) =>
    n === 1
      ? '1 Person ohne Wert, die dann nicht ausgewertet wird'
      : `${counted(n)} Personen ohne Wert, die dann nicht ausgewertet werden`,
  notThere: 'die Datei ist nicht da',
  gone: (files) => `dafür kann nicht adjustiert werden: keine freie Spalte von ${files}. Nehmen Sie das Häkchen weg.`,
  cell: (row, value) => (value === '' ? `Zeile ${row} ist leer` : `in Zeile ${row} steht „${value}“`),
  varies: (column, cells) =>
    `${column} ist nicht in allen Zeilen einer Person gleich (${cells}); dafür kann nicht adjustiert werden. Nehmen Sie das ` +
    'Häkchen weg.',
  forAll: (list) => `Alle Endpunkte für ${list} adjustieren`,
  forNone: 'Keinen Endpunkt adjustieren',
  sameForAll: 'Für alle Endpunkte gleich.',
  inLine: (list) => `adjustiert für ${list}`,
};
