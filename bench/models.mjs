// SPDX-License-Identifier: MIT
/**
 * Times of model fits, ours under Node beside R's in the same run: bench/README.md says how to read them.
 *
 *     npm run build && node bench/models.mjs [--all] [--no-r] [--cpu] [case...]
 */
/* global WebAssembly */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { series, toCsv, trial } from './trial.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const library = process.env.FATIGUE_LIBRARY ?? join(here, '../dist/lib/index.js');
const reference = process.env.FATIGUE_REFERENCE;
const secondsForR = Number(process.env.BENCH_R_SECONDS ?? 20);
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

/** The core's memory is not part of the engine's interface: keep the one that its loading makes. */
let coreMemory;
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...args) => {
  const made = await instantiate(...args);
  const { exports } = made.instance ?? made;
  coreMemory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
  return made;
};
const { loadEngine, readFile } = await import(pathToFileURL(library).href);

const marginal = ['mmrm Satterthwaite', 'nlme::gls', 'glmmTMB'];
const marginalKr = ['mmrm Kenward-Roger'];
const slopes = ['lme4', 'lmerTest Satterthwaite', 'glmmTMB'];
const slopesKr = ['pbkrtest Kenward-Roger'];
const fev = 'FEV1 ~ RACE + SEX + ARMCD * AVISIT + us(AVISIT | USUBJID)';
const twoArm = 'CHG ~ BASE + SEX + ARM * VISIT + us(VISIT | ID)';
const bcva = 'y ~ base + race + arm * visit + us(visit | id)';
const simple = 'y ~ base + arm * visit + us(visit | id)';
const slope = 'y ~ x + (x | id)';

/** `earlier`: seconds of the named tool on an earlier day, on 2 cores. `rToo`: only with --all. */
const cases = {
  'fev-satterthwaite': fileCase(referenceFile('fev_data.csv'), fev, marginal, 'satterthwaite', 'mmrm 0.035'),
  'fev-kenward-roger': fileCase(referenceFile('fev_data.csv'), fev, marginalKr, 'kenward_roger', 'mmrm 0.079'),
  'two_arm-satterthwaite': fileCase(shippedFile('two_arm.csv'), twoArm, marginal, 'satterthwaite'),
  'two_arm-kenward-roger': fileCase(shippedFile('two_arm.csv'), twoArm, marginalKr, 'kenward_roger'),
  'bcva-satterthwaite': madeCase(() => trial(1000, 10), bcva, marginal, 'satterthwaite', 'mmrm 1.7'),
  'bcva-kenward-roger': madeCase(() => trial(1000, 10), bcva, marginalKr, 'kenward_roger', 'mmrm 23.7'),
  'sleep-satterthwaite': madeCase(() => series(18, 10), slope, slopes, 'satterthwaite', 'lmerTest 0.037'),
  'sleep-kenward-roger': madeCase(() => series(18, 10), slope, slopesKr, 'kenward_roger'),
  'slope-10000x5': madeCase(() => series(10_000, 5), slope, slopes, 'satterthwaite', 'lmerTest 1.2'),
  'us-200000x5': {
    ...madeCase(() => trial(200_000, 5), simple, marginal, 'satterthwaite', 'mmrm 119'),
    rOnRequest: true,
  },
};

function referenceFile(name) {
  return reference === undefined ? undefined : join(reference, 'data', name);
}
function shippedFile(name) {
  return join(here, '../tests/reference/ship/data', name);
}
function fileCase(file, formula, tools, df, earlier) {
  return {
    file,
    table: async () => (await readFile(basename(file), readFileSync(file))).table,
    request: { formula, df },
    tools,
    earlier,
  };
}
function madeCase(table, formula, tools, df, earlier) {
  return { table, request: { formula, df }, tools, earlier };
}

/** Milliseconds: elapsed, or with --cpu the processor's, which other work on the machine disturbs less. */
function clock() {
  if (!flags.includes('--cpu')) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A first fit and then more, for about three seconds or 31 fits; times in ms. */
function timeFits(engine, request, table, seconds = 3) {
  const times = [];
  const gaps = [];
  let result;
  const start = clock();
  do {
    const begin = clock();
    const ticks = [];
    result = engine.fit(request, table, () => ticks.push(clock()));
    times.push(clock() - begin);
    gaps.push(...ticks.slice(1).map((tick, i) => tick - ticks[i]));
  } while (times.length < 31 && clock() - start + times[0] < seconds * 1000);
  // The compiler of V8 is still at work in the first few.
  const warm = times.slice(times.length > 8 ? 4 : times.length > 2 ? 1 : 0).sort((a, b) => a - b);
  return {
    first: times[0],
    median: middle(warm),
    runs: times.length,
    // Between two of the optimiser's messages: an iteration and nothing else.
    iteration: middle(gaps.sort((a, b) => a - b)),
    result,
  };
}

/** What R needs: one process, a line for each tool as soon as it is done. */
function timeR(csv, formula, tools) {
  const time = flags.includes('--cpu') ? 'cpu' : 'elapsed';
  const args = [join(here, 'models.R'), csv, String(secondsForR), time, ...tools.map((tool) => `${tool}=${formula}`)];
  const { stdout, error } = spawnSync('Rscript', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 6000 * secondsForR * tools.length,
    killSignal: 'SIGKILL',
  });
  if (error?.code === 'ENOENT') return tools.map((tool) => ({ tool, reason: 'R is not installed' }));
  const lines = new Map(stdout.split('\n').map((line) => [line.split('\t')[0], line.split('\t').slice(1)]));
  return tools.map((tool) => {
    const fields = lines.get(tool);
    if (fields === undefined) return { tool, reason: 'stopped: no end within the time given' };
    if (fields[0] === 'no') return { tool, reason: fields[1] };
    return { tool, median: 1000 * fields[0], first: 1000 * fields[1], logLik: Number(fields[3]) };
  });
}

