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
