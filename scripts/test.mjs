// SPDX-License-Identifier: MIT
/**
 * `npm test`: installs what is missing, builds, runs every suite. The last line is `N passed, N failed` over all of them.
 * `npm test -- web browser` runs only the suites whose names contain one of the words.
 */
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { root, run } from './lib/run.mjs';
import { suites } from './lib/suites.mjs';

const words = process.argv.slice(2);
const chosen = suites.filter(({ name, onRequest }) =>
  words.length === 0 ? !onRequest : words.some((word) => name.includes(word)),
);
if (chosen.length === 0) throw new Error(`no suite has a name with: ${words.join(', ')}`);
const results = [];

/** A suite that crashes, or finds nothing to run, has failed. */
async function record(name, work) {
  console.log(`\n=== ${name}`);
  // Its place in the summary, whichever of those beside each other ends first.
  const place = results.push({ name, passed: 0, failed: 1, seconds: 0 }) - 1;
  const start = performance.now();
  let result;
  try {
    result = await work();
  } catch (error) {
    console.error(error.message);
    result = { passed: 0, failed: 1 };
  }
  if (result.passed + result.failed === 0) {
    console.error(`${name}: no tests ran`);
    result = { passed: 0, failed: 1 };
  }
  results[place] = { name, ...result, seconds: (performance.now() - start) / 1000 };
  return result.failed === 0;
}

const step = async (work) => ((await work()) === false ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 });

let ready = await record('set-up', () =>
  step(async () => (await run('bash', [join(root, 'scripts/setup.sh'), 'test'])) === 0),
);
ready &&= await record('build', () => step(buildAll));
// Without a build, only what needs none is worth running.
const runnable = chosen.filter(({ needsBuild }) => ready || !needsBuild);
await Promise.all(runnable.filter(({ beside }) => beside).map(({ name, work }) => record(name, work)));
const running = [];
for (const { name, prepare, work, behind, waits } of runnable.filter(({ beside }) => !beside)) {
  if (waits) await Promise.all(running);
  const prepared = prepare?.();
  const done = record(name, async () => {
    await prepared;
    return work();
  });
  await prepared?.catch(() => {}); // The record tells it.
  if (behind) running.push(done);
  else await done;
}
await Promise.all(running);

console.log('\nSummary');
for (const { name, passed, failed, seconds, failures = [] } of results) {
  console.log(
    `  ${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
  );
  for (const failure of failures.slice(0, 10)) console.log(`         ${failure.slice(0, 300)}`);
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
if (total('failed') > 0) process.exitCode = 1;
console.log(`${total('passed')} passed, ${total('failed')} failed`);
