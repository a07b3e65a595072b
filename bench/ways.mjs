// SPDX-License-Identifier: MIT
/**
 * Bytes and time to the first table of each way in, beside webR booting and fitting lm(), in one run:
 *
 *     npm run build && node bench/ways.mjs [runs]
 *
 * Bytes are what is loaded, gzipped. Times are from the start of navigation, or of the process, to the first table of the
 * simulated pilot: its headline for page, elements and command line, a fit of its diary for the package.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { installWebR, webRInBrowser, webRUnderNode } from './webr.mjs';

const runs = Number(process.argv[2] ?? 5);
const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');
const example = join(root, 'examples/ketamine-pilot');
const packed = (...names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0);

const page = (body) => `<!doctype html><html lang="en"><title>bench</title>${body}</html>`;
const pages = {
  '/results': page(
    '<script type="module" src="/lib/results.js"></script><fatigue-results src="/site/demo/report.json"></fatigue-results>',
  ),
  '/calculator': page(
    `<script type="module" src="/lib/elements.js"></script><fatigue-calculator plan="/site/demo/plan.json"
      data="/site/demo/participants.csv /site/demo/diary.csv /site/demo/questionnaires.csv /site/demo/adverse-events.csv"></fatigue-calculator>`,
  ),
};
const types = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.csv': 'text/csv' };

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pages[pathname]) return response.writeHead(200, { 'Content-Type': 'text/html' }).end(pages[pathname]);
  try {
    const bytes = readFileSync(join(dist, pathname));
    return response.writeHead(200, { 'Content-Type': types[extname(pathname)] ?? 'text/plain' }).end(bytes);
  } catch {
    return response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const host = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
});

async function inBrowser(url, ready, act) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(url, { waitUntil: 'commit' });
  await act?.(tab);
  await tab.locator(ready).first().waitFor();
  const ms = await tab.evaluate(() => performance.now());
  await context.close();
  return ms;
}

function underNode(args) {
  const start = performance.now();
  execFileSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
  return performance.now() - start;
}

const fitOfDiary = `
  import { readFileSync } from 'node:fs';
  import { fit } from ${JSON.stringify(pathToFileURL(join(dist, 'lib/index.js')).href)};
  const text = readFileSync(${JSON.stringify(join(example, 'diary.csv'))}, 'utf8');
  await fit({ formula: 'dfs ~ day + (day | id)' }, { name: 'diary.csv', text });`;

const ways = [
  {
    name: 'one-file page, from disk',
    bytes: packed('fatigue-calculator.html'),
    time: () =>
      inBrowser(pathToFileURL(join(dist, 'fatigue-calculator.html')).href, '#headline table', (tab) =>
        tab.getByRole('button', { name: 'Open the pilot' }).click(),
      ),
  },
  {
    name: '<fatigue-results>',
    bytes: packed('lib/results.js', 'site/demo/report.json'),
    time: () => inBrowser(`${host}/results`, 'fatigue-results table'),
  },
  {
    name: '<fatigue-calculator>',
    bytes: packed('lib/elements.js'),
    time: () => inBrowser(`${host}/calculator`, '#headline table'),
  },
  {
    name: 'package, in Node',
    bytes: packed('lib/index.js'),
    time: () => underNode(['--input-type=module', '-e', fitOfDiary]),
  },
  {
    name: 'command line',
    bytes: packed('cli.js'),
    time: () => underNode([join(dist, 'cli.js'), 'analyze', join(example, 'plan.json')]),
  },
];

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const line = (name, bytes, ms) =>
  console.log(
    `${name.padEnd(28)}${`${(bytes / 1000).toFixed(0)} kB`.padStart(10)}${`${ms.toFixed(0)} ms`.padStart(10)}`,
  );

for (const { name, bytes, time } of ways) {
  const times = [];
  for (let run = 0; run < runs; run++) times.push(await time());
  line(name, bytes, median(times));
}

const webR = installWebR();
if (webR) {
  const seen = [];
  for (let run = 0; run < runs; run++) seen.push(await webRInBrowser(browser));
  line(`webR ${webR.version}, in Chromium`, seen[0].bytes, median(seen.map(({ firstFit }) => firstFit)));
  const times = Array.from({ length: runs }, () => webRUnderNode().firstFit);
  line(`webR ${webR.version}, in Node`, seen[0].bytes, median(times));
} else console.log('webR could not be installed');

await browser.close();
server.close();
