// SPDX-License-Identifier: MIT
/** The page opened from disk in Firefox: the same numbers as in Chromium, the same messages, and nothing sent. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { exampleNames } from '../../web/site/examples.js';
import { strings } from '../../web/text/strings.js';
import { onePageUrl } from '../support/browser.js';
import { launchFirefox, openInFirefox, type WatchedFirefoxPage } from '../support/firefox.js';
import { openExample, startSite, type Site } from './page.js';

let site: Site;
let firefox: Browser;

beforeAll(async () => {
  [site, firefox] = await Promise.all([startSite(), launchFirefox()]);
});

afterAll(() => Promise.all([site.close(), firefox.close()]));

/** The button with this text, in whichever shadow tree. */
async function click(page: Page, text: string): Promise<void> {
  const button = await page.waitForSelector(`>>> ::-p-text(${text})`);
  await button?.click();
}

/** Waits for words anywhere on the page. */
async function seen(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (sought) => {
      const has = (root: ParentNode): boolean =>
        (root.textContent ?? '').includes(sought) ||
        [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && has(shadowRoot));
      return has(document.body);
    },
    {},
    words,
  );
}

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

const isSettled = (): boolean => {
  const results = document
    .querySelector('fc-page')
    ?.shadowRoot?.querySelector('fc-app')
    ?.shadowRoot?.querySelector('fc-results');
  const isPending = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      (element) =>
        ('isUpdatePending' in element && element.isUpdatePending === true) ||
        (element.shadowRoot !== null && isPending(element.shadowRoot)),
    );
  const isThere = results?.shadowRoot?.querySelector('#headline') != null && !results.hasAttribute('busy');
  return isThere && !isPending(document);
};

async function withExample(opened: WatchedFirefoxPage, name: (typeof exampleNames)[number]): Promise<string[][]> {
  const { page } = opened;
  await click(page, strings.examples.choices[name].open);
  // Parts that are rendered bring parts of their own: it is to be still for a while.
  for (let still = 0; still < 3; still++) {
    await page.waitForFunction(isSettled, { timeout: 30_000 });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return page.evaluate(numbersShown);
}

describe.each(exampleNames)('the example %s', (name) => {
  test('shows in Firefox what it shows in Chromium', async () => {
    const opened = await openInFirefox(firefox, onePageUrl);
    const inFirefox = await withExample(opened, name);
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

test('a file that is no table is refused with its reason', async () => {
  const { page } = await openInFirefox(firefox, onePageUrl);
  const file = join(mkdtempSync(join(tmpdir(), 'fatigue-')), 'picture.csv');
  writeFileSync(file, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const input = (await page.waitForSelector('>>> input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
  await seen(page, 'picture.csv is a PNG picture, not a text file');
  await page.close();
});

test('a connection is refused by the page\u2019s policy', async () => {
  const { page, requests } = await openInFirefox(firefox, onePageUrl);
  await click(page, strings.policy.title);
  await click(page, strings.policy.attempt);
  await seen(page, strings.policy.refused('connect-src'));
  expect(requests.filter((url) => url.startsWith('http'))).toEqual([]);
});
