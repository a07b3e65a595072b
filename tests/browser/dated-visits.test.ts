// SPDX-License-Identifier: MIT
/** Dates in a column of visits, and a diary's slope that was not planned: each is one click away from results. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { strings } from '../../web/text/strings.js';
import { chooseFiles, settled, startSite, type Site } from './page.js';

let site: Site;
let page: Page;

beforeAll(async () => {
  site = await startSite();
});

beforeEach(async () => {
  page = (await site.open()).page;
});

afterAll(() => site.close());

const people = Array.from({ length: 20 }, (_, i) => i);
const arm = (person: number): string => (person % 2 ? 'Verum' : 'Placebo');

/** Visits about days 0, 28 and 84, by their dates alone. */
const dated = [
  'Pat,Treatment,Visit,FSS_total',
  ...people.flatMap((person) =>
    [0, 28, 84].map((day, visit) => {
      const scatter = visit === 0 ? 0 : (person % 5) - 2;
      const date = new Date(Date.UTC(2024, 3, 14 + 3 * person + day + scatter)).toISOString().slice(0, 10);
      const score = 45 + ((7 * person + 5 * visit) % 11) - visit * (person % 2);
      return `${person + 1},${arm(person)},${date.split('-').reverse().join('/')},${score}`;
    }),
  ),
].join('\n');

/** Ten days, so that the second week has three. */
const diary = [
  'id,arm,day,dfs',
  ...people.flatMap((person) =>
    Array.from({ length: 10 }, (_, i) => {
      const score = 4 + ((person * 5 + i * 3) % 6) - (person % 2 ? 0.1 * i : 0);
      return `P${person},${arm(person)},${i + 1},${Math.round(score)}`;
    }),
  ),
].join('\n');

const press = async (name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await settled(page);
};
/** The label of what has the focus, within whatever shadow root. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at instanceof HTMLSelectElement ? [...at.labels].map((label) => label.textContent).join() : '';
  });

test('dates called Visit need one button, and no order of dates', async () => {
  await chooseFiles(page, { 'fss.csv': dated });
  expect(await page.locator('fc-visit-order li').count()).toBe(0);
  expect(await page.locator('fc-file .notes').first().innerText()).toContain('Visit could tell the study day');
  await press(strings.mapping.takeFirstRecord);
  await page.locator('#headline table').waitFor();
  expect(await page.locator('#headline table').innerText()).toContain('Day 84');
});

test('the answer that leads to the analysis unfolds the outcome with its effect next', async () => {
  await chooseFiles(page, { 'diary.csv': diary });
  await page.locator('#headline table').waitFor();
  expect(await page.locator('fc-to-confirm section').innerText()).toContain('Days 8 to 10 are left out');
  await press(strings.answers.chooseElsewhere);
  await expect.poll(focused).toContain(strings.analysis.effect);
  expect(await page.locator('fc-outcome details').first().getAttribute('open')).not.toBeNull();
});

test('the mean of all days is one of the answers', async () => {
  await chooseFiles(page, { 'diary.csv': diary });
  await page.locator('#headline table').waitFor();
  await press(strings.answers.meanOfDays);
  await expect.poll(() => page.locator('#headline table').innerText()).toContain('AUC');
  expect(await page.locator('fc-to-confirm section').count()).toBe(0);
});

test('another model tells the visit it is reported at, which stays to be confirmed', async () => {
  await chooseFiles(page, { 'diary.csv': diary });
  await page.locator('#headline table').waitFor();
  await press(strings.answers.chooseElsewhere);
  await page
    .getByLabel(/^Model/)
    .first()
    .selectOption('mmrm');
  await settled(page);
  expect(await page.locator('fc-outcome .told[role=status]').innerText()).toContain(
    'Reported at day 10, the last visit',
  );
  await expect
    .poll(() => page.locator('fc-to-confirm section').innerText())
    .toContain('reported at day 10, the last visit');
});
