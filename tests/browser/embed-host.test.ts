// SPDX-License-Identifier: MIT
/** What a page around can do to the elements: dark ground that it does not declare, and policies that refuse a part. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { InputError } from '../../web/contract/report.js';
import { strings } from '../../web/text/strings.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { axeFindings, colourRules, openAll } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { blockOf, leastPolicy, serveHost, type Host } from '../support/host_page.js';
import { isRendering } from '../support/in_page.js';
import { tableText } from '../web/report-fixture.js';
import { analyzeByCli, examplePlan, shownRows } from './page.js';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our trial</title><link rel="icon" href="data:,">
  <link rel="stylesheet" href="/page.css"></head><body><main><h1>Our trial</h1>${body}</main></body></html>`;
const script = (name: string): string => `<script type="module" src="/lib/${name}.js"></script>`;
const example = '/examples/ketamine-pilot';
const data = ['participants.csv', 'diary.csv', 'questionnaires.csv'].map((name) => `${example}/${name}`).join(' ');
const report = analyzeByCli(examplePlan());
const calculator = `<fatigue-calculator plan="${example}/plan.json" data="${data}"></fatigue-calculator>`;
const pages: Record<string, string> = {
  // A dark page as many are: it sets colours, and says nothing of its colour scheme.
  '/page.css': 'body { background: navy; color: white; } body.light { background: white; color: black; }',
  '/report.json': JSON.stringify(report),
  '/results': page(
    `${script('results')}<fatigue-results src="/report.json" show="all" plots="flow forest"></fatigue-results>`,
  ),
  '/calculator': page(`${script('elements')}${calculator}`),
  '/several': page(`${script('elements')}${calculator}${calculator}`),
  '/locked': page(`${script('elements')}<fatigue-calculator locked data="${data}"></fatigue-calculator>`),
};
const published = blockOf('embedding.md', "script-src 'self'; style-src");
const words = strings.results.published;

let browser: Browser;
const hosts: Host[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(() => Promise.all(browser.contexts().map((context: BrowserContext) => context.close())));

afterAll(async () => {
  await browser.close();
  await Promise.all(hosts.map((host) => host.close()));
});

/** What `error` told is kept in `window.told`. */
async function open(path: string, policy: string): Promise<Page> {
  const host = await serveHost(pages, policy);
  hosts.push(host);
  const opened = await (await browser.newContext({ viewport: { width: 1000, height: 800 } })).newPage();
  await opened.addInitScript(() => {
    const told: InputError[] = [];
    Object.assign(window, { told });
    document.addEventListener(
      'error',
      (event) => {
        if (event instanceof CustomEvent) told.push(event.detail as InputError);
      },
      true,
    );
  });
  await opened.goto(host.url + path);
  return opened;
}

const told = (on: Page): Promise<InputError[]> => on.evaluate(() => (window as unknown as { told: InputError[] }).told);

test.each([
  ['/results', published, 'fatigue-results svg[role=img]'],
  ['/calculator', `${leastPolicy}; style-src 'self'`, '#headline table'],
])(
  '%s can be read on dark ground that is not declared, and on light ground once the page changes',
  async (path, policy, shown) => {
    const opened = await open(path, policy);
    await opened.locator(shown).first().waitFor();
    expect(await opened.locator('.on-dark').count()).toBe(1);
    await openAll(opened);
    await expect.poll(() => opened.evaluate(isRendering)).toBe(false);
    await opened.getByText(strings.results.warnings, { exact: true }).first().waitFor();
    expect(await axeFindings(opened, colourRules)).toEqual([]);
    await opened.evaluate(() => document.body.classList.add('light'));
    await opened.locator('.on-light').waitFor();
    expect(await axeFindings(opened, colourRules)).toEqual([]);
  },
  120_000,
);

test('a page that forbids transitions is followed, and one that changed while the element was hidden', async () => {
  const opened = await open('/results', published);
  await opened.locator('.on-dark').waitFor();
  const change = (style: Partial<CSSStyleDeclaration>): Promise<void> =>
    opened.evaluate((given) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { transition: none !important }');
      document.adoptedStyleSheets = [sheet];
      Object.assign(document.querySelector('fatigue-results')!.style, given);
      document.body.classList.toggle('light');
    }, style as never);
  await change({});
  await opened.locator('.on-light').waitFor();
  await change({ display: 'none' });
  await opened.evaluate(() => (document.querySelector('fatigue-results')!.style.display = ''));
  await opened.locator('.on-dark').waitFor();
});

test('numbers stand as they are on a page that is written from right to left, and in its own language', async () => {
  const opened = await open('/results', published);
  await opened.evaluate(() => Object.assign(document.documentElement, { dir: 'rtl', lang: 'he' }));
  await opened.locator('svg[role=img]').first().waitFor();
  const cell = opened.locator('td').first();
  expect(await cell.evaluate((element) => [getComputedStyle(element).direction, element.matches(':lang(en)')])).toEqual(
    ['ltr', true],
  );
});

test('grey text is for dark ground where the page says that it is dark, and black text for light ground there', async () => {
  const opened = await open('/results', published);
  await opened.locator('.on-dark').waitFor();
  const look = (colorScheme: string, background: string, color: string): Promise<void> =>
    opened.evaluate(
      ([scheme, ground, text]) => {
        document.documentElement.style.colorScheme = scheme;
        Object.assign(document.body.style, { background: ground, color: text });
      },
      [colorScheme, background, color] as const,
    );
  await look('light', '#ffffff', '#767676');
  await opened.locator('.on-light').waitFor();
  await look('dark', '#202020', '#909090');
  await opened.locator('.on-dark').waitFor();
  await look('dark', '#ffffff', '#333333');
  await opened.locator('.on-light').waitFor();
});

