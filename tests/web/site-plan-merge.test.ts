// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Plan, ReadingOptions } from '../../web/contract/plan.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { mergePlan, waitingFiles, withRecognised } from '../../web/site/plan_merge.js';

const example = (): Plan =>
  JSON.parse(readFileSync(new URL('../../examples/ketamine-pilot/plan.json', import.meta.url), 'utf8')) as Plan;

const held = (names: readonly string[], options: ReadingOptions = {}) =>
  names.map((name) => ({
    name,
    columns: ['id', 'arm', 'day', 'event'].map((column) => ({
      name: column,
      kind: 'factor' as const,
      levels: [],
      missing: 0,
    })),
    options,
    error: null,
  }));

const names = (plan: Plan): string[] => plan.files.map(({ name }) => name);
const without = (plan: Plan, gone: string): Plan => ({
  ...plan,
  files: plan.files.filter(({ name }) => name !== gone),
  instruments: plan.instruments.filter(({ file }) => file !== gone),
  outcomes: plan.outcomes.filter(({ score }) => !/^(fss|mfis)\./.test(score)),
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

test('what the plan says of a file that goes stays, waits for it, and is as before when it comes again', () => {
  const edited = applyEdit(example(), { kind: 'instrument', id: 'fss', patch: { scoring: 'mean' } });
  const proposed = without(example(), 'questionnaires.csv');
  const waiting = mergePlan(edited, proposed, held(names(proposed)));
  expect(waiting).toEqual(edited);
  expect(waitingFiles(waiting, held(names(proposed))).map(({ name }) => name)).toEqual(['questionnaires.csv']);
  const again = mergePlan(waiting, example(), held(names(example())));
  expect(again).toEqual(edited);
  expect(waitingFiles(again, held(names(example())))).toEqual([]);
});

test('a file that came again without the columns the plan names keeps what the plan says of it', () => {
  const proposed = example();
  proposed.files[1] = { name: 'diary.csv', role: 'records', id: 'subject', visit: 'study_day' };
  const files = held(names(proposed)).map((file) => (file.name === 'diary.csv' ? { ...file, columns: [] } : file));
  expect(mergePlan(example(), proposed, files)).toEqual(example());
});

test('entries without a file of the plan, and outcomes without an instrument, are kept as they are', () => {
  const current = example();
  current.outcomes.push({ ...current.outcomes[1]!, id: 'lost', score: 'lost.total' });
  expect(mergePlan(current, { ...example(), files: [] }, []).outcomes.map(({ id }) => id)).toContain('lost');
});

test('a file nothing was made of is proposed again, with the reading that was chosen for it', () => {
  const current = example();
  const [, diary] = current.files;
  current.files[1] = { name: 'diary.csv', role: 'ignored', reading: { encoding: 'utf-8', decimal: ',' } };
  const blank = current.files[1];
  const proposed = example();
  const anew = mergePlan(current, proposed, held(names(proposed)), (file) => file === blank);
  expect(anew.files[1]).toEqual({ ...diary, reading: { decimal: ',' } });
  expect(names(anew)).toEqual(names(example()));
  // Left out by whoever wrote the plan, it stays left out.
  expect(mergePlan(current, proposed, held(names(proposed))).files[1]).toEqual(blank);
  expect(names(mergePlan(current, { ...proposed, files: [] }, [], (file) => file === blank))).not.toContain(
    'diary.csv',
  );
});

test('a file that comes again with another separator is read with the one that was found', () => {
  const current = example();
  current.files[1]!.reading = { delimiter: ',', decimal: '.' };
  const merge = (columns: readonly string[]): ReadingOptions | undefined => {
    const files = held(names(current), { delimiter: ';' }).map((file) => ({
      ...file,
      columns: file.columns.filter(({ name }) => columns.includes(name)),
    }));
    return mergePlan(current, example(), files).files[1]?.reading;
  };
  expect(merge(['id', 'day'])).toEqual({ delimiter: ';', decimal: '.' });
  expect(merge(['id'])).toEqual({ delimiter: ',', decimal: '.' });
});

test('files a saved plan names stay in it until they come', () => {
  const plan = mergePlan(example(), { ...example(), files: [], instruments: [], outcomes: [] }, held(['diary.csv']));
  expect(names(plan)).toEqual(names(example()));
});

test('a questionnaire with another number of items has its columns found anew, and is found once', () => {
  const current = example();
  const proposed = example();
  proposed.instruments[1] = { ...proposed.instruments[1]!, items: ['fss1', 'fss2'] };
  const plan = withRecognised(current, proposed, 'FSS');
  expect(plan.instruments.map(({ id }) => id)).toEqual(['dfs', 'fss', 'mfis']);
  expect(plan.instruments[1]?.items).toEqual(['fss1', 'fss2']);
  expect(plan.outcomes).toEqual(current.outcomes);
});
