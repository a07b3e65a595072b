// SPDX-License-Identifier: MIT
/**
 * Times and sizes of the built one-file page, opened from disk in Chromium:
 *
 *     npm run build && node bench/page.mjs [runs]
 *
 * "first paint" and "first table" are from the start of navigation, the latter with the example's button clicked as soon as
 * it is there; "headline" is from the click on that button, with the engine started, as somebody clicks who has read the
 * first line. "refit" is the time in the worker for one change of an option; "blocked" is the longest task of the page
 * while options change (0 where none takes 50 ms, which is what browsers count). "blank" is the first paint of a page of
 * one line in the same run, to tell a slow machine from a slow page.
 */
/* global window, PerformanceObserver */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const runs = Number(process.argv[2] ?? 7);
const file = fileURLToPath(new URL('../dist/fatigue-calculator.html', import.meta.url));
const html = readFileSync(file);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
});

/** A fresh tab each time: nothing is cached but what the operating system keeps of the file. */
async function measure() {
  const blank = await inTab('data:text/html,<p>A line</p>', firstPaint);
  const url = pathToFileURL(file).href;
  const atOnce = await inTab(url, async (page) => {
    await page.getByRole('button', { name: 'Open the pilot' }).click();
    return { firstPaint: await firstPaint(page), firstTable: await firstTable(page) };
  });
  const later = await inTab(url, async (page) => {
    const timings = await collectEngineTimings(page);
    await page.reload();
    await page.waitForTimeout(1500);
    const clicked = await page.evaluate(() => performance.now());
    await page.getByRole('button', { name: 'Open the pilot' }).click();
    const headline = (await firstTable(page)) - clicked;
    await page.waitForTimeout(3000);
    const blocked = await changeOptions(page);
    return { headline, blocked, ...(await timings()) };
  });
  return { blank, ...atOnce, ...later };
}

async function inTab(url, use) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const result = await use(page);
  await context.close();
  return result;
}

const firstPaint = (page) =>
  page
    .waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
    .then((handle) => handle.jsonValue());

const firstTable = (page) =>
  page
    .waitForFunction(() => performance.getEntriesByName('fc:first-table')[0]?.startTime)
    .then((handle) => handle.jsonValue());

/** The longest task while degrees of freedom and correlations are changed, ms. */
async function changeOptions(page) {
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const outcome = page.locator('fc-outcome', { hasText: 'Modified Fatigue' });
  if (
    !(await outcome
      .locator('details')
      .first()
      .evaluate((details) => details.open))
  ) {
    await outcome.locator('summary').first().click();
  }
  for (const structure of ['cs', 'ar1h', 'us']) {
    await outcome.getByLabel('Correlation between visits').selectOption(structure);
    await page.waitForTimeout(1500);
  }
  return page.evaluate(() => window.longest);
}

/** Wraps the page's Worker, before its script runs, to keep what the engine says of its own time. */
async function collectEngineTimings(page) {
  await page.addInitScript(() => {
    const BrowserWorker = window.Worker;
    window.engineReplies = [];
    window.Worker = class extends BrowserWorker {
      constructor(...args) {
        super(...args);
        this.addEventListener('message', ({ data }) => window.engineReplies.push(data));
        window.engineWorker = this;
      }
      postMessage(message, ...rest) {
        if (message.kind === 'analyze') window.lastAnalysis = message;
        super.postMessage(message, ...rest);
      }
    };
  });
  return () =>
    page.evaluate(async () => {
      const { lastAnalysis, engineWorker, engineReplies } = window;
      const times = [];
      for (let i = 0; i < 12; i++) {
        const id = 1_000_000 + i;
        engineWorker.postMessage({ ...lastAnalysis, id });
        // Progress comes under the same id as the reply.
        const reply = () => engineReplies.find((each) => each.id === id && each.elapsedMs !== undefined);
        while (!reply()) await new Promise((done) => setTimeout(done, 2));
        times.push(reply().elapsedMs);
      }
      return { firstFit: times[0], refit: times.slice(2).sort((a, b) => a - b)[5] };
    });
}

const results = [];
for (let run = 0; run < runs; run++) results.push(await measure());
await browser.close();

const median = (key) => results.map((result) => result[key]).sort((a, b) => a - b)[Math.floor(runs / 2)];
const worst = (key) => Math.max(...results.map((result) => result[key]));
const line = (name, key, aim) =>
  console.log(
    `${name.padEnd(14)}median ${median(key).toFixed(0)} ms, worst ${worst(key).toFixed(0)} ms${aim ? ` (aim: under ${aim})` : ''}`,
  );
line('blank', 'blank');
line('first paint', 'firstPaint', 300);
line('first table', 'firstTable', 1000);
line('headline', 'headline', 500);
line('refit', 'refit', 50);
line('blocked', 'blocked', 50);
console.log(
  `one-file page ${(html.length / 1000).toFixed(0)} kB, ${(gzipSync(html, { level: 9 }).length / 1000).toFixed(0)} kB gzip (aim: under 500)`,
);
