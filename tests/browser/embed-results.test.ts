// SPDX-License-Identifier: MIT
/** Published results on pages that are somebody else's: under a strict policy, several, moved, late, and hostile reports. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Report } from '../../web/contract/report.js';
import { partNames } from '../../web/embed/results/parts.js';
import { strings } from '../../web/text/strings.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { axeFindings } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { blockOf, serveHost, type Host } from '../support/host_page.js';
import { tableText } from '../web/report-fixture.js';
import { analyzeByCli, examplePlan, shownRows } from './page.js';

const script = '<script type="module" src="/lib/results.js"></script>';
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our trial</title><link rel="icon" href="data:,">
  <meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/page.css"></head><body><main><h1>Our trial</h1>${body}</main></body></html>`;
const hostile = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
const words = strings.results.published;

const pages: Record<string, string> = {
  '/late.js': `await new Promise((go) => addEventListener('go', go)); await import('/lib/results.js');`,
  '/late': page('<script type="module" src="/late.js"></script><fatigue-results>Not there yet</fatigue-results>'),
  // What says on what the colours stand is measured; nothing is assumed.
  '/page.css': 'body { background: Canvas; color: CanvasText; }',
  '/other.json': '{"schemaVersion":1,"files":[]}',
  '/cut.json': '{"schemaVersion":1,',
  '/deep.json': `{"schemaVersion":1,"files":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
  '/long.json': `{"title":"${'x'.repeat(21_000_000)}"}`,
};
for (const name of ['results', 'elements'])
  pages[`/twice-${name}`] = page(
    ['', '?again'].map((end) => `<script type="module" src="/lib/${name}.js${end}"></script>`).join(''),
  );
for (const name of ['other', 'cut', 'deep', 'long', 'proto', 'version', 'broken'])
  pages[`/bad-${name}`] = page(`${script}<fatigue-results src="/${name}.json"></fatigue-results>`);

let browser: Browser;
let host: Host;
let report: Report;
let complaints: string[] = [];

beforeAll(async () => {
  report = analyzeByCli(examplePlan());
  const text = JSON.stringify(report);
  pages['/report.json'] = text;
  pages['/proto.json'] = text.replace('{', '{"__proto__":{"broken":1},');
  pages['/version.json'] = text.replace('"schemaVersion":1', '"schemaVersion":99');
  pages['/broken.json'] = JSON.stringify({ ...report, outcomes: [{ id: 'fss' }] });
  pages['/hostile.json'] = JSON.stringify({
    ...report,
    outcomes: report.outcomes.map((outcome) => ({ ...outcome, label: hostile })),
    warnings: [{ code: 'x', message: hostile }],
  });
  const one = '<fatigue-results src="/report.json" plots="forest means"></fatigue-results>';
  pages['/one'] = page(`${script}<div id="left">${one}</div><div id="right"></div>`);
  pages['/two'] = page(
    `${script}<fatigue-results src="/report.json" show="headline"></fatigue-results>
     <fatigue-results src="/report.json" show="means" outcome="${report.outcomes[1]?.label}"></fatigue-results>`,
  );
  pages['/hostile'] = page(`${script}<fatigue-results src="/hostile.json" show="all" plots></fatigue-results>`);
  pages['/look.css'] = `body { background: rgb(255, 238, 0); color: rgb(0, 0, 128); }
    fatigue-results::part(heading) { font-variant: small-caps; }`;
  pages['/look'] =
    `${page(`${script}<fatigue-results src="/report.json" show="headline sorrow" outcome="${report.outcomes[0]?.id.toUpperCase()}"></fatigue-results>`)}
    <link rel="stylesheet" href="/look.css">`;
  pages['/empty'] = page(`${script}<fatigue-results show="headline"></fatigue-results>`);
  host = await serveHost(pages, blockOf('embedding.md', "script-src 'self'; style-src"));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

async function open(path: string, width = 1000): Promise<Page> {
  const opened = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
  complaints = [];
  opened.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.addInitScript(() => {
    const told: [string, unknown][] = [];
    Object.assign(window, { told });
    for (const name of ['ready', 'result', 'error'])
      document.addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]), true);
  });
  await opened.goto(host.url + path);
  return opened;
}

const told = (on: Page): Promise<[string, { code?: string } | null][]> =>
  on.evaluate(() => (window as unknown as { told: [string, { code?: string } | null][] }).told);
const results = (on: Page, at = 0): Locator => on.locator('fatigue-results').nth(at);
const headline = (on: Page): Promise<string[][]> => shownRows(results(on).locator('table').first());

test('the numbers are those of the report, with plots, under the policy that the documentation tells', async () => {
  const opened = await open('/one');
  await results(opened).locator('svg').first().waitFor();
  expect(await headline(opened)).toEqual(tableText(headlineTable(report)));
  expect((await told(opened)).map(([name]) => name)).toEqual(['result', 'ready']);
  expect(complaints).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await opened.emulateMedia({ colorScheme });
    // It hears of the page's new colours by the end of their transition.
    await results(opened).locator(`.on-${colorScheme}`).first().waitFor();
    expect(await axeFindings(opened)).toEqual([]);
  }
  // Moved, it goes on; nothing is loaded or told again.
  await opened.evaluate(() => document.querySelector('#right')!.append(document.querySelector('fatigue-results')!));
  await results(opened).locator('svg').first().waitFor();
  expect((await told(opened)).length).toBe(2);
});

test('several show what each was asked for', async () => {
  const opened = await open('/two');
  await results(opened, 1).locator('table').first().waitFor();
  expect(await headline(opened)).toEqual(tableText(headlineTable(report)));
  const second = await results(opened, 1).locator('caption').allInnerTexts();
  expect(second.length).toBe(1);
  expect(second[0]).toContain(report.outcomes[1]?.label);
  await results(opened, 1).evaluate((element) => element.setAttribute('outcome', 'none of these'));
  await opened
    .getByText(words.noOutcome('none of these', report.outcomes.map(({ id }) => id).join(strings.listSeparator)))
    .waitFor();
});

test.each(['results', 'elements'])('%s.js loaded twice does no harm', async (name) => {
  const opened = await open(`/twice-${name}`);
  await opened.waitForLoadState('load');
  expect(await opened.evaluate(() => customElements.get('fatigue-results') !== undefined)).toBe(true);
  expect(complaints).toEqual([]);
});

test('a report set before the script is there is shown', async () => {
  const opened = await open('/late', 390);
  expect(await opened.getByText('Not there yet').isVisible()).toBe(true);
  await opened.evaluate(async () => {
    const element = document.querySelector('fatigue-results')!;
    const given: unknown = await (await fetch('/report.json')).json();
    Object.assign(element, { report: given, show: 'headline' });
    window.dispatchEvent(new Event('go'));
  });
  await results(opened).locator('table').waitFor();
  expect(await opened.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test.each(['ketamine-pilot', 'follow-on', 'daily-diary'] as const)('every part of %s can be shown', async (name) => {
  const made = analyzeByCli(examplePlan(name), name);
  const opened = await open('/late');
  await opened.evaluate((given) => {
    Object.assign(document.querySelector('fatigue-results')!, { report: given, show: 'all', plots: 'all' });
    window.dispatchEvent(new Event('go'));
  }, made as never);
  await results(opened).locator('svg').first().waitFor();
  await opened.getByText(strings.paragraphs.methodsTitle, { exact: true }).waitFor();
  const parts = await results(opened)
    .locator('section')
    .evaluateAll((all) => all.map((each) => each.part.item(1)));
  const absent = partNames.filter((part) => !parts.includes(part));
  // The pilot has no responders; the diary neither flow in outcomes nor side effects.
  expect(
    absent.every((part) => ['effects', 'responders', 'flow', 'safety', 'baseline', 'quality'].includes(part)),
  ).toBe(true);
  const shown = await results(opened).locator('th, td, p, caption').allInnerTexts();
  expect(shown.join(' ')).not.toMatch(/undefined|\[object/);
  expect(complaints).toEqual([]);
});

test('what is no report is told, and shows nothing of itself', async () => {
  const opened = await open('/bad-other');
  for (const [name, code] of [
    ['other', 'bad_report'],
    ['cut', 'bad_report'],
    ['deep', 'bad_report'],
    ['long', 'report_too_large'],
    ['proto', 'bad_report'],
    ['version', 'unknown_report_version'],
    ['broken', 'bad_report'],
    ['absent', 'not_loaded'],
  ] as const) {
    await results(opened).evaluate((element, src) => element.setAttribute('src', src), `/${name}.json`);
    await expect.poll(async () => (await told(opened)).at(-1)?.[1]?.code, { message: name }).toBe(code);
    await opened.getByText(words.failed).waitFor();
    expect(await results(opened).locator('table').count()).toBe(0);
  }
});

test('texts of a report are texts', async () => {
  const opened = await open('/hostile');
  await results(opened).locator('svg').first().waitFor();
  expect(await results(opened).locator('img, script').count()).toBe(0);
  expect(await opened.evaluate(() => 'broken' in window)).toBe(false);
  expect((await results(opened).locator('th').allInnerTexts()).join(' ')).toContain('onerror');
});

test('a report set once the script is there is shown, and told', async () => {
  const opened = await open('/empty');
  await opened.evaluate(async () => {
    await customElements.whenDefined('fatigue-results');
    const element = document.querySelector('fatigue-results')!;
    await element.updateComplete;
    element.report = (await (await fetch('/report.json')).json()) as Report;
  });
  await results(opened).locator('table').waitFor();
  expect(await headline(opened)).toEqual(tableText(headlineTable(report)));
  await opened.evaluate(() => Object.assign(document.querySelector('fatigue-results')!, { report: null }));
  await expect.poll(() => results(opened).locator('table').count()).toBe(0);
  expect((await told(opened)).map(([name]) => name)).toEqual(['result', 'ready']);
});

test('it has the colours of the page around; captions are a part, and an unknown word is told once', async () => {
  const opened = await open('/look', 390);
  await results(opened).locator('table').waitFor();
  const look = await results(opened).evaluate((element) => {
    const table = element.shadowRoot!.querySelector('section *')!.shadowRoot!;
    const of = (name: string): CSSStyleDeclaration => getComputedStyle(table.querySelector(name)!);
    const { backgroundImage, backgroundColor } = of('.scroll');
    return [of('td').color, of('caption span').fontVariantCaps, backgroundImage, backgroundColor];
  });
  expect(look).toEqual(['rgb(0, 0, 128)', 'small-caps', 'none', 'rgba(0, 0, 0, 0)']);
  await opened.evaluate(() => document.querySelector('fatigue-results')!.style.setProperty('--fc-paper', 'white'));
  await opened.setViewportSize({ width: 380, height: 800 });
  await expect
    .poll(() =>
      results(opened).evaluate((element) => {
        const table = element.shadowRoot!.querySelector('section *')!.shadowRoot!;
        return getComputedStyle(table.querySelector('.scroll')!).backgroundColor;
      }),
    )
    .toBe('rgb(255, 255, 255)');
  expect(complaints.filter((line) => line.includes('"sorrow"'))).toHaveLength(1);
});

test('plots come under trusted types where the policy allows what the documentation names', async () => {
  const least = blockOf('embedding.md', "script-src 'self'; style-src");
  const types = "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";
  const strict = await serveHost(pages, `${least}; ${types}`);
  const opened = await (await browser.newContext()).newPage();
  await opened.goto(`${strict.url}/one`);
  await opened.locator('fatigue-results svg[role=img]').first().waitFor();
  await opened.context().close();
  await strict.close();
}, 60_000);
