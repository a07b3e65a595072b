// SPDX-License-Identifier: MIT
/**
 * Reading a large file: ours (hash, decoding, columns, types) beside Papa Parse alone on the same text, and in the page.
 *
 *     npm run build && node bench/reading.mjs [megabytes...]
 *
 * Each size is read in a process of its own, so that the peak of its memory is its own.
 */
/* global window, requestAnimationFrame */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { chromium } from 'playwright-core';

const here = fileURLToPath(import.meta.url);
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Numbers 0 to 1 from a seed (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A long file of a trial: identifiers, labels, items, scores with decimals. Returns its number of rows. */
async function writeTrial(file, megabytes) {
  const random = seeded(1);
  const items = Array.from({ length: 9 }, (_, i) => `fss_${i + 1}`);
  const out = createWriteStream(file);
  let text = `${['USUBJID', 'ARMCD', 'AVISIT', 'ADY', 'AVAL', 'BASE', 'CHG', 'SITE', 'SEX', ...items].join(',')}\n`;
  let written = 0;
  let rows = 0;
  for (; written + text.length < megabytes * 1e6; rows++) {
    const subject = Math.floor(rows / 5);
    const scores = [(random() * 100).toFixed(4), (random() * 100).toFixed(2), (random() * 40 - 20).toFixed(6)];
    const labels = [`S${Math.floor(random() * 20)}`, random() < 0.5 ? 'M' : 'F'];
    const answers = items.map(() => (random() < 0.03 ? '' : 1 + Math.floor(random() * 7)));
    const row = [`T01-${1_000_000 + subject}`, subject % 2 ? 'PBO' : 'TRT', `VIS${rows % 5}`, (rows % 5) * 7];
    text += `${[...row, ...scores, ...labels, ...answers].join(',')}\n`;
    if (text.length < 1e6) continue;
    written += text.length;
    if (!out.write(text)) await new Promise((done) => out.once('drain', done));
    text = '';
  }
  await new Promise((done) => out.end(text, done));
  return rows;
}

async function readOurs(file) {
  const { readFile } = await import(pathToFileURL(join(dist, 'lib/index.js')).href);
  const blob = await openAsBlob(file);
  const start = performance.now();
  const { table, error } = await readFile('trial.csv', blob);
  if (error) throw new Error(error.message);
  return { rows: table.rowCount, seconds: (performance.now() - start) / 1000 };
}

function readWithPapa(file) {
  const text = readFileSync(file, 'utf8');
  let rows = -1;
  const start = performance.now();
  Papa.parse(text, { skipEmptyLines: true, step: () => rows++ });
  return { rows, seconds: (performance.now() - start) / 1000 };
}

/** One of the two in a process of its own. */
function measure(how, file) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', here, '--only', how, file]);
  if (status !== 0) throw new Error(String(stderr));
  return JSON.parse(String(stdout));
}

/** The built page reads the file in its worker; frames are counted meanwhile. */
async function measureInPage(file) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
  });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(dist, 'fatigue-calculator.html')).href);
  await page.evaluate(() => {
    window.longestGap = 0;
    let last = performance.now();
    const frame = (now) => {
      window.longestGap = Math.max(window.longestGap, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const start = performance.now();
  await page.locator('fc-drop-zone input[type=file]').setInputFiles(file);
  await page.locator('fc-file').first().waitFor({ timeout: 500_000 });
  const seconds = (performance.now() - start) / 1000;
  const longestGap = await page.evaluate(() => window.longestGap);
  const memory = await memoryOf(browser);
  await browser.close();
  return { seconds, longestGap, memory };
}

/** Most resident memory that a process of the browser has had, in MB. */
async function memoryOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo.map(({ id }) => {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1000;
    } catch {
      return 0;
    }
  });
  return Math.max(...peaks);
}

async function compare(sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'fatigue-reading-'));
  try {
    for (const megabytes of sizes) {
      const file = join(folder, `${megabytes}.csv`);
      const rows = await writeTrial(file, megabytes);
      console.log(`${megabytes} MB, ${rows.toLocaleString('en-US')} rows, 18 columns`);
      const [ours, papa] = [measure('ours', file), measure('papa', file)];
      for (const [name, { seconds, rows: read, peak }] of Object.entries({ ours, 'Papa Parse alone': papa })) {
        if (read !== rows) throw new Error(`${name} read ${read} rows`);
        console.log(`  ${name}: ${(megabytes / seconds).toFixed(1)} MB/s, peak ${peak.toFixed(0)} MB`);
      }
      console.log(`  ratio ${(papa.seconds / ours.seconds).toFixed(2)} (aim: at least 0.5)`);
      const { seconds, longestGap, memory } = await measureInPage(file);
      console.log(
        `  in the page: ${seconds.toFixed(1)} s until it is shown, longest gap between frames ${longestGap.toFixed(0)} ms, peak ${memory.toFixed(0)} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [first, how, file] = process.argv.slice(2);
if (first === '--only') {
  const result = how === 'ours' ? await readOurs(file) : readWithPapa(file);
  console.log(JSON.stringify({ ...result, peak: process.resourceUsage().maxRSS / 1000 }));
} else {
  const sizes = process.argv.slice(2).map(Number);
  await compare(sizes.length > 0 ? sizes : [10, 100]);
}
