// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ReadingOptions } from '../../web/contract/plan.js';
import { readFile, type ReadResult } from '../../web/read/index.js';
import { cells, codes, column, message, utf8 } from './read-support.js';

function read(name: string, text: string, options?: ReadingOptions): Promise<ReadResult> {
  return readFile(name, utf8(text), options);
}

describe('a plain file', () => {
  const text = 'id,arm,day,dfs\n001,ketamine,0,6\n001,ketamine,1,5.5\n002,midazolam,0,NA\n';

  test('becomes numbers and factors with missing cells kept missing', async () => {
    const { table, error, notes } = await read('diary.csv', text);
    expect(error).toBeNull();
    expect(notes).toEqual([]);
    expect(table.rowCount).toBe(3);
    expect(cells(table, 'id')).toEqual(['001', '001', '002']);
    expect(cells(table, 'dfs')).toEqual([6, 5.5, null]);
    expect(column(table, 'arm')).toMatchObject({ kind: 'factor', levels: ['ketamine', 'midazolam'] });
    expect(column(table, 'day').kind).toBe('number');
    expect(Array.from(table.originRow)).toEqual([2, 3, 4]);
  });

  test('carries the SHA-256 of its bytes and the options used', async () => {
    const result = await read('diary.csv', text);
    expect(result.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(result.table.sha256).toBe(result.sha256);
    expect(result.options).toEqual({
      encoding: 'utf-8',
      delimiter: ',',
      decimal: '.',
      missing: ['NA', 'N/A', 'NaN', '.'],
      types: {},
      headerRow: 1,
    });
  });

  test('shows the header and the first eight rows', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `p${i},${i}`);
    const { preview } = await read('a.csv', ['id,x', ...rows].join('\n'));
    expect(preview).toHaveLength(9);
    expect(preview[0]).toEqual(['id', 'x']);
    expect(preview[8]).toEqual(['p7', '7']);
  });

  test('survives a structured clone, as a message to a worker makes one', async () => {
    const result = await read('diary.csv', text);
    expect(structuredClone(result)).toEqual(result);
  });
});

describe('files without a table', () => {
  test.each(['', '\n\n', ' \n', '\uFEFF'])('an empty file is an error: %j', async (text) => {
    const { error, table } = await read('trial.csv', text);
    expect(error).toMatchObject({ code: 'empty_file', detail: { file: 'trial.csv' } });
    expect(error?.message).toBe('trial.csv is empty: it has no header and no rows');
    expect(table.rowCount).toBe(0);
  });

  test('a header without rows is an error that names the columns', async () => {
    const { error } = await read('trial.csv', 'id,arm\n\n');
    expect(error?.code).toBe('no_rows');
    expect(error?.message).toBe('trial.csv has a header ("id" and "arm") but no rows below it');
  });

  const zip = [0x50, 0x4b, 3, 4];
  const foreign: [string, (number | string)[], string][] = [
    [
      'plot.png',
      [0x89, 'PNG\r\n\x1a\n'],
      'plot.png is a PNG picture, not a text file: export the table as CSV UTF-8 and drop that file',
    ],
    [
      'trial.jpg',
      [0xff, 0xd8, 0xff, 0xe0],
      'trial.jpg is a JPEG picture, not a text file: export the table as CSV UTF-8 and drop that file',
    ],
    [
      'report.pdf',
      ['%PDF-1.7'],
      'report.pdf is a PDF document, not a text file: export the table as CSV UTF-8 and drop that file',
    ],
    [
      'trial.xlsb',
      [...zip, '....xl/workbook.bin'],
      'trial.xlsb is a binary Excel workbook, not a text file: in Excel choose File > Save As > CSV UTF-8, and drop that file',
    ],
    [
      'trial.ods',
      [...zip, 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
      'trial.ods is an OpenDocument workbook, not a text file: open it in the spreadsheet program, save the sheet as CSV UTF-8, and drop that file',
    ],
    [
      'paper.docx',
      [...zip, 'word/'],
      'paper.docx is a Word document, not a text file: export the table as CSV UTF-8 and drop that file',
    ],
    [
      'all.zip',
      [...zip, 'a.csv'],
      'all.zip is a zip archive, not a text file: unpack it and drop the CSV files inside',
    ],
    [
      'old.xls',
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1],
      'old.xls is an old Excel workbook, not a text file: in Excel choose File > Save As > CSV UTF-8, and drop that file',
    ],
    [
      'data.bin',
      ['abc', 0, 'def'],
      'data.bin is binary (it holds NUL bytes), not a text file: export the table as CSV UTF-8 and drop that file',
    ],
    [
      'page.csv',
      ['<!DOCTYPE html><html>'],
      'page.csv is a web page or XML, not a table: export the table as CSV UTF-8 and drop that file',
    ],
  ];
  test.each(foreign)('%s is refused with what to do', async (name, parts, expected) => {
    const bytes = parts.flatMap((part) =>
      typeof part === 'number' ? [part] : Array.from(part, (c) => c.charCodeAt(0)),
    );
    const { error, table } = await readFile(name, Uint8Array.from(bytes));
    expect(error?.code).toBe('not_text');
    expect(error?.message).toBe(expected);
    expect(table.columns).toEqual([]);
  });

  test('random bytes never make it throw', async () => {
    for (let seed = 1; seed < 60; seed++) {
      const bytes = Uint8Array.from({ length: seed * 7 }, (_, i) => (i * i * seed + 31 * seed) % 256);
      expect((await readFile('x', bytes)).name).toBe('x');
    }
  });
});

