// SPDX-License-Identifier: MIT
/** What is told of the elements for pages of others is true: manifest, documentation, size. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
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
