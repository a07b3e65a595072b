// SPDX-License-Identifier: MIT
/** Words around a problem: where it is and what to do. */
import { counted, plural } from './plural.js';

/** "12" in fss9, the first few. */
export function told(values: Readonly<Record<string, readonly string[]>>): string {
  const most = 4;
  const all = Object.entries(values).flatMap(([column, own]) =>
    own.map((value) => `\u201c${value}\u201d in ${column}`),
  );
  return all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ');
}

/** "4,5" as 4.5 in fss9, the first few. */
function toldNumbers(numbers: Readonly<Record<string, readonly [was: string, is: string][]>>): string {
  const most = 4;
  const all = Object.entries(numbers).flatMap(([column, own]) =>
    own.map(([was, is]) => `\u201c${was}\u201d in ${column} as ${is}`),
  );
  return all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ');
}

export const errorWords = {
  file: (file: string) => file,
  line: (row: number) => `line ${row}`,
  column: (column: string) => `column ${column}`,
  value: (value: string) => `value \u201c${value}\u201d`,
  morePlaces: (n: number) => `and ${counted(n)} more`,
  setMissing: (values: Readonly<Record<string, readonly string[]>>, cells: number) =>
    `Read ${told(values)} as missing (${plural(cells, 'cell')})`,
  readDecimal: (numbers: Readonly<Record<string, readonly [was: string, is: string][]>>, cells: number) =>
    `Read ${toldNumbers(numbers)} (${plural(cells, 'cell')})`,
  places: 'Where',
  remedy: 'What to do',
  chooseIn: (file: string, what: string) => `${file}: choose ${what} under \u201cColumns and reading\u201d.`,
  choose: {
    id: 'the participant column',
    arm: 'the arm column',
    visit: 'the visit or day column, or a date column',
    event: 'the event column',
    date: 'the date column',
    startDate: 'the column with the start date',
  },
  inPlan: (where: string, path: string, rest: string) => `${where}: ${path === '' ? '' : `${path} `}${rest}`,
  tryAgain: 'Try again',
};
