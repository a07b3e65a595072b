// SPDX-License-Identifier: MIT
/** Every export is made in the built page, opened again, and its numbers compared with the report's. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { provenanceOf } from '../../web/export/provenance.js';
import { reportDocument } from '../../web/export/report/document.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { allNotes } from '../../web/text/tables/spec.js';
import { tableText } from '../web/report-fixture.js';
import { all, parseXml, textOf } from '../web/xml-tree.js';
import { openAll } from '../support/axe.js';
import { analyzeByCli, exampleFile, examplePlan, openExample, settled, startSite, type Site } from './page.js';

let site: Site;
let page: Page;
let complaints: string[];
let expected: Report;

beforeAll(async () => {
  site = await startSite();
  expected = analyzeByCli(examplePlan());
  ({ page, complaints } = await site.open());
  await openExample(page);
  // Scores and data come once single participants have been looked at; nothing else waits for them.
  await page.locator('fc-exports').waitFor();
});

afterAll(async () => {
  expect(complaints).toEqual([]);
  await site.close();
});

const bytesOf = async (download: Download): Promise<Uint8Array> => new Uint8Array(readFileSync(await download.path()));

async function save(button: string, within = 'fc-exports'): Promise<{ name: string; bytes: Uint8Array; text: string }> {
  const control = page.locator(within).getByRole('button', { name: button });
  const [download] = await Promise.all([page.waitForEvent('download'), control.click()]);
  const bytes = await bytesOf(download);
  return { name: download.suggestedFilename(), bytes, text: new TextDecoder().decode(bytes) };
}

const stampOf = (report: Report) => provenanceOf(report, '2026-11-26');
const documentOf = (report: Report) => reportDocument(report, stampOf(report));

/** Captions as the page has them: not numbered, "simulated" in a badge. */
const bare = (caption: string): string =>
  caption.replace(/^(Table|Figure) \d+\. /, '').replace(' (simulated data)', '');

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Texts of every cell of every table of the report. */
function cellTexts(report: Report): string[] {
  return documentOf(report).blocks.flatMap((block) =>
    block.kind === 'table' ? [...tableText(block.table).flat(), ...allNotes(block.table)] : [],
  );
}

function expectStamp(text: string): void {
  const { planSha256, inputs, software } = stampOf(expected);
  expect(text).toContain(`${software.name} ${software.version}`);
  expect(text).toContain(planSha256);
  for (const { sha256 } of inputs) expect(text).toContain(sha256);
  expect(text).toMatch(/\d{4}-\d\d-\d\d/);
}

