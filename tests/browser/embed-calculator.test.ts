// SPDX-License-Identifier: MIT
/** The calculator on pages that are somebody else's: as an element under a strict policy, and in a sandboxed frame. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { InputError, Report } from '../../web/contract/report.js';
import { strings } from '../../web/text/strings.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { axeFindings } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { blockOf, leastPolicy, serveHost, trustedTypes, type Host } from '../support/host_page.js';
import { tableText } from '../web/report-fixture.js';
import { analyzeByCli, exampleFile, examplePlan, shownRows } from './page.js';

const names = ['participants.csv', 'diary.csv', 'questionnaires.csv', 'adverse-events.csv'];
const example = '/examples/ketamine-pilot';
const data = names.map((name) => `${example}/${name}`).join(' ');
const plan = `${example}/plan.json`;

const page = (
  body: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our trial</title>
  <link rel="icon" href="data:,"></head><body><main><h1>Our trial</h1>${body}</main></body></html>`;
const script = '<script type="module" src="/lib/elements.js"></script>';
/** What the documentation has for a page with a frame: the frame with another address, and its script. */
const snippet = /^(.*src=")[^"]*(".*<\/iframe>)\s*<script>(.*)<\/script>$/s.exec(
  blockOf('embedding-iframe.md', 'calculator:height'),
);
const [, before = '', after = '', listening = ''] = snippet ?? [];
const frame = (address: string): string => page(`${before}${address}${after}<script src="/snippet.js"></script>`);

const hostile = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
const hostilePlan = {
  ...examplePlan(),
  title: hostile,
  arms: { ...examplePlan().arms, labels: { ketamine: hostile } },
  outcomes: examplePlan().outcomes.map((outcome) => ({ ...outcome, label: hostile })),
};

/** A plan that leaves a visit to be confirmed. */
const openPlan = {
  ...examplePlan(),
  outcomes: examplePlan().outcomes.map((outcome) => ({
    ...outcome,
    effect: { ...outcome.effect, ...(outcome.effect.kind === 'visit_difference' && { proposed: true }) },
  })),
};

const pages: Record<string, string> = {
  '/element': page(`${script}<fatigue-calculator plan="${plan}" data="${data}">Please wait</fatigue-calculator>`),
  '/look': page(`${script}<fatigue-calculator hide="bar sorrow" plan="${plan}" data="${data}"></fatigue-calculator>`),
  '/two': page(`${script}<div id="left"><fatigue-calculator locked plan="${plan}"></fatigue-calculator></div>
    <div id="right"><fatigue-calculator hide="exports"></fatigue-calculator></div>`),
  // Each of the files that hold the calculator or results, the first of them once more under another address.
  '/all': page(`${script}<script type="module" src="/lib/elements.js?again"></script>
    <script type="module" src="/lib/results.js"></script><script src="/lib/fatigue-calculator.global.js"></script>
    <fatigue-calculator locked plan="${plan}" data="${data}"></fatigue-calculator>`),
  '/open-locked': page(`${script}<fatigue-calculator locked plan="/open.json" data="${data}"></fatigue-calculator>`),
  '/open.json': JSON.stringify(openPlan),
  '/late.js': `await new Promise((go) => addEventListener('go', go)); await import('/lib/elements.js');`,
  '/late': page(
    '<script type="module" src="/late.js"></script><fatigue-calculator with-participants><p>Not there yet</p></fatigue-calculator>',
  ),
  '/hostile': page(
    `${script}<fatigue-calculator plan="/hostile.json" data="${data.split(' ', 2).join(' ')}"></fatigue-calculator>`,
  ),
  '/hostile.json': JSON.stringify(hostilePlan),
  '/deep.json': `{"schemaVersion":1,"files":${'['.repeat(200_000)}`,
  '/proto.json': JSON.stringify(examplePlan()).replace('{', '{"__proto__":{"broken":1},'),
  '/long.json': `{"title":"${'x'.repeat(9_000_000)}"}`,
  '/number.json': '7',
  '/snippet.js': listening,
};

let browser: Browser;
let host: Host;
let expected: Report;
/** What the browser refused, and errors of scripts. */
let complaints: string[] = [];

