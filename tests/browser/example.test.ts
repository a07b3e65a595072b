// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OutcomeResult, Report } from '../../web/contract/report.js';
import { exampleNames } from '../../web/site/examples.js';
import { setLanguage } from '../../web/text/language.js';
import { strings } from '../../web/text/strings.js';
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

// A page goes on computing what single participants do.
afterEach(() => Promise.all(site.browser.contexts().map((context) => context.close())));

afterAll(() => site.close());

/** The section of an outcome has the means and slopes of the report. */
async function expectMeans(page: Page, report: Report, outcome: OutcomeResult): Promise<void> {
  const heading = page.getByRole('heading', { name: outcome.label });
  const section = page.locator('fc-outcome-result', { has: heading });
  const means = section.locator('section > fc-table', { hasText: meansTable(report, outcome).caption });
  expect(await shownRows(means.locator('table'))).toEqual(tableText(meansTable(report, outcome)));
  if (outcome.slopes.length === 0) return;
  const slopes = section.locator('section > fc-table', { hasText: slopesTable(report, outcome).caption });
  expect(await shownRows(slopes.locator('table'))).toEqual(tableText(slopesTable(report, outcome)));
}

describe.each(exampleNames)('the example %s', (name) => {
  test('shows the numbers the command line computes', async () => {
    const report = analyzeByCli(examplePlan(name), name);
    const opened = await site.open();
    const { page } = opened;
    await openExample(page, name);
    expect(await shownRows(page.locator('#headline table'))).toEqual(tableText(headlineTable(report)));
    expect(await page.locator('fc-outcome-result').count()).toBe(report.outcomes.length);
    for (const outcome of report.outcomes) await expectMeans(page, report, outcome);
    expect(opened.complaints).toEqual([]);
    expect(foreignRequests(opened, site.onDisk)).toEqual([]);
  });

  test('says simulated on every table and figure, and in what is saved', async () => {
    const { page } = await site.open();
    await openExample(page, name);
    await expect.poll(() => page.locator('#data-title .badge').textContent()).toBe(strings.intro.simulatedBadge);
    const captions = await page.locator('#results caption, #results figcaption').allTextContents();
    expect(captions.length).toBeGreaterThan(8);
    for (const caption of captions) expect(caption).toContain('Simulated data');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Markdown' }).click();
    expect(readFileSync(await (await saving).path(), 'utf8')).toContain('These data are simulated');
  });

  test('needs no sideways scrolling on a phone', async () => {
    const { page } = await site.open('onDisk', 390);
    await openExample(page, name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test('one example takes the place of another', async () => {
  const { page } = await site.open();
  await openExample(page);
  await openExample(page, 'daily-diary');
  const report = analyzeByCli(examplePlan('daily-diary'), 'daily-diary');
  await expect.poll(() => shownRows(page.locator('#headline table'))).toEqual(tableText(headlineTable(report)));
  expect(await page.locator('fc-file').count()).toBe(2);
});

test('the axis of a forest names no single arm where there are three', async () => {
  const { page } = await site.open();
  await openExample(page, 'follow-on');
  const axis = page.locator('fc-figure[id="differences-mfis"] [aria-label="x-axis label"]');
  expect(await axis.textContent()).toContain('Lower fatigue with the arm named');
});

/** Whatever can be seen, in all shadow roots, without names of files and works cited. */
const seenText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const own = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (node instanceof Element && (!node.checkVisibility() || node.matches('style, ol, option:not(:checked)')))
        return '';
      const shadow = node instanceof Element ? node.shadowRoot : null;
      return [...(shadow ?? node).childNodes].map(own).join(' ');
    };
    return own(document.body).replace(/\S+\.csv/g, '');
  });

test('the page turns German where it stands, numbers and all, and English again', async () => {
  const { page } = await site.open('onDisk', 390);
  await openExample(page);
  const inEnglish = await shownRows(page.locator('#headline table'));
  const language = page.getByRole('combobox', { name: strings.languages.choose });
  try {
    setLanguage('de');
    await language.selectOption('de');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de');
    await expect.poll(() => shownRows(page.locator('#headline table'))).toEqual(tableText(headlineTable(expected)));
    await settled(page);
    expect(await shownRows(page.locator('#safety table'))).toEqual(tableText(safetyTable(expected, expected.safety!)));
    for (const outcome of expected.outcomes) await expectMeans(page, expected, outcome);
    const seen = await seenText(page);
    expect(seen).toContain('Freiheitsgrade');
    expect(seen.match(/.{0,60}\b(?:the|and|participants|with|records?|visits)\b.{0,60}/gi) ?? []).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('combobox', { name: strings.languages.choose }).selectOption('en');
  } finally {
    setLanguage('en');
  }
  await expect.poll(() => shownRows(page.locator('#headline table'))).toEqual(inEnglish);
  expect(await page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true);
});

test('nothing asks for what the diary example\u2019s plan says', async () => {
  const { page } = await site.open();
  await openExample(page, 'daily-diary');
  const notes = await page.locator('fc-file li').allTextContents();
  expect(notes.map((note) => note.trim())).toEqual([expect.stringContaining('study days are counted from start_date')]);
});

describe.each(['hosted', 'onDisk'] as const)('the pilot, %s', (where) => {
  test('shows the numbers the command line computes', async () => {
    const { page } = await site.open(where);
    await openExample(page);
    expect(await shownRows(page.locator('#headline table'))).toEqual(tableText(headlineTable(expected)));
    await settled(page);
    expect(await shownRows(page.locator('#safety table'))).toEqual(tableText(safetyTable(expected, expected.safety!)));
    for (const outcome of expected.outcomes) await expectMeans(page, expected, outcome);
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
