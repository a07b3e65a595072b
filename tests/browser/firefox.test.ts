// SPDX-License-Identifier: MIT
/** The page opened from disk in Firefox: the same numbers as in Chromium, and nothing sent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'puppeteer-core';
import { exampleNames } from '../../web/site/examples.js';
import { strings } from '../../web/text/strings.js';
import { onePageUrl } from '../support/browser.js';
import { click, launchFirefox, openExample as openExampleInFirefox, openInFirefox, seen } from '../support/firefox.js';
import { openExample, startSite, type Site } from './page.js';

let site: Site;
let firefox: Browser;

beforeAll(async () => {
  [site, firefox] = await Promise.all([startSite(), launchFirefox()]);
});

afterAll(() => Promise.all([site.close(), firefox.close()]));

/** Every number of the headline table and of each outcome's tables, as they stand on the page. */
const numbersShown = (): string[][] => {
  const tables: string[][] = [];
  const find = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) find(element.shadowRoot);
      const isTable = element instanceof HTMLTableElement && element.checkVisibility();
      if (isTable)
        tables.push([...element.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join('|')));
    }
  };
  const results = document
    .querySelector('fc-page')
    ?.shadowRoot?.querySelector('fc-app')
    ?.shadowRoot?.querySelector('fc-results');
  if (results?.shadowRoot) find(results.shadowRoot);
  return tables;
};

describe.each(exampleNames)('the example %s', (name) => {
  test('shows in Firefox what it shows in Chromium', async () => {
    const opened = await openInFirefox(firefox, onePageUrl);
    await openExampleInFirefox(opened.page, name);
    const inFirefox = await opened.page.evaluate(numbersShown);
    const { page } = await site.open();
    await openExample(page, name);
    const inChromium = await page.evaluate(numbersShown);
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
