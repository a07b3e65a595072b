// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { applyEdit, mergePlan } from '../../web/site/plan_edit.js';

const example = (): Plan =>
  JSON.parse(readFileSync(new URL('../../examples/ketamine-pilot/plan.json', import.meta.url), 'utf8')) as Plan;

const held = (names: readonly string[]) =>
  names.map((name) => ({
    name,
    columns: ['id', 'arm', 'day', 'event'].map((column) => ({
      name: column,
      kind: 'factor' as const,
      levels: [],
      missing: 0,
    })),
    error: null,
  }));

const names = (plan: Plan): string[] => plan.files.map(({ name }) => name);

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
    effect: { kind: 'visit_difference', visit: '28' },
  });
  const dfs = applyEdit(example(), { kind: 'add_outcome', score: 'dfs.total', label: 'DFS', visits });
  expect(dfs.outcomes[3]).toMatchObject({ model: { kind: 'random_effects' }, effect: { kind: 'slope_difference' } });
});

test('when files come, what was edited stays', () => {
  const proposed = example();
  const edited = applyEdit(example(), { kind: 'instrument', id: 'fss', patch: { scoring: 'mean' } });
  const plan = mergePlan(edited, proposed, held(names(proposed)));
  expect(plan.instruments.find(({ id }) => id === 'fss')?.scoring).toBe('mean');
  expect(plan.outcomes).toHaveLength(3);
});

test('a new file brings its questionnaires and outcomes under free names', () => {
  const current = example();
  const proposed: Plan = {
    ...example(),
    files: [...current.files, { name: 'more.csv', role: 'records', id: 'id', visit: 'day' }],
    instruments: [{ id: 'fss', instrument: 'FSS', file: 'more.csv', items: ['f1'] }],
    outcomes: [{ ...current.outcomes[1]!, role: 'primary' }],
  };
  const plan = mergePlan(current, proposed, held(names(proposed)));
  expect(plan.instruments.map(({ id }) => id)).toEqual(['dfs', 'fss', 'mfis', 'fss_2']);
  expect(plan.outcomes[3]).toMatchObject({ id: 'fss_2', score: 'fss_2.total', role: 'secondary' });
});

test('a removed file takes its questionnaires and outcomes along', () => {
  const proposed: Plan = { ...example(), files: example().files.filter(({ name }) => name !== 'questionnaires.csv') };
  const plan = mergePlan(example(), { ...proposed, instruments: [] }, held(names(proposed)), ['questionnaires.csv']);
  expect(names(plan)).not.toContain('questionnaires.csv');
  expect(plan.outcomes.map(({ id }) => id)).toEqual(['dfs']);
});

test('a file that came again without the columns the plan names is set up anew', () => {
  const proposed = example();
  proposed.files[1] = { name: 'diary.csv', role: 'records', id: 'subject', visit: 'study_day' };
  const files = held(names(proposed)).map((file) => (file.name === 'diary.csv' ? { ...file, columns: [] } : file));
  expect(mergePlan(example(), proposed, files).files.find(({ name }) => name === 'diary.csv')?.id).toBe('subject');
});

test('files a saved plan names stay in it until they come', () => {
  const plan = mergePlan(example(), { ...example(), files: [], instruments: [], outcomes: [] }, held(['diary.csv']));
  expect(names(plan)).toEqual(names(example()));
});
