// SPDX-License-Identifier: MIT
/** The bar at the top, undo, a saved report computed anew, and a calculation that breaks off. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Report } from '../../web/contract/report.js';
import {
  analyzeByCli,
  chooseFiles,
  exampleFile,
  examplePlan,
  openExample,
  settled,
  startSite,
  type Site,
} from './page.js';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

const bar = (page: Page) => page.locator('fc-bar');
const confidence = (page: Page) => page.getByLabel('Confidence level');
const files = ['participants.csv', 'questionnaires.csv', 'diary.csv', 'adverse-events.csv'];

async function setConfidence(page: Page, percent: string): Promise<void> {
  await confidence(page).fill(percent);
  await confidence(page).press('Enter');
  await expect.poll(() => page.locator('#headline table').innerText()).toContain(`${percent}% CI`);
}

test('changes are undone and done again by button and keys, and results follow', async () => {
  const { page, complaints } = await site.open();
  expect(await bar(page).isVisible()).toBe(false);
  await openExample(page);
  await setConfidence(page, '90');
  await setConfidence(page, '80');
  await page.getByRole('button', { name: 'Undo confidence level' }).click();
  await expect.poll(() => page.locator('#headline table').innerText()).toContain('90% CI');
  expect(await confidence(page).inputValue()).toBe('90');
  expect(await bar(page).locator('[aria-live]').textContent()).toBe('Undone: confidence level. 1 change before it.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('#headline table').innerText()).toContain('95% CI');
  expect(await page.getByRole('button', { name: 'Undo (nothing to undo)' }).getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await expect.poll(() => page.locator('#headline table').innerText()).toContain('80% CI');
  expect(complaints).toEqual([]);
});

test('in a text field the keys are those of the field', async () => {
  const { page } = await site.open();
  await openExample(page);
  await setConfidence(page, '90');
  await confidence(page).focus();
  await page.keyboard.press('Control+z');
  await settled(page);
  expect(await bar(page).locator('[aria-live]').textContent()).toBe('');
  expect(await page.locator('#headline table').innerText()).toContain('90% CI');
});

test.each([390, 1200])(
  'the bar shows the primary effect and covers nothing that has the focus at %i pixels',
  async (width) => {
    const { page } = await site.open('onDisk', width);
    await openExample(page);
    await page.locator('#headline').scrollIntoViewIfNeeded();
    expect(await bar(page).locator('.line').innerText()).toMatch(
      /^\u22120\.10.*\(95% CI \u22120\.33 to 0\.14; p=0\.390\)/,
    );
    const covered = await page.evaluate(async () => {
      const deepest = (): Element | null => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at;
      };
      document.documentElement.style.scrollBehavior = 'auto';
      const app = document.querySelector('fc-page')?.shadowRoot?.querySelector('fc-app')?.shadowRoot;
      const buttons = [...(app?.querySelectorAll('fc-analysis, fc-exports, fc-file') ?? [])].flatMap((element) => [
        ...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, select, input') ?? []),
      ]);
      const under: string[] = [];
      // From the bottom up, so that what gets the focus comes into sight at the top.
      for (const button of buttons.reverse()) {
        button.focus();
        await new Promise(requestAnimationFrame);
        const bottom = app?.querySelector('fc-bar')?.getBoundingClientRect().bottom ?? 0;
        const box = deepest()?.getBoundingClientRect();
        if (box && box.height > 0 && box.top < bottom - 1) under.push(button.outerHTML);
      }
      return under;
    });
    expect(covered).toEqual([]);
  },
);

test('the bar leads to the sections, stays on paper out of sight, and opens on a phone', async () => {
  const { page } = await site.open('onDisk', 390);
  await openExample(page);
  expect(await bar(page).getByText('4 files, 18 participants').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Show the whole summary' }).click();
  expect(await bar(page).getByText('4 files, 18 participants').isVisible()).toBe(true);
  await bar(page).getByRole('link', { name: 'Results' }).click();
  await expect
    .poll(() => page.locator('#results-title').evaluate((title) => title.getBoundingClientRect().top))
    .toBeLessThan(120);
  expect(await page.locator('#results-title').evaluate((title) => title.matches(':focus'))).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await bar(page).isVisible()).toBe(false);
});

async function savedReport(page: Page): Promise<Report> {
  await page.getByText('Where these numbers come from').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the report (.json)' }).click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), 'utf8')) as Report;
}

test('where the numbers come from is one click away, with the hash of each file and of the plan', async () => {
  const { page } = await site.open();
  await openExample(page);
  const report = await savedReport(page);
  const origin = await page.locator('fc-origin details').innerText();
  for (const { name, sha256 } of report.files) expect(origin).toContain(`Data ${name} SHA-256 ${sha256}`);
  expect(origin).toContain(`SHA-256 ${report.exported?.planSha256}`);
  expect(origin).toContain(`${report.software.name} ${report.software.version}`);
  expect(origin).toMatch(/Computed \d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d/);
  expect(origin).toContain('Browser Mozilla');
});

test('a saved report dropped with its data is computed anew and found the same', async () => {
  const { page, complaints } = await site.open();
  await openExample(page);
  const report = await savedReport(page);
  const again = (await site.open()).page;
  const data = Object.fromEntries(files.map((name) => [name, exampleFile(name)]));
  await chooseFiles(again, { ...data, 'report.json': JSON.stringify(report) });
  const verdict = again.locator('fc-reproduction .verdict');
  await expect
    .poll(() => verdict.innerText())
    .toMatch(/^Reproduced: all \d{4} numbers are the same, digit for digit\.$/);
  await setConfidence(again, '90');
  await expect.poll(() => verdict.innerText()).toContain('the settings are not those of the report');
  await again.getByRole('button', { name: 'Undo confidence level' }).click();
  await expect.poll(() => verdict.innerText()).toContain('Reproduced');
  await again.getByRole('button', { name: 'Close the comparison' }).click();
  expect(await again.locator('fc-reproduction section').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a report of the command line with a number that is another is told of, and so are other data', async () => {
  const { page } = await site.open();
  const report = analyzeByCli(examplePlan());
  const effect = report.outcomes[1]!.effects[0]!;
  const estimate = effect.estimate!;
  effect.estimate = estimate + 0.1;
  const data = Object.fromEntries(files.map((name) => [name, exampleFile(name)]));
  await chooseFiles(page, { ...data, 'report.json': JSON.stringify(report) });
  const shown = page.locator('fc-reproduction section');
  await expect
    .poll(() => shown.locator('.verdict').innerText())
    .toMatch(/^Not reproduced: 1 value of the report differs/);
  expect(await shown.locator('tbody').innerText()).toContain(String(Math.abs(estimate)));
  await chooseFiles(page, { 'diary.csv': `${exampleFile('diary.csv')}\n` });
  await expect.poll(() => shown.locator('.verdict').innerText()).toContain('the data are not those');
  expect(await shown.innerText()).toContain('diary.csv: a file of this name with other content is loaded');
});

test('a report without its data says which files it takes', async () => {
  const { page } = await site.open();
  const report = analyzeByCli(examplePlan());
  await page
    .locator('fc-drop-zone input[type=file]')
    .setInputFiles([
      { name: 'report.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(report)) },
    ]);
  const shown = page.locator('fc-reproduction section');
  await expect.poll(() => shown.innerText()).toContain('drop the files it was made of');
  for (const { name, sha256 } of report.files) {
    expect(await shown.innerText()).toContain(`${name}: not loaded`);
    expect(await shown.innerText()).toContain(sha256);
  }
});

/** The next message of a kind brings the worker down, as a trap or a lack of memory would. */
function crashNext(page: Page, kind: 'analyze' | 'read'): Promise<void> {
  return page.evaluate((fatal) => {
    const descriptor = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage');
    const post = descriptor?.value as (this: Worker, message: { kind: string }) => void;
    Worker.prototype.postMessage = function (this: Worker, message: { kind: string }): void {
      if (message.kind !== fatal) return post.call(this, message);
      Worker.prototype.postMessage = post as Worker['postMessage'];
      this.terminate();
      this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
    };
  }, kind);
}

