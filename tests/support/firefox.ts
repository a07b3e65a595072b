// SPDX-License-Identifier: MIT
/** The system's own Firefox, driven by WebDriver BiDi. A missing Firefox is an error, never a skipped test. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

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

/** Text of each row of the headline table, once it is there. */
export async function headlineRows(page: Page, timeout = 30_000): Promise<string[]> {
  const rows = await page.waitForFunction(
    () => {
      const within = (root: Element | null | undefined, selector: string): Element | null =>
        root?.shadowRoot?.querySelector(selector) ?? null;
      const results = within(within(document.querySelector('fc-page'), 'fc-app'), 'fc-results');
      const table = within(within(results, '#headline'), 'table');
      return table && [...table.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    },
    { timeout },
  );
  return (await rows.jsonValue()) ?? [];
}
