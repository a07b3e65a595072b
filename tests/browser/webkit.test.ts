// SPDX-License-Identifier: MIT
/**
 * The page opened from disk in WebKit, which Safari is made of: the same numbers as in Chromium. There no worker may read
 * a file, so that every file goes through the page.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleNames } from '../../web/site/examples.js';
import { strings } from '../../web/text/strings.js';
import { onePageUrl } from '../support/browser.js';
import { loseNextAnalysis, tablesShown } from '../support/in_page.js';
import { WebKit } from '../support/webkit.js';
import { count, openExample as openInWebKit, press, settled, textsOf } from '../support/webkit_page.js';
import { openExample, settled as settledInChromium, startSite, type Site } from './page.js';

let site: Site;
let webkit: WebKit;

beforeAll(async () => {
  [site, webkit] = await Promise.all([startSite(), WebKit.launch()]);
}, 120_000);

afterAll(() => Promise.all([site.close(), webkit.close()]));

describe.each(exampleNames)('the example %s', (name) => {
  test('shows in WebKit what it shows in Chromium', async () => {
    await webkit.open(onePageUrl);
    await openInWebKit(webkit, name);
    const inWebKit = await webkit.evaluate(tablesShown);
    const { page } = await site.open();
    await openExample(page, name);
    const inChromium = await page.evaluate(tablesShown);
    await page.context().close();
    expect(inChromium.length).toBeGreaterThan(4);
    expect(inWebKit).toEqual(inChromium);
  }, 120_000);
});

test('an analysis that is lost is cancelled, and run again gives the numbers of Chromium', async () => {
  await webkit.open(onePageUrl);
  await openInWebKit(webkit);
  await webkit.evaluate(loseNextAnalysis);
  await webkit.evaluate((label) => {
    const fields = (root: ParentNode): HTMLLabelElement[] => [
      ...root.querySelectorAll('label'),
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? fields(shadowRoot) : [])),
    ];
    const named = fields(document).find(({ textContent }) => textContent?.trim().startsWith(label));
    const input = named?.querySelector('input');
    if (!input) throw new Error(`no field ${label}`);
    input.value = '80';
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, strings.analysis.confidence);
  await press(webkit, strings.results.cancel);
  await expect
    .poll(() => textsOf(webkit, 'p, div'), { timeout: 20_000 })
    .toContainEqual(expect.stringContaining(strings.results.cancelled));
  expect(await count(webkit, 'fc-file')).toBe(4);
  await press(webkit, strings.results.again);
  await settled(webkit);
  const { page } = await site.open();
  await openExample(page);
  await page.getByLabel(strings.analysis.confidence).fill('80');
  await page.getByLabel(strings.analysis.confidence).press('Enter');
  await expect.poll(() => page.locator('#headline table').innerText(), { timeout: 10_000 }).toContain('80% CI');
  await settledInChromium(page);
  expect(await webkit.evaluate(tablesShown)).toEqual(await page.evaluate(tablesShown));
  await page.context().close();
}, 120_000);

test('a connection is refused by the page\u2019s policy', async () => {
  await webkit.open(onePageUrl);
  await press(webkit, strings.policy.title);
  await press(webkit, strings.policy.attempt);
  const refused = strings.policy.refused('connect-src');
  await expect
    .poll(async () => (await textsOf(webkit, '[role=status]')).join(' '), { timeout: 20_000 })
    .toContain(refused);
}, 60_000);
