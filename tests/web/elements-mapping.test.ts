// SPDX-License-Identifier: MIT
/** What changing a file's mapping makes of its entry in the plan. */
import { expect, test } from 'vitest';
import type { Plan, PlanFile } from '../../web/contract/plan.js';
import {
  codeList,
  columnPatch,
  nextWindow,
  offeredColumns,
  variableOptions,
  wideByPattern,
  windowRemarks,
  withAllCodes,
  withCode,
} from '../../web/elements/file_edits.js';
import { strings } from '../../web/text/strings.js';
import { applyEdit, withoutSummary } from '../../web/site/plan_edit.js';

const planOf = (file: Partial<PlanFile>): Plan => ({
  schemaVersion: 1,
  files: [{ name: 'q.csv', role: 'records', id: 'id', ...file }],
  instruments: [],
  outcomes: [],
});

const edited = (
  file: Partial<PlanFile>,
  patch: Parameters<typeof applyEdit>[1] extends infer E ? E : never,
): PlanFile => applyEdit(planOf(file), patch).files[0]!;

const file = (patch: ReturnType<typeof columnPatch>) => ({ kind: 'file' as const, name: 'q.csv', patch });

test('dates take the place of visits, and the other way round', () => {
  expect(edited({ visit: 'day' }, file(columnPatch('date', 'when')))).toEqual({
    name: 'q.csv',
    role: 'records',
    id: 'id',
    date: 'when',
  });
  const windows = [{ visit: 'Week 1', day: 7, before: 2, after: 2 }];
  expect(edited({ date: 'when', windows }, file(columnPatch('visit', 'day')))).toEqual({
    name: 'q.csv',
    role: 'records',
    id: 'id',
    visit: 'day',
    windows,
  });
});

test('another visit column brings what its numbers count, and dates leave it out', () => {
  const preview = [
    ['id', 'wk', 'visit', 'day'],
    ['01', '0', '1', '0'],
    ['01', '4', '2', '28'],
  ];
  const unitAfter = (column: string) =>
    edited({ timeUnit: 'month' }, file(columnPatch('visit', column, preview))).timeUnit;
  expect(unitAfter('wk')).toBe('week');
  expect(unitAfter('visit')).toBe('visit');
  expect(unitAfter('day')).toBeUndefined();
  expect(unitAfter('')).toBeUndefined();
  expect(edited({ visit: 'wk', timeUnit: 'week' }, file(columnPatch('date', 'when')))).not.toHaveProperty('timeUnit');
  expect(edited({ visit: 'wk', timeUnit: 'week' }, file(columnPatch('arm', 'arm'))).timeUnit).toBe('week');
});

test('weekly means go where visits count no days, those of other files stay', () => {
  const weekly = (id: string): Plan['outcomes'][number] => ({
    ...{ id, label: id, role: 'primary', score: `${id}.total`, summary: { kind: 'weekly_mean' } },
    ...{ model: { kind: 'mmrm', response: 'value' }, effect: { kind: 'visit_difference', visit: 'week 2' } },
  });
  const plan: Plan = {
    ...planOf({ visit: 'day' }),
    instruments: [
      { id: 'dfs', instrument: 'DFS', file: 'q.csv' },
      { id: 'fss', instrument: 'FSS', file: 'other.csv' },
    ],
    outcomes: [weekly('dfs'), weekly('fss')],
  };
  const after = applyEdit(plan, file({ timeUnit: 'visit' }));
  expect(after.files[0]?.timeUnit).toBe('visit');
  expect(after.outcomes[0]).not.toHaveProperty('summary');
  expect(after.outcomes[0]?.effect).toEqual({ kind: 'average_difference' });
  expect(after.outcomes[1]).toEqual(plan.outcomes[1]);
  expect(withoutSummary(plan, after).map(({ id }) => id)).toEqual(['dfs']);
  expect(applyEdit(plan, file({ timeUnit: undefined })).outcomes).toEqual(plan.outcomes);
});

test('windows of weeks are told of in weeks, and go on by one', () => {
  const at = (visit: string, day: number) => ({ visit, day, before: 1, after: 1 });
  expect(windowRemarks([at('A', 4), at('B', 4)], 'week')).toEqual([
    'Two visits are planned for week 4: give each a week of its own.',
  ]);
  expect(nextWindow([at('Visit 1', 4)], 'week').day).toBe(7);
});

test('a column is taken out by none, and a start date takes its count along', () => {
  expect(edited({ severity: 'grade' }, file(columnPatch('severity', '')))).not.toHaveProperty('severity');
  const without = edited({ startDate: 'rand', dayOfStart: 1 }, file(columnPatch('startDate', '')));
  expect(without).toEqual({ name: 'q.csv', role: 'records', id: 'id' });
});

