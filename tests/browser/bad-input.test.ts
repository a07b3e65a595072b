// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { chooseFiles, exampleFile, openExample, settled, shownRows, startSite, type Site } from './page.js';

let site: Site;
let open: WatchedPage;
let page: Page;
let good: string[][];

beforeAll(async () => {
  site = await startSite();
  open = await site.open();
  page = open.page;
  await openExample(page);
  good = await shownRows(page.locator('#headline table'));
});

afterAll(() => site.close());

const files = (changed: Record<string, string | Buffer>): Record<string, string | Buffer> => ({
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
const badItem = withLine('questionnaires.csv', 3, (cells) => cells.map((cell, i) => (i === 4 ? '9' : cell)));

/** The diary with an arm column; one record of K01 names the other arm. */
const diaryWithArms = exampleFile('diary.csv')
  .trimEnd()
  .split('\n')
  .map((line, i) => `${line},${i === 0 ? 'arm' : i === 3 || line.startsWith('K02') ? 'midazolam' : 'ketamine'}`)
  .join('\n');

/** Files dropped, the file the message stands beside, and what the message must say. */
const cases: [string, Record<string, string | Buffer>, string, RegExp[]][] = [
  ['a picture', { 'diary.csv': png }, 'diary.csv', [/PNG picture/, /export the table as CSV/]],
  ['an empty file', { 'diary.csv': '' }, 'diary.csv', [/diary\.csv is empty/]],
  ['a header only', { 'diary.csv': 'id,day,dfs\n' }, 'diary.csv', [/no rows below/]],
  [
    'rows of unequal length',
    { 'diary.csv': withLine('diary.csv', 5, (cells) => [...cells, 'x', 'y']) },
    'diary.csv',
    [/row 5/],
  ],
  [
    'a number that is none',
    { 'diary.csv': withLine('diary.csv', 4, ([id = '', day = '']) => [id, day, 'five?']) },
    'diary.csv',
    [/row 4/, /dfs/, /five\?/],
  ],
  ['an item out of range', { 'questionnaires.csv': badItem }, 'questionnaires.csv', [/row 3/, /fss3/, /9/]],
  [
    'a visit twice',
    { 'questionnaires.csv': `${exampleFile('questionnaires.csv').trimEnd()}\n${repeated}\n` },
    'questionnaires.csv',
    [/more than one record/, /row/],
  ],
  [
    'a participant in two arms',
    {
      'participants.csv': `${exampleFile('participants.csv').trimEnd()}\nK01,midazolam,40,male,relapsing-remitting\n`,
      'plan.json': exampleFile('plan.json'),
    },
    'participants.csv',
    [/K01/, /two arms|more than once/],
  ],
  [
    'a participant in two arms of a single file',
    { 'diary.csv': diaryWithArms },
    'diary.csv',
    [/two arms/, /K01/, /row 4/],
  ],
  [
    'one arm only',
    { 'participants.csv': exampleFile('participants.csv').replaceAll('midazolam', 'ketamine') },
    'participants.csv',
    [/arm/, /ketamine/],
  ],
  [
    'ids that match no participant',
    { 'diary.csv': exampleFile('diary.csv').replaceAll(/^K/gm, 'Z') },
    'diary.csv',
    [/Z01/, /participants\.csv|participant/],
  ],
];

test.each(cases)('%s is said beside its file, and the example still runs', async (what, changed, name, expected) => {
  await chooseFiles(page, what.includes('single file') ? changed : files(changed));
  const card = page.locator('fc-file', { has: page.getByRole('heading', { name }) });
  const notice = card.getByRole('alert');
  await notice.first().waitFor();
  const message = await notice.allTextContents();
  for (const part of expected) expect(message.join(' ')).toMatch(part);
  await page.getByRole('button', { name: 'Remove all files' }).click();
  await openExample(page);
  expect(await shownRows(page.locator('#headline table'))).toEqual(good);
});

test('a file that cannot be read leaves the others at work', async () => {
  await chooseFiles(page, files({ 'diary.csv': png }));
  await page.locator('#headline table').waitFor();
  const outcomes = (await shownRows(page.locator('#headline table'))).map(([label]) => label);
  expect(outcomes.join()).toMatch(/Fatigue Severity.*Fatigue Impact|FSS.*MFIS/);
  await page.getByRole('button', { name: 'Remove all files' }).click();
});

test('a corrected file dropped again takes the place of the bad one', async () => {
  await chooseFiles(page, files({ 'questionnaires.csv': badItem }));
  await page.getByRole('alert').first().waitFor();
  await chooseFiles(page, { 'questionnaires.csv': exampleFile('questionnaires.csv') });
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  await page.locator('#headline table').waitFor();
  expect(await page.locator('fc-file').count()).toBe(4);
  await page.getByRole('button', { name: 'Remove all files' }).click();
});

test('a plan that is none is refused and the files are read', async () => {
  await chooseFiles(page, { 'participants.csv': exampleFile('participants.csv'), 'plan.json': '{"schemaVersion": 7}' });
  const alert = page.getByRole('alert').filter({ hasText: 'plan' }).first();
  expect(await alert.textContent()).toContain('schemaVersion');
  await page.getByRole('button', { name: 'Remove all files' }).click();
});

test('every bad cell is told at once, before the visit is chosen, and all of them can be saved', async () => {
  const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
  const rows = Array.from({ length: 12 }, (_, row) => {
    const answers = items.map((_item, i) => (i === 1 && row < 8 ? '12' : i === 2 && row === 9 ? 'abc' : '5'));
    return [`p${row >> 1}`, row % 4 < 2 ? 'A' : 'B', ...answers].join(',');
  });
  await chooseFiles(page, { 'cells.csv': [['id', 'arm', ...items].join(','), ...rows].join('\n') });
  const card = page.locator('fc-file');
  const notice = card.getByRole('alert');
  await notice.waitFor();
  const said = (await notice.textContent()) ?? '';
  for (const part of [/2 problems/, /row 11, column fss3: "abc"/, /row 2, column fss2: 12/]) expect(said).toMatch(part);
  const save = card.getByRole('button', { name: 'Save the list of 9 cells (CSV)' });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('cells-cells.csv');
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines.map((line) => line.split(',')[1])).toEqual(['Row', ...[2, 3, 4, 5, 6, 7, 8, 9, 11].map(String)]);
  await page.getByRole('button', { name: 'Remove all files' }).click();
});

test('nothing of all this was an uncaught error', () => {
  expect(open.complaints).toEqual([]);
});

test('a wide single file is gathered and analysed', async () => {
  const arms = new Map(
    exampleFile('participants.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 2) as [string, string]),
  );
  const totals = new Map<string, Map<string, number>>();
  for (const line of exampleFile('questionnaires.csv').trim().split('\n').slice(1)) {
    const [id = '', day = '', ...items] = line.split(',');
    const visits = totals.get(id) ?? new Map<string, number>();
    totals.set(
      id,
      visits.set(
        day,
        items.slice(9).reduce((sum, item) => sum + Number(item), 0),
      ),
    );
  }
  const days = ['0', '7', '14', '21', '28'];
  const rows = [...totals].map(([id, visits]) =>
    [id, arms.get(id), ...days.map((day) => visits.get(day) ?? '')].join(','),
  );
  const wide = [['id', 'arm', ...days.map((day) => `mfis_total_d${day}`)].join(','), ...rows].join('\n');
  await chooseFiles(page, { 'wide.csv': wide });
  await page.locator('#headline table').waitFor();
  await settled(page);
  const [mfis] = await shownRows(page.locator('#headline table'));
  expect(mfis?.[0]).toContain('MFIS');
  expect(mfis?.[1]).toBe('Day 28');
  expect(mfis?.[3]).toMatch(/^\u2212?\d+\.\d$/);
  await page.getByText('Columns and reading').first().click();
  expect(await page.locator('fc-wide-columns summary').textContent()).toContain('(5)');
});
