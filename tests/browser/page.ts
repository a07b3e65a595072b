// SPDX-License-Identifier: MIT
/** Uses the built page as a visitor would, and reads what it shows. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { strings } from '../../web/text/strings.js';
import type { ExampleName } from '../../web/text/words/examples.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { launchBrowser, onePageUrl, openPage, serveDist, type WatchedPage } from '../support/browser.js';
import { bodyRows, cellTexts, isRendering } from '../support/in_page.js';
import { tableText } from '../web/report-fixture.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const pilot = 'ketamine-pilot';
export const exampleFolder = (example: ExampleName): string => join(root, 'examples', example);

/** The browser, and the built page at both of its addresses. */
export interface Site {
  browser: Browser;
  hosted: string;
  onDisk: string;
  open(where?: 'hosted' | 'onDisk', width?: number): Promise<WatchedPage>;
  close(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const server = await serveDist();
  const browser = await launchBrowser();
  const site: Site = {
    browser,
    hosted: server.url,
    onDisk: onePageUrl,
    open: async (where = 'onDisk', width = 1200) => {
      const opened = await openPage(browser, site[where]);
      await opened.page.setViewportSize({ width, height: 900 });
      return opened;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
  return site;
}

/** Opens an example, the pilot unless another is asked for. */
export async function openExample(page: Page, example: ExampleName = pilot): Promise<void> {
  await page.getByRole('button', { name: strings.examples.choices[example].open }).click();
  await page.locator('#headline table').waitFor();
  await settled(page);
}

/** Waits until nothing is being read, computed or rendered. */
export async function settled(page: Page): Promise<void> {
  await page.locator('fc-results:not([busy])').waitFor({ state: 'attached' });
  // One frame for the plots, which follow the tables.
  do await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  while (await page.evaluate(isRendering));
}

/** Gives files to the page as the file picker would. */
export async function chooseFiles(page: Page, files: Record<string, string | Buffer>): Promise<void> {
  const given = Object.entries(files).map(([name, content]) => ({
    name,
    mimeType: name.endsWith('.json') ? 'application/json' : 'text/csv',
    buffer: Buffer.from(content as string),
  }));
  await page.locator('fc-drop-zone input[type=file]').setInputFiles(given);
  await page
    .locator(`fc-file`, { hasText: given.find(({ name }) => !name.endsWith('.json'))?.name ?? '' })
    .first()
    .waitFor();
  await settled(page);
}

/** Text of each body row's cells without small print, as `tableText` gives it. */
export function shownRows(table: Locator): Promise<string[][]> {
  return table.locator(bodyRows).evaluateAll(cellTexts);
}

export function exampleFile(name: string, example: ExampleName = pilot): string {
  return readFileSync(join(exampleFolder(example), name), 'utf8');
}

export function examplePlan(example: ExampleName = pilot): Plan {
  return JSON.parse(exampleFile('plan.json', example)) as Plan;
}

/** What the command line computes for a plan on an example's files. */
export function analyzeByCli(plan: Plan, example: ExampleName = pilot): Report {
  const file = join(mkdtempSync(join(tmpdir(), 'fatigue-')), 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const cli = join(root, 'dist/cli.js');
  const output = execFileSync('node', [cli, 'analyze', file, '--data', exampleFolder(example)], { encoding: 'utf8' });
  return JSON.parse(output) as Report;
}

/** Rows of the headline table of what the command line computes. */
export const headlineByCli = (plan: Plan): string[][] => tableText(headlineTable(analyzeByCli(plan)));
