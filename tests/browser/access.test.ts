// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAll } from '../support/axe.js';
import { exampleFile, openExample, settled, startSite, type Site } from './page.js';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

test('every control has a name and every table a caption and scoped headers', async () => {
  const { page } = await site.open();
  await openExample(page);
  await openAll(page);
  const nameless = await page.locator('select, input:not([hidden]), textarea, button').evaluateAll((controls) =>
    controls
      .filter((control) => {
        const labels = (control as HTMLInputElement).labels;
        const text = control instanceof HTMLButtonElement ? control.textContent : labels?.[0]?.textContent;
        return !(control.getAttribute('aria-label') ?? text ?? '').trim();
      })
      .map((control) => control.outerHTML),
  );
  expect(nameless).toEqual([]);
  const tables = await page.locator('table').evaluateAll((all) =>
    all.map((table) => ({
      caption: !!(table as HTMLTableElement).caption?.textContent?.trim(),
      unscoped: table.querySelectorAll('th:not([scope])').length,
    })),
  );
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.filter(({ caption, unscoped }) => !caption || unscoped > 0)).toEqual([]);
});

test.each([320, 768, 1280])('nothing but wide tables scrolls sideways at %i pixels', async (width) => {
  const { page } = await site.open('onDisk', width);
  await openExample(page);
  await openAll(page);
  await settled(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});

test('the keyboard alone opens the example', async () => {
  const { page } = await site.open();
  // Past the language, "Choose files" and "Paste a table".
  for (let tab = 0; tab < 4; tab++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#headline table').waitFor();
  await expect
    .poll(() => page.locator('.hidden-text[role=status]').textContent())
    .toContain('Results updated: 3 outcomes.');
});

test('files can be dropped anywhere on the page', async () => {
  const { page } = await site.open();
  const transfer = await page.evaluateHandle(
    (files) => {
      const data = new DataTransfer();
      for (const [name, text] of files) data.items.add(new File([text], name));
      return data;
    },
    ['participants.csv', 'diary.csv'].map((name) => [name, exampleFile(name)] as const),
  );
  await page.locator('h1').dispatchEvent('drop', { dataTransfer: transfer });
  await expect.poll(() => page.locator('fc-file').count()).toBe(2);
  await page.locator('#headline table').waitFor();
});

test('a table pasted from a spreadsheet is read', async () => {
  const { page } = await site.open();
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }));
    },
    exampleFile('participants.csv').replaceAll(',', '\t'),
  );
  await page.locator('fc-file', { hasText: 'pasted-1.csv' }).getByText('18 rows', { exact: false }).first().waitFor();
});

test('a table typed into the box is read', async () => {
  const { page } = await site.open();
  await page.getByText('Paste a table instead').click();
  await page.getByLabel('CSV text').fill(exampleFile('participants.csv'));
  await page.getByRole('button', { name: 'Read the pasted table' }).click();
  await page.locator('fc-file', { hasText: 'pasted-1.csv' }).waitFor();
});

test('paper shows the results and no controls', async () => {
  const { page } = await site.open();
  await openExample(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#headline table').isVisible()).toBe(true);
  for (const hidden of ['fc-drop-zone', 'fc-analysis', 'fc-file >> nth=0']) {
    expect(await page.locator(hidden).isVisible()).toBe(false);
  }
});
