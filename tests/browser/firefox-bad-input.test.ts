// SPDX-License-Identifier: MIT
/** What is wrong with files is said in Firefox as in Chromium, on one page from disk that works on after each of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'puppeteer-core';
import { strings } from '../../web/text/strings.js';
import { onePageUrl } from '../support/browser.js';
import {
  alertsBeside,
  count,
  headlineRows,
  launchFirefox,
  openExample,
  openInFirefox,
  removeAllFiles,
  seen,
  writeAndChoose,
  type WatchedFirefoxPage,
} from '../support/firefox.js';
import { badCases, badCells, itemOutOfRange, noPlan, unreadableDiary } from './bad_files.js';
import { exampleFile } from './page.js';

const folder = mkdtempSync(join(tmpdir(), 'fatigue-firefox-'));
let firefox: Browser;
let open: WatchedFirefoxPage;
let page: Page;
let good: string[][];

beforeAll(async () => {
  firefox = await launchFirefox();
  open = await openInFirefox(firefox, onePageUrl);
  page = open.page;
  await openExample(page);
  good = await headlineRows(page);
  await removeAllFiles(page);
});

// Each test leaves a page without files, whether it passed or not.
afterEach(() => removeAllFiles(page));

afterAll(async () => {
  await firefox.close();
  rmSync(folder, { recursive: true });
});

const cases = Object.entries({ ...badCases, 'every bad cell before the visit is chosen': badCells });

test.each(cases)('%s is said beside its file', async (_, { files, beside, says }) => {
  await writeAndChoose(page, folder, files);
  for (const part of says) await expect.poll(() => alertsBeside(page, beside)).toMatch(part);
});

test('a file that cannot be read leaves the others at work', async () => {
  await writeAndChoose(page, folder, unreadableDiary);
  const outcomes = (await headlineRows(page)).map(([label]) => label);
  expect(outcomes.join()).toMatch(/Fatigue Severity.*Fatigue Impact|FSS.*MFIS/);
});

test('a corrected file given again takes the place of the bad one', async () => {
  await writeAndChoose(page, folder, itemOutOfRange);
  await expect.poll(() => alertsBeside(page, 'questionnaires.csv')).toContain('fss3');
  await writeAndChoose(page, folder, { 'questionnaires.csv': exampleFile('questionnaires.csv') });
  await expect.poll(() => count(page, '[role=alert]')).toBe(0);
  await headlineRows(page);
  expect(await count(page, 'fc-file')).toBe(4);
});

test('a plan that is none is refused and the files are read', async () => {
  await writeAndChoose(page, folder, noPlan);
  await seen(page, strings.data.planRefused);
  await seen(page, 'schemaVersion');
  await expect.poll(() => count(page, 'fc-file')).toBe(1);
});

test('after all of them the example gives the numbers of before, and nothing was an uncaught error', async () => {
  await openExample(page);
  expect(await headlineRows(page)).toEqual(good);
  expect(open.complaints).toEqual([]);
});
