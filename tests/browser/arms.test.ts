// SPDX-License-Identifier: MIT
/** Arms that are written in two ways, have a slip or no names, and rows that are no data: mended on the page. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { strings } from '../../web/text/strings.js';
import { chooseFiles, settled, startSite, type Site } from './page.js';

const text = strings.arms;
let site: Site;
let page: Page;

beforeAll(async () => {
  site = await startSite();
});

beforeEach(async () => {
  page = (await site.open()).page;
});

afterAll(() => site.close());

const trial = (armOf: (i: number) => string, more = ''): string =>
  [
    'id,arm,visit,fss',
    ...Array.from({ length: 16 }, (_, i) =>
      [0, 28].map((visit) => `P${10 + i},${armOf(i)},${visit},${40 + ((7 * i) % 11) - (visit > 0 ? (i * i) % 6 : 0)}`),
    ).flat(),
    ...(more === '' ? [] : [more]),
  ].join('\n');

const press = async (name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await settled(page);
};
const headline = (): Promise<string> => page.locator('#headline table').innerText();
const references = (): Promise<string[]> =>
  page.getByLabel(strings.analysis.reference).locator('option').allInnerTexts();

test('a slip is asked about, merged by one button, and taken apart again', async () => {
  const armOf = (i: number): string => (i === 2 ? 'Placbo' : i === 4 ? 'placebo' : i % 2 ? 'Drug' : 'Placebo');
  await chooseFiles(page, { 'trial.csv': trial(armOf) });
  await settled(page);
  expect(await references()).toEqual(['Placebo', 'Drug', 'Placbo']);
  await press(text.merge('Placbo', 'Placebo'));
  expect(await references()).toEqual(['Placebo', 'Drug']);
  expect(await headline()).not.toContain('Placbo');
  await press(text.apart('placebo'));
  expect(await references()).toEqual(['Placebo', 'Drug', 'placebo']);
});

test('codes are asked about until they have names, which two arms cannot share', async () => {
  await chooseFiles(page, { 'trial.csv': trial((i) => String(1 + (i % 2))) });
  await settled(page);
  await page.getByText(text.nameless('1, 2')).waitFor();
  const name = async (value: string, shown: string): Promise<void> => {
    await page.getByLabel(text.name(value)).fill(shown);
    await page.getByLabel(text.name(value)).press('Enter');
    await settled(page);
  };
  await name('1', 'Ketamine');
  await name('2', 'Ketamine');
  await page.getByText(text.nameTaken('Ketamine', '1')).waitFor();
  await name('2', 'Placebo');
  await press(text.makeReference('Placebo'));
  expect(await references()).toEqual(['Placebo', 'Ketamine']);
  expect(await headline()).toContain('Ketamine');
});

test('on a phone a guessed reference is marked where the result is, whole, until it is confirmed', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await chooseFiles(page, { 'trial.csv': trial((i) => String(1 + (i % 2))) });
  await settled(page);
  const bar = page.locator('fc-bar .of');
  expect(await bar.innerText()).toContain(strings.confirm.mark(1));
  const isCut = (element: Element): boolean => element.scrollWidth > element.clientWidth;
  expect(await bar.evaluate(isCut)).toBe(false);
  for (const table of ['#headline', '#effects-in-full'])
    expect(await page.locator(`${table} .scroll`).evaluate(isCut)).toBe(false);
  expect(await page.locator('#results-text').innerText()).toContain(strings.confirm.reference('1'));
  await press(strings.answers.keepReference('1'));
  await expect.poll(() => page.locator('fc-to-confirm section').count()).toBe(0);
  expect(await bar.innerText()).not.toContain(strings.confirm.mark(1));
  expect(await page.locator('#results-text').innerText()).not.toContain(strings.confirm.reference('1'));
});

test('the question for the reference stands once, and its answer leaves the panel of arms open', async () => {
  await chooseFiles(page, { 'trial.csv': trial((i) => String(1 + (i % 2))) });
  await page.locator('fc-to-confirm section').waitFor();
  expect(await page.locator('fc-file .notes', { hasText: 'reference' }).count()).toBe(0);
  expect(await page.locator('fc-arms .remark').allInnerTexts()).toEqual([text.nameless('1, 2')]);
  await page.getByRole('button', { name: strings.confirm.mark(1) }).press('Enter');
  const focused = page.locator('fc-to-confirm li:focus');
  expect(await focused.innerText()).toContain(strings.confirm.reference('1'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('fc-to-confirm section').count()).toBe(0);
  expect(await page.locator('fc-arms details').getAttribute('open')).not.toBeNull();
});

test('a total below the data is left out, and taken in again where it is wanted', async () => {
  await chooseFiles(page, { 'trial.csv': trial((i) => (i % 2 ? 'Drug' : 'Placebo'), 'N = 16,,,') });
  await settled(page);
  await page.locator('fc-columns summary').first().click();
  expect(await page.locator('fc-file header').innerText()).toContain('32 rows');
  await press(strings.mapping.rowTakeIn(34));
  expect(await page.locator('fc-file header').innerText()).toContain('33 rows');
  await press(strings.mapping.rowLeaveOut(34));
  expect(await page.locator('fc-file header').innerText()).toContain('32 rows');
});
