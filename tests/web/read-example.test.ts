// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePlan, prepareTables, propose, readFile } from '../../web/read/index.js';
import type { ExampleName } from '../../web/text/words/examples.js';
import { planOf, readExample } from './example-support.js';

const folder = 'examples/ketamine-pilot';
const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
const files = await Promise.all(names.map((name) => readFile(name, readFileSync(`${folder}/${name}`))));
const plan = parsePlan(readFileSync(`${folder}/plan.json`, 'utf8'));

test('the example is read without a note', () => {
  expect(files.map(({ error }) => error)).toEqual([null, null, null, null]);
  expect(files.flatMap(({ notes }) => notes)).toEqual([]);
});

test('dropping the example without its plan proposes the same analysis, with effects at the last visits', () => {
  const { plan: proposed, notes } = propose(files);
  expect(notes.map(({ code }) => code)).toEqual(['diary_slope', 'effect_visit', 'effect_visit']);
  expect(proposed.arms).toEqual(plan.arms);
  expect(proposed.inference).toEqual(plan.inference);
  for (const instrument of plan.instruments) {
    const { id, file, items } = instrument;
    expect(proposed.instruments).toContainEqual({ id, instrument: instrument.instrument, file, items });
  }
  expect(proposed.outcomes.map(({ id, role, score }) => ({ id, role, score }))).toEqual(
    plan.outcomes.map(({ id, role, score }) => ({ id, role, score })),
  );
  expect(proposed.outcomes.map(({ effect }) => effect)).toEqual([
    { kind: 'slope_difference', window: 7 },
    { kind: 'visit_difference', visit: '28', proposed: true },
    { kind: 'visit_difference', visit: '28', proposed: true },
  ]);
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

describe('dropping another example without its plan', () => {
  const proposedFor = async (name: ExampleName): Promise<ReturnType<typeof propose>> => {
    const { files } = planOf(name);
    const read = files.map((file) => readFile(file.name, Buffer.from(readExample(name, file.name))));
    return propose(await Promise.all(read));
  };

  test('finds the weeks, the wide diary, the guesses and the kinds of events of the follow-on trial', async () => {
    const { plan: proposed, notes } = await proposedFor('follow-on');
    const codes = notes.map(({ code }) => code).filter((code) => code !== 'effect_visit');
    expect(codes).toEqual(['visit_unit', 'visit_unit', 'diary_slope']);
    expect(proposed.arms).toEqual(planOf('follow-on').arms);
    for (const file of planOf('follow-on').files) {
      const { wide, visit, guess, bodySystem, severity, serious, related, timeUnit } = file;
      const found = proposed.files.find(({ name }) => name === file.name);
      const columns = { wide, guess, bodySystem, severity, serious, related, timeUnit };
      expect({ ...columns, ...found }).toEqual({ ...found, ...columns });
      if (file.role === 'records' && visit !== undefined) expect(found?.visit).toBe(visit);
    }
  });

  test('finds semicolons, decimal commas and dates of the diary trial, and asks for its direction', async () => {
    const { plan: proposed, notes } = await proposedFor('daily-diary');
    expect(notes.map(({ code }) => code)).toContain('choose_direction');
    const [participants, diary] = proposed.files;
    expect(participants).toMatchObject({ arm: 'arm', startDate: 'start_date' });
    expect(diary).toMatchObject({ date: 'date' });
    expect(proposed.instruments).toMatchObject([{ instrument: 'NRS Fatigue', items: ['fatigue_nrs'] }]);
  });
});