describe('a table', () => {
  const table = () => page.locator('#headline');
  const rows = () => tableText(headlineTable(expected));

  beforeAll(() => table().getByText('Save or copy').click());

  test('is saved as CSV with its numbers, an ASCII minus and its stamp', async () => {
    const { name, text } = await save('CSV', '#headline');
    expect(name).toBe('effect-on-each-outcome-ketamine-minus-midazolam.csv');
    const records = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    for (const row of rows()) {
      const own = row.map((cell) => cell.replaceAll('\u2212', '-'));
      expect(records.some((record) => own.every((cell) => record.includes(cell)))).toBe(true);
    }
    expect(text).not.toContain('\u2212');
    expectStamp(text);
  });

  test('is saved as Markdown and as LaTeX', async () => {
    const markdown = await save('Markdown', '#headline');
    for (const cell of rows().flat()) expect(markdown.text).toContain(cell);
    expectStamp(markdown.text);
    const latex = await save('LaTeX', '#headline');
    expect(latex.text).toContain('\\begin{tabular}');
    for (const cell of rows().flat())
      expect(latex.text).toContain(cell.replaceAll('\u2212', '$-$').replace('\u2014', '{---}'));
    expectStamp(latex.text);
  });

  test.each(['command', 'write'])('is copied for Word as a table and as text, by %s', async (way) => {
    const opened = await site.open('onDisk');
    await openExample(opened.page);
    const context = opened.page.context();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    if (way === 'write') await opened.page.evaluate(() => (document.execCommand = () => false));
    // What the older way puts on the clipboard passes here.
    await opened.page.evaluate(() => {
      const copied: Record<string, string> = {};
      Object.assign(window, { copied });
      const own = Object.getOwnPropertyDescriptor(DataTransfer.prototype, 'setData')?.value as DataTransfer['setData'];
      DataTransfer.prototype.setData = function (type, text) {
        copied[type] = text;
        own.call(this, type, text);
      };
    });
    const menu = opened.page.locator('#headline');
    await menu.getByText('Save or copy').click();
    await menu.getByRole('button', { name: 'Copy for Word' }).click();
    await menu.getByText('Copied.').waitFor();
    const copied = await opened.page.evaluate(async (isNew) => {
      if (!isNew) return (window as unknown as { copied: Record<string, string> }).copied;
      const [item] = await navigator.clipboard.read();
      const text = async (type: string): Promise<string> => (await item!.getType(type)).text();
      return { 'text/html': await text('text/html'), 'text/plain': await text('text/plain') };
    }, way === 'write');
    // The clipboard may put the markup into a page of its own.
    const markup = /<p style[^]*<\/p>/.exec(copied['text/html'] ?? '')?.[0] ?? '';
    const parsed = parseXml(`<div>${markup.replaceAll('<br>', '<br/>')}</div>`);
    const cells = [...all(parsed, 'td'), ...all(parsed, 'th')].map(textOf);
    for (const cell of rows().flat()) {
      expect(cells.some((text) => text.includes(cell))).toBe(true);
      expect(copied['text/plain']).toContain(cell);
    }
    expectStamp(copied['text/plain']!);
    // Rules above and below the table, numbers at the right: in what no policy has been at.
    if (way === 'command') expect(markup).toMatch(/border-top:1pt solid #000.*text-align:right/s);
    if (way === 'command') expect(opened.complaints).toEqual([]);
    await context.close();
  });
});

describe('the page', () => {
  test('shows every table and figure of the report with its numbers, and each can be saved', async () => {
    // A figure draws itself once it has a width.
    await openAll(page);
    await settled(page);
    const shown = await page.evaluate(() => {
      const found = { tables: [] as { caption: string; text: string; menus: number }[], figures: [] as string[] };
      const look = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          if (element.localName === 'fc-table' && element.shadowRoot) {
            found.tables.push({
              caption: element.shadowRoot.querySelector('caption > span')?.firstChild?.nextSibling?.textContent ?? '',
              text: element.shadowRoot.textContent,
              menus: element.shadowRoot.querySelectorAll('fc-table-menu').length,
            });
          }
          if (element.localName === 'fc-figure') {
            const caption = element.shadowRoot?.querySelector('figcaption')?.textContent ?? '';
            if (element.shadowRoot?.querySelector('.plot > svg')) found.figures.push(caption);
          }
          if (element.shadowRoot) look(element.shadowRoot);
        }
      };
      look(
        document.querySelector('fc-page')!.shadowRoot!.querySelector('fc-app')!.shadowRoot!.querySelector('#results')!,
      );
      return found;
    });
    const { blocks } = documentOf(expected);
    for (const block of blocks) {
      if (block.kind === 'table') {
        const own = shown.tables.find(
          ({ text }) =>
            squeezed(text).includes(squeezed(bare(block.caption))) && hasAll(text, tableText(block.table).flat()),
        );
        expect(own, block.caption).toBeDefined();
        expect(own?.menus).toBe(1);
      }
      if (block.kind === 'figure') {
        expect(
          shown.figures.some((caption) => caption.includes(bare(block.caption))),
          block.caption,
        ).toBe(true);
      }
    }
  });

  const hasAll = (text: string, cells: readonly string[]): boolean => {
    const own = squeezed(text);
    return cells.every((cell) => own.includes(squeezed(cell)));
  };

  test('ties each number of its paragraphs to the value of the report', async () => {
    const numbers = await page
      .locator('fc-paragraphs data')
      .evaluateAll((all) => all.map((each) => [each.getAttribute('data-path') ?? '', (each as HTMLDataElement).value]));
    expect(numbers.length).toBeGreaterThan(40);
    for (const [path = '', value] of numbers) {
      const own = path
        .split('/')
        .slice(1)
        .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], expected);
      expect(Number(value), path).toBe(own);
    }
    expect(await page.locator('fc-paragraphs').textContent()).not.toMatch(/trend/i);
  });
});