describe('encodings', () => {
  const text = 'id,arm,größe\np1,Kontrolle für,1\np2,Ketamin é,2\n';
  const utf16 = (littleEndian: boolean, mark: boolean): Uint8Array => {
    const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (c) => c.charCodeAt(0))];
    return Uint8Array.from(units.flatMap((u) => (littleEndian ? [u & 255, u >> 8] : [u >> 8, u & 255])));
  };
  const variants: [string, Uint8Array, string][] = [
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with byte order mark', utf8(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 LE with byte order mark', utf16(true, true), 'utf-16le'],
    ['UTF-16 BE with byte order mark', utf16(false, true), 'utf-16be'],
    ['UTF-16 LE without', utf16(true, false), 'utf-16le'],
    ['UTF-16 BE without', utf16(false, false), 'utf-16be'],
    ['Latin-1', Uint8Array.from(text, (c) => c.charCodeAt(0)), 'windows-1252'],
  ];
  test.each(variants)('%s reads the same table', async (_, bytes, encoding) => {
    const { table, options, error } = await readFile('trial.csv', bytes);
    expect(error).toBeNull();
    expect(options.encoding).toBe(encoding);
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'arm', 'größe']);
    expect(cells(table, 'arm')).toEqual(['Kontrolle für', 'Ketamin é']);
  });

  test('Latin-1 is noted with a word to judge by', async () => {
    const result = await readFile(
      'trial.csv',
      Uint8Array.from(text, (c) => c.charCodeAt(0)),
    );
    expect(message(result, 'windows_1252')).toBe(
      'trial.csv is not UTF-8 and was read as Windows-1252 (Latin-1): if "id,arm,größe" in row 1 looks wrong, save it as CSV UTF-8',
    );
  });

  test('an encoding the caller names is used', async () => {
    expect((await readFile('a.csv', utf8(text), { encoding: 'windows-1252' })).table.columns[2]?.name).toBe('grÃ¶ÃŸe');
  });
});

describe('the header', () => {
  test('a duplicate column is an error naming both positions', async () => {
    const { error } = await read('trial.csv', 'id,age,arm,age\n1,2,3,4\n');
    expect(error?.code).toBe('duplicate_column');
    expect(error?.message).toBe(
      'trial.csv: columns 2 and 4 are both called "age": give every column a name of its own',
    );
  });

  test('an unnamed column without values is left out, one with values gets a name', async () => {
    const result = await read('trial.csv', 'id,,age,\np1,7,50,\np2,8,51,\n');
    expect(result.table.columns.map(({ name }) => name)).toEqual(['id', 'column_2', 'age']);
    expect(message(result, 'empty_column')).toBe('trial.csv: column 4 has no name and no values and was left out');
    expect(message(result, 'unnamed_column')).toBe('trial.csv: column 2 has no name and is called column_2 here');
  });

  test('a header of numbers is questioned', async () => {
    expect(codes(await read('trial.csv', '1,2\n3,4\n'))).toContain('header_of_numbers');
  });
});