beforeAll(async () => {
  expected = analyzeByCli(examplePlan());
  host = await serveHost(pages, `${leastPolicy}; ${trustedTypes}; frame-src 'self'`);
  const fragment = `plan=${Buffer.from(JSON.stringify(examplePlan())).toString('base64url')}`;
  const origin = encodeURIComponent(host.url);
  pages['/frame'] = frame(`/site/embed.html?locked&amp;origin=${origin}#${fragment}`);
  pages['/own'] = page(
    `<iframe title="calculator" src="/site/embed.html?scheme=dark&amp;plan=${plan}&amp;data=${data.split(' ', 2).join('+')}"></iframe>`,
  );
  pages['/message'] = frame(`/site/embed.html?origin=${origin}#plan`);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

/** Opens a page whose events, listeners and object addresses are kept for the tests to look at. */
async function open(path: string): Promise<Page> {
  const opened = await (await browser.newContext({ viewport: { width: 1000, height: 800 } })).newPage();
  complaints = [];
  opened.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.addInitScript(() => {
    const seen = {
      events: [] as [string, unknown][],
      listeners: [] as string[],
      addresses: [] as string[],
      messages: [] as unknown[],
    };
    Object.assign(window, { seen });
    for (const target of [window, document]) {
      const listen = target.addEventListener.bind(target) as typeof document.addEventListener;
      target.addEventListener = (name: string, ...rest: [EventListener]) => {
        seen.listeners.push(name);
        listen(name, ...rest);
      };
      for (const name of ['ready', 'mapped', 'result', 'error', 'fc-stamp', 'fc-files', 'fc-edit'])
        // While they are captured: so does a page that listens before anything within can stop them.
        if (target === document) listen(name, (event) => seen.events.push([name, (event as CustomEvent).detail]), true);
    }
    const [create, revoke] = [URL.createObjectURL.bind(URL), URL.revokeObjectURL.bind(URL)];
    URL.createObjectURL = (source) => {
      const url = create(source);
      seen.addresses.push(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      seen.addresses = seen.addresses.filter((each) => each !== url);
      revoke(url);
    };
    window.onmessage = ({ source, origin, data: sent }) => {
      const own = document.querySelector('iframe')?.contentWindow;
      if (source === own) seen.messages.push({ ...(sent as object), origin });
    };
  });
  await opened.goto(host.url + path);
  return opened;
}

interface Seen {
  events: [string, never][];
  listeners: string[];
  addresses: string[];
  messages: { type: string; height: number; origin: string }[];
}
const seen = (on: Page): Promise<Seen> => on.evaluate(() => (window as unknown as { seen: Seen }).seen);
const eventNames = async (on: Page): Promise<string[]> => (await seen(on)).events.map(([name]) => name);
const headline = (on: Page, at = 0): Promise<string[][]> =>
  shownRows(on.locator('fatigue-calculator').nth(at).locator('#headline table'));

const files = (list: readonly string[] = names): { name: string; mimeType: string; buffer: Buffer }[] =>
  list.map((name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(exampleFile(name)) }));

test('plan and data by address give the numbers of the command line, under a strict policy', async () => {
  const opened = await open('/element');
  await expect.poll(() => eventNames(opened)).toEqual(expect.arrayContaining(['mapped', 'ready', 'result']));
  await expect.poll(() => headline(opened)).toEqual(tableText(headlineTable(expected)));
  const { events, listeners } = await seen(opened);
  expect(events.map(([name]) => name).sort()).toEqual(['mapped', 'ready', 'result']);
  const result = events.find(([name]) => name === 'result')?.[1] as unknown as { report: Report; individual?: unknown };
  expect(result.report.outcomes.map(({ effects }) => effects)).toEqual(expected.outcomes.map(({ effects }) => effects));
  expect(result).not.toHaveProperty('individual');
  expect(JSON.stringify(result)).not.toContain('KET-');
  // The page around keeps its own.
  expect(
    listeners.filter((name) => /^(drag|drop|paste|key|beforeunload|popstate|hashchange|focus)/.test(name)),
  ).toEqual([]);
  expect(await opened.title()).toBe('Our trial');
  expect(await opened.evaluate(() => [history.length, document.documentElement.getAttribute('style')])).toEqual([
    2,
    null,
  ]);
  expect(complaints).toEqual([]);
  await opened.context().close();
}, 60_000);

test('two on a page are apart; moved one goes on, removed its worker ends, and back it begins again', async () => {
  const opened = await open('/two');
  await expect.poll(() => eventNames(opened)).toEqual(['ready', 'ready']);
  expect(opened.workers().length).toBe(0);
  const regions = opened.getByRole('region', { name: strings.data.title });
  await expect.poll(() => regions.count()).toBe(2);
  const second = `${strings.data.title} ${strings.calculator.numbered(2)}`;
  expect(await opened.getByRole('region', { name: second, exact: true }).count()).toBe(1);
  const [left, right] = [opened.locator('fatigue-calculator').nth(0), opened.locator('fatigue-calculator').nth(1)];
  // Locked: the plan stays, data of another name can be said to be one of its files.
  const renamed = files(['questionnaires.csv']).map((file) => ({ ...file, name: 'answers.csv' }));
  const stray = { name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(exampleFile('plan.json')) };
  await left
    .locator('input[type=file]')
    .setInputFiles([...files(names.filter((name) => name !== 'questionnaires.csv')), ...renamed, stray]);
  await left.getByText(strings.calculator.planIsFixed('plan.json')).first().waitFor();
  await left.getByLabel(strings.calculator.useAsNamed('answers.csv')).selectOption('questionnaires.csv');
  await expect.poll(() => headline(opened)).toEqual(tableText(headlineTable(expected)));
  expect(await left.locator('fc-analysis, fc-file, fc-bar').count()).toBe(0);
  // The files came by an event within, which nobody around heard.
  expect((await eventNames(opened)).filter((name) => name.startsWith('fc-'))).toEqual([]);
  expect(await right.locator('fc-results #headline').count()).toBe(0);
  expect(opened.workers().length).toBe(1);

  const isSame = await opened.evaluate(() => {
    const moved = document.querySelector('#left fatigue-calculator')!;
    document.querySelector('#right')!.append(moved);
    return new Promise((resolve) => setTimeout(() => resolve(moved.isConnected), 50));
  });
  expect(isSame).toBe(true);
  expect(opened.workers().length).toBe(1);
  expect(await headline(opened, 1)).toEqual(tableText(headlineTable(expected)));

  await opened.evaluate(() => {
    const gone = document.querySelectorAll('fatigue-calculator')[1]!;
    Object.assign(window, { gone });
    gone.remove();
  });
  await expect.poll(() => opened.workers().length).toBe(0);
  expect((await seen(opened)).addresses).toEqual([]);
  const again = await opened.evaluate(async () => {
    const { gone } = window as unknown as { gone: HTMLElement & { analyze(): Promise<Report> } };
    document.querySelector('#left')!.append(gone);
    const { outcomes } = await gone.analyze();
    return outcomes.map(({ effects }) => effects);
  });
  expect(again).toEqual(expected.outcomes.map(({ effects }) => effects));
  expect(opened.workers().length).toBe(1);
  expect(complaints).toEqual([]);
  await opened.context().close();
}, 60_000);

test('what was set before the element was there counts, and participants come where they are asked for', async () => {
  const opened = await open('/late');
  const given = { plan: examplePlan(), texts: names.map((name) => [name, exampleFile(name)] as const) };
  const early = await opened.evaluate(({ plan: own, texts }) => {
    const element = document.querySelector('fatigue-calculator')!;
    Object.assign(element, { plan: own, locked: true, files: texts.map(([name, text]) => new File([text], name)) });
    return [element.innerText, element.shadowRoot];
  }, given);
  expect(early).toEqual(['Not there yet', null]);
  await opened.evaluate(() => dispatchEvent(new Event('go')));
  await expect.poll(() => eventNames(opened)).toContain('result');
  const { events } = await seen(opened);
  const result = events.find(([name]) => name === 'result')?.[1] as unknown as { report: Report; individual: object };
  expect(result.report.outcomes.map(({ effects }) => effects)).toEqual(expected.outcomes.map(({ effects }) => effects));
  expect(JSON.stringify(result.individual)).toContain('"participant":');
  expect(await opened.getByText('Not there yet').isVisible()).toBe(false);
  const held = await opened.evaluate(async () => {
    const element = document.querySelector('fatigue-calculator')!;
    const count = element.files.length;
    await element.clear();
    return [count, element.files.length, element.report];
  });
  expect(held).toEqual([names.length, 0, null]);
  await opened.locator('fc-planned-files').getByText(strings.calculator.awaited).first().waitFor();
  expect(await axeFindings(opened)).toEqual([]);
  await opened.context().close();
}, 60_000);

test('a hostile plan is text or an error, and nothing is analysed by another plan', async () => {
  const opened = await open('/hostile');
  await expect.poll(() => eventNames(opened)).toContain('result');
  const calculator = opened.locator('fatigue-calculator');
  await calculator.locator('#headline table').getByText(hostile).first().waitFor();
  expect(await calculator.locator('img, script').count()).toBe(0);
  for (const [address, code] of [
    ['/deep.json', 'bad_plan'],
    ['/proto.json', 'bad_plan'],
    ['/number.json', 'bad_plan'],
    ['/long.json', 'plan_too_large'],
    ['/nowhere.json', 'not_loaded'],
    ['http://[', 'bad_address'],
  ]) {
    const error = await opened.evaluate(async (next) => {
      const element = document.querySelector('fatigue-calculator')!;
      const heard = new Promise((resolve) =>
        element.addEventListener('error', (event) => resolve((event as Event as CustomEvent<unknown>).detail), {
          once: true,
        }),
      );
      element.plan = next!;
      return heard;
    }, address);
    expect(error).toMatchObject({ code, message: expect.any(String) as string });
    expect(await calculator.locator('fc-drop-zone, fc-results').count()).toBe(0);
  }
  const outcome = await opened.evaluate(async () => {
    const element = document.querySelector('fatigue-calculator')!;
    const added = element.addFiles([new File(['id,x\n1,2\n'], 'x.csv')]);
    const refused = await added.then(
      () => 'taken',
      (error: Error & { code: string }) => error.code,
    );
    return [refused, (window as { broken?: unknown }).broken, ({} as { broken?: unknown }).broken];
  });
  expect(outcome).toEqual(['bad_address', undefined, undefined]);
  await opened.context().close();
}, 60_000);

test('in a sandboxed frame it reads, tells its height, saves files and reaches nothing', async () => {
  const opened = await open('/frame');
  const inner = opened.frameLocator('iframe');
  await inner.locator('fc-drop-zone').waitFor();
  await expect.poll(async () => (await seen(opened)).messages.length).toBeGreaterThan(0);
  await inner.locator('input[type=file]').setInputFiles(files());
  await expect.poll(() => shownRows(inner.locator('#headline table'))).toEqual(tableText(headlineTable(expected)));
  const framed = opened.frames()[1]!;
  const heightNow = (): Promise<number> =>
    framed.evaluate(() => Math.ceil(document.querySelector('#frame')!.getBoundingClientRect().height));
  // Results are rendered part by part, and the frame grows with them.
  const toldHeight = async (): Promise<unknown> => (await seen(opened)).messages.at(-1)?.height;
  await expect
    .poll(async () => (await toldHeight()) === (await heightNow()) && (await heightNow()) > 10_000)
    .toBe(true);
  expect((await seen(opened)).messages.at(-1)).toMatchObject({ type: 'fatigue-calculator:height', origin: 'null' });
  const saving = opened.waitForEvent('download');
  await inner.getByRole('button', { name: 'Markdown' }).last().click();
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('Modified Fatigue Impact Scale');
  await expect.poll(() => opened.locator('iframe').getAttribute('height')).toBe(String(await heightNow()));
  expect(complaints).toEqual([]);
  const reaching = (): Promise<string> =>
    fetch('/site/index.html').then(
      () => 'reached',
      () => 'refused',
    );
  expect(await framed.evaluate(reaching)).toBe('refused');
  await opened.context().close();
}, 60_000);

test('a frame takes its plan from the page around it, and from no other', async () => {
  const opened = await open('/message');
  const inner = opened.frameLocator('iframe');
  await expect
    .poll(async () => (await seen(opened)).messages.map(({ type }) => type))
    .toContain('fatigue-calculator:ready');
  await inner.getByText(strings.frame.waiting).waitFor();
  await opened
    .frames()[1]!
    .evaluate(() => window.postMessage({ type: 'fatigue-calculator:plan', plan: { broken: 1 } }, '*'));
  await opened.evaluate((sent) => {
    document.querySelector('iframe')!.contentWindow!.postMessage({ type: 'fatigue-calculator:plan', plan: sent }, '*');
  }, examplePlan());
  await inner.getByText(strings.data.waitsFor('diary.csv')).first().waitFor();
  expect(complaints).toEqual([]);
  await opened.context().close();
}, 60_000);

test('a frame that loads from its own server closes itself before there is anything to tell', async () => {
  const opened = await open('/own');
  const [primary] = tableText(headlineTable(expected));
  const shown = opened.frameLocator('iframe').locator('#headline table');
  await expect.poll(() => shownRows(shown)).toContainEqual(primary);
  const paper = await opened.frames()[1]!.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(paper).toBe('rgb(22, 24, 27)');
  const address = `${host.url}/site/index.html`;
  const reaching = (to: string): Promise<string> =>
    fetch(to).then(
      () => 'reached',
      () => 'refused',
    );
  expect(await opened.frames()[1]!.evaluate(reaching, address)).toBe('refused');
  expect(await opened.workers()[0]!.evaluate(reaching, address)).toBe('refused');
  await opened.context().close();
}, 60_000);

test('files that are set take the place of data, an attribute may go, and every coming and going is told', async () => {
  const opened = await open('/element');
  await expect.poll(() => eventNames(opened)).toContain('result');
  const fetched: string[] = [];
  opened.on('request', (request) => {
    if (!request.url().startsWith('blob:')) fetched.push(request.url());
  });
  const held = await opened.evaluate(async (text) => {
    const element = document.querySelector('fatigue-calculator')!;
    const names: string[][] = [];
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          names.push(element.files.map(({ name }) => name));
          resolve();
        };
        element.addEventListener('ready', look, { once: true });
      });
    for (const files of [[new File([text], 'participants.csv')], []]) {
      const ready = next();
      element.files = files;
      await ready;
    }
    const ready = next();
    element.removeAttribute('data');
    element.removeAttribute('hide');
    await ready;
    return names;
  }, exampleFile('participants.csv'));
  expect(held).toEqual([['participants.csv'], [], []]);
  expect(fetched).toEqual([]);
  const { events } = await seen(opened);
  // All came, all went for the one that came, and that one went.
  expect(events.filter(([name]) => name === 'mapped')).toHaveLength(4);
  expect(events.filter(([name]) => name === 'error')).toEqual([]);
  const refused = await opened.evaluate(async () => {
    const element = document.querySelector('fatigue-calculator')!;
    element.plan = '/number.json';
    return element.analyze().then(String, (error: Error & { code: string }) => error.code);
  });
  expect(refused).toBe('bad_plan');
  await opened.context().close();
}, 60_000);

