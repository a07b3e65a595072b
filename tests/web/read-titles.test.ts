// SPDX-License-Identifier: MIT
/** Titles above the header, remarks below the data, a header row that is set, and files without one. */
import { describe, expect, test } from 'vitest';
import { parsePlan, propose, readFile } from '../../web/read/index.js';
import { scriptReading } from '../../web/export/script_reading.js';
import { headerAt } from '../../web/read/title-rows.js';
import { cells, codes, message, read, utf8 } from './read-support.js';

const table = 'id,arm,week,fss\n001,drug,0,40\n002,placebo,0,50\n003,drug,0,45\n';
const names = (text: string, options?: Parameters<typeof read>[2]): string[] =>
  read('a.csv', text, options).table.columns.map(({ name }) => name);

describe('titles above the header are left out and told', () => {
  test.each([
    ['a title and a blank line', 'Study XYZ \u2013 FSS data\n\n', 3, 'row 1 above the header (row 3) is left out'],
    ['two remarks', '# exported 2024-09-03\n# confidential\n', 3, 'rows 1 and 2 above the header (row 3) are left out'],
    ['a title with delimiters behind it', 'Study XYZ,,,\n', 2, 'row 1 above the header (row 2) is left out'],
    ['four rows', 'Study\nCentre\nSite\nDate\n', 5, 'rows 1 to 4 above the header (row 5) are left out'],
  ])('%s', (_, title, line, told) => {
    const result = read('a.csv', title + table);
    expect(result.error).toBeNull();
    expect(result.table.columns.map(({ name }) => name)).toEqual(['id', 'arm', 'week', 'fss']);
    expect(cells(result.table, 'id')).toEqual(['001', '002', '003']);
    expect(Array.from(result.table.originRow)).toEqual([1, 2, 3].map((row) => row + line));
    expect(result.options.headerRow).toBe(line);
    expect(message(result, 'title_rows')).toContain(told);
    expect(result.preview[0]).toEqual(['id', 'arm', 'week', 'fss']);
  });

  test('the delimiter is that of the table, not of the title', () => {
    const text = `Study XYZ, export of May, final\n\n${table.replaceAll(',', ';')}`;
    expect(read('a.csv', text).options.delimiter).toBe(';');
    expect(names(text)).toEqual(['id', 'arm', 'week', 'fss']);
  });

  test('the plan keeps the row, and reads the file the same again', () => {
    const result = read('a.csv', `Study\n\n${table}`);
    const plan = parsePlan(JSON.stringify(propose([result]).plan));
    const [file] = plan.files;
    expect(file?.reading?.headerRow).toBe(3);
    expect(read('a.csv', `Study\n\n${table}`, file?.reading).table).toEqual(result.table);
    expect(propose([read('a.csv', table)]).plan.files[0]?.reading?.headerRow).toBeUndefined();
    const asked = propose([read('a.csv', table.replace('fss', 'fss_total'), { headerRow: 1 })]).plan;
    expect(asked.files[0]?.reading?.headerRow).toBe(1);
    if (file) expect(scriptReading({ files: [] }, file).skip).toBe(2);
  });
});

describe('the first row stays the header', () => {
  test.each([
    ['of names', table],
    ['with an unnamed column', `id,,week,fss\n${table.split('\n').slice(1).join('\n')}`],
    ['of one column', 'id\nanna berlin\nbert bonn\n'],
    ['over text', 'id,city\nanna,berlin\nbert,bonn\n'],
    ['over rows that are longer', 'id,arm\n1,drug,40\n2,drug,50\n'],
  ])('%s', (_, text) => {
    const result = read('a.csv', text);
    expect(codes(result)).not.toContain('title_rows');
    expect(result.preview[0]).toEqual(text.split('\n')[0]?.split(','));
  });

  test('under a row that is more than a title, which stays the ragged header it is', () => {
    expect(
      headerAt([
        { cells: ['a', 'b'], line: 1 },
        { cells: ['id', 'x', 'y', 'z'], line: 2 },
        { cells: ['1', '2', '3', '4'], line: 3 },
      ]),
    ).toBe(0);
    expect(
      headerAt([
        { cells: ['a', ''], line: 1 },
        { cells: ['id', 'x', 'y', 'z'], line: 2 },
        { cells: ['1', '2', '3', '4'], line: 3 },
      ]),
    ).toBe(1);
  });

  test('where what stands below the title has names twice, or is numbers', () => {
    expect(
      headerAt([
        { cells: ['t'], line: 1 },
        { cells: ['x', 'x'], line: 2 },
        { cells: ['1', '2'], line: 3 },
      ]),
    ).toBe(0);
    expect(
      headerAt([
        { cells: ['t'], line: 1 },
        { cells: ['5', '6'], line: 2 },
        { cells: ['1', '2'], line: 3 },
      ]),
    ).toBe(0);
  });
});

