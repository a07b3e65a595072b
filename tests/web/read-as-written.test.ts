// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { prepareTables, propose, type ReadResult } from '../../web/read/index.js';
import { readFile } from '../../web/read/read-file.js';
import { subjectColumns } from '../../web/cli/subject_columns.js';
import { cells, column, read, utf8 } from './read-support.js';

function prepared(file: ReadResult, id: string, reading?: Plan['files'][number]['reading']) {
  const plan: Plan = {
    schemaVersion: 1,
    files: [{ name: file.name, role: 'records', id, visit: 'day', ...(reading && { reading }) }],
    instruments: [],
    outcomes: [],
  };
  const [table] = prepareTables(plan, [file]);
  if (!table) throw new Error('no table');
  return table;
}

describe('the identifier keeps its text exactly as in the file', () => {
  test.each([
    ['trailing zeros', ['1.1', '1.10', '1.100']],
    ['leading zeros among numbers', ['7', '007', '07']],
    ['signs and exponents', ['+1', '1', '1e0']],
    ['decimal zeros', ['2', '2.0', '2.']],
  ])('%s, though the column was read without a wish', (_, ids) => {
    const file = read('a.csv', `code,day,fss_total\n${ids.map((id) => `${id},0,30`).join('\n')}\n`);
    expect(cells(prepared(file, 'code'), 'code')).toEqual(ids);
  });

  test('decimal commas and thousands', () => {
    const file = read('a.csv', 'code;day;fss_total\n1,5;0;30,5\n1,50;0;31,5\n1.234,5;0;32\n');
    expect(column(file.table, 'code').kind).toBe('number');
    expect(cells(prepared(file, 'code'), 'code')).toEqual(['1,5', '1,50', '1.234,5']);
  });

  test('also where the plan wants the column as numbers', () => {
    const file = read('a.csv', 'code,day\n1.1,0\n1.10,0\n', { types: { code: 'number' } });
    expect(cells(prepared(file, 'code'), 'code')).toEqual(['1.1', '1.10']);
  });

  test('missing cells stay missing, and so do codes of the plan', () => {
    const file = read('a.csv', 'code,day\n1.10,0\n,0\nNA,0\n-9,0\n');
    const reading = { missingIn: { code: ['-9'] } };
    expect(cells(prepared(file, 'code', reading), 'code')).toEqual(['1.10', null, null, null]);
  });

  test('among very many distinct identifiers', async () => {
    const ids = Array.from({ length: 12_000 }, (_, i) => `${i}.${i % 3 === 0 ? '10' : '1'}`);
    const file = await readFile('a.csv', utf8(`code,day\n${ids.map((id) => `${id},0`).join('\n')}\n`));
    expect(column(file.table, 'code').kind).toBe('number');
    expect(cells(prepared(file, 'code'), 'code')).toEqual(ids);
  });

  test('among very many, when some have thousands', async () => {
    const ids = Array.from({ length: 12_000 }, (_, i) => (i === 11_999 ? '1.234' : `${i},50`));
    const text = `code;day\n${ids.map((id) => `${id};0`).join('\n')}\n`;
    const file = await readFile('a.csv', utf8(text), { decimal: ',' });
    expect(cells(file.table, 'code').at(-1)).toBe(1234);
    expect(cells(prepared(file, 'code'), 'code')).toEqual(ids);
  });

  test('columns whose numbers are written as JavaScript writes them are not kept twice', () => {
    const file = read('a.csv', 'a,b,c\n1,1.5,2.50\n2,0.25,3.5\n');
    expect(file.written?.map(({ raw }) => raw.name)).toEqual(['c']);
  });
});

describe('identifiers that are known by those of another file', () => {
  const participants = read('p.csv', 'id,arm\n1.1,placebo\n1.10,active\n1.2,active\n1.20,placebo\n');
  const rows = ['1.1', '1.10', '1.2', '1.20'].flatMap((id) => [`${id},0,30`, `${id},28,25`]);
  const records = read('r.csv', `who,day,fss_total\n${rows.join('\n')}\n`);

  test('are compared as they are written', () => {
    const { plan } = propose([participants, records]);
    expect(plan.files.map(({ id }) => id)).toEqual(['id', 'who']);
    const tables = prepareTables(plan, [participants, records]);
    expect(new Set(tables[1] ? cells(tables[1], 'who') : [])).toEqual(new Set(['1.1', '1.10', '1.2', '1.20']));
  });
});

test.each([
  ['y ~ arm * visit + us(visit | id)', ['id']],
  ['y ~ arm + (1 + day | code) + ar1(visit | arm / `the id`)', ['code', 'the id']],
  ['y ~ arm * visit', []],
  ['y ~ code + us(visit | code)', []],
])('the subjects of %s are %s', (formula, expected) => {
  expect(subjectColumns(formula)).toEqual(expected);
});
