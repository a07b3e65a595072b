// SPDX-License-Identifier: MIT
/** Tables with the same columns that are pieces of one, and those that a user may put together by hand. */
import { expect, test } from 'vitest';
import type { ReadingOptions, Stack } from '../../web/contract/plan.js';
import { parsePlan, prepareTables, propose, proposeStacks, stackOffers, stackTables } from '../../web/read/index.js';
import type { ReadResult } from '../../web/read/index.js';
import { cells, message, read } from './read-support.js';

const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
const answers = items.map(() => 4).join(',');
const header = `id,arm,visit,${items.join(',')}`;
const long = (name: string, ids: string[], visits: (string | number)[]): ReadResult =>
  read(name, `${header}\n${ids.flatMap((id) => visits.map((visit) => `${id},a,${visit},${answers}`)).join('\n')}\n`);
const plain = (name: string, ids = ['p1', 'p2']): ReadResult =>
  read(name, `id,${items.join(',')}\n${ids.map((id) => `${id},${answers}`).join('\n')}\n`);
const proposed = (files: ReadResult[]): string[][] =>
  proposeStacks(files).map(({ parts }) => parts.map(({ name }) => name));

test('a file per centre is a piece of one table, whose rows keep their visits', () => {
  const files = [long('berlin.csv', ['b1', 'b2'], [0, 4]), long('munich.csv', ['m1', 'm2'], [0, 4])];
  const [stack] = proposeStacks(files);
  expect(stack?.name).toBe('berlin.csv + munich.csv');
  expect(stack?.reading.stack).toMatchObject({ parts: [{ name: 'berlin.csv' }, { name: 'munich.csv' }] });
  expect(stack?.reading.stack.visit).toBeUndefined();
  const table = stackTables(stack!.name, stack!.reading, files);
  expect(message(table, 'stacked')).toContain('whose rows have their visits themselves');
  const { plan } = propose([table]);
  const [prepared] = prepareTables(parsePlan(JSON.stringify(plan)), [table]);
  expect(cells(prepared!, 'visit')).toEqual([0, 4, 0, 4, 0, 4, 0, 4]);
  expect(cells(prepared!, 'id')).toEqual(['b1', 'b1', 'b2', 'b2', 'm1', 'm1', 'm2', 'm2']);
});

test('later visits of the same participants are a piece, too', () => {
  const parts = [long('fss_part1.csv', ['p1', 'p2'], [0, 1, 2]), long('fss_part2.csv', ['p1', 'p2'], [3, 4])];
  expect(proposed(parts)).toEqual([['fss_part1.csv', 'fss_part2.csv']]);
});

test('lists of participants by centre are one list', () => {
  const list = (name: string, ids: string[]): ReadResult =>
    read(name, `id,arm,age\n${ids.map((id, i) => `${id},${i % 2 ? 'a' : 'b'},5${i}`).join('\n')}\n`);
  const [one, two] = [list('pat1.csv', ['b1', 'b2']), list('pat2.csv', ['m1', 'm2'])];
  expect(proposed([one, two])).toEqual([['pat1.csv', 'pat2.csv']]);
  expect(proposed([one, list('pat3.csv', ['b1', 'm1'])])).toEqual([]);
});

test.each([
  ['one export twice', long('x.csv', ['p1', 'p2'], [0, 1])],
  ['participants who are in both at one visit', long('x.csv', ['p2', 'p9'], [0, 1])],
  ['other participants at other visits', long('x.csv', ['q1', 'q2'], [5, 6])],
  ['a few of the same participants at other visits', long('x.csv', ['p1', 'q2', 'q3', 'q4'], [5, 6])],
])('%s: they are offered, and not proposed', (_, other) => {
  const files = [long('y.csv', ['p1', 'p2'], [0, 1]), other];
  expect(proposed(files)).toEqual([]);
  expect(
    stackOffers(files)
      .get('x.csv')
      ?.parts.map(({ name }) => name),
  ).toEqual(['y.csv', 'x.csv']);
});

test('an offer says which record two tables have', () => {
  const files = [long('y.csv', ['p1', 'p2'], [0, 1]), long('x.csv', ['p2', 'p9'], [1, 2])];
  expect(stackOffers(files).get('y.csv')?.collision).toEqual({ id: 'p2', visit: '1' });
});

test('tables whose names tell no visit are offered with a place for each visit', () => {
  const offer = stackOffers([plain('x.xlsx › Baseline'), plain('x.xlsx › Tabelle2')]).get('x.xlsx › Tabelle2');
  expect(offer?.visit).toBe('visit');
  expect(offer?.parts.map(({ visit }) => visit)).toEqual(['Baseline', undefined]);
  const taken = read('z.csv', `id,Visit_,${items.join(',')}\np1,x,${answers}\np2,y,${answers}\n`);
  expect(stackOffers([taken, read('other.csv', 'a,b\n1,2\n')]).get('z.csv')).toBeUndefined();
});

test('one table of one visit is offered alone; a list of participants is not', () => {
  expect(stackOffers([plain('a.csv')]).get('a.csv')).toMatchObject({ visit: 'visit', parts: [{ name: 'a.csv' }] });
  expect(stackOffers([read('p.csv', 'id,arm\np1,a\np2,b\n')]).size).toBe(0);
});

test('visits given by hand are told as such, and two tables may be of one visit', () => {
  const files = [plain('a.csv'), plain('b.csv'), plain('c.csv', ['p8', 'p9'])];
  const parts = files.map(({ name }, i) => ({ name, visit: ['Start', 'End', 'End'][i]! }));
  const reading: ReadingOptions & { stack: Stack } = { stack: { visit: 'visit', parts } };
  const table = stackTables('all', reading, files);
  expect(message(table, 'stacked')).toContain('as it was given for each');
  expect(cells(table.table, 'visit')).toEqual(['Start', 'Start', 'End', 'End', 'End', 'End']);
});

test('a plan says the visit of each part or of none', () => {
  const plan = (stack: Stack): string =>
    JSON.stringify({
      schemaVersion: 1,
      files: [{ name: 't', role: 'records', id: 'id', arm: 'arm', visit: 'visit', reading: { stack } }],
      instruments: [],
      outcomes: [],
    });
  expect(() => parsePlan(plan({ visit: 'visit', parts: [{ name: 'a.csv' }] }))).toThrow('give each part its visit');
  expect(() => parsePlan(plan({ parts: [{ name: 'a.csv', visit: 'x' }] }))).toThrow('leave the visits out');
  expect(() => parsePlan(plan({ parts: [{ name: 'a.csv' }, { name: 'b.csv' }] }))).not.toThrow();
});
