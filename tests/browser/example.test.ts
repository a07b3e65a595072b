// SPDX-License-Identifier: MIT
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../web/contract/report.js';
import { meansTable, slopesTable } from '../../web/text/tables/means.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { safetyTable } from '../../web/text/tables/safety.js';
import { foreignRequests } from '../support/browser.js';
import { tableText } from '../web/report-fixture.js';
import { analyzeByCli, examplePlan, openExample, root, settled, shownRows, startSite, type Site } from './page.js';

let site: Site;
let expected: Report;

beforeAll(async () => {
  site = await startSite();
  expected = analyzeByCli(examplePlan());
});

afterAll(() => site.close());

describe.each(['hosted', 'onDisk'] as const)('the example, %s', (where) => {
  test('shows the numbers the command line computes', async () => {
    const { page } = await site.open(where);
    await openExample(page);
    expect(await shownRows(page.locator('#headline table'))).toEqual(tableText(headlineTable(expected)));
    expect(await shownRows(page.locator('#safety table'))).toEqual(tableText(safetyTable(expected, expected.safety!)));
    for (const outcome of expected.outcomes) {
      const section = page.locator('fc-outcome-result', { has: page.getByRole('heading', { name: outcome.label }) });
      const means = section.locator('section > fc-table', { hasText: meansTable(expected, outcome).caption });
      expect(await shownRows(means.locator('table'))).toEqual(tableText(meansTable(expected, outcome)));
      if (outcome.slopes.length === 0) continue;
      const slopes = section.locator('section > fc-table', { hasText: slopesTable(expected, outcome).caption });
      expect(await shownRows(slopes.locator('table'))).toEqual(tableText(slopesTable(expected, outcome)));
    }
  });

  test('makes no request beyond the page itself, and complains about nothing', async () => {
    const opened = await site.open(where);
    await openExample(opened.page);
    expect(foreignRequests(opened, site[where])).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  test('may not connect to anything', async () => {
    const { page, requests } = await site.open(where);
    const refusal = await page.evaluate(async () => {
      const refused = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective)),
      );
      const answer = await fetch('https://example.com').then(
        () => 'connected',
        () => 'refused',
      );
      return [answer, await refused];
    });
    expect(refusal).toEqual(['refused', 'connect-src']);
    expect(requests).not.toContain('https://example.com/');
  });

  test('says simulated on every table and figure', async () => {
    const { page } = await site.open(where);
    await openExample(page);
    const captions = await page.locator('#results caption, #results figcaption').allTextContents();
    expect(captions.length).toBeGreaterThan(8);
    for (const caption of captions) expect(caption).toContain('Simulated data');
  });
});

test('the first table is marked for measuring', async () => {
  const { page } = await site.open();
  await openExample(page);
  expect(await page.evaluate(() => performance.getEntriesByName('fc:first-table').length)).toBe(1);
});

test('each outcome has its figure with both arms and all visits', async () => {
  const { page } = await site.open();
  await openExample(page);
  for (const [i, outcome] of expected.outcomes.entries()) {
    const plot = page.locator('fc-figure[id^="means-"]').nth(i).locator('.plot > svg');
    const points = outcome.means.filter(({ visit }) => visit !== null).length;
    expect(await plot.locator('[aria-label=dot] path, [aria-label=dot] circle').count()).toBe(points);
    expect(await plot.locator('[aria-label=line] path').count()).toBe(expected.arms.length);
    expect(await plot.locator('[aria-label=rule] line[y1]').count()).toBeGreaterThanOrEqual(points);
  }
});

test('looks as in the README', async () => {
  const { page } = await site.open();
  await page.emulateMedia({ colorScheme: 'light' });
  await openExample(page);
  await settled(page);
  const results = page.locator('#results');
  const box = await results.boundingBox();
  if (!box) throw new Error('the results have no box');
  const clip = { x: box.x - 24, y: box.y, width: box.width + 48, height: Math.min(box.height, 1250) };
  const image = await page.screenshot({ path: join(root, 'docs/screenshot.png'), fullPage: true, clip });
  expect(image.length).toBeGreaterThan(10_000);
});
