// SPDX-License-Identifier: MIT
/** A questionnaire of the user's own, from the form to its scores, and the choices that go with a questionnaire. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { InstrumentDefinition } from '../../web/contract/instrument.js';
import { chooseFiles, openExample, startSite, type Site } from './page.js';

let site: Site;
let page: Page;

beforeAll(async () => {
  site = await startSite();
});

beforeEach(async () => {
  page = (await site.open()).page;
});

afterAll(() => site.close());

/** Three items of 1 to 5 at two visits, one row per participant. Two of them are lower at day 28 in the arm B. */
function wideFile(): string {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const isB = i % 2 === 1;
    const level = 2 + (i % 3);
    const later = isB ? level - 1 : level;
    const other = 1 + ((2 * i) % 5);
    return [`P${i + 1}`, isB ? 'B' : 'A', level, level, 6 - level, later, other, 6 - later].join(',');
  });
  return ['id,arm,w1_d0,w2_d0,w3_d0,w1_d28,w2_d28,w3_d28', ...rows].join('\n');
}

async function describeWard(): Promise<void> {
  const own = page.locator('fc-own-instruments');
  await own.locator('summary').click();
  await own.getByRole('button', { name: 'Describe a questionnaire' }).click();
  await own.getByLabel('Name', { exact: false }).first().fill('Ward');
  await own.getByLabel('Number of items').fill('3');
  await own.getByLabel('Lowest answer').fill('1');
  await own.getByLabel('Highest answer').fill('5');
  await own.getByLabel('Reversed items').fill('3');
  await own.getByLabel('Direction').selectOption('lower_is_better');
  await own.getByRole('button', { name: 'Use this definition' }).click();
  await own.getByRole('button', { name: 'Save the definition of Ward' }).waitFor();
}

test('what is wrong with a definition is said beside its field', async () => {
  await openExample(page);
  const own = page.locator('fc-own-instruments');
  await own.locator('summary').click();
  await own.getByRole('button', { name: 'Describe a questionnaire' }).click();
  await own.getByLabel('Name', { exact: false }).first().fill('FSS');
  await own.getByRole('button', { name: 'Use this definition' }).click();
  await own.getByText('There is a questionnaire called FSS already: give it another name.').waitFor();
  await own.getByText('Choose which end is good.').waitFor();
});

test('a definition is saved as it was described', async () => {
  await openExample(page);
  await describeWard();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the definition of Ward' }).click(),
  ]);
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as InstrumentDefinition;
  expect(download.suggestedFilename()).toBe('Ward.json');
  expect(saved.items).toEqual({ count: 3, lowest: 1, highest: 5, reversed: [3] });
  expect(saved.direction).toBe('lower_is_better');
});

test('a wide file of a questionnaire of one\u2019s own is scored', async () => {
  await chooseFiles(page, { 'ward.csv': wideFile() });
  await describeWard();
  const card = page.locator('fc-file');
  const fold = card.locator('summary', { hasText: 'Columns and reading' });
  if (!(await card.getByLabel('What the file holds').isVisible())) await fold.click();
  await card.getByLabel('What the file holds').selectOption('records');
  // What columns are called like is filled in.
  await expect.poll(() => card.getByLabel('Participant column').inputValue()).toBe('id');
  expect(await card.getByLabel('Arm column').inputValue()).toBe('arm');
  await card.locator('summary', { hasText: 'Columns gathered by visit' }).click();
  await card.getByLabel('Or gather all columns named like').fill('{variable}_d{visit}');
  await card.getByLabel('Or gather all columns named like').press('Enter');
  await card.getByRole('button', { name: 'Gather', exact: true }).click();
  await card.getByText('6 columns gathered.').waitFor();
  await card.getByLabel('Add a questionnaire').selectOption('Ward');
  await page.locator('#headline table').waitFor();
  await page.getByRole('button', { name: 'Add an outcome' }).click();
  await page.getByText('is analysed just as', { exact: false }).waitFor();
  await page.getByText('Ward runs from 3 to 15.', { exact: false }).first().waitFor({ state: 'attached' });
});

test('a definition in use is not removed, and why is said', async () => {
  await openExample(page);
  await describeWard();
  const card = page.locator('fc-file', { hasText: 'diary.csv' });
  await card.locator('summary', { hasText: 'Columns and reading' }).click();
  await card.getByRole('combobox', { name: 'Questionnaire', exact: true }).selectOption('Ward');
  await page.getByRole('button', { name: 'Remove the definition of Ward' }).click();
  await page.getByText('Ward is used in diary.csv.', { exact: false }).waitFor();
});

test('responders start from the published change, and a summary of a slope makes it a mean at every visit', async () => {
  await openExample(page);
  const mfis = page.locator('fc-outcome').nth(2);
  await mfis.locator('summary').first().click();
  await mfis.getByLabel('Count responders').selectOption('change');
  expect(await mfis.getByLabel('Better by at least, points').inputValue()).toBe('4');
  await mfis.getByText('Rooney 2019', { exact: false }).waitFor();
  const dfs = page.locator('fc-outcome').first();
  await dfs.locator('summary').first().click();
  await dfs.getByLabel('Before the analysis, records are').selectOption('weekly_mean');
  await dfs.getByText('The model is now a mean at every visit (MMRM)', { exact: false }).waitFor();
});
