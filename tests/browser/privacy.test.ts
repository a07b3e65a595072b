// SPDX-License-Identifier: MIT
/** The privacy panel says what holds for the page it stands on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openExample, root, startSite, type Site } from './page.js';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

const openPanel = (page: Page): Promise<void> => page.locator('fc-about').getByText('Privacy: what').click();

const built = (): string => readFileSync(join(root, 'dist/fatigue-calculator.html'), 'utf8');

/** The policy of the built page, a directive each. */
function builtPolicy(): string[] {
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(built())?.[1] ?? '';
  return content.split('; ');
}

test('each directive of the page\u2019s own policy is shown and explained', async () => {
  const { page } = await site.open();
  await openPanel(page);
  const panel = page.locator('fc-privacy');
  expect(await panel.locator('dt').allInnerTexts()).toEqual(builtPolicy());
  const words = await panel.locator('dd').allInnerTexts();
  expect(words.filter((text) => /Not explained|described by/.test(text))).toEqual([]);
  expect(words[1]).toBe('Connections to any address (sending or fetching data): none.');
  await panel.getByText('the browser refuses to send your data').waitFor();
});

/** The page as somebody might have changed it. */
async function openChanged(change: (html: string) => string): Promise<Page> {
  const page = await (await site.browser.newContext()).newPage();
  const body = change(built());
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(site.hosted);
  await openPanel(page);
  return page;
}

test('a copy whose policy allows connections says so', async () => {
  const page = await openChanged((html) => html.replace("connect-src 'none'", 'connect-src https:'));
  await page.locator('fc-privacy').getByText('This policy does not forbid connections').waitFor();
  await page.locator('dd', { hasText: '(sending or fetching data): any secure address (https:).' }).waitFor();
  expect(await page.locator('fc-privacy').getByText('the browser refuses to send your data').count()).toBe(0);
});

test('a copy without a policy says so', async () => {
  const page = await openChanged((html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
  await page.locator('fc-privacy').getByText('carries no security policy').waitFor();
  expect(await page.locator('fc-privacy').getByText('the browser refuses to send your data').count()).toBe(0);
});

test('an attempt to connect is refused by the policy, and nothing is requested', async () => {
  const { page, requests } = await site.open('hosted');
  await openPanel(page);
  const before = requests.length;
  await page.getByRole('button', { name: 'Try to connect' }).click();
  await page.locator('fc-privacy').getByText('Refused by the browser: connect-src.').waitFor();
  expect(requests.slice(before)).toEqual([]);
});

test('how to keep the page is told for where it was opened from', async () => {
  const { page } = await site.open('onDisk');
  await openPanel(page);
  await page.locator('fc-privacy').getByText('the file fatigue-calculator.html is the whole of it').waitFor();
  const { page: hosted } = await site.open('hosted');
  await openPanel(hosted);
  await hosted.locator('fc-privacy').getByText('HTML only').waitFor();
});

test('without a network an open page reads files and analyses them', async () => {
  const { page } = await site.open('hosted');
  await page.context().setOffline(true);
  await openExample(page);
  await page.locator('#headline table').waitFor();
});
