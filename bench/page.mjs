// SPDX-License-Identifier: MIT
/**
 * Times and sizes of the built one-file page, opened from disk in Chromium:
 *
 *     npm run build && node bench/page.mjs [runs]
 *
 * "first table" is from the start of navigation to the first table of the example, with the example's button clicked as
 * soon as it is there. "refit" is the time in the worker for one change of an option, two seconds later.
 */
/* global window */
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
  const context = await browser.newContext();
  const page = await context.newPage();
  const timings = await collectEngineTimings(page);
  await page.goto(pathToFileURL(file).href);
  await page.getByRole('button', { name: 'Open the pilot' }).click();
  await page.waitForFunction(() => performance.getEntriesByName('fc:first-table').length > 0);
  const firstTable = await page.evaluate(() => performance.getEntriesByName('fc:first-table')[0].startTime);
  await page.waitForTimeout(2000);
  const analyses = await timings(page);
  await context.close();
  return { firstTable, ...analyses };
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
console.log(
  `first table   median ${median('firstTable').toFixed(0)} ms, worst ${worst('firstTable').toFixed(0)} ms (aim: under 1000)`,
);
console.log(
  `refit         median ${median('refit').toFixed(1)} ms, worst ${worst('refit').toFixed(1)} ms (aim: under 50)`,
);
console.log(
  `one-file page ${(html.length / 1000).toFixed(0)} kB, ${(gzipSync(html, { level: 9 }).length / 1000).toFixed(0)} kB gzip (aim: under 400)`,
);
