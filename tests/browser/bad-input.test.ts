// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { badCases, badCells, itemOutOfRange, noPlan, unreadableDiary } from './bad_files.js';
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

test.each(Object.entries(badCases))('%s is said beside its file, and the example still runs', async (_, bad) => {
  const { files, beside, says } = bad;
  await chooseFiles(page, files);
  const card = page.locator('fc-file', { has: page.getByRole('heading', { name: beside }) });
  const notice = card.getByRole('alert');
  await notice.first().waitFor();
  const message = await notice.allTextContents();
  for (const part of says) expect(message.join(' ')).toMatch(part);
  await page.getByRole('button', { name: 'Remove all files' }).click();
  await openExample(page);
  expect(await shownRows(page.locator('#headline table'))).toEqual(good);
});

test('a file that cannot be read leaves the others at work', async () => {
  await chooseFiles(page, unreadableDiary);
  await page.locator('#headline table').waitFor();
  const outcomes = (await shownRows(page.locator('#headline table'))).map(([label]) => label);
  expect(outcomes.join()).toMatch(/Fatigue Severity.*Fatigue Impact|FSS.*MFIS/);
  await page.getByRole('button', { name: 'Remove all files' }).click();
});

test('a corrected file dropped again takes the place of the bad one', async () => {
  await chooseFiles(page, itemOutOfRange);
  await page.getByRole('alert').first().waitFor();
  await chooseFiles(page, { 'questionnaires.csv': exampleFile('questionnaires.csv') });
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  await page.locator('#headline table').waitFor();
  expect(await page.locator('fc-file').count()).toBe(4);
  await page.getByRole('button', { name: 'Remove all files' }).click();
});

test('a plan that is none is refused and the files are read', async () => {
  await chooseFiles(page, noPlan);
  const alert = page.getByRole('alert').filter({ hasText: 'plan' }).first();
  expect(await alert.textContent()).toContain('schemaVersion');
  await page.getByRole('button', { name: 'Remove all files' }).click();
});

test('every bad cell is told at once, before the visit is chosen, and all of them can be saved', async () => {
  await chooseFiles(page, badCells.files);
  const card = page.locator('fc-file');
  const notice = card.getByRole('alert');
  await notice.waitFor();
  const said = (await notice.textContent()) ?? '';
  for (const part of badCells.says) expect(said).toMatch(part);
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
