// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { counted, plural } from './plural.js';

/** „12“ in fss9, the first few. */
export function told(values: Readonly<Record<string, readonly string[]>>): string {
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
  places: 'Wo',
  remedy: 'Was zu tun ist',
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
  tryAgain: 'Erneut versuchen',
};
