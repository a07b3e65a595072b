// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { DataCheck } from '../../web/contract/check.js';
import { EngineError, type Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { analyzeFiles, checkFiles } from '../../web/engine/files.js';
import { prepareTablesLeniently } from '../../web/read/index.js';
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
    ({ errors: [missing], outcomes: [{ error: missing }, { error: null }] }) as unknown as Report;
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