test('after a calculation that broke off the page says so, keeps everything, and goes on', async () => {
  const { page } = await site.open();
  await openExample(page);
  await crashNext(page, 'analyze');
  await confidence(page).fill('90');
  await confidence(page).press('Enter');
  await page.locator('fc-notice', { hasText: 'The calculation broke off.' }).waitFor();
  expect(await page.locator('fc-file').count()).toBe(4);
  expect(await confidence(page).inputValue()).toBe('90');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => page.locator('#headline table').innerText()).toContain('90% CI');
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
});

test('files whose reading broke off are read again', async () => {
  const { page } = await site.open();
  await crashNext(page, 'read');
  await page.locator('fc-drop-zone input[type=file]').setInputFiles([
    { name: 'participants.csv', mimeType: 'text/csv', buffer: Buffer.from(exampleFile('participants.csv')) },
    { name: 'diary.csv', mimeType: 'text/csv', buffer: Buffer.from(exampleFile('diary.csv')) },
  ]);
  await page.locator('fc-notice', { hasText: 'participants.csv, diary.csv was not read' }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('#headline table').waitFor();
  expect(await page.locator('fc-file').count()).toBe(2);
});

test('the guide asks in plain words, and its answers are the settings', async () => {
  const { page, complaints } = await site.open();
  await openExample(page);
  await page.getByText('Step by step in plain words').click();
  const guide = page.locator('fc-guide');
  await guide.getByLabel('The main outcome').selectOption({ label: 'Fatigue Severity Scale' });
  await expect.poll(() => bar(page).locator('.line').innerText()).toContain('Fatigue Severity Scale, day 7');
  await guide.getByLabel('The time that counts').selectOption({ label: 'day 28' });
  await guide.getByLabel('The kind of trial').selectOption({ label: 'a pilot trial: intervals without p values' });
  await expect
    .poll(() => bar(page).locator('.line').innerText())
    .toMatch(/^[^p]*points \(95% CI [^;]*\) ketamine minus midazolam, Fatigue Severity/);
  expect(await bar(page).locator('.line').innerText()).toContain('day 28');
  await guide.getByLabel('compared with').selectOption('ketamine');
  await expect.poll(() => page.locator('#headline caption').innerText()).toContain('midazolam minus ketamine');
  expect(await page.getByLabel('Reference arm').inputValue()).toBe('ketamine');
  await page.getByRole('button', { name: 'Undo reference arm' }).click();
  await expect.poll(() => guide.getByLabel('compared with').inputValue()).toBe('midazolam');
  expect(complaints).toEqual([]);
});
