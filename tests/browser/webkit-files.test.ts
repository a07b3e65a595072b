// SPDX-License-Identifier: MIT
/** Files of a disk in WebKit, where no worker may read them: what is wrong with them is said beside them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onePageUrl } from '../support/browser.js';
import { alertsBeside, tablesShown } from '../support/in_page.js';
import { WebKit } from '../support/webkit.js';
import { openExample, removeAllFiles, settled, textsOf, writeAndChoose } from '../support/webkit_page.js';
import { badCases, badCells, noPlan, unreadableDiary } from './bad_files.js';

const folder = mkdtempSync(join(tmpdir(), 'fatigue-webkit-'));
let webkit: WebKit;
let good: string[][];

beforeAll(async () => {
  webkit = await WebKit.launch();
  await webkit.open(onePageUrl);
  await openExample(webkit);
  good = await webkit.evaluate(tablesShown);
  await removeAllFiles(webkit);
}, 120_000);

afterAll(async () => {
  await webkit.close();
  rmSync(folder, { recursive: true });
});

const cases = Object.entries({ ...badCases, 'every bad cell before the visit is chosen': badCells });

test.each(cases)('%s is said beside its file', async (_, { files, beside, says }) => {
  await writeAndChoose(webkit, folder, files);
  for (const part of says)
    await expect.poll(() => webkit.evaluate(alertsBeside, beside), { timeout: 20_000 }).toMatch(part);
  await removeAllFiles(webkit);
});

test('a file that cannot be read leaves the others at work, and a plan that is none is refused', async () => {
  await writeAndChoose(webkit, folder, unreadableDiary);
  await settled(webkit);
  expect((await webkit.evaluate(tablesShown)).flat().join()).toMatch(/Fatigue Severity[^]*Fatigue Impact|FSS[^]*MFIS/);
  await removeAllFiles(webkit);
  await writeAndChoose(webkit, folder, noPlan);
  await expect
    .poll(async () => (await textsOf(webkit, '[role=alert]')).join(), { timeout: 20_000 })
    .toContain('schemaVersion');
  await removeAllFiles(webkit);
});

test('after all of them the example gives the numbers of before', async () => {
  await openExample(webkit);
  expect(await webkit.evaluate(tablesShown)).toEqual(good);
}, 60_000);
