// SPDX-License-Identifier: MIT
/** No rule of WCAG 2.2 AA that a program can check is broken, in any state of the page or look of it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { exampleNames } from '../../web/site/examples.js';
import { axeFindings, colourRules, openAll } from '../support/axe.js';
import { chooseFiles, exampleFile, openExample, settled, startSite, type Site } from './page.js';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterEach(() => Promise.all(site.browser.contexts().map((context: BrowserContext) => context.close())));

afterAll(() => site.close());

async function opened(media: Media = {}, width?: number): Promise<Page> {
  const { page } = await site.open('onDisk', width);
  await page.emulateMedia(media);
  return page;
}

/** Everything unfolded, and what that starts drawing drawn. */
async function unfold(page: Page, except: readonly string[] = []): Promise<void> {
  await openAll(page, except);
  await settled(page);
  // What was folded may hold folds of its own once it is drawn.
  await openAll(page, except);
  await settled(page);
}

/** All rules on light ground, those about colour on dark ground too. */
async function expectClean(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await axeFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(page, colourRules)).toEqual([]);
}

/** The next file is never read to its end. */
function loseNextReading(page: Page): Promise<void> {
  return page.evaluate(() => {
    const descriptor = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage');
    const post = descriptor?.value as (this: Worker, message: { kind: string }) => void;
    Worker.prototype.postMessage = function (this: Worker, message: { kind: string }): void {
      if (message.kind !== 'read') post.call(this, message);
    };
  });
}

test('the checker itself finds what is wrong', async () => {
  const page = await opened();
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input type="text">'));
  expect((await axeFindings(page)).map(({ rule }) => rule)).toContain('label');
});

describe('in light and in dark', () => {
  test('before any file', async () => {
    const page = await opened();
    await expectClean(page);
    await unfold(page);
    await expectClean(page);
  });

  test('while a file is read', async () => {
    const page = await opened();
    await loseNextReading(page);
    await page.locator('fc-drop-zone input[type=file]').setInputFiles({
      name: 'diary.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(exampleFile('diary.csv')),
    });
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await expectClean(page);
  });

  test('with a file that cannot be read', async () => {
    const page = await opened();
    await chooseFiles(page, { 'picture.csv': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') });
    await page.locator('fc-file', { hasText: 'PNG picture' }).waitFor();
    await unfold(page);
    await expectClean(page);
  });

  test('with data whose analysis is refused', async () => {
    const page = await opened();
    const wrong = exampleFile('questionnaires.csv').replace(/^(K01,0,)\d/m, '$19');
    await chooseFiles(page, { 'participants.csv': exampleFile('participants.csv'), 'questionnaires.csv': wrong });
    await unfold(page);
    await page.locator('[role=alert]').first().waitFor();
    await expectClean(page);
  });

  test('with files read and every part of their settings open', async () => {
    const page = await opened();
    const names = ['participants.csv', 'diary.csv', 'questionnaires.csv', 'adverse-events.csv'];
    await chooseFiles(page, Object.fromEntries(names.map((name) => [name, exampleFile(name)])));
    // The results are opened in the examples.
    await unfold(page, ['fc-results']);
    expect(await page.locator('fc-outcome').count()).toBeGreaterThan(0);
    await expectClean(page);
  }, 120_000);
});

describe.each(exampleNames)('%s, everything open', (name) => {
  test('in light, in dark, and on a phone of 320 pixels', async () => {
    const page = await opened();
    await openExample(page, name);
    // The elements are the same at both widths and in all examples: one is looked at by all rules at both widths, with what
    // single participants did; the others, with five times as many of these, at 320 pixels and without.
    const isFirst = name === exampleNames[0];
    const folded = isFirst ? [] : ['details.individual'];
    await unfold(page, folded);
    expect(await page.locator('fc-figure svg[role=img]').count()).toBeGreaterThan(2);
    if (isFirst) await expectClean(page);
    else {
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(page, colourRules)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.setViewportSize({ width: 320, height: 900 });
    await unfold(page, folded);
    expect(await axeFindings(page)).toEqual([]);
  }, 240_000);
});

test('forced colours hide nothing, and who wants no motion has none', async () => {
  const page = await opened({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openExample(page);
  await unfold(page);
  expect(await axeFindings(page, colourRules)).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
}, 80_000);

test('a figure is one picture with a description, and its numbers stand beside it', async () => {
  const page = await opened();
  await openExample(page);
  await unfold(page);
  const figures = await page.locator('fc-figure').evaluateAll((all) =>
    all.map((figure) => {
      const picture = figure.shadowRoot?.querySelector('.plot svg');
      return {
        described: (picture?.getAttribute('aria-label') ?? '').length > 20,
        heard: [...(picture?.querySelectorAll('[aria-label]') ?? [])].filter((part) => !part.closest('[aria-hidden]')),
        numbers: figure.shadowRoot?.querySelector('fc-table')?.shadowRoot?.querySelectorAll('tbody tr').length ?? 0,
      };
    }),
  );
  expect(figures.length).toBeGreaterThan(5);
  expect(figures.filter(({ described, heard, numbers }) => !described || heard.length > 0 || numbers === 0)).toEqual(
    [],
  );
});