test('windows go on as they began', () => {
  const first = nextWindow([], 'day');
  expect(first).toEqual({ visit: 'Visit 1', day: 0, before: 0, after: 0 });
  expect(nextWindow([{ visit: 'Visit 2', day: 14, before: 3, after: 2 }], 'day')).toEqual({
    visit: 'Visit 3',
    day: 26,
    before: 3,
    after: 2,
  });
});

test('windows that overlap or share a name or a day are told of', () => {
  const at = (visit: string, day: number, before = 3, after = 3) => ({ visit, day, before, after });
  expect(windowRemarks([at('A', 0), at('B', 7)], 'day')).toEqual([]);
  expect(windowRemarks([at('B', 6), at('A', 0)], 'day')[0]).toContain('The windows of A and B overlap');
  expect(windowRemarks([at('A', 0), at('A', 28)], 'day')).toEqual(['There are two visits called A.']);
  expect(windowRemarks([at('A', 7), at('B', 7)], 'day')).toEqual([
    'Two visits are planned for day 7: give each a day of its own.',
  ]);
});

test('codes hold variables of their own name until they are given to items', () => {
  const all = withAllCodes({ column: 'PARAMCD', value: 'AVAL', entries: [] }, ['FSS01', 'FSS02']);
  expect(all.entries).toEqual([
    { code: 'FSS01', variable: 'FSS01' },
    { code: 'FSS02', variable: 'FSS02' },
  ]);
  const given = withCode(all, 'FSS01', 'fss_1');
  expect(given.entries[0]).toEqual({ code: 'FSS01', variable: 'fss_1' });
  expect(withAllCodes(given, ['FSS01', 'FSS03']).entries.map(({ variable }) => variable)).toEqual([
    'fss_1',
    'FSS02',
    'FSS03',
  ]);
  expect(withCode(given, 'FSS01', '').entries.map(({ code }) => code)).toEqual(['FSS02']);
});

test('a code may hold any item of the questionnaires of its file', () => {
  const instruments = [{ id: 'dfs', instrument: 'DFS', file: 'q.csv', items: ['dfs'] }];
  expect(variableOptions('X1', 'X1', instruments)).toEqual([
    { value: '', label: 'not used' },
    { value: 'X1', label: 'variable X1' },
    { value: 'dfs', label: 'DFS item 1' },
  ]);
});

test('variables that are gathered or spread are offered as columns', () => {
  const plan: PlanFile = {
    name: 'q.csv',
    role: 'records',
    wide: [{ column: 'fss_d7', variable: 'fss', visit: '7' }],
    parameters: { column: 'c', value: 'v', entries: [{ code: 'A', variable: 'a' }] },
  };
  expect(offeredColumns(plan, [{ name: 'id' }, { name: 'a' }])).toEqual(['fss', 'a', 'id']);
});

test.each([
  [
    '{variable}_v{visit}',
    [
      ['foo1', '0'],
      ['foo2', '12'],
    ],
  ],
  [
    '{VARIABLE}_V{VISIT}',
    [
      ['foo1', '0'],
      ['foo2', '12'],
    ],
  ],
  ['d{visit}_{variable}', [['age', '7']]],
  ['{variable}.{visit}', []],
])('columns named like %s are gathered', (pattern, found) => {
  const columns = ['id', 'foo1_v0', 'foo2_v12', 'd7_age'];
  expect(wideByPattern(columns, pattern)?.map(({ variable, visit }) => [variable, visit])).toEqual(found);
});

test.each(['', 'foo_{visit}', '{visit}{visit}', '{variable}_{variable}'])('"%s" is no pattern', (pattern) => {
  expect(wideByPattern(['foo_1'], pattern)).toBeNull();
});

test('codes for missing are a list; an emptied field is none', () => {
  expect(codeList('NA, -9 ,, -9')).toEqual(['NA', '-9']);
  expect(codeList(' , ')).toBeUndefined();
});

test('a file that came again without its date column is set up anew', () => {
  expect(edited({ date: 'when' }, file({ reading: { dates: 'mdy', missingIn: { age: ['999'] } } })).reading).toEqual({
    dates: 'mdy',
    missingIn: { age: ['999'] },
  });
});

test('codes that are set are named before their list is opened, the first four columns of them', () => {
  const told = strings.mapping.missingInSet;
  expect(told([])).toBe('Further codes of one column');
  expect(told([['age', ['nd', '999']]])).toBe('Further codes of one column (age: nd, 999)');
  expect(told(['a', 'b', 'c', 'd', 'e', 'f'].map((column) => [column, ['-9']]))).toBe(
    'Further codes of one column (a: -9; b: -9; c: -9; d: -9; 2 more)',
  );
});
