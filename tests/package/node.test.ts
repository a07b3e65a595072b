// SPDX-License-Identifier: MIT
/** The installed package in Node, as TypeScript sees it, and by the rules for packages. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectReference, installPackage, root, type Answer, type Installed } from './installed.js';

let installed: Installed;

beforeAll(() => {
  installed = installPackage();
});

afterAll(() => installed.remove());

interface Manifest {
  exports: Record<string, string | { types?: string; default: string }>;
  sideEffects: string[];
  bin: Record<string, string>;
}

const manifest = (): Manifest => JSON.parse(readFileSync(join(root, 'dist/package.json'), 'utf8')) as Manifest;

/** Bytes that a bundler takes of the engine's module for what is imported. */
async function bundledSize(names: string): Promise<number> {
  const entry = '\0entry';
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? entry : null),
        load: (id) =>
          id === entry ? `import { ${names} } from ${JSON.stringify(engineModule)}; console.log(${names});` : null,
      },
    ],
    build: { write: false, rolldownOptions: { input: 'entry' } },
  })) as { output: { type: string; code?: string }[] };
  return output.reduce((sum, { code }) => sum + (code?.length ?? 0), 0);
}

const engineModule = join(root, 'dist/lib/engine.js');

test('a bundler leaves out what is not imported', async () => {
  const least = await bundledSize('loadEngine');
  const readers = await bundledSize('loadEngine, readFile');
  const all = await bundledSize('loadEngine, readFile, analyzeFiles, proposePlan, checkFiles');
  expect(least).toBeLessThan(0.7 * readers);
  expect(readers).toBeLessThan(0.9 * all);
});

