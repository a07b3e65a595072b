// SPDX-License-Identifier: MIT
/** Every suite of `npm test`: how it is run and how its results are counted. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildPreset } from './core.mjs';
import { capture, root } from './run.mjs';

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

/** Catch2 executables of one build, natively or under node. */
async function catchTests(preset, definitions) {
  await buildPreset(preset, { definitions });
  const total = { passed: 0, failed: 0 };
  for (const name of ['unit_tests', 'reference_tests']) {
    const { passed, failed } = await catchExecutable(join(root, 'build', preset, 'tests', name));
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

async function catchExecutable(path) {
  const script = `${path}.js`;
  const [command, args] = existsSync(script) ? [node, [script]] : [path, []];
  const { code, output } = await capture(command, args);
  const clipped = output.replace(/^(.{300}).*$/gm, '$1');
  process.stdout.write(code === 0 ? `${clipped.trim().split('\n').at(-1)}\n` : clipped);
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
  return { passed, failed: failed + (code !== 0 && failed === 0 ? 1 : 0) };
}

export const suites = [
  {
    name: 'clang-format',
    work: () => check('clang-format', ['--dry-run', '--Werror', ...cppFiles()]),
  },
  { name: 'eslint', work: () => check(node, [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0']) },
  { name: 'prettier', work: () => check(node, [bin('prettier/bin/prettier.cjs'), '--check', '.']) },
  { name: 'tsc', work: () => check(node, [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']) },
  { name: 'unit native', needsBuild: true, work: () => catchTests('native-debug', []) },
  // Ten minutes to compile, so only when asked for by name: npm run test:asan.
  { name: 'unit asan', needsBuild: true, onRequest: true, work: () => catchTests('native-asan', []) },
  { name: 'unit wasm', needsBuild: true, work: () => catchTests('wasm-release', ['FATIGUE_TESTS=ON']) },
  { name: 'web', needsBuild: true, work: () => vitest('tests/web') },
  { name: 'browser', needsBuild: true, work: () => vitest('tests/browser', ['--no-file-parallelism']) },
];
