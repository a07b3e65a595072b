// SPDX-License-Identifier: MIT
/** Rows as objects become what they plainly are, and what could be meant in two ways is refused. */
import { describe, expect, test } from 'vitest';
import { EngineError } from '../../web/contract/engine.js';
import { blobsOf, dataOf } from '../../web/library/inputs.js';
import { tableOfRows, type Meaning, type Row } from '../../web/library/rows.js';

const columns = (rows: readonly Row[], meaning: Meaning = 'untold'): unknown[] =>
  tableOfRows(rows, () => meaning).columns.map((column) =>
    column.kind === 'number'
      ? [column.name, ...column.values]
      : [column.name, ...Array.from(column.codes, (code) => column.levels[code] ?? null)],
  );

test('numbers are numbers, text and true or false are labels, and what is missing is missing', () => {
  const rows = [
    { y: -2.5, arm: 'b', done: true },
    { y: null, arm: ' a ', done: false },
    { y: NaN, arm: '', done: undefined },
    { arm: 'b', y: 0 },
  ];
  expect(columns(rows)).toEqual([
    ['y', -2.5, NaN, NaN, 0],
    ['arm', 'b', 'a', null, 'b'],
    ['done', 'true', 'false', null, null],
  ]);
});

test('rows are counted from 1, for messages', () => {
  expect([...tableOfRows([{ a: 1 }, { a: 2 }], () => 'untold').originRow]).toEqual([1, 2]);
});

test('text that looks like numbers is what the request says', () => {
  const rows = [{ id: '001' }, { id: '010' }];
  expect(columns(rows, 'label')).toEqual([['id', '001', '010']]);
  expect(columns(rows, 'number')).toEqual([['id', 1, 10]]);
  expect(columns(rows, 'unused')).toEqual([]);
  expect(columns([{ visit: '1,5' }], 'number')).toEqual([['visit', '1,5']]);
});

describe('refused, with row and column:', () => {
  test.each<[string, readonly unknown[], string]>([
    ['text that may be numbers', [{ age: '34' }], 'column age holds text that looks like numbers ("34")'],
    ['numbers with decimal commas', [{ age: '34,5' }], 'column age holds text that looks like numbers ("34,5")'],
    ['numbers beside text', [{ y: 1 }, { y: 'n.d.' }], 'column y holds numbers (row 1) and text (row 2: "n.d.")'],
    ['what is not finite', [{ y: 1 }, { y: Infinity }], 'column y, row 2 is Infinity'],
    ['a list', [{ y: [1] }], 'column y, row 1 is a list'],
    ['a date, which is an object', [{ y: new Date(0) }], 'column y, row 1 is of type object'],
    ['a row that is none', [{ y: 1 }, 7], 'row 2 is no object'],
    ['no rows', [], 'there are no rows'],
  ])('%s', (_, rows, message) => {
    const read = (): unknown => tableOfRows(rows as readonly Row[], () => 'untold');
    expect(read).toThrow(EngineError);
    expect(read).toThrow(message);
  });
});

test('columns called like parts of an object are columns', () => {
  const row = JSON.parse('{ "__proto__": 1, "constructor": 2 }') as Row;
  expect(columns([row, { toString: 3 }])).toEqual([
    ['__proto__', 1, NaN],
    ['constructor', 2, NaN],
    ['toString', NaN, 3],
  ]);
});

test('files are named, and no two alike', async () => {
  const [one, two] = blobsOf([
    { name: 'a.csv', text: 'id\n1' },
    { name: 'b.csv', bytes: new TextEncoder().encode('id\n2') },
  ]);
  expect([one?.name, await one?.blob.text(), two?.name, await two?.blob.text()]).toEqual([
    'a.csv',
    'id\n1',
    'b.csv',
    'id\n2',
  ]);
  const file = { name: 'a.csv', text: '' };
  expect(() => blobsOf([file, file])).toThrow('two files are called a.csv');
  expect(() => blobsOf([{ name: 'a.csv' } as never])).toThrow('a.csv has neither text nor bytes');
  expect(() => blobsOf([{ text: 'id' } as never])).toThrow('files[0] has no name');
  expect(() => dataOf('a.csv' as never, () => 'untold')).toThrow(EngineError);
});
