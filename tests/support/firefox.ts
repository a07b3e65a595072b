// SPDX-License-Identifier: MIT
/**
 * The system's own Firefox, driven by WebDriver BiDi, and the page in it as a visitor uses it. A missing Firefox is an
 * error, never a skipped test.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type JSHandle, type Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { strings } from '../../web/text/strings.js';
import type { ExampleName } from '../../web/text/words/examples.js';
import { alertsBeside as alertsBesideFile, bodyRows, cellTexts, everywhere, isRendering } from './in_page.js';

const candidates = [process.env['FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];

export function launchFirefox(): Promise<Browser> {
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error('no Firefox: install firefox-esr, or name one in FIREFOX');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      // Firefox itself is to stay off the network too.
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'app.normandy.enabled': false,
      'browser.safebrowsing.enabled': false,
    },
  });
}

export interface WatchedFirefoxPage {
  page: Page;
  /** Errors and warnings on the console, and uncaught errors. */
  complaints: string[];
  requests: string[];
}

export async function openInFirefox(browser: Browser, url: string): Promise<WatchedFirefoxPage> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(url);
  return { page, complaints, requests };
}

/** Cells of each row of the headline table, once it is there. */
export async function headlineRows(page: Page, timeout = 30_000): Promise<string[][]> {
  const rows = await page.waitForFunction(
    (selector) => {
      const within = (root: Element | null | undefined, sought: string): Element | null =>
        root?.shadowRoot?.querySelector(sought) ?? null;
      const results = within(within(document.querySelector('fc-page'), 'fc-app'), 'fc-results');
      const table = within(within(results, '#headline'), 'table');
      return table && [...table.querySelectorAll(selector)];
    },
    { timeout },
    bodyRows,
  );
  return (rows as JSHandle<Element[]>).evaluate(cellTexts);
}

/** Waits until something is found; null is not yet. */
const once = <T>(name: string, find: () => Promise<T | null>): Promise<T> =>
  vi.waitFor(
    async () => {
      const found = await find();
      if (found === null) throw new Error(`there is no ${name}`);
      return found;
    },
    { timeout: 15_000, interval: 50 },
  );

/** The button, or the heading of a folded part, with just these words. */
export async function click(page: Page, words: string): Promise<void> {
  const button = await once(`button "${words}"`, async () => {
    const buttons = await page.evaluateHandle(everywhere, 'button, summary');
    const named = await buttons.evaluateHandle(
      (all, name) => all.find((each) => each.checkVisibility() && each.textContent?.trim() === name),
      words,
    );
    return named.asElement() as ElementHandle<Element> | null;
  });
  // A locator waits until the button stands still; what is still being shown above it moves it.
  await button.asLocator().click();
}

/** The entry field whose label begins with these words. */
function field(page: Page, words: string): Promise<ElementHandle<HTMLInputElement>> {
  return once(`field "${words}"`, async () => {
    const labels = await page.evaluateHandle(everywhere, 'label');
    const input = await labels.evaluateHandle(
      (all, name) =>
        all.find((each) => each.checkVisibility() && each.textContent?.trim().startsWith(name))?.querySelector('input'),
      words,
    );
    return input.asElement() as ElementHandle<HTMLInputElement> | null;
  });
}

/** What stands in a field. */
export async function entered(page: Page, words: string): Promise<string> {
  return (await field(page, words)).evaluate(({ value }) => value);
}

/** Puts another value in place of the one in the field. */
export async function enter(page: Page, words: string, value: string): Promise<void> {
  const input = await field(page, words);
  await input.evaluate((element) => element.select());
  await input.type(value);
  await input.press('Enter');
}

/** Waits for words that can be seen anywhere on the page. Scripts, whose text holds all words, are not seen. */
export async function seen(page: Page, words: string): Promise<void> {
  await once(`"${words}" on the page`, async () => {
    const isSeen = await page.evaluate((sought) => {
      const has = (root: ParentNode): boolean =>
        [...root.children].some((child) => child instanceof HTMLElement && child.innerText.includes(sought)) ||
        [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && has(shadowRoot));
      return has(document);
    }, words);
    return isSeen || null;
  });
}

/** How many elements match, in whichever shadow tree. */
export async function count(page: Page, selector: string): Promise<number> {
  const found = await page.evaluateHandle(everywhere, selector);
  return found.evaluate((all) => all.length);
}

/** Waits until nothing is being read, computed or rendered. */
export async function settled(page: Page): Promise<void> {
  // Parts that are rendered bring parts of their own: it is to be still for a while.
  for (let still = 0; still < 3; still++) {
    await once('end of the work', async () => {
      const isBusy = (await count(page, 'fc-results[busy]')) > 0 || (await page.evaluate(isRendering));
      return !isBusy || null;
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** Opens an example, the pilot unless another is asked for. */
export async function openExample(page: Page, example: ExampleName = 'ketamine-pilot'): Promise<void> {
  await click(page, strings.examples.choices[example].open);
  await headlineRows(page);
  await settled(page);
}

/** Gives files of a disk to the page as the file picker would. */
export async function chooseFiles(page: Page, ...paths: string[]): Promise<void> {
  const input = (await page.waitForSelector('>>> input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...paths);
}

/** Writes files, by name, into a folder and gives them to the page. */
export async function writeAndChoose(
  page: Page,
  folder: string,
  files: Record<string, string | Buffer>,
): Promise<void> {
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  await chooseFiles(page, ...paths);
}

/** All that is said to be wrong with a file, beside it. */
export const alertsBeside = (page: Page, file: string): Promise<string> => page.evaluate(alertsBesideFile, file);

/** Takes all files away again, so that the next ones are the first. */
export async function removeAllFiles(page: Page): Promise<void> {
  await click(page, strings.drop.clear);
  await once('page without files', async () => (await count(page, 'fc-file')) === 0 || null);
}
