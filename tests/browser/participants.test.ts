// SPDX-License-Identifier: MIT
/** Single participants are looked at when somebody unfolds that part, and not before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { strings } from '../../web/text/strings.js';
import { openExample, settled, startSite, type Site } from './page.js';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

test('figures of participants come with the unfolding, keep their places, and follow the analysis', async () => {
  const { page, complaints } = await site.open();
  await page.evaluate(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    const descriptor = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage');
    const post = descriptor?.value as (this: Worker, message: { kind: string }) => void;
    Worker.prototype.postMessage = function (this: Worker, message: { kind: string }): void {
      asked.push(message.kind);
      post.call(this, message);
    };
  });
  const askedFor = (kind: string): Promise<number> =>
    page.evaluate(
      (wanted) => (window as never as { asked: string[] }).asked.filter((each) => each === wanted).length,
      kind,
    );
  await openExample(page);
  expect([await askedFor('individual'), await askedFor('influence')]).toEqual([0, 0]);
  const part = page.locator('fc-outcome-result').first().locator('details.individual');
  expect(await part.locator('fc-figure').count()).toBe(0);

  await part.locator('summary').first().click();
  await part.locator('fc-figure[id^=influence-]').first().waitFor();
  expect(await askedFor('individual')).toBe(1);
  const figures = await part.locator('fc-figure').count();
  expect(figures).toBeGreaterThan(3);

  await page.getByLabel('Confidence level').fill('80');
  await page.getByLabel('Confidence level').press('Enter');
  await expect.poll(() => page.locator('#headline table').innerText()).toContain('80% CI');
  await expect.poll(() => askedFor('individual')).toBe(2);
  await expect.poll(() => part.locator('fc-figure').count()).toBe(figures);
  expect(await part.evaluate((details) => (details as HTMLDetailsElement).open)).toBe(true);

  await part.locator('summary').first().click();
  await page.getByLabel('Confidence level').fill('90');
  await page.getByLabel('Confidence level').press('Enter');
  await expect.poll(() => page.locator('#headline table').innerText()).toContain('90% CI');
  await settled(page);
  expect(await askedFor('individual')).toBe(2);
  expect(strings.figures.individual).toBe(await part.locator('summary').first().innerText());
  expect(complaints).toEqual([]);
}, 60_000);

/** The worker breaks down when it is asked for single participants. */
function breakWhenLookedAt(page: Page): Promise<void> {
  return page.evaluate(() => {
    const descriptor = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage');
    const post = descriptor?.value as (this: Worker, message: { kind: string }) => void;
    let asked = 0;
    Object.assign(window, { asked: () => asked });
    Worker.prototype.postMessage = function (this: Worker, message: { kind: string }): void {
      const isAsked = message.kind === 'individual';
      if (isAsked && ++asked === 1) this.dispatchEvent(new ErrorEvent('error', { message: 'gone' }));
      else post.call(this, message);
    };
  });
}

test('a breakdown while participants are looked at is told in their place, and tried again when asked', async () => {
  const { page } = await site.open();
  await openExample(page);
  await breakWhenLookedAt(page);
  const part = page.locator('fc-outcome-result').first().locator('details.individual');
  await part.locator('summary').first().click();
  await part.getByRole('alert').filter({ hasText: strings.figures.notLookedAt }).waitFor();
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as never as { asked: () => number }).asked())).toBe(1);
  expect(await page.locator('#headline table').count()).toBe(1);

  await part.getByRole('button', { name: strings.errors.tryAgain }).click();
  await part.locator('fc-figure[id^=influence-]').first().waitFor();
  expect(await part.getByRole('alert').count()).toBe(0);
}, 60_000);
