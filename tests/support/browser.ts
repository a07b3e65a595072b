// SPDX-License-Identifier: MIT
/** Chromium for the browser tests, and what a page did that it should not have done. */
import { type AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';

const root = new URL('../../', import.meta.url);
export const dist = fileURLToPath(new URL('dist/', root));

/** The one-file page as a user opens it from disk. */
export const onePageUrl = pathToFileURL(`${dist}fatigue-calculator.html`).href;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** dist/ over HTTP on a free port. */
export async function serveDist(): Promise<{ url: string; close(): Promise<void> }> {
  const server = await serve(dist, 0);
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}/`, close };
}

export interface WatchedPage {
  page: Page;
  /** Everything on the console that is not plain logging, and uncaught errors. */
  complaints: string[];
  /** URLs requested, the page's own address included. */
  requests: string[];
}

export async function openPage(browser: Browser, url: string): Promise<WatchedPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, complaints, requests };
}

/** Requests that go to another place than the page itself; data: and blob: stay inside the tab. */
export function foreignRequests({ requests }: WatchedPage, own: string): string[] {
  return requests.filter((url) => url !== own && !/^(data|blob):/.test(url));
}
