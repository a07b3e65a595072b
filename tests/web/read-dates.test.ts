// SPDX-License-Identifier: MIT
/** Days are compared with those that R's as.Date counts: 2024-03-05 is day 19787. */
import { expect, test } from 'vitest';
import type { ReadingOptions } from '../../web/contract/plan.js';
import { dateColumn, isDateColumn } from '../../web/read/index.js';
import { codes, message, read, thrown } from './read-support.js';

const file = (dates: readonly string[], options?: ReadingOptions) =>
  read('a.csv', ['id;date', ...dates.map((date, i) => `p${i};${date}`)].join('\n'), options);
const days = (dates: readonly string[], options?: ReadingOptions): number[] =>
  Array.from(dateColumn(file(dates, options), 'date').column.values);

test.each([
  '2024-03-05',
  '2024-03-05T10:00',
  '2024-03-05 23:59:59',
  '2024/03/05',
  '20240305',
  '05.03.2024',
  '5.3.2024',
  '5-Mar-2024',
  '05MAR2024',
  '05MAR2024:10:00:00',
  '5 March 2024',
  'Mar 5, 2024',
  'March 5 2024',
  '5-Mai-2024',
])('%s is a date', (text) => {
  expect(days([text, '1970-01-02'])).toEqual([text.includes('Mai') ? 19_848 : 19_787, 1]);
  expect(isDateColumn(file([text, '1970-01-02']), 'date')).toBe(true);
});

test('the calendar is kept: leap days, 1900, far years', () => {
  expect(days(['2024-02-29', '2000-02-29', '1969-12-31', '1900-03-01'])).toEqual([19_782, 11_016, -1, -25_508]);
});

test('one value that fits one order settles the column', () => {
  expect(days(['05/03/2024', '25/03/2024'])).toEqual([19_787, 19_807]);
  expect(days(['03/05/2024', '3/25/2024'])).toEqual([19_787, 19_807]);
  expect(days(['03/03/2024'])).toEqual([19_785]);
});

test('a column that no value settles is asked for, not guessed', () => {
  const error = thrown(() => dateColumn(file(['05/03/2024', '06/03/2024']), 'date'));
  expect(error).toMatchObject({ code: 'ambiguous_date', detail: { row: 2, column: 'date', value: '05/03/2024' } });
  expect(days(['05/03/2024'], { dates: 'dmy' })).toEqual([19_787]);
  expect(days(['03/05/2024'], { dates: 'mdy' })).toEqual([19_787]);
  const yearFirst = thrown(() => dateColumn(file(['05/03/2024'], { dates: 'ymd' }), 'date'));
  expect(yearFirst.code).toBe('ambiguous_date');
  expect(thrown(() => dateColumn(file(['25/03/2024', '3/25/2024']), 'date')).code).toBe('ambiguous_date');
});

test.each(['31.02.2024', '2023-02-29', '2024-13-01', '05.03.24', '5-Mar-24', 'soon', '3/45/2024'])(
  '%s is an error that names row and value',
  (text) => {
    const error = thrown(() => dateColumn(file(['2024-03-05', '2024-03-06', text]), 'date'));
    expect(error.code).toBe('not_a_date');
    expect(error.detail).toMatchObject({ file: 'a.csv', row: 4, column: 'date', value: text });
  },
);

test('an order that the plan sets makes a date that does not fit it an error', () => {
  expect(thrown(() => dateColumn(file(['3/25/2024'], { dates: 'dmy' }), 'date')).code).toBe('not_a_date');
});

test.each(['2024-03', '2024', '2024-03-UN', 'UN-MAR-2024'])('%s is only partly known: missing, and noted', (text) => {
  const { column, notes } = dateColumn(file(['2024-03-05', text, 'NA']), 'date');
  expect(Array.from(column.values)).toEqual([19_787, NaN, NaN]);
  expect(codes({ notes })).toEqual(['partial_date']);
  expect(message({ notes }, 'partial_date')).toBe(
    `a.csv, column date: partial dates are missing here: row 3 has "${text}"`,
  );
});

test('words and numbers are no column of dates', () => {
  expect(isDateColumn(read('a.csv', 'id,x\np1,a\np2,b\n'), 'x')).toBe(false);
  expect(isDateColumn(read('a.csv', 'id,x\np1,1\np2,2\n'), 'x')).toBe(false);
});
