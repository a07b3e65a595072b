// SPDX-License-Identifier: MIT
/** The page opened from disk in Firefox: the same numbers as in Chromium, nothing sent, and Cancel. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'puppeteer-core';
import { exampleNames } from '../../web/site/examples.js';
import { strings } from '../../web/text/strings.js';
import { onePageUrl } from '../support/browser.js';
import {
  click,
  count,
  enter,
  entered,
  headlineRows,
  launchFirefox,
  openExample as openExampleInFirefox,
  openInFirefox,
  removeAllFiles,
  seen,
  type WatchedFirefoxPage,
} from '../support/firefox.js';
import { loseNextAnalysis, tablesShown } from '../support/in_page.js';
import { examplePlan, headlineByCli, openExample, startSite, type Site } from './page.js';

let site: Site;
let firefox: Browser;

beforeAll(async () => {
  [site, firefox] = await Promise.all([startSite(), launchFirefox()]);
});

afterAll(() => Promise.all([site.close(), firefox.close()]));

describe.each(exampleNames)('the example %s', (name) => {
  test('shows in Firefox what it shows in Chromium', async () => {
    const opened = await openInFirefox(firefox, onePageUrl);
    await openExampleInFirefox(opened.page, name);
    const inFirefox = await opened.page.evaluate(tablesShown);
    const { page } = await site.open();
    await openExample(page, name);
    const inChromium = await page.evaluate(tablesShown);
    expect(inChromium.length).toBeGreaterThan(4);
    expect(inFirefox).toEqual(inChromium);
    expect(opened.complaints).toEqual([]);
    expect(opened.requests.filter((url) => url !== onePageUrl && !/^(blob|data):/.test(url))).toEqual([]);
    await Promise.all([opened.page.close(), page.context().close()]);
  });
});

test('a connection is refused by the page\u2019s policy', async () => {
  const { page, requests } = await openInFirefox(firefox, onePageUrl);
  await click(page, strings.policy.title);
  await click(page, strings.policy.attempt);
  await seen(page, strings.policy.refused('connect-src'));
  expect(requests.filter((url) => url.startsWith('http'))).toEqual([]);
});

describe('an analysis that is lost on its way to the worker', () => {
  const { analysis, results } = strings;
  let open: WatchedFirefoxPage;
  let page: Page;

  beforeEach(async () => {
    open = await openInFirefox(firefox, onePageUrl);
    page = open.page;
    await openExampleInFirefox(page);
    await page.evaluate(loseNextAnalysis);
    await enter(page, analysis.confidence, '80');
  });

  afterEach(async () => {
    await page.close();
    expect(open.complaints).toEqual([]);
  });

  test('is cancelled, and the page keeps files and plan and works on', async () => {
    await click(page, results.cancel);
    await seen(page, results.cancelled);
    expect(await count(page, 'progress')).toBe(0);
    expect(await count(page, 'fc-file')).toBe(4);
    expect(await entered(page, analysis.confidence)).toBe('80');
    expect(await count(page, '#headline')).toBe(0);

    await click(page, results.again);
    const plan = examplePlan();
    plan.inference = { ...plan.inference, confidence: 0.8 };
    expect(await headlineRows(page)).toEqual(headlineByCli(plan));
    await enter(page, analysis.confidence, '90');
    await seen(page, '90% CI');
  });

  test('does not keep "Remove all files" waiting', async () => {
    await seen(page, results.cancel);
    await removeAllFiles(page);
    await openExampleInFirefox(page);
    expect(await headlineRows(page)).toEqual(headlineByCli(examplePlan()));
  });
});