describe('a header row that is set', () => {
  const text = `Group,A,B,C\nid,arm,week,fss\n001,drug,0,40\n`;
  test('is taken, and what stands above is left out', () => {
    const result = read('a.csv', text, { headerRow: 2 });
    expect(result.table.columns.map(({ name }) => name)).toEqual(['id', 'arm', 'week', 'fss']);
    expect(result.table.rowCount).toBe(1);
    expect(message(result, 'title_rows')).toContain('row 1 above the header (row 2)');
    expect(names(text)).toEqual(['Group', 'A', 'B', 'C']);
    expect(names(`Study\n${table}`, { headerRow: 1 })).toEqual([]);
  });

  test('beyond the file is told', () => {
    expect(read('a.csv', text, { headerRow: 9 }).error).toMatchObject({
      code: 'no_header',
      message:
        'a.csv has no row 9, which is to be its header (the last is 3): set the header row to the one that names the columns',
    });
    expect(read('a.csv', text, { headerRow: 3 }).error?.code).toBe('no_rows');
  });

  test('finds the delimiter below it', () => {
    const mixed = `a,b,c,d,e\nf,g,h,i,j\nid;arm\n1;drug\n`;
    expect(read('a.csv', mixed, { headerRow: 3 }).options.delimiter).toBe(';');
  });
});

describe('a file without names of columns', () => {
  test('is refused with a remedy where its first row holds values twice', () => {
    const { error } = read('a.csv', '001,drug,0,5,5,5\n002,placebo,0,4,3,4\n');
    expect(error).toMatchObject({ code: 'no_header' });
    expect(error?.message).toBe(
      'a.csv: its first row ("001", "drug", "0", "5" and 2 more) holds data, not the names of columns: write a row with a name for every column above the data, or set the header row if there is one',
    );
  });

  test('is told of where they differ, and names that stand twice are an error of their own', () => {
    expect(message(read('a.csv', '1,drug,7,40\n2,placebo,8,50\n'), 'header_of_numbers')).toContain('looks like data');
    expect(codes(read('a.csv', 'id,arm,7,week\n2,placebo,8,50\n'))).not.toContain('header_of_numbers');
    expect(read('a.csv', 'id,fss,fss,1\n1,2,3,4\n').error?.code).toBe('duplicate_column');
  });
});

describe('remarks below the data are left out and told', () => {
  test.each(['# end', '* imputed', 'Ende', 'Total', 'Source: eCRF of May', 'n = 24', 'exported by M. Muster'])(
    '%s',
    (remark) => {
      const result = read('a.csv', `${table}${remark}\n`);
      expect(result.error).toBeNull();
      expect(result.table.rowCount).toBe(3);
      expect(message(result, 'rows_set_aside')).toContain(`row 5 (${JSON.stringify(remark)}) looks like`);
    },
  );

  test('several, and with delimiters behind them', () => {
    const result = read('a.csv', `${table}\nMean,,,\n# end\n`);
    expect(result.table.rowCount).toBe(3);
    expect(message(result, 'rows_set_aside')).toContain('row 6 ("Mean") and row 7 ("# end")');
  });

  test.each([
    ['an identifier alone, cut short', '004', 'unequal_rows'],
    ['a word alone, cut short', 'drugged', 'unequal_rows'],
  ])('but not %s', (_, row, code) => {
    const { error } = read('a.csv', `${table}${row}\n`);
    expect(error).toMatchObject({ code, detail: { row: 5 } });
  });

  test('a participant without values stays, and so does what data follow', () => {
    expect(read('a.csv', `${table}004,,,\n`).table.rowCount).toBe(4);
    expect(read('a.csv', `${table}Anna Muster,,,\n`).table.rowCount).toBe(4);
    expect(read('a.csv', `${table}# half\n005,drug,0,40\n`).error).toMatchObject({
      code: 'unequal_rows',
      detail: { row: 5 },
    });
    expect(read('a.csv', `${table}Total,,,\n005,drug,0,40\n`).table.rowCount).toBe(5);
  });

  test('many are no remarks', () => {
    const lines = (n: number): string => Array.from({ length: n }, (_, i) => `# line ${i}\n`).join('');
    expect(read('a.csv', table + lines(10)).error).toBeNull();
    expect(read('a.csv', table + lines(40)).error?.code).toBe('unequal_rows');
  });

  test('piece by piece as at once', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i},drug,0,40`).join('\n');
    const text = `Study\n\nid,arm,week,fss\n${rows}\nTotal,,,\n# end of file\n`;
    const whole = read('a.csv', text);
    const pieces = await readFile('a.csv', utf8(text), {}, { pieceBytes: 7 });
    expect(whole.table.rowCount).toBe(60);
    expect({ ...pieces, sha256: '' }).toEqual({
      ...whole,
      sha256: '',
      table: { ...whole.table, sha256: pieces.table.sha256 },
    });
  });
});