test('a dark page is printed black on white', async () => {
  const opened = await open('/results', published);
  await opened.locator('.on-dark').waitFor();
  await opened.locator('svg[role=img]').first().waitFor();
  await opened.emulateMedia({ media: 'print' });
  const looks = (): Promise<string[]> =>
    opened.evaluate(() => {
      const around = document.querySelector('fatigue-results')!.shadowRoot!.querySelector('.on-dark')!;
      const table = around.querySelector('section > *')!.shadowRoot!;
      const { color, backgroundColor } = getComputedStyle(around);
      return [color, backgroundColor, getComputedStyle(table.querySelector('td')!).color];
    });
  await expect.poll(looks).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  expect(await axeFindings(opened, colourRules)).toEqual([]);
});

test('a change of theme by a transition of the page itself is followed', async () => {
  const opened = await open('/results', published);
  await opened.locator('.on-dark').waitFor();
  await opened.evaluate(() => {
    document.body.style.transition = 'color .3s, background .3s';
    document.body.classList.add('light');
  });
  await opened.locator('.on-light').waitFor();
});

test('frameworks set properties, and ready is told once plots are there', async () => {
  const opened = await open('/results', published);
  const at = await opened.evaluate(async (report) => {
    const element = document.createElement('fatigue-results');
    Object.assign(element, { report, plots: true, show: ['headline', 'flow'], outcome: 'MFIS' });
    const ready = new Promise((resolve) => element.addEventListener('ready', resolve));
    document.querySelector('main')!.append(element);
    await ready;
    const inside = element.shadowRoot!;
    return [inside.querySelectorAll('section').length, inside.querySelectorAll('[part=plots] > *').length];
  }, report as never);
  expect(at[0]).toBe(2);
  expect(at[1]).toBeGreaterThan(2);
  const shown = opened.locator('fatigue-results').nth(1);
  const captions = await shown.locator('figcaption, caption').allInnerTexts();
  expect(captions.filter((text) => /dfs|Daily Fatigue/i.test(text))).toEqual([]);
  expect(captions.join(' ')).toContain('Participant flow, Modified Fatigue Impact Scale');
});

test('an empty address is told', async () => {
  const opened = await open('/results', published);
  await opened.evaluate(() => document.querySelector('fatigue-results')?.setAttribute('src', ''));
  await opened.getByText(words.noAddress).waitFor();
  expect((await told(opened)).map(({ code }) => code)).toEqual(['no_report']);
});

test('of a plan that a visitor drops, the page hears no word', async () => {
  const opened = await open('/calculator', leastPolicy);
  await opened.locator('#headline table').waitFor();
  const buffer = Buffer.from('{"people": [{"name": "Anna Mueller", "note": NA}]}');
  await opened
    .locator('fc-drop-zone input[type=file]')
    .setInputFiles({ name: 'people.json', mimeType: 'application/json', buffer });
  await expect.poll(async () => (await told(opened)).length).toBeGreaterThan(0);
  const heard = JSON.stringify(await told(opened));
  expect(heard).toContain('bad_plan');
  expect(heard).toContain('people.json');
  expect(heard).not.toMatch(/Anna|NA\b/);
});

test('landmarks of two calculators are told apart, and there are few', async () => {
  const opened = await open('/several', leastPolicy);
  await opened.locator('#headline table').nth(1).waitFor();
  expect(await axeFindings(opened, ['landmark-unique'])).toEqual([]);
  expect(await opened.getByRole('region').count()).toBe(8);
});

test('plots that the policy refuses are told, and the tables stand', async () => {
  const opened = await open('/results', `${published}; require-trusted-types-for 'script'; trusted-types lit-html`);
  await opened.getByText(words.missed).waitFor();
  expect(await shownRows(opened.locator('table').first())).toEqual(tableText(headlineTable(report)));
  expect(await told(opened)).toEqual([
    { code: 'not_loaded', message: words.missed, detail: { file: 'results-plots.js', remedy: words.missedRemedy } },
  ]);
  // Another choice does not tell it again.
  await opened.evaluate(() => document.querySelector('fatigue-results')?.setAttribute('show', 'headline'));
  await expect.poll(() => opened.locator('table').count()).toBe(1);
  expect(await opened.getByText(words.missed).count()).toBe(1);
  expect(await told(opened)).toHaveLength(1);
  // Where nothing of the second script is asked for, nothing is missing.
  await opened.evaluate(() => document.querySelector('fatigue-results')?.removeAttribute('plots'));
  await expect.poll(() => opened.getByText(words.missed).count()).toBe(0);
});

test('a picture that the policy refuses is told beside its button', async () => {
  const opened = await open('/results', published.replace(' img-src data:', " img-src 'self'"));
  const figure = opened.locator('figure').first();
  await figure.getByRole('button', { name: strings.figures.saved(strings.figures.savePng) }).click();
  await expect.poll(() => figure.getByRole('alert').innerText()).toContain(strings.figures.pictureRefused);
});

test('locked without a plan is no open calculator, and begins once there is one', async () => {
  const opened = await open('/locked', leastPolicy);
  await opened.getByText(strings.calculator.noPlan).waitFor();
  expect(await opened.locator('fatigue-calculator').locator('input, select, fc-embedded').count()).toBe(0);
  expect((await told(opened)).map(({ code, message }) => [code, message])).toEqual([
    ['no_plan', strings.calculator.noPlan],
  ]);
  await opened.evaluate((plan) => {
    Object.assign(document.querySelector('fatigue-calculator')!, { plan });
  }, examplePlan() as never);
  await expect.poll(() => shownRows(opened.locator('#headline table'))).toEqual(tableText(headlineTable(report)));
  expect(await opened.locator('fc-analysis').count()).toBe(0);
});
