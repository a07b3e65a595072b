// SPDX-License-Identifier: MIT
/** Two centres' files: the page asks whose the same identifiers are and which visits are one, and joins nobody before. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { byThrees, centreText } from '../web/centres-support.js';
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

const times = ['T0', 'T1', 'T2'];
const weeks = ['baseline', 'week 4', 'week 8'];
const bar = (): Locator => page.locator('fc-bar section');

test('the same numbers in two centres are asked about, and kept apart in one table', async () => {
  await chooseFiles(page, {
    'berlin.csv': centreText({ visits: times }),
    'paris.csv': centreText({ visits: times, armOf: byThrees, shift: 3 }),
  });
  const offer = page.locator('fc-centre-offer');
  await offer.getByText('Are these the same people?').waitFor();
  await offer.getByText('these look like different people').waitFor();
  expect(await bar().innerText()).toContain('22 or 44 participants, to confirm');
  await offer.getByRole('button', { name: 'Other people: one table, kept apart by centre, 44 participants' }).click();
  await page.getByRole('heading', { name: 'berlin.csv + paris.csv' }).waitFor();
  await page.locator('#headline table').waitFor();
  await settled(page);
  expect(await bar().innerText()).toContain('1 file, 44 participants');
  expect(await page.locator('fc-outcome-result').count()).toBe(1);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page.getByRole('heading', { name: 'paris.csv', exact: true }).waitFor();
});

test('the same people are so by the word of whoever says it', async () => {
  await chooseFiles(page, {
    'berlin.csv': centreText({ visits: times }),
    'paris.csv': centreText({ visits: times, shift: 3 }),
  });
  expect(await bar().innerText()).toContain('Not settled');
  await page.locator('fc-to-confirm').getByRole('button', { name: 'The same people: 22 participants' }).click();
  await page.locator('fc-centre-offer').waitFor({ state: 'detached' });
  await settled(page);
  expect(await bar().innerText()).toContain('2 files, 22 participants, 132 rows');
});

test('visits that two centres call differently are matched by whoever looks at them', async () => {
  await chooseFiles(page, {
    'berlin.csv': centreText({ visits: times }),
    'paris.csv': centreText({ visits: [...weeks, 'week 12'], idOf: (person) => `P${person}`, shift: 3 }),
  });
  const offer = page.locator('fc-centre-offer');
  const visit = (label: string): Locator => offer.getByLabel(`${label} in paris.csv is`);
  expect(await visit('baseline').inputValue()).toBe('T0');
  const put = offer.getByRole('button', { name: 'Put these 2 tables together' });
  await put.click();
  await offer.getByText('Say first which visit week 4 in paris.csv is').waitFor();
  await visit('week 4').selectOption('T1');
  await visit('week 8').selectOption('T2');
  await visit('week 12').selectOption('T2');
  await put.click();
  await offer.getByText('Two visits of paris.csv would be T2').waitFor();
  await visit('week 8').selectOption('');
  await put.click();
  await page.locator('fc-file').getByText('put together from 2 tables').waitFor();
  await settled(page);
  expect(await bar().innerText()).toContain('1 file, 44 participants');
});

test('arms that two centres call differently are matched in the same place', async () => {
  await chooseFiles(page, {
    'berlin.csv': centreText({ visits: times }),
    'paris.csv': centreText({
      visits: weeks,
      idOf: (person) => `P${person}`,
      armOf: (person) => (person % 2 ? 'drug' : 'PLB'),
      shift: 3,
    }),
  });
  const offer = page.locator('fc-centre-offer');
  const put = offer.getByRole('button', { name: 'Put these 2 tables together' });
  await put.click();
  await offer.getByText('Say first which arm PLB in paris.csv is').waitFor();
  await offer.getByLabel('The arm PLB in paris.csv is').selectOption('Placebo');
  await put.click();
  await page.locator('fc-file').getByText('put together from 2 tables').waitFor();
  await settled(page);
  expect(await bar().innerText()).toContain('44 participants');
  const results = await page.locator('#headline').innerText();
  expect(results).not.toContain('PLB');
  await page.getByText('visits of different names are taken as one, as was said').first().waitFor();
  await page.getByText('“PLB” as “Placebo”').first().waitFor({ state: 'attached' });
});

test('arms of files that are put together unasked are asked about with the results', async () => {
  const armOf = (person: number): string => (person % 2 ? 'Drug' : 'PLB');
  await chooseFiles(page, {
    'berlin.csv': centreText({ visits: times }),
    'paris.csv': centreText({ visits: times, idOf: (person) => `P${person}`, armOf, shift: 3 }),
  });
  await settled(page);
  const open = page.locator('fc-to-confirm');
  await open.getByText('The tables call their arms differently').waitFor();
  await open.getByRole('button', { name: 'PLB is Placebo' }).click();
  await settled(page);
  expect(await open.getByText('The tables call their arms differently').count()).toBe(0);
  expect(await page.locator('#headline').innerText()).not.toContain('PLB');
});

test('identifiers are matched by their numbers where somebody says so', async () => {
  const pad = (person: number): string => `MS-${String(person).padStart(3, '0')}`;
  const people = Array.from({ length: 22 }, (_, i) => `${pad(i + 1)},${i % 2 ? 'Placebo' : 'Drug'}`);
  const scores = centreText({ visits: weeks, idOf: (person) => (person < 6 ? pad(person) : String(person)) });
  const withoutArms = scores.replaceAll(/^([^,]+),[^,]+,/gm, '$1,');
  await chooseFiles(page, { 'patients.csv': `id,arm\n${people.join('\n')}\n`, 'scores.csv': withoutArms });
  expect(await bar().innerText()).toContain('5 of 22 participants matched, to confirm');
  const open = page.locator('fc-to-confirm');
  await open.getByRole('button', { name: 'No, leave them: only 5 are to be analysed' }).waitFor();
  await open.getByRole('button', { name: 'Take these 22 as the same participants, by their numbers' }).click();
  await page.getByText('Identifiers with the same number, as 7 and MS-007').waitFor();
  await settled(page);
  expect(await bar().innerText()).toContain('2 files, 22 participants');
});
