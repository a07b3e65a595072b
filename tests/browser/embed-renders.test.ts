// SPDX-License-Identifier: MIT
/** A page around that renders anew, as frameworks do, and sets all it knows again; and calls that come upon each other. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Plan } from '../../web/contract/plan.js';
import type { FatigueCalculator } from '../../web/embed/fatigue-calculator.js';
import { launchBrowser } from '../support/browser.js';
import { leastPolicy, serveHost, type Host } from '../support/host_page.js';
import { analyzeByCli, exampleFile, examplePlan } from './page.js';

const names = ['participants.csv', 'diary.csv', 'questionnaires.csv'];
const report = analyzeByCli(examplePlan());

/** What is at hand in the page. */
interface Around {
  element: FatigueCalculator;
  plan: Plan;
  files: File[];
  counts: Record<string, number>;
  loaded: () => Promise<void>;
}
declare global {
  var around: Around;
}

let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await launchBrowser();
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our trial</title><link rel="icon" href="data:,">
    </head><body><script type="module" src="/lib/elements.js"></script></body></html>`;
  host = await serveHost({ '/page': page, '/plan.json': JSON.stringify(examplePlan()) }, leastPolicy);
});

afterEach(() => Promise.all(browser.contexts().map((context: BrowserContext) => context.close())));

afterAll(async () => {
  await browser.close();
  await host.close();
});

/** A page with a calculator that has nothing yet. */
async function open(): Promise<Page> {
  const opened = await (await browser.newContext()).newPage();
  await opened.goto(`${host.url}/page`);
  await opened.waitForFunction(() => customElements.get('fatigue-calculator') !== undefined);
  const given = { plan: examplePlan(), texts: names.map((name) => [name, exampleFile(name)] as const) };
  await opened.evaluate(async ({ plan, texts }) => {
    const element = document.createElement('fatigue-calculator');
    const files = texts.map(([name, text]) => new File([text], name));
    await new Promise((resolve) => {
      element.addEventListener('ready', resolve, { once: true });
      document.body.append(element);
    });
    const counts: Record<string, number> = { ready: 0, mapped: 0, result: 0, error: 0 };
    for (const name of Object.keys(counts))
      element.addEventListener(name, () => (counts[name] = (counts[name] ?? 0) + 1));
    const loaded = async (): Promise<void> => {
      Object.assign(element, { plan, files });
      await element.analyze();
    };
    window.around = { element, plan, files, counts, loaded };
  }, given);
  return opened;
}

test('rendered on every event, it is loaded once', async () => {
  const opened = await open();
  const counts = await opened.evaluate(async () => {
    const { element, plan, files, counts: told } = around;
    const render = (): void => {
      Object.assign(element, { plan: structuredClone(plan), files: [...files], data: [], locked: undefined });
    };
    for (const name of Object.keys(told)) element.addEventListener(name, render);
    render();
    await element.analyze();
    render();
    await element.analyze();
    return told;
  });
  expect(counts).toEqual({ ready: 1, mapped: 1, result: 2, error: 0 });
});

test('rendered on its error, a plan that is none is refused once', async () => {
  const opened = await open();
  const counts = await opened.evaluate(async () => {
    const { element, counts: told } = around;
    const render = (): void => {
      Object.assign(element, { plan: { nonsense: true }, files: [] });
    };
    element.addEventListener('error', render);
    render();
    await element.analyze().catch(() => null);
    render();
    await element.analyze().catch(() => null);
    return told;
  });
  expect(counts).toEqual({ ready: 0, mapped: 0, result: 0, error: 1 });
});

test('what a visitor changes and adds stays, and a plan changed in place counts', async () => {
  const opened = await open();
  await opened.evaluate(async () => {
    around.files.pop();
    await around.loaded();
  });
  await opened.getByLabel('Confidence level').fill('80');
  await opened.getByLabel('Confidence level').press('Enter');
  await opened
    .locator('fc-drop-zone input[type=file]')
    .setInputFiles({ name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('id,note\nK01,a\nK02,b\n') });
  await opened.locator('fc-file', { hasText: 'notes.csv' }).waitFor();
  const seen = await opened.evaluate(async () => {
    const { element, plan, files } = around;
    const confidence = async (): Promise<number | undefined> => (await element.analyze())?.plan.inference?.confidence;
    Object.assign(element, { plan: structuredClone(plan), files: [...files] });
    const kept = [await confidence(), element.files.length];
    plan.inference = { ...plan.inference, confidence: 0.9 };
    element.plan = plan;
    const changed = await confidence();
    Object.assign(element, { plan: null });
    element.plan = structuredClone(plan);
    return { kept, changed, again: await confidence() };
  });
  expect(seen).toEqual({ kept: [0.8, 3], changed: 0.9, again: 0.9 });
});

test.each(['the plan itself', 'its address'])(
  'where %s cannot be loaded, files that come then are analysed by no other',
  async (which) => {
    const opened = await open();
    const seen = await opened.evaluate(async (isAddress) => {
      const { element, files, loaded } = around;
      if (!isAddress) await loaded();
      const codes: unknown[] = [];
      const analyze = async (): Promise<void> => {
        codes.push(await element.analyze().then(String, (error: Error & { code: string }) => error.code));
      };
      element.plan = isAddress ? '/nowhere.json' : ({ nonsense: true } as never);
      await analyze();
      element.files = [...files].reverse();
      await analyze();
      const shown = [element.report, element.shadowRoot?.querySelector('fc-embedded') ?? null];
      element.plan = '/plan.json';
      const outcomes = (await element.analyze())?.outcomes.map(({ effects }) => effects);
      return { codes, shown, outcomes };
    }, which === 'its address');
    const code = which === 'its address' ? 'not_loaded' : 'bad_plan';
    expect(seen).toEqual({
      codes: [code, code],
      shown: [null, null],
      outcomes: report.outcomes.map(({ effects }) => effects),
    });
  },
);

test('analyses asked for at the same time, or before another plan, all give the report that holds', async () => {
  const opened = await open();
  const confidences = await opened.evaluate(async () => {
    const { element, plan, loaded } = around;
    await loaded();
    const first = [element.analyze(), element.analyze()];
    element.plan = { ...plan, inference: { ...plan.inference, confidence: 0.9 } };
    const all = await Promise.all([...first, element.analyze()]);
    return all.map((each) => each?.plan.inference?.confidence);
  });
  expect(confidences).toEqual([0.9, 0.9, 0.9]);
});

test('an analysis of an element that is taken away gives null, and starts no worker', async () => {
  const opened = await open();
  const given = await opened.evaluate(async () => {
    const { element, plan, loaded } = around;
    await loaded();
    element.plan = { ...plan, inference: { ...plan.inference, confidence: 0.9 } };
    const asked = [element.analyze(), element.analyze()];
    element.remove();
    const reports = await Promise.all(asked);
    return [...reports, await element.analyze()];
  });
  expect(given).toEqual([null, null, null]);
  await expect.poll(() => opened.workers().length).toBe(0);
  const back = await opened.evaluate(async () => {
    document.body.append(around.element);
    return (await around.element.analyze())?.plan.inference?.confidence;
  });
  expect(back).toBe(0.9);
});

test('clear takes away what was asked for before it, and files that are set what was added', async () => {
  const opened = await open();
  const held = await opened.evaluate(async () => {
    const { element, plan, files } = around;
    const seen: string[][] = [];
    const see = async (): Promise<void> => {
      await element.analyze().catch(() => null);
      seen.push(element.files.map(({ name }) => name));
    };
    Object.assign(element, { plan, files });
    await element.clear();
    await see();
    const added = element.addFiles(files);
    await element.clear();
    await added;
    await see();
    Object.assign(element, { plan: { nonsense: true }, files });
    await see();
    await element.clear();
    element.plan = plan;
    await see();
    const late = element.addFiles(files.slice(0, 1));
    element.files = files.slice(1, 2);
    await late;
    await see();
    return seen;
  });
  expect(held).toEqual([[], [], names, [], ['diary.csv']]);
});

test('what is set or asked for while something else is under way comes to be', async () => {
  const opened = await open();
  const seen = await opened.evaluate(async () => {
    const { element, plan, files } = around;
    const held = async (): Promise<string[]> => {
      await element.analyze();
      return element.files.map(({ name }) => name);
    };
    const titles: (string | undefined)[] = [];
    // Another plan in each moment that the load of the first may have come to.
    for (let ticks = 0; ticks < 16; ticks++) {
      await element.clear();
      element.plan = { ...plan, title: `first ${ticks}` };
      for (let i = 0; i < ticks; i++) await Promise.resolve();
      element.plan = { ...plan, title: `second ${ticks}` };
      await element.analyze();
      element.files = [...files.slice(0, 2), new File([String(ticks)], 'other.txt')];
      titles.push((await element.analyze())?.plan.title);
    }
    element.files = files.slice(0, 1);
    const sets: string[][] = [await held()];
    element.data = '/nowhere.csv';
    await element.updateComplete;
    element.files = files.slice(0, 1);
    sets.push(await held());
    await element.clear();
    void element.addFiles(files.slice(0, 1));
    await new Promise((resolve) => setTimeout(resolve));
    element.files = files.slice(1, 2);
    sets.push(await held());
    element.remove();
    await Promise.resolve();
    const added = element.addFiles(files.slice(2));
    document.body.append(element);
    await added;
    sets.push(await held());
    return { titles, sets };
  });
  expect(seen.titles).toEqual(Array.from({ length: 16 }, (_, ticks) => `second ${ticks}`));
  expect(seen.sets).toEqual([
    ['participants.csv'],
    ['participants.csv'],
    ['diary.csv'],
    ['diary.csv', 'questionnaires.csv'],
  ]);
});

test('locked without a value fixes the plan, set as a property too', async () => {
  const opened = await open();
  const isLocked = await opened.evaluate(async () => {
    const { element, loaded } = around;
    Object.assign(element, { locked: '' });
    await loaded();
    return [element.locked, element.hasAttribute('locked')];
  });
  expect(isLocked).toEqual([true, true]);
  expect(await opened.locator('fc-analysis').count()).toBe(0);
});
