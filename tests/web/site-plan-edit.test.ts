// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { PlanEdit } from '../../web/elements/events.js';
import { proposePlan } from '../../web/read/propose.js';
import { applyEdit, emptyPlan } from '../../web/site/plan_edit.js';

const example = (): Plan =>
  JSON.parse(readFileSync(new URL('../../examples/ketamine-pilot/plan.json', import.meta.url), 'utf8')) as Plan;

test('an edit leaves the plan it was given alone', () => {
  const plan = example();
  const before = JSON.stringify(plan);
  applyEdit(plan, { kind: 'instrument', id: 'fss', patch: { scoring: 'mean' } });
  expect(JSON.stringify(plan)).toBe(before);
});

test('a field given as undefined is removed', () => {
  const plan = applyEdit(example(), { kind: 'file', name: 'diary.csv', patch: { visit: undefined } });
  expect(plan.files[1]).toEqual({ name: 'diary.csv', role: 'records', id: 'id' });
});

test('another arm column forgets the order of the arms', () => {
  const plan = applyEdit(example(), { kind: 'file', name: 'participants.csv', patch: { arm: 'sex' } });
  expect(plan.arms).toBeUndefined();
});

test('the reference arm comes first', () => {
  const arms = ['midazolam', 'ketamine'];
  expect(applyEdit(example(), { kind: 'reference_arm', arm: 'ketamine', arms }).arms).toEqual({
    order: ['ketamine', 'midazolam'],
    referenceChosen: true,
  });
});

test('a questionnaire that goes takes its outcomes along', () => {
  const plan = applyEdit(example(), { kind: 'remove_instrument', id: 'fss' });
  expect(plan.instruments.map(({ id }) => id)).toEqual(['dfs', 'mfis']);
  expect(plan.outcomes.map(({ id }) => id)).toEqual(['dfs', 'mfis']);
});

test('a questionnaire that becomes another is analysed by its total', () => {
  const start = applyEdit(example(), { kind: 'outcome', id: 'mfis', patch: { score: 'mfis.physical' } });
  const plan = applyEdit(start, { kind: 'instrument', id: 'mfis', patch: { instrument: 'FSS' } });
  expect(plan.outcomes[2]?.score).toBe('mfis.total');
});

test('a new outcome of a questionnaire is the change at the last visit, of a diary the slope', () => {
  const visits = ['0', '14', '28'];
  const mfis = applyEdit(example(), { kind: 'add_outcome', score: 'mfis.physical', label: 'MFIS physical', visits });
  expect(mfis.outcomes[3]).toMatchObject({
    id: 'mfis_physical',
    role: 'secondary',
    model: { kind: 'mmrm', response: 'change' },
    effect: { kind: 'visit_difference', visit: '28', proposed: true },
  });
  const only: PlanEdit = { kind: 'add_outcome', score: 'mfis.total', label: 'MFIS', visits: ['0', '28'] };
  expect(applyEdit(example(), only).outcomes[3]?.effect).toEqual({ kind: 'visit_difference', visit: '28' });
  const dfs = applyEdit(example(), { kind: 'add_outcome', score: 'dfs.total', label: 'DFS', visits });
  expect(dfs.outcomes[3]).toMatchObject({ model: { kind: 'random_effects' }, effect: { kind: 'slope_difference' } });
});

test('a file left out of the plan takes its questionnaires and outcomes along', () => {
  const plan = applyEdit(example(), { kind: 'remove_file', name: 'questionnaires.csv' });
  expect(plan.files.map(({ name }) => name)).not.toContain('questionnaires.csv');
  expect(plan.outcomes.map(({ id }) => id)).toEqual(['dfs']);
});

test('a difference that matters goes with the score it was of', () => {
  const start = applyEdit(example(), { kind: 'outcome', id: 'mfis', patch: { mcid: { value: 4 } } });
  const mcidAfter = (edit: Parameters<typeof applyEdit>[1]) => applyEdit(start, edit).outcomes[2]?.mcid;
  const { model } = start.outcomes[2]!;
  expect(mcidAfter({ kind: 'outcome', id: 'mfis', patch: { label: 'Other' } })).toEqual({ value: 4 });
  expect(mcidAfter({ kind: 'outcome', id: 'mfis', patch: { score: 'mfis.physical' } })).toBeUndefined();
  expect(mcidAfter({ kind: 'instrument', id: 'mfis', patch: { instrument: 'FSS' } })).toBeUndefined();
  expect(mcidAfter({ kind: 'instrument', id: 'mfis', patch: { scoring: 'mean' } })).toBeUndefined();
  expect(mcidAfter({ kind: 'instrument', id: 'mfis', patch: { missingItems: 'complete' } })).toEqual({ value: 4 });
  const response = 'percent_change' as const;
  expect(mcidAfter({ kind: 'outcome', id: 'mfis', patch: { model: { ...model, response } } })).toBeUndefined();
  const mcid = { value: 2 };
  expect(mcidAfter({ kind: 'outcome', id: 'mfis', patch: { score: 'mfis.physical', mcid } })).toEqual(mcid);
});

test('the plan before there is a file is the one proposed for none', () => {
  expect(emptyPlan).toEqual(proposePlan([]));
});

test('what was said of a file goes with it', () => {
  const said: Plan = { ...example(), samePeople: ['a.csv', 'diary.csv', 'b.csv'], unmatchedIds: ['diary.csv'] };
  const plan = applyEdit(said, { kind: 'remove_file', name: 'diary.csv' });
  expect(plan.samePeople).toEqual(['a.csv', 'b.csv']);
  expect(plan).not.toHaveProperty('unmatchedIds');
  const reading = { stack: { parts: [{ name: 'a.csv' }, { name: 'b.csv' }] } };
  expect(applyEdit(plan, { kind: 'put_together', reading })).not.toHaveProperty('samePeople');
  expect(applyEdit(example(), { kind: 'remove_file', name: 'diary.csv' })).not.toHaveProperty('samePeople');
});