const middle = (sorted) => sorted[Math.floor(sorted.length / 2)];

function duration(ms) {
  if (ms === undefined) return '';
  if (ms < 10) return `${ms.toFixed(2)} ms`;
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}
const megabytes = (bytes) => (bytes === undefined ? '' : `${(bytes / 1e6).toFixed(0)} MB`);
const perIteration = ({ iterations, elapsedMs }) => (iterations > 0 ? duration(elapsedMs / iterations) : '');
const row = (widths, cells) =>
  console.log(
    cells
      .map((cell, i) => String(cell ?? '').padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );

const isWanted = (name) => wanted.length === 0 || wanted.some((word) => name.includes(word));

async function compareWithR() {
  const widths = [22, 10, 10, 10, 24, 10, 8, 15, 12];
  row(widths, ['case', 'first', 'median', '/iteration', 'beside', 'its median', 'ratio', 'earlier', 'logLik']);
  const folder = mkdtempSync(join(tmpdir(), 'bench-models-'));
  try {
    for (const [name, { file, table: makeTable, request, tools, earlier, rOnRequest }] of Object.entries(cases)) {
      if (!isWanted(name)) continue;
      if ('file' in cases[name] && (file === undefined || !existsSync(file))) {
        row(widths, [name, 'skipped: set FATIGUE_REFERENCE to the folder of reference data']);
        continue;
      }
      const table = await makeTable();
      const ours = timeFits(await loadEngine(), request, table);
      const start = [name, duration(ours.first), duration(ours.median), perIteration(ours.result)];
      row(widths, [...start, '(ours)', '', '', earlier ? `${earlier} s` : '', ours.result.logLik.toFixed(5)]);
      if (flags.includes('--no-r') || (rOnRequest && !flags.includes('--all'))) continue;
      const csv = file ?? join(folder, table.name);
      if (file === undefined) writeFileSync(csv, toCsv(table));
      for (const { tool, reason, median, logLik } of timeR(csv, request.formula, tools)) {
        if (reason !== undefined) row(widths, ['', '', '', '', tool, `skipped: ${reason}`]);
        else {
          const ratio = `${(median / ours.median).toFixed(1)} x`;
          row(widths, ['', '', '', '', tool, duration(median), ratio, '', logLik.toFixed(5)]);
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One engine for all sizes: a WebAssembly memory grows and never shrinks, so the sizes go upwards. */
async function grow(title, sizes, makeTable, seconds) {
  if (!isWanted(title)) return;
  const widths = [18, 10, 10, 6, 11, 12, 12, 11, 12];
  console.log();
  row(widths, [title, 'first', 'median', 'runs', 'iterations', '/iteration', 'iteration', 'wasm', 'process', 'status']);
  const engine = await loadEngine();
  for (const size of sizes) {
    const table = makeTable(size);
    try {
      const { first, median, runs, iteration, result } = timeFits(
        engine,
        { formula: simple, df: 'satterthwaite' },
        table,
        seconds,
      );
      row(widths, [
        table.name.replace(/^trial_|\.csv$/g, ''),
        duration(first),
        duration(median),
        runs,
        result.iterations,
        perIteration(result),
        duration(iteration),
        megabytes(coreMemory?.buffer.byteLength),
        megabytes(process.memoryUsage.rss()),
        result.status,
      ]);
    } catch (error) {
      row(widths, [
        table.name.replace(/^trial_|\.csv$/g, ''),
        `failed: ${error.message} (wasm ${megabytes(coreMemory?.buffer.byteLength)})`,
      ]);
      return;
    }
  }
}

await compareWithR();
await grow('visits', [3, 4, 5, 6, 8, 10, 12, 15, 20], (visits) => trial(1000, visits));
await grow('scaling', [200, 2000, 20_000, 200_000, 500_000, 1_000_000, 2_000_000], (subjects) => trial(subjects, 5));
