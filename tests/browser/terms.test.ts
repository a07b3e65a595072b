// SPDX-License-Identifier: MIT
/** Statistical terms are explained where they stand, by mouse and keyboard, and all of them in the glossary. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { strings } from '../../web/text/strings.js';
import { openExample, startSite, type Site } from './page.js';

let site: Site;
const all = strings.terms.all;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

test('a field explains its terms beside the label, and keeps its own name', async () => {
  const { page } = await site.open();
  await openExample(page);
  const outcome = page.locator('fc-outcome').first();
  await outcome.locator('summary').first().click();
  const method = outcome.getByRole('combobox', { name: 'Estimation', exact: true });
  expect(await method.count()).toBe(1);

  const button = outcome.getByRole('button', { name: 'Explain REML and ML' });
  expect(await button.getAttribute('aria-expanded')).toBe('false');
  await method.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await button.getAttribute('aria-expanded')).toBe('true');
  await outcome.getByText(all.reml.what).waitFor();
  await page.keyboard.press('Escape');
  expect(await button.getAttribute('aria-expanded')).toBe('false');
  expect(await outcome.getByText(all.reml.what).count()).toBe(0);
  expect(await button.evaluate((node) => node.matches(':focus'))).toBe(true);
});

test('a field explains what is chosen in it', async () => {
  const { page } = await site.open();
  await openExample(page);
  const outcome = page.locator('fc-outcome').first();
  await outcome.locator('summary').first().click();
  await outcome.getByRole('button', { name: 'Explain degrees of freedom (df)' }).click();
  expect(await outcome.getByText(all.degreesOfFreedom.what).isVisible()).toBe(true);
  expect(await outcome.getByText(all.kenwardRoger.what).isVisible()).toBe(true);
  await outcome.getByLabel('Small-sample correction').selectOption('satterthwaite');
  await outcome.getByText(all.satterthwaite.what).waitFor();
  expect(await outcome.getByText(all.kenwardRoger.what).count()).toBe(0);
});

test('results explain one term at a time', async () => {
  const { page } = await site.open();
  await openExample(page);
  const line = page.locator('fc-results fc-terms').first();
  await line.getByRole('button', { name: 'confidence interval' }).click();
  expect(await line.getByText(all.confidenceInterval.what).isVisible()).toBe(true);
  await line.getByRole('button', { name: all.mcid.term }).click();
  expect(await line.getByText(all.mcid.what).isVisible()).toBe(true);
  expect(await line.getByText(all.confidenceInterval.what).count()).toBe(0);
  await line.getByRole('button', { name: all.mcid.term }).click();
  expect(await line.getByText(all.mcid.what).count()).toBe(0);
});

test('the glossary has every term, folded, and paper has none', async () => {
  const { page } = await site.open('onDisk', 320);
  await openExample(page);
  await page.locator('fc-results fc-terms').first().getByRole('button').first().click();
  const glossary = page.locator('fc-glossary');
  expect(await glossary.isVisible()).toBe(false);
  await page.locator('fc-about').getByText(strings.terms.title).click();
  expect((await glossary.locator('dt').allInnerTexts()).sort()).toEqual(
    Object.values(all)
      .map(({ term }) => term)
      .sort(),
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['fc-glossary', 'fc-results fc-terms button >> nth=0', 'fc-results fc-terms .panel'])
    expect(await page.locator(hidden).first().isVisible()).toBe(false);
});
