// SPDX-License-Identifier: MIT
/** Totals and remarks below or above the data are left out and told; what may be a participant is not. */
import { describe, expect, test } from 'vitest';
import { isSameReading, propose } from '../../web/read/index.js';
import { cells, codes, message, read } from './read-support.js';

const header = 'id,arm,visit,age,fss';
const rows = ['P01,drug,0,40,36', 'P01,drug,28,40,30', 'P02,placebo,0,51,38', 'P02,placebo,28,51,37'];
const file = (lines: readonly string[], options = {}) => read('f.csv', [header, ...lines].join('\n'), options);
const below = (line: string, options = {}) => file([...rows, line], options);

describe('below the data', () => {
  test.each([
    'Total,,,,141',
    'Mean,,,45.5,35.25',
    'Mittelwert,,,45.5,35.25',
    'SD,,,6.4,3.6',
    'N = 2,,,,',
    'n: 2,,,,',
    'Anzahl Fälle,2,,,',
    'Total,1 drug / 1 placebo,,,',
    '"Bemerkung: P02 ohne Woche 8",,,,',
    'Legende: 1 = ja,,,,',
    '# end,,,,',
    '* withdrew consent,,,,',
    'Export vom 02.09.2024,,,,',
    'Patient 2 was seen at home,,,,',
    ',Total,,,141',
    'Mean,drug,,45.5,35.25',
    'Moyenne,placebo,28,51,37.5',
  ])('%s is left out, and told with its row', (line) => {
    const found = below(line);
    expect(found.table.rowCount).toBe(4);
    expect(message(found, 'rows_set_aside')).toContain('row 6 (');
    expect(cells(found.table, 'fss')).toEqual([36, 30, 38, 37]);
    const { plan } = propose([found]);
    expect(plan.arms?.order).toEqual(['placebo', 'drug']);
  });

  test.each([
    ['with a visit that others have, called like a total or by initials', 'SD,,28,44,33'],
    ['with an identifier like the others', 'P03,,,,'],
    ['with an identifier and nothing else', '25,,,,'],
    ['called by two words', 'Mary Jones,,,,'],
    ['with a sign before an identifier like the others', '#P03,,,60,40'],
    ['whose name begins like a word for a total', 'Meander,,,60,40'],
  ])('a row %s is data', (_, line) => {
    const found = below(line);
    expect(found.table.rowCount).toBe(5);
    expect(codes(found)).not.toContain('rows_set_aside');
  });

  test('initials are no totals where all identifiers are letters', () => {
    const plain = (ids: readonly string[]) =>
      read('p.csv', ['id,fss', ...ids.map((id, i) => `${id},${30 + i}`)].join('\n'));
    expect(plain(['AB', 'MN', 'SD']).table.rowCount).toBe(3);
    expect(plain(['A1', 'A2', 'A3', 'SD']).table.rowCount).toBe(3);
    expect(plain(['Anna', 'Tom', 'Max']).table.rowCount).toBe(3);
    expect(plain(['Anna', 'Tom', 'Max', 'Total']).table.rowCount).toBe(3);
  });

  test('a mean of every arm is left out where identifiers have digits, and data among names', () => {
    expect(file([...rows, 'Mean,drug,,40,33', 'Mean,placebo,,51,37.5']).table.rowCount).toBe(4);
    const named = ['Anna,drug,0,40,36', 'Tom,placebo,0,51,38', 'Max,drug,0,40,30'];
    expect(file([...named, 'Mean,drug,0,40,33']).table.rowCount).toBe(4);
  });

  test('several rows are, up to the last that is data', () => {
    const found = file([...rows, 'Mean,,,45.5,35.25', 'SD,,,6.4,3.6', '# end,,,,']);
    expect(found.setAside).toMatchObject([
      { row: 6, place: 5, cells: ['Mean', '45.5', '35.25'], isData: false },
      { row: 7, place: 6 },
      { row: 8, place: 7, cells: ['# end'] },
    ]);
  });

  test('a total between the data is data, and told as before', () => {
    const found = file([...rows.slice(0, 2), 'Total,,,,66', ...rows.slice(2)]);
    expect(found.table.rowCount).toBe(5);
    expect(message(propose([found]), 'summary_row')).toContain('"Total"');
  });

  test('texts of a total do not make a column one of texts, nor tell its decimal mark', () => {
    const found = below('Mittelwert,,,"45,5","35,25 ± 3,6"');
    expect(cells(found.table, 'fss')).toEqual([36, 30, 38, 37]);
    expect(found.options.decimal).toBe('.');
    expect(codes(found)).toEqual(['rows_set_aside']);
  });
});

test('above the data a total is left out', () => {
  const found = file(['N = 2,,,,', ...rows]);
  expect(found.table.rowCount).toBe(4);
  expect(found.table.originRow[0]).toBe(3);
  expect(found.setAside).toMatchObject([{ row: 2, place: 1 }]);
});

describe('a row with too few cells', () => {
  test('that is a remark below the data does not stand in the way', () => {
    const found = below('# end of export,');
    expect(found.error).toBeNull();
    expect(found.table.rowCount).toBe(4);
    expect(found.setAside).toMatchObject([{ row: 6, place: 5, cells: ['# end of export'] }]);
  });

  test('counts among the places of rows with all cells', () => {
    expect(file([...rows, '# made by hand,', 'Total,,,,141']).setAside).toMatchObject([
      { row: 6, place: 5 },
      { row: 7, place: 6 },
    ]);
  });

  test('that may be data is refused as before', () => {
    expect(below('P03,drug').error?.code).toBe('unequal_rows');
    expect(file([...rows.slice(0, 2), '# pause,', ...rows.slice(2)]).error?.code).toBe('unequal_rows');
    expect(below('# end of export,', { dataRows: [6] }).error?.code).toBe('unequal_rows');
  });
});

describe('taken as data', () => {
  test('a row stays, and is offered to be left out again', () => {
    const found = below('Total,,,,141', { dataRows: [6] });
    expect(found.table.rowCount).toBe(5);
    expect(found.setAside).toMatchObject([{ row: 6, isData: true }]);
    expect(codes(found)).not.toContain('rows_set_aside');
  });

  test('it is kept in the plan, and is another reading', () => {
    const found = below('Total,,,,141', { dataRows: [6] });
    const [own] = propose([found]).plan.files;
    expect(own?.reading?.dataRows).toEqual([6]);
    expect(isSameReading(found, own?.reading)).toBe(true);
    expect(isSameReading(below('Total,,,,141'), own?.reading)).toBe(false);
  });
});

test('a file of remarks alone is left as it is', () => {
  expect(file(['Total,,,,141', 'Mean,,,,35']).table.rowCount).toBe(2);
});