test('it has the colours of the page around, and paper that is set tints tables', async () => {
  const opened = await open('/look');
  // The policy allows no style sheet, so the page sets its colours by script.
  await opened.evaluate(() =>
    Object.assign(document.body.style, { background: 'rgb(255, 238, 0)', color: 'rgb(0, 0, 128)' }),
  );
  await opened.locator('fc-results #headline table').waitFor();
  const cell = opened.locator('fc-results #headline td').first();
  const scroll = opened.locator('fc-results #headline .scroll').first();
  expect(await cell.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 128)');
  const ground = (): Promise<string> => scroll.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await ground()).toBe('rgba(0, 0, 0, 0)');
  expect(await scroll.evaluate((element) => getComputedStyle(element).backgroundImage)).toBe('none');
  await opened.evaluate(() =>
    document.querySelector('fatigue-calculator')!.style.setProperty('--fc-paper', 'rgb(255, 250, 240)'),
  );
  expect(await ground()).toBe('rgb(255, 250, 240)');
  expect(complaints.filter((line) => line.includes('"sorrow"'))).toHaveLength(1);
  await opened.context().close();
}, 60_000);

test.each(['worker-src blob:', " 'wasm-unsafe-eval'"])(
  'where the policy of the page lacks %s, that is said first, by a code of its own',
  async (lacking) => {
    const strict = await serveHost(pages, leastPolicy.replace(lacking, ''));
    const opened = await (await browser.newContext()).newPage();
    await opened.addInitScript(() => {
      const codes: string[] = [];
      Object.assign(window, { codes });
      document.addEventListener(
        'error',
        (event) => codes.push((event as Event as CustomEvent<InputError>).detail?.code),
        true,
      );
    });
    await opened.goto(`${strict.url}/element`);
    await opened.getByText(strings.mending.policyRefused).first().waitFor();
    const codes = await opened.evaluate(() => (window as unknown as { codes: string[] }).codes);
    expect(codes).toEqual(['policy_refused']);
    await opened.context().close();
    await strict.close();
  },
  60_000,
);

test('under trusted types all scripts can be on one page where its policy allows duplicates', async () => {
  const strict = await serveHost(pages, `${leastPolicy}; ${trustedTypes} 'allow-duplicates'`);
  const opened = await (await browser.newContext()).newPage();
  const refused: string[] = [];
  opened.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  opened.on('pageerror', (error) => refused.push(error.message));
  await opened.goto(`${strict.url}/all`);
  await opened.locator('#headline table').waitFor();
  expect(await shownRows(opened.locator('#headline table'))).toEqual(tableText(headlineTable(expected)));
  expect(refused).toEqual([]);
  await opened.context().close();
  await strict.close();
}, 60_000);

test('a locked plan says what it leaves to be confirmed, and offers no answer that would change nothing', async () => {
  const opened = await open('/open-locked');
  await opened.locator('#headline table').waitFor();
  const toConfirm = opened.locator('fc-to-confirm');
  await toConfirm.getByText(strings.confirm.title).first().waitFor();
  expect(await toConfirm.locator('button, select').count()).toBe(0);
  await opened.context().close();
}, 60_000);
