// SPDX-License-Identifier: MIT
/** A file of visit dates without a plan of visits: from the true reason to a result, where the user stands. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { chooseFiles, settled, shownRows, startSite, type Site } from './page.js';

let site: Site;
let open: WatchedPage;
let page: Page;

const dateOf = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
/** Thirty participants seen on their first day and on three others that nobody planned. */
const rows = Array.from({ length: 120 }, (_, row) => {
  const [person, visit] = [Math.floor(row / 4), row % 4];
  const day = visit === 0 ? 0 : 12 + 33 * (visit - 1) + ((person * 17 + visit * 11) % 31);
  return `${person},${person % 2 ? 'active' : 'placebo'},${dateOf(day + person)},${30 + ((row * 7) % 29)}`;
});

beforeAll(async () => {
  site = await startSite();
  open = await site.open();
  page = open.page;
  await chooseFiles(page, { 'dates.csv': `Pat-Nr,Arm,Visit date,FSS\n${rows.join('\n')}\n` });
});

afterAll(() => site.close());

test('the reason is what is missing, and no single day becomes a headline', async () => {
  await page.getByRole('button', { name: 'Day 0 is each participant\u2019s first record' }).click();
  await settled(page);
  const results = page.locator('#results');
  await expect.poll(() => results.innerText()).toContain('What is missing:');
  expect(await results.innerText()).toContain('set windows to take each record to its planned visit');
  expect(await results.innerText()).not.toContain('one row per participant and their arm');
  await page.getByRole('button', { name: 'Add an outcome' }).click();
  await settled(page);
  expect(await results.innerText()).toContain('is not analysed yet');
  expect(await page.locator('#headline table').count()).toBe(0);
});

test('planned days that are named there give visits and a result', async () => {
  const offer = page.locator('#results fc-scattered-days');
  await offer.getByLabel('Planned days').fill('none');
  await offer.getByRole('button', { name: 'Take these visits' }).click();
  await offer.getByText('Give at least two whole numbers').waitFor();
  await offer.getByLabel('Planned days').fill('0, 28, 56, 84');
  await offer.getByRole('button', { name: 'Take these visits' }).click();
  await page.locator('#headline table').waitFor();
  await settled(page);
  expect((await shownRows(page.locator('#headline table'))).flat().join(' ')).toContain('Day 84');
  expect(await page.locator('fc-scattered-days').count()).toBe(0);
  expect(open.complaints).toEqual([]);
});

test('a daily fatigue column is a rating whose direction one click settles', async () => {
  await page.getByRole('button', { name: 'Remove all files' }).click();
  const lines = Array.from({ length: 84 }, (_, row) => {
    const [person, day] = [Math.floor(row / 7), row % 7];
    return `${person},${person % 2 ? 'active' : 'placebo'},${day},${(row * 7 + person) % 11}`;
  });
  await chooseFiles(page, { 'diary.csv': `Pat,Arm,Tag,M\u00fcdigkeit\n${lines.join('\n')}\n` });
  const file = page.locator('fc-file');
  await file.getByText('is taken as NRS Fatigue, one rating a day from 0 to 10').waitFor();
  await file
    .getByRole('listitem')
    .getByRole('button', { name: /^Higher/ })
    .first()
    .click();
  await page.locator('#headline table').waitFor();
});
