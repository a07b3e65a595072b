// SPDX-License-Identifier: MIT
/** What is told of the elements for pages of others is true: manifest, documentation, size. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { elementsManifest } from '../../scripts/lib/elements_manifest.mjs';
import { withReference } from '../../scripts/lib/elements_reference.mjs';
import { partNames } from '../../web/embed/results/parts.js';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const elements = elementsManifest().modules.flatMap(({ declarations }) => declarations);

test('the manifest names the attributes that the elements observe, and their parts', () => {
  const [results, calculator] = elements;
  expect(results?.attributes.map(({ name }) => name)).toEqual(['src', 'show', 'plots', 'outcome']);
  expect(calculator?.attributes.map(({ name }) => name)).toContain('with-participants');
  const show = results?.attributes.find(({ name }) => name === 'show')?.description ?? '';
  for (const part of partNames) expect(show).toContain(part);
});

test('the reference in the documentation is that of the sources (node scripts/lib/elements_reference.mjs)', () => {
  const page = readFileSync(file('docs/embedding.md'), 'utf8');
  expect(withReference(page)).toBe(page);
});

test('results without plots are loaded with less than 60 kB', () => {
  const built = file('dist/lib/results.js');
  expect(existsSync(built)).toBe(true);
  const code = readFileSync(built);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(60_000);
  expect(code.includes('WebAssembly')).toBe(false);
});

test('the types of the package know the elements', () => {
  const types = readFileSync(file('dist/lib/types/embed/elements.d.ts'), 'utf8');
  expect(types).toContain('analyze(): Promise<Report | null>;');
  expect(types).toContain('withParticipants: boolean;');
  expect(types).not.toContain('undefined');
});

test('the types of the package know events and what is read only', () => {
  const folder = mkdtempSync(file('build/types-'));
  const own = join(folder, 'page.ts');
  const from = "import { FatigueCalculator, FatigueResults } from '../../dist/lib/types/embed/elements.js';";
  const lines = [
    'declare const calculator: FatigueCalculator; declare const results: FatigueResults;',
    "calculator.addEventListener('result', ({ detail }) => detail.report.outcomes.length);",
    "calculator.addEventListener('mapped', ({ detail }) => detail.plan?.files.length);",
    "results.addEventListener('error', ({ detail }) => detail.code);",
    "results.addEventListener('click', ({ clientX }) => clientX);",
    "results.addEventListener('other', () => undefined);",
    'results.report = null;',
    'calculator.report = null;',
  ];
  writeFileSync(own, [from, ...lines].join('\n'));
  const options = {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const found = ts.getPreEmitDiagnostics(ts.createProgram([own], options));
  rmSync(folder, { recursive: true });
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([
    "Cannot assign to 'report' because it is a read-only property.",
  ]);
});

test('every page says the same size of the results, as it is built', () => {
  const size = `${Math.ceil(gzipSync(readFileSync(file('dist/lib/results.js')), { level: 9 }).length / 1000)} kB`;
  for (const [page, row] of [
    ['embedding', 'results.js'],
    ['npm', 'fatigue-calculator/results'],
    ['hosting', 'lib/results.js'],
  ]) {
    const html = readFileSync(file(`dist/site/docs/${page}.html`), 'utf8');
    const shown = html.split('<tr>').find((each) => each.includes(`<code>${row}</code>`));
    expect(shown, page).toContain(size);
    expect(html).not.toContain('<!-- Words');
  }
});
