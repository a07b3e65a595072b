// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { instrumentSchema } from '../../web/read/instrument-schema.js';
import type { InstrumentDefinition } from '../../web/contract/instrument.js';

const load = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(load('schema/instrument.schema.json'));
const files = readdirSync('instruments');

test('the published schema is the one that plans are checked with', () => {
  expect(load('schema/instrument.schema.json')).toEqual(instrumentSchema);
});

test.each(files)('%s is an instrument', (file) => {
  validate(load(`instruments/${file}`));
  expect(validate.errors).toBeNull();
});

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

test('no two instruments share a name or alias', () => {
  const names = files.flatMap((file) => {
    const { name, aliases = [] } = load(`instruments/${file}`) as InstrumentDefinition;
    return [name, ...aliases].map(plainName);
  });
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

const own: InstrumentDefinition = {
  name: 'Energy diary',
  title: 'Energy diary',
  version: '2 items',
  direction: 'higher_is_better',
  items: { count: 2, lowest: 0, highest: 10, step: 0 },
  scorings: [{ name: 'mean', combine: 'mean' }],
  scales: [{ name: 'total', label: 'Energy', transform: { multiply: 10 } }],
  missingItems: { default: { atLeast: 1 }, source: 'our protocol' },
  bands: [{ scale: 'total', label: 'low', above: 40, source: 'our protocol' }],
  source: ['our protocol'],
  licence: 'ours',
};

test("a user's own instrument is one too", () => {
  validate(own);
  expect(validate.errors).toBeNull();
});

test.each<[string, unknown]>([
  ['an unknown key', { ...own, wording: ['...'] }],
  ['no source', { ...own, source: [] }],
  ['a step that is no step', { ...own, items: { ...own.items, step: 0.5 } }],
  ['more items than there may be', { ...own, items: { ...own.items, count: 501 } }],
  ['a scale with a name that is none', { ...own, scales: [{ name: 'Total score', label: 'Energy' }] }],
  ['a rule nobody knows', { ...own, missingItems: { default: 'most', source: 'x' } }],
  ['a band with two bounds', { ...own, bands: [{ scale: 'total', label: 'low', from: 4, above: 4, source: 'x' }] }],
  ['a band without a bound', { ...own, bands: [{ scale: 'total', label: 'low', source: 'x' }] }],
])('%s is refused', (_, value) => {
  expect(validate(value)).toBe(false);
});
