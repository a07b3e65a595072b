// SPDX-License-Identifier: MIT
/**
 * The page opened from disk in WebKit, which Safari is made of: the same numbers as in Chromium. There no worker may read
 * a file, so that every file goes through the page.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleNames } from '../../web/site/examples.js';
import { strings } from '../../web/text/strings.js';
import { onePageUrl } from '../support/browser.js';
import { isRendering, tablesShown } from '../support/in_page.js';
import { WebKit } from '../support/webkit.js';
import { exampleFolder, openExample, startSite, type Site } from './page.js';

let site: Site;
let webkit: WebKit;

beforeAll(async () => {
  [site, webkit] = await Promise.all([startSite(), WebKit.launch()]);
}, 120_000);

afterAll(() => Promise.all([site.close(), webkit.close()]));

const press = async (words: string): Promise<void> => {
  await webkit.until(
    `a button "${words}"`,
    (name) => {
      const buttons = (root: ParentNode): HTMLElement[] => [
        ...root.querySelectorAll<HTMLElement>('button, summary'),
        ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? buttons(shadowRoot) : [])),
      ];
      const button = buttons(document).find((each) => each.checkVisibility() && each.textContent?.trim() === name);
      button?.click();
      return button !== undefined;
    },
    words,
  );
};

/** Text of all that matches, in whichever shadow tree. */
const textsOf = (selector: string): Promise<string[]> =>
  webkit.evaluate((sought) => {
    const within = (root: ParentNode): string[] => [
      ...[...root.querySelectorAll(sought)].map(({ textContent }) => textContent ?? ''),
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? within(shadowRoot) : [])),
    ];
    return within(document);
  }, selector);

/** Waits until the headline is there, and nothing is being read, computed or rendered. */
async function settled(): Promise<void> {
  await webkit.until('a headline', () => {
    const app = document.querySelector('fc-page')?.shadowRoot?.querySelector('fc-app')?.shadowRoot;
    const results = app?.querySelector('fc-results');
    return results?.shadowRoot?.querySelector('#headline') != null && !results.hasAttribute('busy');
  });
  for (let still = 0; still < 3; still++) {
    await expect.poll(() => webkit.evaluate(isRendering), { timeout: 30_000 }).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

const chooseFiles = (paths: readonly string[]): Promise<void> =>
  webkit.chooseFiles(() => {
    const app = document.querySelector('fc-page')?.shadowRoot?.querySelector('fc-app')?.shadowRoot;
    return app?.querySelector('fc-drop-zone')?.shadowRoot?.querySelector('input[type=file]') ?? undefined;
  }, paths);

describe.each(exampleNames)('the example %s', (name) => {
  test('shows in WebKit what it shows in Chromium', async () => {
    await webkit.open(onePageUrl);
    await press(strings.examples.choices[name].open);
    await settled();
    const inWebKit = await webkit.evaluate(tablesShown);
    const { page } = await site.open();
    await openExample(page, name);
    const inChromium = await page.evaluate(tablesShown);
    await page.context().close();
    expect(inChromium.length).toBeGreaterThan(4);
    expect(inWebKit).toEqual(inChromium);
  }, 120_000);
});

test('files from a disk are read, and one that is no table is refused with its reason', async () => {
  await webkit.open(onePageUrl);
  const picture = join(mkdtempSync(join(tmpdir(), 'fatigue-')), 'picture.csv');
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const names = ['participants.csv', 'questionnaires.csv', 'plan.json'];
  await chooseFiles([...names.map((name) => join(exampleFolder('ketamine-pilot'), name)), picture]);
  await settled();
  expect((await textsOf('[role=alert]')).join(' ')).toContain('picture.csv is a PNG picture, not a text file');
  expect((await webkit.evaluate(tablesShown)).flat().join(' ')).toContain('\u221213.8');
}, 60_000);

test('a connection is refused by the page\u2019s policy', async () => {
  await webkit.open(onePageUrl);
  await press(strings.policy.title);
  await press(strings.policy.attempt);
  const refused = strings.policy.refused('connect-src');
  await expect.poll(async () => (await textsOf('[role=status]')).join(' '), { timeout: 20_000 }).toContain(refused);
}, 60_000);
