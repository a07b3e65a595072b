// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePlan, prepareTables, propose, readFile } from '../../web/read/index.js';

const folder = 'examples/ketamine-pilot';
const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
const files = await Promise.all(names.map((name) => readFile(name, readFileSync(`${folder}/${name}`))));
const plan = parsePlan(readFileSync(`${folder}/plan.json`, 'utf8'));

test('the example is read without a note', () => {
  expect(files.map(({ error }) => error)).toEqual([null, null, null, null]);
  expect(files.flatMap(({ notes }) => notes)).toEqual([]);
});

test('dropping the example without its plan proposes the same analysis', () => {
  const { plan: proposed, notes } = propose(files);
  expect(notes).toEqual([]);
  expect(proposed.arms).toEqual(plan.arms);
  expect(proposed.inference).toEqual(plan.inference);
  for (const instrument of plan.instruments) {
    const { id, file, items } = instrument;
    expect(proposed.instruments).toContainEqual({ id, instrument: instrument.instrument, file, items });
  }
  expect(proposed.outcomes.map(({ id, role, score, effect }) => ({ id, role, score, effect }))).toEqual(
    plan.outcomes.map(({ id, role, score, effect }) => ({ id, role, score, effect })),
  );
  for (const [i, { model }] of plan.outcomes.entries()) expect(proposed.outcomes[i]?.model).toMatchObject(model);
});

test('its tables are ready for the core', () => {
  const tables = prepareTables(plan, files);
  expect(tables.map(({ name }) => name)).toEqual(plan.files.map(({ name }) => name));
  for (const { items, file } of plan.instruments) {
    const table = tables.find(({ name }) => name === file);
    for (const item of items ?? []) expect(table?.columns.find(({ name }) => name === item)?.kind).toBe('number');
  }
});
