// SPDX-License-Identifier: MIT
/** The page checks itself against stored results of other software, with the worker that analyses trials. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import reference from 'virtual:fatigue-reference';
import { openExample, shownRows, startSite, type Site } from './page.js';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

async function openCheck(page: Page): Promise<void> {
  await page.locator('fc-about').getByText('Check it yourself').click();
}

/** Fits are sent to the worker one by one; from the `n`th on none arrives. */
function loseFits(page: Page, from: number): Promise<void> {
  return page.evaluate((first) => {
    const descriptor = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage');
    const post = descriptor?.value as (this: Worker, message: { kind: string }) => void;
    let fits = 0;
    Worker.prototype.postMessage = function (this: Worker, message: { kind: string }): void {
      if (message.kind !== 'fit' || ++fits < first) post.call(this, message);
    };
  }, from);
}

test('every stored case is fitted anew and shown with its digits, worst first, and each number on demand', async () => {
  const { page, complaints, requests } = await site.open();
  await openCheck(page);
  await page.getByRole('button', { name: 'Run the check' }).click();
  const cases = page.locator('fc-self-check li');
  await expect.poll(() => cases.count()).toBe(reference.cases.length);
  const status = await page.locator('fc-self-check [role=status]').innerText();
  expect(status).toMatch(/^1,\d{3} numbers of 22 models compared in .* Every one agrees to at least 5\.\d digits/);

  const lines = await cases.locator('summary').allInnerTexts();
  const digits = lines.map((line) => Number(/at least ([\d.]+) digits/.exec(line)?.[1]));
  expect(digits).toEqual([...digits].sort((a, b) => a - b));
  expect(lines.at(-1)).toMatch(/mmrm 0\.3\.18/);

  const first = cases.first();
  await first.locator('summary').click();
  // The table is made once its case is opened.
  await first.locator('tbody tr').first().waitFor();
  const rows = await shownRows(first.locator('table'));
  expect(rows.length).toBeGreaterThan(30);
  expect(Number(rows[0]?.[1])).toBe(digits[0]);
  const logLik = rows.find(([quantity]) => quantity === 'log-likelihood');
  const name = /^(\w+):/.exec(lines[0] ?? '')?.[1];
  const stored = reference.cases.find((one) => one.name === name)?.stored.logLik;
  expect(logLik?.[3]?.replace('\u2212', '-')).toBe(String(stored));
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !/^(data|blob|file):/.test(url))).toEqual([]);
}, 60_000);

test('the check tells which case comes, stops at once, keeps what is done, and leaves the trial alone', async () => {
  const { page } = await site.open();
  await openExample(page);
  const headline = await page.locator('#headline table').innerText();
  await openCheck(page);
  await loseFits(page, 3);
  await page.getByRole('button', { name: 'Run the check' }).click();
  await page.getByText(`Case 3 of 22: ${reference.cases[2]?.name}`).waitFor();
  await page.getByRole('button', { name: 'Stop the check' }).click();
  await expect
    .poll(() => page.locator('fc-self-check [role=status]').innerText())
    .toContain('Stopped after 2 of 22 cases');
  expect(await page.locator('fc-self-check li').count()).toBe(2);
  expect(await page.locator('#headline table').innerText()).toBe(headline);
  expect(await page.getByRole('button', { name: 'Run it again' }).count()).toBe(1);
}, 60_000);
