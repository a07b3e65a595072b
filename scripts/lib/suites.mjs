// SPDX-License-Identifier: MIT
/** Every suite of `npm test`: how it is run and how its results are counted. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildPreset } from './core.mjs';
import { compareBuilds, readRecord, recordFile } from './record.mjs';
import { capture, jobs, root } from './run.mjs';
import { faultsOfPage } from './validation-page.mjs';

const node = process.execPath;
const bin = (path) => join(root, 'node_modules', path);

/** A checker that passes or fails as a whole counts as one test. */
async function check(command, args) {
  const { code, output } = await capture(command, args);
  if (code !== 0) process.stdout.write(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

function cppFiles() {
  const below = (folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, file));
  return ['src', 'wasm', 'tests'].flatMap(below).filter((file) => /\.(cpp|h)$/.test(file));
}

/**
 * Catch2 executables of one build, natively or under node, side by side. `record`: their comparisons go to that record.
 * Compiling takes every core, running hardly more than one: it goes on behind the suites that follow.
 */
const catchSuite = (preset, definitions, record) => ({
  needsBuild: true,
  behind: true,
  prepare: () => buildPreset(preset, { definitions }),
  work: () => catchTests(preset, record),
});

async function catchTests(preset, record) {
  const executables = ['unit_tests', 'reference_tests'];
  const parts = executables.map((name) => (record ? `${recordFile(record)}.${name}` : null));
  const counts = await Promise.all(
    executables.map((name, i) => catchExecutable(join(root, 'build', preset, 'tests', name), parts[i])),
  );
  if (record) gather(parts, recordFile(record));
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
  return { passed: total('passed'), failed: total('failed') };
}

/** Each executable has written a record of its own; a test that compares nothing leaves none. */
function gather(parts, whole) {
  const lines = parts.map((part) => (existsSync(part) ? readFileSync(part, 'utf8') : ''));
  writeFileSync(whole, lines.join(''));
  for (const part of parts) rmSync(part, { force: true });
}

async function catchExecutable(path, record) {
  if (record) rmSync(record, { force: true });
  const env = record ? { ...process.env, FATIGUE_RECORD: record } : process.env;
  const script = `${path}.js`;
  const [command, args] = existsSync(script) ? [node, [script]] : [path, []];
  const { code, output } = await capture(command, args, { env });
  const clipped = output.replace(/^(.{300}).*$/gm, '$1');
  const skipped = clipped.match(/^skipped: .*\n/gm) ?? [];
  process.stdout.write(code === 0 ? `${skipped.join('')}${clipped.trim().split('\n').at(-1)}\n` : clipped);
  const { passed, failed } = countCatch(output);
  // A crash, or a failure that the summary does not tell of, is one failure more.
  return {
    passed,
    failed: failed + (code !== 0 && failed === 0 ? 1 : 0) + (passed + failed === 0 && code === 0 ? 1 : 0),
  };
}

/** Counts of Catch2's last lines: "All tests passed (90 assertions in 7 test cases)" or "test cases: 7 | 6 passed | 1 failed". */
export function countCatch(coloured) {
  const output = stripVTControlCharacters(coloured);
  const all = /All tests passed \(\d+ assertions? in (\d+) test cases?\)/.exec(output);
  if (all) return { passed: Number(all[1]), failed: 0 };
  const line = /^test cases:.*$/m.exec(output)?.[0] ?? '';
  const count = (what) => Number(new RegExp(`(\\d+) ${what}(?! as)`).exec(line)?.[1] ?? 0);
  return { passed: count('passed'), failed: count('failed') };
}

/** The two builds' numbers are the same, and docs/validation.md tells of all of them. Needs the record of both. */
function validation() {
  const records = [readRecord('native'), readRecord('wasm')];
  const { compared, identical, worst, failures } = compareBuilds(...records);
  console.log(`native and WebAssembly: ${compared} numbers, ${identical} the same to the last bit`);
  console.log(`furthest apart: ${worst.apart.toExponential(1)}, ${worst.key}`);
  const faults = faultsOfPage(records);
  if (faults.length > 0) console.log('docs/validation.md is out of date: node scripts/validation.mjs');
  for (const line of [...failures.slice(0, 20), ...faults.slice(0, 20)]) console.log(`  ${line}`);
  const failed = Number(failures.length > 0) + Number(faults.length > 0);
  return { passed: 2 - failed, failed };
}

const plainLine = (text) => stripVTControlCharacters(text).replace(/\s+/g, ' ');

/** Vitest on one folder. A file that cannot be loaded is a failure. */
async function vitest(folder, extra = []) {
  const report = join(root, 'build', `vitest-${folder.replaceAll('/', '-')}.json`);
  mkdirSync(join(root, 'build'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [bin('vitest/vitest.mjs'), 'run', `${folder}/`, ...reporters, ...extra];
  const { code } = await capture(node, args, { show: true });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numFailedTests + broken;
  const failures = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${fullName}: ${plainLine(failureMessages.join(' '))}`);
  return { passed, failed: failed + (code !== 0 && failed === 0 ? 1 : 0), failures };
}

/**
 * `beside`: takes one core, so that it runs beside its neighbours that do. `behind`: once prepared, it runs on behind those
 * that follow, except where one `waits` for all before it.
 */
export const suites = [
  {
    name: 'clang-format',
    beside: true,
    work: () => check('clang-format', ['--dry-run', '--Werror', ...cppFiles()]),
  },
  { name: 'eslint', beside: true, work: () => check(node, [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0']) },
  { name: 'prettier', beside: true, work: () => check(node, [bin('prettier/bin/prettier.cjs'), '--check', '.']) },
  { name: 'tsc', beside: true, work: () => check(node, [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']) },
  { name: 'unit native', ...catchSuite('native-debug', [], 'native') },
  // Ten minutes to compile, so only when asked for by name: npm run test:asan.
  { name: 'unit asan', onRequest: true, ...catchSuite('native-asan', []) },
  { name: 'unit wasm', ...catchSuite('wasm-release', ['FATIGUE_TESTS=ON'], 'wasm') },
  // As many at a time as there are cores (Vitest leaves one of them idle), and files that share what they import: to load
  // it anew for each takes as long as all tests.
  { name: 'web', needsBuild: true, work: () => vitest('tests/web', [`--maxWorkers=${jobs}`, '--no-isolate']) },
  { name: 'validation', needsBuild: true, waits: true, work: validation },
  { name: 'package', needsBuild: true, work: () => vitest('tests/package', ['--no-file-parallelism']) },
  // Installs other bundlers from npm, so only when asked for: npm run test:package.
  { name: 'bundlers', needsBuild: true, onRequest: true, work: () => vitest('tests/bundlers') },
  // A browser test waits more than it works: two at a time take little more than half as long.
  { name: 'browser', needsBuild: true, work: () => vitest('tests/browser', ['--maxWorkers=2']) },
];
