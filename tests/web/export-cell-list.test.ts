// SPDX-License-Identifier: MIT
/** The list of cells that errors name. */
import { expect, test } from 'vitest';
import type { InputError } from '../../web/contract/report.js';
import { cellListCsv, listedCells } from '../../web/export/cell_list.js';

const place = (row: number, value: string) => ({ row, column: 'fss1', value });
const error = (message: string, rows: [number, string][]): InputError => ({
  code: 'item_out_of_range',
  message,
  detail: { file: 'a.csv', remedy: 'mend it', ...place(...rows[0]!), places: rows.map((each) => place(...each)) },
});

test('every cell stands in it once, by row, with its file and what is wrong', () => {
  const many = Array.from({ length: 30 }, (_, i): [number, string] => [40 - i, '12']);
  const problems = [error('too high', many), error('no number', [[3, '=x']]), error('said again', [[40, '12']])];
  const cells = listedCells(problems);
  expect(cells.map(({ place: { row } }) => row)).toEqual([3, ...Array.from({ length: 30 }, (_, i) => 11 + i)]);
  const lines = cellListCsv(problems).split('\r\n');
  expect(lines.slice(0, 3)).toEqual([
    '\ufeffFile,Row,Column,Value,Problem',
    "a.csv,3,fss1,'=x,no number",
    'a.csv,11,fss1,12,mend it',
  ]);
  expect(lines).toHaveLength(33);
  expect(lines.at(-2)).toBe('a.csv,40,fss1,12,too high');
});

test('an error with one cell is listed by it, and one without a cell is not', () => {
  const single: InputError = { code: 'x', message: 'm', detail: { file: 'a.csv', ...place(7, '9') } };
  const whole: InputError = { code: 'unknown_column', message: 'm', detail: { file: 'a.csv', column: 'fss2' } };
  expect(listedCells([single, whole]).map(({ place: { row, file } }) => [row, file])).toEqual([[7, 'a.csv']]);
});