describe('the whole report', () => {
  test('as a Word document has every table, number and figure', async () => {
    const { name, bytes } = await save('Word document');
    expect(name).toBe('report.docx');
    const files = unzipSync(bytes);
    const xml = (part: string) => parseXml(strFromU8(files[part]!));
    const read = squeezed(all(xml('word/document.xml'), 'w:t').map(textOf).join(''));
    for (const text of cellTexts(expected)) expect(read).toContain(squeezed(text));
    const { blocks } = documentOf(expected);
    const figures = blocks.filter(({ kind }) => kind === 'figure');
    expect(all(xml('word/document.xml'), 'w:tbl')).toHaveLength(blocks.filter(({ kind }) => kind === 'table').length);
    const pictures = Object.keys(files).filter((part) => part.startsWith('word/media/'));
    expect(pictures).toHaveLength(figures.length);
    for (const picture of pictures) expectPicture(files[picture]!);
    expectStamp(textOf(xml('docProps/custom.xml')) + read);
  });

  test('as HTML has every table, number and figure, and runs and fetches nothing', async () => {
    const { name, text } = await save('Web page');
    expect(name).toBe('report.html');
    const context = await site.browser.newContext();
    const opened = await context.newPage();
    const problems: string[] = [];
    const requests: string[] = [];
    opened.on('console', (message) => problems.push(message.text()));
    context.on('request', (request) => requests.push(request.url()));
    await opened.setContent(text);
    const read = squeezed((await opened.locator('body').textContent()) ?? '');
    for (const cell of cellTexts(expected)) expect(read).toContain(squeezed(cell));
    const figures = documentOf(expected).blocks.filter(({ kind }) => kind === 'figure');
    expect(await opened.locator('figure > .drawing > svg').count()).toBe(figures.length);
    expect(await opened.locator('script').count()).toBe(0);
    expect(problems).toEqual([]);
    expect(requests).toEqual([]);
    for (const width of [390, 1280]) {
      await opened.setViewportSize({ width, height: 800 });
      expect(await opened.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expectStamp(text);
    await context.close();
  });

  test('as Markdown has every table', async () => {
    const { text } = await save('Markdown (.md)');
    expect(text.match(/^\*\*Table \d+\. /gm)).toHaveLength(
      documentOf(expected).blocks.filter(({ kind }) => kind === 'table').length,
    );
  });
});

describe('the numbers', () => {
  test('as JSON are the report, with the plan\u2019s hash and the day', async () => {
    const { elapsedMs, exported, ...report } = JSON.parse((await save('Save the results')).text) as Report;
    const { elapsedMs: other, ...own } = expected;
    expect(report).toEqual(own);
    expect(elapsedMs).not.toBe(other);
    expect(exported?.planSha256).toBe(stampOf(expected).planSha256);
    expect(exported?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(JSON.parse((await save('The plan')).text) as Plan).toEqual(expected.plan);
  });

  test('as CSV are every estimate at full precision', async () => {
    const { text } = await save('All estimates');
    const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    for (const { id, effects, means, coefficients } of expected.outcomes) {
      const own = data.filter(({ outcome }) => outcome === id);
      const estimates = (kind: string) =>
        own.filter((row) => row['kind'] === kind).map(({ estimate }) => Number(estimate));
      expect(estimates('effect')).toEqual(effects.map(({ estimate }) => estimate));
      expect(estimates('mean')).toEqual(means.map(({ estimate }) => estimate));
      expect(estimates('coefficient')).toEqual(coefficients.map(({ estimate }) => estimate));
    }
    expectStamp(text);
  });
});

describe('to run again', () => {
  test('there are scripts with a stamp, and the scores', async () => {
    const r = await save('R script');
    expect([r.name, r.text.includes('lmer')]).toEqual(['analysis.R', true]);
    const sas = await save('SAS program');
    expect([sas.name, sas.text.includes('proc mixed')]).toEqual(['analysis.sas', true]);
    for (const { text } of [r, sas]) {
      expectStamp(text);
      for (const { effects } of expected.outcomes) expect(text).toContain(String(effects[0]?.estimate));
    }
    const scores = await save('Scores: Daily Fatigue Severity');
    expect(scores.name).toBe('scores-dfs.csv');
    const rows = scores.text.split('\r\n').filter((line) => /^K\d/.test(line));
    expect(rows).toHaveLength(
      exampleFile('diary.csv')
        .trim()
        .split('\n')
        .filter((line) => /,\d/.test(line.replace(/^[^,]*,[^,]*/, ''))).length,
    );
  });

  test('the ZIP has the data as they were given, and all else', async () => {
    const files = unzipSync((await save('All of it')).bytes);
    for (const name of ['participants.csv', 'diary.csv', 'questionnaires.csv', 'adverse-events.csv']) {
      expect(strFromU8(files[name]!)).toBe(exampleFile(name));
    }
    for (const name of ['analysis.R', 'analysis.sas', 'plan.json', 'report.json', 'estimates.csv']) {
      expect(Object.keys(files)).toContain(name);
    }
  });
});

describe('a figure', () => {
  test('as SVG is well-formed, says what it is, and needs nothing else', async () => {
    const { name, text } = await save('SVG', 'fc-figure#means-fss');
    expect(name).toBe('means-fss.svg');
    const root = parseXml(text);
    expect(root.name).toBe('svg');
    expect(all(root, 'metadata').map(textOf).join('')).toContain(stampOf(expected).planSha256);
    expectStamp(all(root, 'metadata').map(textOf).join(''));
    expect(all(root, 'desc')).toHaveLength(1);
    expect(text).not.toMatch(/var\(|href=|<style|url\((?!#)/);
  });

  test('as PNG has 300 dots per inch and its stamp', async () => {
    const { bytes } = await save('PNG', 'fc-figure#means-fss');
    expectStamp(expectPicture(bytes));
  });

  test('all of them come in one ZIP', async () => {
    const files = unzipSync((await save('All figures')).bytes);
    const ids = documentOf(expected).blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.id] : []));
    expect(Object.keys(files).sort()).toEqual(ids.flatMap((id) => [`${id}.png`, `${id}.svg`]).sort());
    for (const id of ids) {
      expectPicture(files[`${id}.png`]!);
      parseXml(strFromU8(files[`${id}.svg`]!));
    }
  });
});

/** A PNG of 300 dots per inch that is not of one colour (its pixels do not pack to nothing); its texts. */
function expectPicture(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  expect(strFromU8(png.subarray(1, 4))).toBe('PNG');
  expect(view.getUint32(16)).toBeGreaterThan(1500);
  expect(png.length).toBeGreaterThan(8000);
  const texts: string[] = [];
  let perMetre = 0;
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const type = strFromU8(png.subarray(at + 4, at + 8));
    if (type === 'pHYs') perMetre = view.getUint32(at + 8);
    if (type === 'tEXt') texts.push(strFromU8(png.subarray(at + 8, at + 8 + length), true));
    if (type === 'iTXt') texts.push(strFromU8(png.subarray(at + 8, at + 8 + length)));
    at += 12 + length;
  }
  expect(perMetre).toBe(Math.round(300 / 0.0254));
  return texts.join('\n');
}
