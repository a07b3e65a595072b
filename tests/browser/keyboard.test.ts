// SPDX-License-Identifier: MIT
/** From an example to a saved report without a mouse: every step is reached by Tab, seen, and left again. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { strings } from '../../web/text/strings.js';
import type { WatchedPage } from '../support/browser.js';
import { focusOf, tabStops, tabTo, type Focus } from '../support/keyboard.js';
import { openExample, settled, startSite, type Site } from './page.js';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

const wrong = (passed: readonly Focus[]): Focus[] => passed.filter(({ faults }) => faults.length > 0);

/** Never twice the same on the way, which would be a trap. */
function expectForward(passed: readonly Focus[]): void {
  expect(new Set(passed.map(({ order }) => order)).size).toBe(passed.length);
}

/** Without motion, so that what has the focus is in its place at once. */
async function opened(width?: number): Promise<WatchedPage> {
  const watched = await site.open('onDisk', width);
  await watched.page.emulateMedia({ reducedMotion: 'reduce' });
  return watched;
}

async function walk(page: Page, name: string | RegExp): Promise<void> {
  const passed = await tabTo(page, name);
  expectForward(passed);
  expect(wrong(passed)).toEqual([]);
}

test('an example is opened, a setting changed, a part unfolded and a report saved', async () => {
  const { page, complaints } = await opened();
  await walk(page, strings.examples.choices['ketamine-pilot'].open);
  await page.keyboard.press('Enter');
  await page.locator('#headline table').waitFor();
  await settled(page);
  expect(await page.locator('#headline table').innerText()).toContain('95% CI');

  await walk(page, /^Confidence level/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#headline table').innerText()).toContain('80% CI');
  await settled(page);
  // The change has not thrown the focus back to the top.
  expect((await focusOf(page)).name).toMatch(/^Confidence level/);

  await walk(page, strings.figures.dataTable);
  await page.keyboard.press('Enter');
  await page.locator('fc-figure details[open] table').first().waitFor();

  await walk(page, strings.exports.md);
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('80% CI');
  expect(complaints).toEqual([]);
});

test.each([1200, 320])('Tab reaches everything once, and leaves the page, at %i pixels', async (width) => {
  const { page } = await opened(width);
  await openExample(page);
  const stops = await tabStops(page);
  expect(stops.length).toBeGreaterThan(60);
  // The next Tab goes on from what was clicked.
  await page.locator('h1').click();
  const passed: Focus[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (focus.order === -1 || passed.length > 2 * stops.length || focus.order === passed[0]?.order) break;
    passed.push(focus);
  }
  expectForward(passed);
  expect(wrong(passed)).toEqual([]);
  const reached = passed.filter(({ isIncidental }) => !isIncidental);
  expect(reached.map(({ name }) => name).sort()).toEqual(stops.sort());
});
