// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { DataCheck } from '../../web/contract/check.js';
import { EngineError, type Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { analyzeFiles, checkFiles } from '../../web/engine/files.js';
import { prepareTablesLeniently } from '../../web/read/index.js';
import { mostFaults } from '../../web/read/prepare-leniently.js';
import { read, thrown } from './read-support.js';

const plan: Plan = {
  schemaVersion: 1,
  files: [
    { name: 'people.csv', role: 'participants', id: 'id', arm: 'arm' },
    { name: 'diary.csv', role: 'records', id: 'id', visit: 'day' },
  ],
  instruments: [{ id: 'dfs', instrument: 'DFS', file: 'diary.csv', items: ['dfs'] }],
  outcomes: [],
};
const people = read('people.csv', 'id,arm\na,x\nb,y\n');
const typed = read('diary.csv', 'id,day,dfs\na,1,seven\nb,1,6\n');
const missing = { code: 'missing_file', message: 'not there', detail: { file: 'diary.csv' } };

const engine = (patch: Partial<Engine>): Engine => patch as Engine;

test('a file with text for numbers is left out and told, the others are prepared', () => {
  const { tables, errors } = prepareTablesLeniently(plan, [people, typed]);
  expect(tables.map(({ name }) => name)).toEqual(['people.csv']);
  expect(errors.get('diary.csv')).toMatchObject({ code: 'not_a_number', detail: { row: 2, column: 'dfs' } });
});

test('a report names the place in the file instead of calling the file missing', () => {
  const analyze = (): Report =>
    ({ files: [], errors: [missing], outcomes: [{ error: missing }, { error: null }] }) as unknown as Report;
  const report = analyzeFiles(engine({ analyze }), plan, [people, typed]);
  expect(report.errors).toHaveLength(1);
  expect(report.errors[0]).toMatchObject({ code: 'not_a_number', detail: { row: 2 } });
  expect(report.outcomes[0]?.error?.code).toBe('not_a_number');
  expect(report.outcomes[1]?.error).toBeNull();
});

test('where nothing can be analysed the reason is thrown', () => {
  const analyze = (): Report => {
    throw new EngineError(missing);
  };
  expect(thrown(() => analyzeFiles(engine({ analyze }), plan, [people, typed])).code).toBe('not_a_number');
});

test('a check has the problem of the file once, with its place', () => {
  const check = (): DataCheck =>
    ({ problems: [{ kind: 'missing_file', severity: 'error', problem: missing }] }) as unknown as DataCheck;
  const { problems } = checkFiles(engine({ check }), plan, [people, typed]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ kind: 'not_a_number', severity: 'error', problem: { detail: { row: 2 } } });
});

const twoColumns: Plan = {
  ...plan,
  files: [plan.files[0]!, { name: 'two.csv', role: 'records', id: 'id', visit: 'day' }],
  instruments: [
    { id: 'dfs', instrument: 'DFS', file: 'two.csv', items: ['dfs'] },
    { id: 'nrs', instrument: 'NRS Fatigue', file: 'two.csv', items: ['nrs'] },
  ],
};

test('all that is wrong with a file is told in one run, column by column and cell by cell', () => {
  const two = read('two.csv', 'id,day,dfs,nrs\na,1,seven,x\nb,1,six,5\n');
  const { tables, faulty, errors, faults } = prepareTablesLeniently(twoColumns, [people, two]);
  expect(tables.map(({ name }) => name)).toEqual(['people.csv']);
  expect(errors.get('two.csv')).toMatchObject({ detail: { row: 2, column: 'dfs' } });
  const told = faults.get('two.csv')?.map(({ detail }) => [detail.column, detail.places?.map(({ row }) => row)]);
  expect(told).toEqual([
    ['dfs', [2, 3]],
    ['nrs', [2]],
  ]);
  const [dfs, nrs] = faulty[0]?.columns.filter(({ kind }) => kind === 'number').slice(-2) ?? [];
  expect([dfs, nrs].map((column) => column?.kind === 'number' && [...column.values])).toEqual([
    [NaN, NaN],
    [NaN, 5],
  ]);
});

test('columns that are not there are all named, and the file is not looked at further', () => {
  const none = read('two.csv', 'id,day\na,1\n');
  const { faulty, faults } = prepareTablesLeniently(twoColumns, [people, none]);
  expect(faulty).toEqual([]);
  expect(faults.get('two.csv')?.map(({ code, detail }) => [code, detail.column])).toEqual([
    ['unknown_column', 'dfs'],
    ['unknown_column', 'nrs'],
  ]);
});

test('of very many faults the first are told, and how many there are more', () => {
  const items = Array.from({ length: mostFaults + 3 }, (_, i) => `q${i}`);
  const wide: Plan = { ...twoColumns, instruments: [{ id: 'x', instrument: 'Own', file: 'two.csv', items }] };
  const two = read('two.csv', 'id,day\na,1\n');
  const faults = prepareTablesLeniently(wide, [people, two]).faults.get('two.csv') ?? [];
  expect(faults).toHaveLength(mostFaults + 1);
  expect(faults.at(-1)?.message).toBe('two.csv: 3 more faults are not listed; mend these first');
});

test('a check looks at a file with cells that are no numbers, an analysis does not', () => {
  const two = read('two.csv', 'id,day,dfs,nrs\na,1,seven,x\nb,1,6,5\n');
  const seen: string[][] = [];
  const look = (_: Plan, given: readonly { name: string }[]): void => void seen.push(given.map(({ name }) => name));
  const check = (...given: Parameters<Engine['check']>): DataCheck => {
    look(...given);
    return { problems: [] } as unknown as DataCheck;
  };
  const analyze = (given: Plan, tables: Parameters<Engine['analyze']>[1]): Report => {
    look(given, tables);
    return { files: [], errors: [], outcomes: [] } as unknown as Report;
  };
  const { problems } = checkFiles(engine({ check }), twoColumns, [people, two]);
  expect(problems.map(({ problem }) => problem.detail.column)).toEqual(['dfs', 'nrs']);
  expect(analyzeFiles(engine({ analyze }), twoColumns, [people, two]).errors).toHaveLength(2);
  expect(seen).toEqual([['people.csv', 'two.csv'], ['people.csv']]);
});