describe('the manifest', () => {
  test('names only files that are packed, types before scripts', () => {
    const { exports, sideEffects, bin } = manifest();
    const targets = Object.values(exports).flatMap((target) => {
      if (typeof target === 'string') return target.includes('*') ? [] : target;
      if (target.types !== undefined) expect(Object.keys(target)[0]).toBe('types');
      return Object.values(target);
    });
    const named = [...targets, ...sideEffects, ...Object.values(bin)].map((path) => path.replace(/^\.\//, ''));
    expect(named.filter((path) => !installed.packed.includes(path))).toEqual([]);
    expect(Object.keys(exports)).toEqual(
      expect.arrayContaining(['.', './engine', './schema/*', './fatigue_core.wasm', './package.json']),
    );
  });

  test.each(['elements', 'results'])('names ./%s exactly where it was built', (name) => {
    expect(`./${name}` in manifest().exports).toBe(existsSync(join(root, `dist/lib/${name}.js`)));
  });

  test('is in order for publint, and the package holds what is to be published and no more', async () => {
    const { messages, pkg } = await publint({ pkgDir: join(root, 'dist'), pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
    const top = new Set(installed.packed.map((path) => path.split('/')[0]));
    expect([...top].sort()).toEqual([
      ...[
        'LICENSE',
        'README.md',
        'THIRD-PARTY-NOTICES.txt',
        'cli.js',
        'custom-elements.json',
        'fatigue-calculator.html',
      ],
      ...['instruments', 'lib', 'package.json', 'schema'],
    ]);
  });
});

const answerOf = (output: string): Answer => JSON.parse(output) as Answer;

test('fits a file in Node as R does, and ends', () => {
  const output = installed.node(
    'file.js',
    `import { fit } from 'fatigue-calculator';
import { request, text } from './model.js';
console.log(JSON.stringify(await fit(request, { name: 'two_arm.csv', text })));
`,
  );
  expectReference(answerOf(output));
});

test('gives the same from rows, from the WebAssembly file, in one thread and on the command line', () => {
  const output = installed.node(
    'ways.js',
    `import { fit, loadEngine, readFile } from 'fatigue-calculator';
import { loadEngine as loadExternal } from 'fatigue-calculator/engine';
import { request, text } from './model.js';
const { table } = await readFile('two_arm.csv', new TextEncoder().encode(text));
const rows = Array.from({ length: table.rowCount }, (_, i) =>
  Object.fromEntries(table.columns.map((c) => [c.name, c.kind === 'number' ? c.values[i] : (c.levels[c.codes[i]] ?? null)])),
);
const wasm = new URL(import.meta.resolve('fatigue-calculator/fatigue_core.wasm'));
const ways = [
  await fit(request, rows),
  (await loadEngine()).fit(request, table),
  (await loadExternal({ wasm })).fit(request, table),
];
console.log(JSON.stringify(ways));
`,
  );
  const ways = JSON.parse(output) as (Answer & { elapsedMs: number })[];
  const flags = ['--formula', 'CHG ~ BASE + SEX + ARM * VISIT + us(VISIT | ID)', '--levels', 'ARM=PBO,TRT'];
  const bin = join(installed.folder, 'node_modules/.bin/fatigue-calculator');
  ways.push(
    answerOf(
      execFileSync(bin, ['fit', 'two_arm.csv', ...flags], { cwd: installed.folder, encoding: 'utf8' }),
    ) as (typeof ways)[0],
  );
  ways.forEach(expectReference);
  const plain = ways.map((way) => ({ ...way, elapsedMs: 0 }));
  for (const way of plain.slice(1)) expect(way).toEqual(plain[0]);
});

test('an abort ends a fit that runs, and the next one starts afresh', () => {
  const output = installed.node(
    'abort.js',
    `import { fit } from 'fatigue-calculator';
import { request, text } from './model.js';
const file = { name: 'two_arm.csv', text };
await fit(request, file);
const stop = new AbortController();
const long = { ...request, formula: 'CHG ~ BASE + factor(BASE) * SEX + ARM * VISIT + us(VISIT | ID)', covarianceIntervals: 'profile' };
const running = fit(long, file, { signal: stop.signal, onProgress: () => stop.abort() });
const told = await running.then(() => 'done', (error) => error.name);
const never = await fit(request, file, { signal: AbortSignal.abort() }).then(() => 'done', (error) => error.name);
console.log(JSON.stringify({ told, never, ...(await fit(request, file)) }));
`,
  );
  expect(JSON.parse(output)).toMatchObject({ told: 'AbortError', never: 'AbortError' });
  expectReference(answerOf(output));
});

test('its types hold in a strict project without skipping any', () => {
  installed.write(
    'user.ts',
    `import { analyze, EngineError, fit, read, score, type FitResult, type Report } from 'fatigue-calculator';
import { loadEngine } from 'fatigue-calculator/engine';
const model: FitResult = await fit({ formula: 'y ~ x' }, [{ y: 1, x: 2 }], { signal: new AbortController().signal });
const report: Report = await analyze('{}', [{ name: 'a.csv', text: '' }], { onProgress: ({ iteration }) => iteration });
const { tables, plan } = await read([{ name: 'a.csv', bytes: new Uint8Array() }]);
const { scale } = (await score({ instrument: 'FSS' }, tables[0]!)).rows[0]!;
export const found = [model.logLik, report.outcomes, plan.files, scale, EngineError, await loadEngine({ wasm: 'x' })];
// @ts-expect-error a request needs a formula
await fit({}, []);
`,
  );
  const options = { strict: true, noEmit: true, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'], types: [] };
  for (const module of ['nodenext', 'esnext']) {
    const compilerOptions = { ...options, module, moduleResolution: module === 'esnext' ? 'bundler' : module };
    installed.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['user.ts'] }));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const run = (): string => {
      try {
        return execFileSync(process.execPath, [compiler, '-p', installed.folder], { encoding: 'utf8' });
      } catch (error) {
        return String((error as { stdout: string }).stdout);
      }
    };
    expect(run()).toBe('');
  }
});

test('the programs in its documentation run as they stand', () => {
  const text = readFileSync(join(root, 'docs/npm.md'), 'utf8');
  const programs = [...text.matchAll(/^```js\n(.*?)^```/gms)].map(([, program = '']) => program);
  expect(programs.length).toBe(3);
  const [model, trial, engine] = programs.map((program, i) =>
    installed.node(`quick-${i}.js`, program).trim().split('\n'),
  );
  expect(model?.map((line) => line.split(' ')[0])).toEqual(['(Intercept)', 'armcontrol', 'day', 'armcontrol:day']);
  // The made-up drug arm falls by 4 points more, give or take the last term of the made-up scores.
  const [label, estimate] = /^(.*) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)$/.exec(trial?.[0] ?? '')?.slice(1) ?? [];
  expect(engine?.join()).toMatch(/^\d+\.\d+\.\d+/);
  expect(label).toBe('Fatigue Severity Scale (FSS)');
  expect(Math.abs(Number(estimate) + 4)).toBeLessThan(2);
});
