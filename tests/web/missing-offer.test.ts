// SPDX-License-Identifier: MIT
/** Values that stand in the way, offered to be read as missing. */
import { expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { InputError } from '../../web/contract/report.js';
import { quotedAsWritten } from '../../web/engine/as_written.js';
import { withFilesMark } from '../../web/read/either-decimal.js';
import { parsePlan, prepareTables, propose } from '../../web/read/index.js';
import { readingWithDecimal, readingWithMissing } from '../../web/site/set_missing.js';
import { decimalOffer, missingOffer, mostCells } from '../../web/text/missing_offer.js';
import { problemText } from '../../web/text/problem.js';
import { cells, read, thrown } from './read-support.js';

const place = (row: number, value: string, column = 'fss1') => ({ file: 'a.csv', row, column, value });
const error = (code: string, places: InputError['detail'][]): InputError => ({
  code,
  message: 'm',
  detail: { ...places[0], places },
});

test.each(['item_out_of_range', 'score_out_of_range', 'out_of_range', 'not_a_number'])(
  '%s offers its values',
  (code) => {
    const found = missingOffer(error(code, [place(2, '12'), place(3, '12'), place(4, '13'), place(5, 'n/a?', 'fss2')]));
    expect(found).toEqual({ file: 'a.csv', values: { fss1: ['12', '13'], fss2: ['n/a?'] }, cells: 4 });
    expect(problemText(error(code, [place(2, '12')])).missing).toEqual({
      file: 'a.csv',
      values: { fss1: ['12'] },
      cells: 1,
    });
  },
);

test('an error of another kind, without a value, of two files or of very many cells offers nothing', () => {
  expect(missingOffer(error('ambiguous_number', [place(2, '1,234')]))).toBeNull();
  expect(missingOffer(error('item_out_of_range', [{ file: 'a.csv', row: 2, column: 'fss1' }]))).toBeNull();
  expect(missingOffer(error('item_out_of_range', [place(2, '12'), { ...place(3, '12'), file: 'b.csv' }]))).toBeNull();
  const many = (n: number): InputError['detail'][] => Array.from({ length: n }, (_, i) => place(i + 2, '0'));
  expect(missingOffer(error('item_out_of_range', many(mostCells)))?.cells).toBe(mostCells);
  expect(missingOffer(error('item_out_of_range', many(mostCells + 1)))).toBeNull();
  expect(problemText({ code: 'x', message: 'm', detail: {} }).missing).toBeUndefined();
});

const header = `id,arm,visit,${Array.from({ length: 9 }, (_, i) => `fss${i + 1}`).join(',')}`;
const lines = ['1,a,0', '1,a,4', '2,b,0', '2,b,4'].map((start) => `${start},5,4,5,6,5,4,5,6,5`);

test('with the values the column is one of numbers, and codes that were there stay', () => {
  const file = read('a.csv', [header, ...lines, '3,a,0,n/a?,4,5,6,5,4,5,6,12'].join('\n'));
  const { plan } = propose([file]);
  const fault = thrown(() => prepareTables(plan, [file]));
  const offer = missingOffer(fault);
  expect(offer).toMatchObject({ file: 'a.csv', values: { fss1: ['n/a?'] } });
  if (!offer) return;
  const reading = readingWithMissing(plan, offer);
  const changed: Plan = { ...plan, files: plan.files.map((each) => ({ ...each, ...(reading && { reading }) })) };
  expect(cells(prepareTables(changed, [file])[0]!, 'fss1')).toEqual([5, 5, 5, 5, null]);
  const both = readingWithMissing(changed, { file: 'a.csv', values: { fss1: ['?', 'n/a?'], fss9: ['12'] } });
  expect(both?.missingIn).toMatchObject({ fss1: ['n/a?', '?'], fss9: ['12'] });
});

test('codes with a decimal comma are codes of numbers', () => {
  const file = read(
    'a.csv',
    [header, ...lines.map((line) => line.replace(/5$/, '4,5'))]
      .join('\n')
      .replaceAll(',', ';')
      .replaceAll('4;5', '4,5'),
  );
  expect(
    readingWithMissing(propose([file]).plan, { file: 'a.csv', values: { fss9: ['4,5'] } })?.missingIn,
  ).toMatchObject({
    fss9: ['4.5'],
  });
});

test('numbers with the other decimal mark are offered as such, and read so where it is chosen', () => {
  const file = read('a.csv', [header, ...lines, '4,b,0,5,4,5,6,5,4,5,6,5', '3,a,0,"4,5",4,5,6,5,4,5,6,5'].join('\n'));
  const { plan } = propose([file]);
  const offer = decimalOffer(thrown(() => prepareTables(plan, [file])));
  expect(offer).toEqual({ file: 'a.csv', values: { fss1: ['4,5'] }, cells: 1 });
  if (!offer) return;
  const reading = readingWithDecimal(plan, offer);
  expect(reading?.eitherDecimal).toEqual(['fss1']);
  const changed: Plan = { ...plan, files: plan.files.map((each) => ({ ...each, ...(reading && { reading }) })) };
  expect(cells(prepareTables(changed, [file])[0]!, 'fss1')).toEqual([5, 5, 5, 5, 5, 4.5]);
  expect(parsePlan(JSON.stringify(changed))).toEqual(changed);
});

test('what may be a thousand, or is no number beside one that is, is not offered as a decimal', () => {
  expect(decimalOffer(error('not_a_number', [place(2, '1,234')]))).toBeNull();
  expect(decimalOffer(error('not_a_number', [place(2, '4,5'), place(3, 'n/a?')]))).toBeNull();
  expect(decimalOffer(error('item_out_of_range', [place(2, '4.5')]))).toBeNull();
  expect(withFilesMark('1,234', '.')).toBeNull();
  expect(withFilesMark('1.050', ',')).toBeNull();
  expect(withFilesMark('4.5', ',')).toBe('4,5');
});

test('nothing is set where one column holds several scores, or the file is not there', () => {
  const plan: Plan = {
    schemaVersion: 1,
    files: [{ name: 'a.csv', role: 'records', parameters: { column: 'code', value: 'aval', entries: [] } }],
    instruments: [],
    outcomes: [],
  };
  expect(readingWithMissing(plan, { file: 'a.csv', values: { aval: ['99'] } })).toBeNull();
  expect(readingWithMissing(plan, { file: 'b.csv', values: { aval: ['99'] } })).toBeNull();
});

test('values of a table put together are those of its column', () => {
  const parts = [{ name: 'fss_w4.csv', visit: 'week 4' }];
  const plan: Plan = {
    schemaVersion: 1,
    files: [{ name: 'fss_*.csv', role: 'records', reading: { stack: { visit: 'visit', parts } } }],
    instruments: [],
    outcomes: [],
  };
  const reading = readingWithMissing(plan, { file: 'fss_*.csv', values: { 'fss1 (fss_w4.csv)': ['12'] } });
  expect(reading?.missingIn).toEqual({ fss1: ['12'] });
});

test('an error quotes a number as it stands in a file with decimal commas', () => {
  const comma = read('a.csv', 'id;x\n1;4,5\n2;5,5\n');
  const point = read('b.csv', 'id,x\n1,4.5\n');
  const told: InputError = {
    code: 'item_out_of_range',
    message: 'a.csv, row 2, column x: 4.5 is outside 1 to 7.5; 1 more answer is too (14.5; 4.55)',
    detail: {
      file: 'a.csv',
      row: 2,
      column: 'x',
      value: '4.5',
      places: [place(2, '4.5', 'x'), { ...place(2, '4.5'), file: 'b.csv' }],
    },
  };
  const found = quotedAsWritten(told, [comma, point]);
  expect(found.message).toBe('a.csv, row 2, column x: 4,5 is outside 1 to 7.5; 1 more answer is too (14.5; 4.55)');
  expect(found.detail.value).toBe('4,5');
  expect(found.detail.places?.map(({ value }) => value)).toEqual(['4,5', '4.5']);
  const other = { ...told, detail: { ...told.detail, file: 'b.csv', places: [] } };
  expect(quotedAsWritten(other, [comma, point])).toBe(other);
});
