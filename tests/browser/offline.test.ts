// SPDX-License-Identifier: MIT
/** The published site: kept for use offline, renewed only when asked, and nothing of the kind from a disk. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { serviceWorker } from '../../scripts/lib/site.mjs';
import { serve } from '../../scripts/serve.mjs';
import { strings } from '../../web/text/strings.js';
import { axeFindings } from '../support/axe.js';
import { dist, launchBrowser, openPage, type WatchedPage } from '../support/browser.js';
import { click, headlineRows, launchFirefox, openInFirefox } from '../support/firefox.js';
import { tablesShown } from '../support/in_page.js';
import { WebKit } from '../support/webkit.js';
import { openExample as openInWebKit } from '../support/webkit_page.js';
import { examplePlan, headlineByCli, openExample, shownRows } from './page.js';

let browser: Browser;
let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fatigue-site-'));
  cpSync(join(dist, 'site'), folder, { recursive: true });
  server = await serve(folder, 0);
  port = (server.address() as AddressInfo).port;
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await stop();
  rmSync(folder, { recursive: true });
});

const stop = (): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

const url = (path = ''): string => `http://127.0.0.1:${port}/${path}`;

/** A first visit, at the end of which the page is kept. */
async function visit(): Promise<WatchedPage> {
  const opened = await openPage(browser, url());
  await opened.page.evaluate(() => navigator.serviceWorker.ready);
  await opened.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return opened;
}

/** Another version on the server: the same page under another title. */
function publish(title: string, change: (page: string) => string = (page) => page): void {
  const file = join(folder, 'index.html');
  const page = readFileSync(file, 'utf8').replace(/<title>[^<]*</, `<title>${title}<`);
  writeFileSync(file, page);
  writeFileSync(join(folder, 'sw.js'), serviceWorker(folder));
  writeFileSync(file, change(page));
}

const askForUpdate = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const settled = new Promise<string>((resolve) => {
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          if (worker.state !== 'installing') resolve(worker.state);
        });
      });
    });
    await registration.update();
    return settled;
  });

test('what was visited once works without a network, with the same numbers', async () => {
  const { page, complaints } = await visit();
  await stop();
  await page.reload();
  await openExample(page);
  const expected = headlineByCli(examplePlan());
  expect(await shownRows(page.locator('#headline table'))).toEqual(expected);
  await page.goto(url('docs/faq.html'));
  await page.getByRole('heading', { name: 'Which degrees of freedom?' }).waitFor();
  await page.getByRole('link', { name: 'Fatigue Calculator' }).click();
  await page.getByRole('button', { name: strings.examples.choices['ketamine-pilot'].open }).waitFor();
  expect(complaints).toEqual([]);
});

test('Firefox keeps it, too, and works without a network', async () => {
  const firefox = await launchFirefox();
  try {
    const { page, complaints } = await openInFirefox(firefox, url());
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await stop();
    await page.reload();
    await click(page, strings.examples.choices['ketamine-pilot'].open);
    expect(await headlineRows(page)).toEqual(headlineByCli(examplePlan()));
    // Firefox itself asks for an icon, which the policy refuses.
    expect(complaints.filter((each) => !each.includes('favicon.ico'))).toEqual([]);
  } finally {
    await firefox.close();
  }
});

test('WebKit keeps it, too, and works without a network', async () => {
  const webkit = await WebKit.launch();
  try {
    await webkit.open(url());
    await webkit.until('a page that is kept', () => navigator.serviceWorker.controller !== null);
    await stop();
    await webkit.open(url());
    await openInWebKit(webkit);
    const [headline] = await webkit.evaluate(tablesShown);
    const [first] = headlineByCli(examplePlan());
    for (const cell of first ?? []) expect(headline?.join()).toContain(cell);
  } finally {
    await webkit.close();
  }
}, 120_000);

