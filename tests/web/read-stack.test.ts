// SPDX-License-Identifier: MIT
/** Tables with one visit each, put together: which are, under what visits, and what a plan makes of them. */
import { expect, test } from 'vitest';
import {
  parsePlan,
  prepareTables,
  propose,
  proposeStacks,
  readStack,
  stackTables,
  type ReadResult,
} from '../../web/read/index.js';
import { columnOfOrigin } from '../../web/read/stack.js';
import { inVisitOrder, visitsOfNames } from '../../web/read/visit-of-table.js';
import { cells, codes, column, message, read } from './read-support.js';

const fss = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`).join(',');
const rows = (answer: number, ids = ['001', '002', '003']): string =>
  ids.map((id) => `${id},${Array(9).fill(answer).join(',')}`).join('\n');
const visitFile = (name: string, answer: number, ids?: string[], header = `id,${fss}`): ReadResult =>
  read(name, `${header}\n${rows(answer, ids)}\n`);
const baseline = visitFile('fss_baseline.csv', 6);
const week4 = visitFile('fss_week4.csv', 4);
const week12 = visitFile('fss_week12.csv', 3);

test.each([
  [
    ['Baseline', 'Week 4', 'Week 12'],
    ['Baseline', 'Week 4', 'Week 12'],
  ],
  [
    ['Week 4', 'Week 8'],
    ['Week 4', 'Week 8'],
  ],
  [
    ['FSS baseline', 'FSS week 4'],
    ['baseline', 'week 4'],
  ],
  [
    ['fss_baseline_2024-09-03.csv', 'fss_week4_2024-10-01.csv'],
    ['baseline', 'week 4'],
  ],
  [
    ['T0', 'T1', 'T2'],
    ['T0', 'T1', 'T2'],
  ],
  [
    ['V1 Baseline', 'V2 Week 4'],
    ['V1 Baseline', 'V2 Week 4'],
  ],
  ...[
    ['Prä', 'Post', 'Follow up'],
    ['Aufnahme', 'Entlassung', 'Nachbeobachtung'],
    ['Ausgangswert', 'Woche 4', 'Woche 8'],
    ['Baseline', 'Month 3', '6 month follow up'],
    ['Pre', 'Post 3 months', 'Post 6 months'],
  ].map((names) => [names, names] as [string[], string[]]),
  [
    ['pre.csv', 'post.csv'],
    ['pre', 'post'],
  ],
  [
    ['Einschluss', 'Woche 4', 'Monat 3'],
    ['Einschluss', 'Woche 4', 'Monat 3'],
  ],
])('the names %j tell visits', (names, visits) => {
  expect(visitsOfNames(names)).toEqual(visits);
});

test.each([
  [['site1.csv', 'site2.csv']],
  [['fss_1.csv', 'fss_2.csv']],
  [['FSS baseline', 'FSS Berlin']],
  [['a_baseline.csv', 'b_baseline.csv']],
  [['Baseline', 'Sheet2']],
])('the names %j tell no visits', (names) => {
  expect(visitsOfNames(names)).toBeNull();
});

test('visits come in the order of time, or of their numbers, with the baseline first', () => {
  const order = (visits: string[]): string[] =>
    inVisitOrder(visits.map((visit) => ({ visit }))).map(({ visit }) => visit);
  expect(order(['week 12', 'week 4', 'Baseline'])).toEqual(['Baseline', 'week 4', 'week 12']);
  expect(order(['V10', 'V2', 'V1'])).toEqual(['V1', 'V2', 'V10']);
  expect(order(['post', 'pre'])).toEqual(['pre', 'post']);
});

test('files with the same columns and one visit each are one table, by a plan that reads them so again', async () => {
  const [stack, ...others] = proposeStacks([week12, baseline, week4]);
  expect(others).toEqual([]);
  expect(stack?.name).toBe('fss_*.csv');
  if (!stack) return;
  const table = stackTables(stack.name, stack.reading, stack.parts);
  expect(table.error).toBeNull();
  expect(cells(table.table, 'id')).toEqual(['001', '002', '003', '001', '002', '003', '001', '002', '003']);
  expect(cells(table.table, 'visit')).toEqual(
    ['baseline', 'week 4', 'week 12'].flatMap((visit) => [visit, visit, visit]),
  );
  expect(cells(table.table, 'fss9')).toEqual([6, 6, 6, 4, 4, 4, 3, 3, 3]);
  expect(Array.from(table.table.originRow)).toEqual([2, 3, 4, 2, 3, 4, 2, 3, 4]);
  expect(message(table, 'stacked')).toContain('"fss_baseline.csv", "fss_week4.csv" and "fss_week12.csv"');
  expect(message(table, 'stacked')).toContain('column visit: "baseline", "week 4" and "week 12"');

  const { plan } = propose([table]);
  const [file] = plan.files;
  expect(file).toMatchObject({ name: 'fss_*.csv', role: 'records', id: 'id', visit: 'visit' });
  expect(plan.outcomes[0]?.model).toMatchObject({ baselineVisit: 'baseline' });
  const saved = parsePlan(JSON.stringify(plan));
  const files: Record<string, ReadResult> = Object.fromEntries([baseline, week4, week12].map((f) => [f.name, f]));
  const again = await readStack('fss_*.csv', saved.files[0]?.reading ?? {}, (name, options) => {
    expect(options).toMatchObject({ encoding: 'utf-8', delimiter: ',' });
    expect(options.stack).toBeUndefined();
    return Promise.resolve(files[name] ?? baseline);
  });
  expect(prepareTables(saved, [again])).toEqual(prepareTables(plan, [table]));
});

test('a place in a message names the file that a row is of', () => {
  const [stack] = proposeStacks([baseline, week4]);
  const { table } = stackTables(stack?.name ?? '', stack?.reading ?? {}, stack?.parts ?? []);
  const origin = column(table, 'fss3').origin;
  expect(origin?.names[origin.codes[4] ?? -1]).toBe('fss3 (fss_week4.csv)');
  expect(columnOfOrigin('fss3 (fss_week4.csv)', stack?.reading.stack.parts ?? [])).toBe('fss3');
  expect(columnOfOrigin('fss3', stack?.reading.stack.parts ?? [])).toBe('fss3');
});

test.each<[string, ReadResult[]]>([
  [
    'of other columns',
    [baseline, read('fss_week4.csv', `id,${fss},age\n001,${'4,'.repeat(9)}50\n002,${'4,'.repeat(9)}60\n`)],
  ],
  [
    'with a column of visits',
    [baseline, week4].map((f) => read(f.name, `id,visit,${fss}\n1,x,${Array(9).fill(4).join(',')}\n`)),
  ],
  ['with several rows of a participant', [baseline, visitFile('fss_week4.csv', 4, ['001', '001', '002'])]],
  ['of other participants', [baseline, visitFile('fss_week4.csv', 4, ['101', '102', '103'])]],
  ['without scores', ['x_baseline.csv', 'x_week4.csv'].map((name) => read(name, 'id,weight\n1,70\n2,80\n'))],
  ['with names that tell no visit', [baseline, visitFile('fss_berlin.csv', 4)]],
  ['alone', [baseline]],
])('tables %s stay apart', (_, files) => {
  expect(proposeStacks(files)).toEqual([]);
});

test('half of the participants in another part are enough, fewer are not', () => {
  const half = visitFile('fss_week4.csv', 4, ['001', '002', '103', '104']);
  const wide = visitFile('fss_baseline.csv', 4, ['001', '002', '003', '004']);
  expect(proposeStacks([wide, half])).toHaveLength(1);
  const less = visitFile('fss_week4.csv', 4, ['001', '102', '103', '104']);
  expect(proposeStacks([wide, less])).toEqual([]);
});

test('a part with a column more is told of, and so is one with another decimal mark', () => {
  const reading = {
    stack: { visit: 'visit', parts: [baseline, week4].map(({ name }, i) => ({ name, visit: `v${i}` })) },
  };
  const more = read('fss_week4.csv', `id,${fss},age\n001,${'4,'.repeat(9)}50\n`);
  expect(stackTables('s', reading, [baseline, more]).error?.message).toBe(
    'fss_week4.csv has a column "age" that fss_baseline.csv has not, and they are to be one table: give all the same columns, or take them apart',
  );
  const comma = { ...week4, options: { ...week4.options, decimal: ',' as const } };
  expect(stackTables('s', reading, [baseline, comma]).error?.message).toContain('decimal mark "."');
  const named = { stack: { ...reading.stack, visit: 'fss1' } };
  expect(stackTables('s', named, [baseline, week4]).error?.code).toBe('duplicate_column');
});

test('a column that is text in one part is text in all, as written', () => {
  const odd = read(
    'fss_week4.csv',
    `id,${fss}\n001,5?,${Array(8).fill(4).join(',')}\n002,4,${Array(8).fill(4).join(',')}\n`,
  );
  const reading = {
    stack: { visit: 'visit', parts: [baseline, odd].map(({ name }, i) => ({ name, visit: `v${i}` })) },
  };
  const { table } = stackTables('s', reading, [baseline, odd]);
  expect(cells(table, 'fss1')).toEqual(['6', '6', '6', '5?', '4']);
  expect(codes({ notes: stackTables('s', reading, [baseline, odd]).notes })).toContain('stacked');
});
