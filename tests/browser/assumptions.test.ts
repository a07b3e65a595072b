// SPDX-License-Identifier: MIT
/** What was assumed or chosen of the data is told with the results, and can be settled there. */
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

const trial = (visits: readonly number[], slip = ''): string =>
  [
    'id,arm,visit,fss',
    ...Array.from({ length: 16 }, (_, i) =>
      visits.map((visit, v) => {
        const score = 40 + ((7 * i + 3 * v) % 11) - (v > 0 ? (i * i) % 6 : 0);
        return `P${10 + i},${i % 2 ? 'Drug' : 'Placebo'},${visit},${slip !== '' && i === 3 && v > 0 ? slip : score}`;
      }),
    ).flat(),
  ].join('\n');

const press = async (name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await settled(page);
};
const confirmed = (): Promise<string> => page.locator('fc-to-confirm section').innerText();

test('a baseline that was assumed stands with the results until it is confirmed, and again after undo', async () => {
  await chooseFiles(page, { 'trial.csv': trial([1, 29]) });
  await page.locator('#headline table').waitFor();
  const told = 'visit 1 is taken as the baseline of FSS.';
  expect(await confirmed()).toContain(told);
  expect(await page.locator('#results-text').innerText()).toContain(told);
  await press(strings.answers.keep);
  await expect.poll(() => page.locator('fc-to-confirm section').count()).toBe(0);
  expect(await page.locator('fc-file .notes', { hasText: 'taken as the baseline' }).count()).toBe(0);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(confirmed).toContain(told);
});

test('a number with a decimal comma is read as one where that is chosen, and the methods say so', async () => {
  await chooseFiles(page, { 'trial.csv': trial([0, 28], '"43,5"') });
  await press(strings.errors.readDecimal({ fss: [['43,5', '43.5']] }, 1));
  await page.locator('#headline table').waitFor();
  expect(await page.locator('#methods-text').innerText()).toContain(
    'In trial.csv, a comma and a point were both read as the decimal mark in fss.',
  );
});

test('a cell set to missing is told in the methods', async () => {
  await chooseFiles(page, { 'trial.csv': trial([0, 28], '99') });
  await press(strings.errors.setMissing({ fss: ['99'] }, 1));
  await page.locator('#headline table').waitFor();
  expect(await page.locator('#methods-text').innerText()).toContain('\u201c99\u201d in fss (1 cell)');
});

test('the line of an outcome says what was fitted, and what was asked for', async () => {
  await chooseFiles(page, { 'trial.csv': trial([0, 28]) });
  await page.locator('#headline table').waitFor();
  expect(await page.locator('fc-outcome .line').innerText()).toContain(
    'linear model of one visit (asked for: MMRM, unstructured)',
  );
});
