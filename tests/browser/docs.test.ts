// SPDX-License-Identifier: MIT
/** The documentation beside the published page, opened from a disk. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { docs } from '../../scripts/lib/docs.mjs';
import { strings } from '../../web/text/strings.js';
import { axeFindings, colourRules } from '../support/axe.js';
import { dist, launchBrowser, onePageUrl, openPage, serveDist } from '../support/browser.js';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const site = join(dist, 'site');
const pages = docs.map(({ source, title }) => ({ file: `docs/${source.replace('.md', '.html')}`, title }));

test.each(pages)(
  '$file reads well, in light, in dark and on a phone',
  async ({ file, title }) => {
    const { page, complaints } = await openPage(browser, pathToFileURL(join(site, file)).href);
    expect(await page.title()).toBe(`${title} \u2013 ${strings.name}`);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, colourRules)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  80_000,
);

test('every link leads to a page and a place that are there', async () => {
  const { page } = await openPage(browser, pathToFileURL(join(site, 'docs/index.html')).href);
  const dead: string[] = [];
  let local = 0;
  for (const { file } of pages) {
    await page.goto(pathToFileURL(join(site, file)).href);
    const targets = await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
    for (const target of targets.filter((each) => each.startsWith('file:'))) {
      local += 1;
      const [path = '', anchor] = target.split('#');
      const name = fileURLToPath(path);
      const isThere = existsSync(name) && (!anchor || hasId(name, decodeURIComponent(anchor)));
      if (!isThere) dead.push(`${file}: ${target}`);
    }
  }
  expect(local).toBeGreaterThan(pages.length * pages.length);
  expect(dead).toEqual([]);
});

const hasId = (file: string, id: string): boolean => readFileSync(file, 'utf8').includes(`id="${id}"`);

test('the page links to the documents only where they stand beside it', async () => {
  const alone = await openPage(browser, onePageUrl);
  await alone.page.getByText(strings.results.licences).waitFor();
  expect(await alone.page.getByRole('link', { name: strings.beside.docs }).count()).toBe(0);
  const beside = await openPage(browser, pathToFileURL(join(site, 'index.html')).href);
  await beside.page.getByRole('link', { name: strings.beside.docs }).click();
  await beside.page.getByRole('heading', { level: 1, name: 'Tutorial' }).waitFor();
});

test('the demo shows a published report and a calculator under the headers that hosts are told to give', async () => {
  const server = await serveDist();
  const { page, complaints } = await openPage(browser, `${server.url}site/demo/`);
  await page.locator('fatigue-results #headline table, fatigue-results table').first().waitFor();
  await page.locator('fatigue-calculator').first().locator('fc-drop-zone, #headline').first().waitFor();
  expect(await page.locator('[role=alert]').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
  await server.close();
}, 60_000);
