// SPDX-License-Identifier: MIT
/** A long analysis is stopped and the page goes on. One request is lost on its way to the worker, however fast that is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { loseNextAnalysis } from '../support/in_page.js';
import { examplePlan, headlineByCli, openExample, settled, shownRows, startSite, type Site } from './page.js';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

async function setConfidence(page: Page, percent: string): Promise<void> {
  await page.getByLabel('Confidence level').fill(percent);
  await page.getByLabel('Confidence level').press('Enter');
}

test('a long analysis is cancelled, and the page keeps files and plan and works on', async () => {
  const { page, complaints } = await site.open();
  await openExample(page);
  await page.evaluate(loseNextAnalysis);
  await setConfidence(page, '80');
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  expect(await page.locator('fc-progress span').innerText()).toContain('Working');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('fc-notice', { hasText: 'The analysis was cancelled' }).waitFor();
  expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
  expect(await page.locator('fc-file').count()).toBe(4);
  expect(await page.getByLabel('Confidence level').inputValue()).toBe('80');
  expect(await page.locator('#headline').count()).toBe(0);

  await page.getByRole('button', { name: 'Run the analysis' }).click();
  await page.locator('#headline table').waitFor();
  await settled(page);
  const plan = examplePlan();
  plan.inference = { ...plan.inference, confidence: 0.8 };
  expect(await shownRows(page.locator('#headline table'))).toEqual(headlineByCli(plan));
  await setConfidence(page, '90');
  await expect.poll(() => page.locator('#headline table').innerText(), { timeout: 10_000 }).toContain('90% CI');
  expect(complaints).toEqual([]);
}, 40_000);

test('"Remove all files" waits for no analysis', async () => {
  const { page } = await site.open();
  await openExample(page);
  await page.evaluate(loseNextAnalysis);
  await setConfidence(page, '80');
  await page.getByRole('button', { name: 'Remove all files' }).click();
  await expect.poll(() => page.locator('fc-file').count()).toBe(0);
  await openExample(page);
  expect(await page.locator('#headline table').count()).toBe(1);
}, 40_000);
