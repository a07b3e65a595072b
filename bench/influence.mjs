// SPDX-License-Identifier: MIT
/**
 * Times of leaving out each participant in turn, and of what concerns single participants, under Node.
 *
 *     npm run build && node bench/influence.mjs [participants...]
 *
 * The trial is the example's, drawn as often as it takes: 18 participants, or 110, with a diary and two questionnaires.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chosenSeeds, simulate } from '../examples/ketamine-pilot/generate.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const library = process.env.FATIGUE_LIBRARY ?? `${root}dist/lib/index.js`;
const { individualFiles, influenceFiles, analyzeFiles, loadEngine, parsePlan, readFile } = await import(
  pathToFileURL(library).href
);
const perDraw = 18;

/** The example's files with as many participants as asked for, from draws with other seeds. */
function filesOf(participants) {
  const files = {};
  for (let draw = 0; draw * perDraw < participants; draw++) {
    const seeds = Object.fromEntries(Object.entries(chosenSeeds).map(([name, seed]) => [name, seed + draw]));
    for (const [name, text] of Object.entries(simulate(seeds))) {
      const [header, ...rows] = text.trim().split('\n');
      files[name] ??= [header];
      for (const row of rows) {
        const number = Number(/^K(\d+)/.exec(row)[1]) + draw * perDraw;
        if (number <= participants) files[name].push(row.replace(/^K\d+/, `K${String(number).padStart(3, '0')}`));
      }
    }
  }
  return Object.entries(files).map(([name, rows]) => [name, Buffer.from(`${rows.join('\n')}\n`)]);
}

const milliseconds = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const best = (work) => Math.min(...[1, 2, 3].map(() => milliseconds(work)));

const engine = await loadEngine();
const plan = parsePlan(readFileSync(`${root}examples/ketamine-pilot/plan.json`, 'utf8'));
const sizes = process.argv.slice(2).map(Number);
for (const participants of sizes.length > 0 ? sizes : [18, 110]) {
  const files = await Promise.all(filesOf(participants).map(([name, bytes]) => readFile(name, bytes)));
  const analyze = best(() => analyzeFiles(engine, plan, files));
  const individual = best(() => individualFiles(engine, plan, files));
  const whole = Math.min(
    ...[1, 2, 3].map(() => {
      analyzeFiles(engine, plan, files); // forgets what was kept
      return milliseconds(() => influenceFiles(engine, plan, files));
    }),
  );
  influenceFiles(engine, plan, files, 0, 0);
  const asked = best(() => influenceFiles(engine, plan, files, 0, 0));
  const one = [];
  for (let from = 0; from < participants; from++)
    one.push(milliseconds(() => influenceFiles(engine, plan, files, from, 1)));
  one.sort((a, b) => a - b);
  const ms = (value) => `${value.toFixed(1)} ms`;
  console.log(`${participants} participants, 3 outcomes`);
  console.log(`  analysis                     ${ms(analyze)}`);
  console.log(`  single participants          ${ms(individual)}`);
  console.log(`  influence, analysis included ${ms(whole)}`);
  console.log(`  a piece of none, of one      ${ms(asked)}, ${ms(one[one.length >> 1])} (slowest ${ms(one.at(-1))})`);
}