test('only files of the site are asked for, each kept as it was built', async () => {
  const { page, requests } = await visit();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const cache = await caches.open(names[0] ?? '');
    const found = (await cache.keys()).map((request) => new URL(request.url).pathname.slice(1));
    return { caches: names.length, found: found.sort() };
  });
  const listed = /const files = (\{[^}]*\});/.exec(readFileSync(join(folder, 'sw.js'), 'utf8'))?.[1] ?? '';
  expect(kept).toEqual({ caches: 1, found: Object.keys(JSON.parse(listed) as object).sort() });
  expect(kept.found).toContain('index.html');
  const foreign = requests.filter((each) => !each.startsWith(url()) && !/^(blob|data):/.test(each));
  expect(foreign).toEqual([]);
});

test('it can be installed, with its icons', async () => {
  const { page, complaints } = await visit();
  const session = await page.context().newCDPSession(page);
  const { data = '', errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data)).toMatchObject({ name: strings.name, start_url: './index.html', display: 'standalone' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A window without a history is never offered installation; nothing else may stand against it.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a newer version is told of, and comes with the reload that is asked for', async () => {
  const { page, complaints } = await visit();
  publish('Newer');
  await page.reload();
  await page.locator('fc-new-version', { hasText: strings.beside.newVersion }).waitFor();
  expect(await page.title()).toBe(strings.name);
  expect(await axeFindings(page)).toEqual([]);
  await openExample(page);
  expect(await page.title()).toBe(strings.name);
  await page.getByRole('button', { name: strings.beside.reload, exact: true }).click();
  await page.waitForFunction(() => document.title === 'Newer');
  await page.getByRole('button', { name: strings.examples.choices['ketamine-pilot'].open }).waitFor();
  expect(await page.locator('fc-new-version').innerText()).toBe('');
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('a version lies ready while the page is open, and nothing changes under it', async () => {
  const { page } = await visit();
  await openExample(page);
  publish('Newer');
  expect(await askForUpdate(page)).toBe('installed');
  await page.locator('fc-new-version', { hasText: strings.beside.newVersion }).waitFor();
  expect(await page.locator('#headline table').count()).toBe(1);
});

test('a file that is not what was built is refused, and the version there goes on', async () => {
  const { page } = await visit();
  publish('Newer', (built) => built.replace('</body>', '<p>tampered</p></body>'));
  expect(await askForUpdate(page)).toBe('redundant');
  await page.reload();
  expect(await page.title()).toBe(strings.name);
  expect(await page.locator('fc-new-version').innerText()).toBe('');
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
});

test('the privacy panel says what the published copy may load', async () => {
  const { page } = await visit();
  await page.locator('fc-about').getByText('Privacy: what').click();
  const panel = page.locator('fc-privacy');
  await panel.getByText(strings.policy.forbidsOthers).waitFor();
  await panel.locator('dd', { hasText: 'Programs that may run in the background' }).getByText('own address').waitFor();
  await panel.locator('dd', { hasText: 'App manifests that may be loaded' }).getByText('own address').waitFor();
  await panel.getByText('sending or fetching data): none.').waitFor();
  await page.getByRole('button', { name: 'Try to connect' }).click();
  await panel.getByText('Refused by the browser: connect-src.').waitFor();
});

test('from a disk the same page registers nothing and asks for nothing', async () => {
  const own = pathToFileURL(join(folder, 'index.html')).href;
  const { page, complaints, requests } = await openPage(browser, own);
  await openExample(page);
  expect(await page.locator('link[rel=manifest]').count()).toBe(0);
  expect(requests.filter((each) => each !== own && !/^(blob|data):/.test(each))).toEqual([]);
  expect(complaints).toEqual([]);
  const scriptOf = (file: string): string => /<script>([\s\S]*)<\/script>/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  expect(scriptOf(join(folder, 'index.html')).length).toBeGreaterThan(100_000);
  expect(scriptOf(join(folder, 'index.html'))).toBe(scriptOf(join(dist, 'fatigue-calculator.html')));
});
