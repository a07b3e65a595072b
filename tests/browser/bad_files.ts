// SPDX-License-Identifier: MIT
/** Files with something wrong in them, for every browser, and what must be said of each beside which file. */
import { exampleFile } from './page.js';

/** Contents by name. */
export type GivenFiles = Record<string, string | Buffer>;

export interface BadCase {
  files: GivenFiles;
  /** The file that the message stands beside. */
  beside: string;
  says: RegExp[];
}

/** The example's files without its plan, some of them changed or added. */
export const pilotFiles = (changed: GivenFiles): GivenFiles => ({
  ...Object.fromEntries(
    ['participants.csv', 'diary.csv', 'questionnaires.csv', 'adverse-events.csv'].map((name) => [
      name,
      exampleFile(name),
    ]),
  ),
  ...changed,
});

/** The file with one line replaced; line 1 is the header. */
function withLine(name: string, line: number, change: (cells: string[]) => string[]): string {
  const lines = exampleFile(name).split('\n');
  lines[line - 1] = change((lines[line - 1] ?? '').split(',')).join(',');
  return lines.join('\n');
}

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const repeated = exampleFile('questionnaires.csv').split('\n')[1] ?? '';

/** The diary with an arm column; one record of K01 names the other arm. */
const diaryWithArms = exampleFile('diary.csv')
  .trimEnd()
  .split('\n')
  .map((line, i) => `${line},${i === 0 ? 'arm' : i === 3 || line.startsWith('K02') ? 'midazolam' : 'ketamine'}`)
  .join('\n');

export const unreadableDiary = pilotFiles({ 'diary.csv': png });

export const itemOutOfRange = pilotFiles({
  'questionnaires.csv': withLine('questionnaires.csv', 3, (cells) => cells.map((cell, i) => (i === 4 ? '9' : cell))),
});

export const noPlan: GivenFiles = {
  'participants.csv': exampleFile('participants.csv'),
  'plan.json': '{"schemaVersion": 7}',
};

/** By what is wrong. */
export const badCases: Record<string, BadCase> = {
  'a picture': {
    files: unreadableDiary,
    beside: 'diary.csv',
    says: [/PNG picture/, /export the table as CSV/],
  },
  'an empty file': {
    files: pilotFiles({ 'diary.csv': '' }),
    beside: 'diary.csv',
    says: [/diary\.csv is empty/],
  },
  'a header only': {
    files: pilotFiles({ 'diary.csv': 'id,day,dfs\n' }),
    beside: 'diary.csv',
    says: [/no rows below/],
  },
  'rows of unequal length': {
    files: pilotFiles({ 'diary.csv': withLine('diary.csv', 5, (cells) => [...cells, 'x', 'y']) }),
    beside: 'diary.csv',
    says: [/row 5/],
  },
  'a number that is none': {
    files: pilotFiles({ 'diary.csv': withLine('diary.csv', 4, ([id = '', day = '']) => [id, day, 'five?']) }),
    beside: 'diary.csv',
    says: [/row 4/, /dfs/, /five\?/],
  },
  'an item out of range': {
    files: itemOutOfRange,
    beside: 'questionnaires.csv',
    says: [/row 3/, /fss3/, /9/],
  },
  'a visit twice': {
    files: pilotFiles({ 'questionnaires.csv': `${exampleFile('questionnaires.csv').trimEnd()}\n${repeated}\n` }),
    beside: 'questionnaires.csv',
    says: [/more than one record/, /row/],
  },
  'a participant in two arms': {
    files: pilotFiles({
      'participants.csv': `${exampleFile('participants.csv').trimEnd()}\nK01,midazolam,40,male,relapsing-remitting\n`,
      'plan.json': exampleFile('plan.json'),
    }),
    beside: 'participants.csv',
    says: [/K01/, /two arms|more than once/],
  },
  'a participant in two arms of a single file': {
    files: { 'diary.csv': diaryWithArms },
    beside: 'diary.csv',
    says: [/two arms/, /K01/, /row 4/],
  },
  'one arm only': {
    files: pilotFiles({ 'participants.csv': exampleFile('participants.csv').replaceAll('midazolam', 'ketamine') }),
    beside: 'participants.csv',
    says: [/arm/, /ketamine/],
  },
  'ids that match no participant': {
    files: pilotFiles({ 'diary.csv': exampleFile('diary.csv').replaceAll(/^K/gm, 'Z') }),
    beside: 'diary.csv',
    says: [/Z01/, /participants\.csv|participant/],
  },
};

/** Nine bad cells in two columns, in a file that does not say which visit a row is of. */
function tableOfBadCells(): string {
  const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
  const rows = Array.from({ length: 12 }, (_, row) => {
    const answers = items.map((_item, i) => (i === 1 && row < 8 ? '12' : i === 2 && row === 9 ? 'abc' : '5'));
    return [`p${row >> 1}`, row % 4 < 2 ? 'A' : 'B', ...answers].join(',');
  });
  return [['id', 'arm', ...items].join(','), ...rows].join('\n');
}

export const badCells: BadCase = {
  files: { 'cells.csv': tableOfBadCells() },
  beside: 'cells.csv',
  says: [/2 problems/, /row 11, column fss3: "abc"/, /row 2, column fss2: 12/],
};
