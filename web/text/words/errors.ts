// SPDX-License-Identifier: MIT
/** Words around a problem: where it is and what to do. */

export const errorWords = {
  file: (file: string) => file,
  line: (row: number) => `line ${row}`,
  column: (column: string) => `column ${column}`,
  value: (value: string) => `value \u201c${value}\u201d`,
  morePlaces: (n: number) => `and ${n} more`,
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
  crashed:
    'The calculation stopped unexpectedly. Your files are still here; change an option or load a file to try again.',
  planOnly: 'The plan is loaded; drop the data files it names to run it.',
};
