// SPDX-License-Identifier: MIT
/** Cells that cannot be used are told before visits, identifiers and arms are chosen. */
import { expect, test } from 'vitest';
import { EngineError, type Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { checkAsFarAsPossible } from '../../web/engine/cell_problems.js';
import { propose } from '../../web/read/index.js';
import { read, thrown } from './read-support.js';

const engine = await loadBuiltInEngine();
const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
const answers = (changed: Record<number, string> = {}): string => items.map((_, i) => changed[i] ?? '5').join(',');
const file = (name: string, columns: string, rows: string[]) =>
  read(name, `${columns},${items.join(',')}\n${rows.join('\n')}\n`);
const cellsOf = (plan: Plan, files: Parameters<typeof propose>[0]): unknown[] =>
  checkAsFarAsPossible(engine, plan, files).problems.flatMap(({ problem: { detail } }) =>
    (detail.places && detail.places.length > 0 ? detail.places : [detail]).map(({ file, row, column, value }) => [
      file,
      row,
      column,
      value,
    ]),
  );

const start = ['p1,A', 'p1,A', 'p2,B', 'p2,B'];
const bad: Record<number, string>[] = [{ 2: 'abc' }, { 6: 'x?' }, { 1: '12' }, { 4: '44' }];
const all = [
  ['a.csv', 2, 'fss3', 'abc'],
  ['a.csv', 3, 'fss7', 'x?'],
  ['a.csv', 4, 'fss2', '12'],
  ['a.csv', 5, 'fss5', '44'],
];

test('every bad cell of a file without a visit is told at once', () => {
  const held = file(
    'a.csv',
    'id,arm',
    start.map((each, i) => `${each},${answers(bad[i])}`),
  );
  const { plan } = propose([held]);
  expect(plan.files[0]?.visit).toBeUndefined();
  expect(cellsOf(plan, [held])).toEqual(all);
});

test('and of one without an arm, or with nothing but answers', () => {
  const held = file(
    'a.csv',
    'x',
    start.map((_, i) => `${i},${answers(bad[i])}`),
  );
  const instruments: Plan['instruments'] = [{ id: 'fss', instrument: 'FSS', file: 'a.csv', items }];
  const plan: Plan = { schemaVersion: 1, files: [{ name: 'a.csv', role: 'records' }], instruments, outcomes: [] };
  expect(cellsOf(plan, [held])).toEqual(all);
  const [entry] = plan.files;
  expect(cellsOf({ ...plan, files: [{ ...entry!, id: 'x' }] }, [held])).toEqual(all);
});

test('where all cells are good, why there is no check is thrown, and so is what is no fault of the plan', () => {
  const held = file(
    'a.csv',
    'id,arm',
    start.map((each) => `${each},${answers()}`),
  );
  const { plan } = propose([held]);
  expect(thrown(() => checkAsFarAsPossible(engine, plan, [held])).code).toBe('bad_plan');
  const broken = {
    check: () => {
      throw new EngineError({ code: 'engine_crash', message: 'm', detail: {} });
    },
  } as unknown as Engine;
  expect(thrown(() => checkAsFarAsPossible(broken, plan, [held])).code).toBe('engine_crash');
});

test('a plan that is complete has the check itself', () => {
  const rows = start.map((each, i) => `${each},${i % 2 ? 'Week 4' : 'Baseline'},${answers(bad[i])}`);
  const held = file('a.csv', 'id,arm,visit', rows);
  const { plan } = propose([held]);
  expect(checkAsFarAsPossible(engine, plan, [held]).files).toHaveLength(1);
  expect(cellsOf(plan, [held])).toEqual(all);
});
