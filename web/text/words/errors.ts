// SPDX-License-Identifier: MIT
/** Words around a problem: where it is and what to do. */
import { counted, plural } from './plural.js';

/** "12" in fss9, the first few. */
function told(values: Readonly<Record<string, readonly string[]>>): string {
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
  isDecimal: (file: string, columns: string) =>
    `${file}: a comma and a point are both read as the decimal mark in ${columns} now. \u201cBring back the former settings\u201d undoes it.`,
  /** As long as it holds. */
  areDecimal: (file: string, columns: string) =>
    `${file}: a comma and a point are both read as the decimal mark in ${columns}, as was chosen.`,
  notDecimal: (file: string) =>
    `${file}: one column holds the values of several scores, so that its decimal mark cannot be set for one of them alone; correct the cells in the file.`,
  isMissing: (file: string, values: Readonly<Record<string, readonly string[]>>) =>
    `${file}: ${told(values)} is read as missing now. \u201cBring back the former settings\u201d undoes it; the codes stand under \u201cColumns and reading\u201d.`,
  /** As long as it holds, unlike what is said at once. */
  areMissing: (file: string, values: Readonly<Record<string, readonly string[]>>) =>
    `${file}: read as missing: ${told(values)}; remove the code under \u201cColumns and reading\u201d if that is wrong.`,
  notMissing: (file: string) =>
    `${file}: one column holds the values of several scores, so that a value cannot be missing in one of them alone; correct the cells in the file.`,
  saveCells: (cells: number) => `Save the list of ${plural(cells, 'cell')} (CSV)`,
  cellsFile: (file: string) => `${file}-cells.csv`,
  cellList: { file: 'File', row: 'Row', column: 'Column', value: 'Value', problem: 'Problem' },
  places: 'Where',
  remedy: 'What to do',
  outOfRange: (given: string, least: string, most: string, kept: string) =>
    `${given} is not between ${least} and ${most}, so it stays ${kept}.`,
  notBetween: (given: string, least: string, most: string) => `${given} is not between ${least} and ${most}.`,
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
  noNumberTaken: 'That is no number.',
  noNumber: (kept: string) => `That is no number, so it stays ${kept}.`,
  crashed: 'The calculation broke off.',
  crashedReading: (files: string) => `Reading broke off, and ${files} was not read.`,
  crashedMemory: 'It needed more memory than the browser gives it.',
  crashedKept: 'A new one takes its place: your other files and all settings are still here.',
  crashedRemedy: (cause: string) =>
    `Press \u201cTry again\u201d. Should it break off again, undo the last change, choose a simpler model, or close other ` +
    `tabs; what the browser said: ${cause}`,
  policyRefused: 'The security policy of this page forbids the calculation.',
  policyRemedy: (cause: string) =>
    `Whoever runs the page must allow worker-src blob: and script-src \u2018wasm-unsafe-eval\u2019; what the browser said: ${cause}`,
  tryAgain: 'Try again',
  planOnly: 'The plan is loaded; drop the data files it names to run it.',
};