describe('the shape of rows', () => {
  test('unequal rows are an error naming row, cells found and cells expected', async () => {
    const { error, table } = await read('trial.csv', 'id,arm,age\np1,A,40\np2,A\n\np3,B,41,9\n');
    expect(error?.code).toBe('unequal_rows');
    expect(error?.message).toBe(
      'trial.csv: the header has 3 cells, but row 3 has 2 and row 5 has 4: look there for a missing delimiter, or one inside a cell that is not quoted',
    );
    expect(error?.detail).toMatchObject({ file: 'trial.csv', row: 3 });
    expect(error?.detail.places).toEqual([
      { file: 'trial.csv', row: 3 },
      { file: 'trial.csv', row: 5 },
    ]);
    expect(table.rowCount).toBe(0);
  });

  test('empty cells beyond the header are left out and noted', async () => {
    const result = await read('trial.csv', 'id,age\np1,40,,\np2,41\n');
    expect(result.error).toBeNull();
    expect(message(result, 'trailing_cells')).toBe(
      'trial.csv: empty cells beyond the last column were left out (row 2)',
    );
  });

  test('blank lines and rows of empty cells are skipped and keep the line numbers right', async () => {
    const result = await read('trial.csv', '\nid,age\r\n\r\np1,40\r\n,\r\np2,41\r\n\r\n');
    expect(Array.from(result.table.originRow)).toEqual([4, 6]);
    expect(message(result, 'empty_rows')).toBe('trial.csv: rows of empty cells were skipped (row 5)');
  });

  test('a row is the line on which it starts, also after line breaks in quotes', async () => {
    const result = await read(
      'trial.csv',
      'id,"free\ntext",x\np1,"one\r\ntwo\n\nthree",1\n\np2,"a ""b"", c",2\np3,d,3',
    );
    expect(result.error).toBeNull();
    expect(Array.from(result.table.originRow)).toEqual([3, 8, 9]);
    expect(result.table.columns[1]?.name).toBe('free text');
    expect(cells(result.table, 'free text')).toEqual(['one\ntwo\n\nthree', 'a "b", c', 'd']);
  });

  test('a quotation mark that is never closed is an error at the row it opens in', async () => {
    const { error } = await read('trial.csv', 'id,note\np1,"a\nb"\np2,"open\np3,c\n');
    expect(error).toMatchObject({ code: 'malformed_quotes', detail: { row: 4 } });
    expect(error?.message).toBe(
      'trial.csv: a quotation mark opened in row 4 is never closed: close the quotation mark, and write a quotation mark inside a quoted cell twice',
    );
  });

  test('text after a closing quotation mark is an error at its row', async () => {
    const { error } = await read('trial.csv', 'id,note\np1,"5" tall"\np2,c\n');
    expect(error).toMatchObject({ code: 'malformed_quotes', detail: { row: 2 } });
    expect(error?.message).toContain('row 2 has text after a closing quotation mark');
  });

  test('a quotation mark within an unquoted cell is text', async () => {
    expect(cells((await read('trial.csv', 'id,note\np1,5" tall\n')).table, 'note')).toEqual(['5" tall']);
  });
});

describe('the delimiter', () => {
  test.each([',', ';', '\t', '|'])('%j is recognised', async (delimiter) => {
    const rows = [
      ['id', 'note', 'x'],
      ['p1', 'free', '1'],
      ['p2', 'text', '2'],
    ];
    const result = await read('a.txt', rows.map((row) => row.join(delimiter)).join('\n'));
    expect(result.options.delimiter).toBe(delimiter);
    expect(cells(result.table, 'x')).toEqual([1, 2]);
  });

  test('decimal commas do not pass for delimiters', async () => {
    const result = await read('a.csv', 'id;dfs;fss\np1;3,5;4,2\np2;4,0;5,1\n');
    expect(result.options).toMatchObject({ delimiter: ';', decimal: ',' });
  });

  test('other delimiters inside cells do not mislead', async () => {
    const result = await read('a.csv', 'id,note\np1,a;b;c\np2,d;e;f\n');
    expect(result.options.delimiter).toBe(',');
  });

  test('a first line "sep=;" is obeyed and counted', async () => {
    const result = await read('a.csv', 'sep=;\nid;x\np1;1\n');
    expect(result.options.delimiter).toBe(';');
    expect(Array.from(result.table.originRow)).toEqual([3]);
  });

  test('a single column needs none', async () => {
    expect((await read('a.csv', 'id\np1\np2\n')).table.rowCount).toBe(2);
  });

  test('an unequal row does not change it', async () => {
    expect((await read('a.csv', 'id,x\n1,2\n1,2,3\n4,5\n')).error?.code).toBe('unequal_rows');
  });
});
