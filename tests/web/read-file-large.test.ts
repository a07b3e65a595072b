// SPDX-License-Identifier: MIT
/** Reading piece by piece: progress, an end on demand, limits, bytes that cannot be had. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { limits, limitsSentence, readFile } from '../../web/read/index.js';
import { cells, message, read, utf8 } from './read-support.js';

test('the hash is that of all bytes, in pieces or not', async () => {
  const bytes = utf8(`id,x\n${'p1,2\n'.repeat(1000)}`);
  const { sha256 } = await readFile('a.csv', new Blob([bytes as BlobPart]), {}, { pieceBytes: 100 });
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('a letter that is no UTF-8 far behind the start has the file read again as Windows-1252', async () => {
  const text = `id,word\n${'p1,plain\n'.repeat(200_000)}p2,gr\u00fcn\n`;
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const result = await readFile('a.csv', bytes, {}, { pieceBytes: 100_000 });
  expect(result.options.encoding).toBe('windows-1252');
  expect(cells(result.table, 'word').at(-1)).toBe('gr\u00fcn');
  expect(result.table.rowCount).toBe(200_001);
  expect(message(result, 'windows_1252')).toContain('if "p2,gr\u00fcn" in row 200002 looks wrong');
});

test('progress is told, and grows to the whole', async () => {
  const bytes = utf8(`id,x\n${'p1,2\n'.repeat(400_000)}`);
  const heard: number[] = [];
  const slow = {
    size: bytes.length,
    slice: (start: number, end: number) => ({
      arrayBuffer: async () => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        return bytes.slice(start, end).buffer;
      },
    }),
  };
  const onProgress = (at: { bytes: number; totalBytes: number; rows: number }): void => {
    expect(at.totalBytes).toBe(bytes.length);
    expect(at.rows).toBeGreaterThan(0);
    heard.push(at.bytes);
  };
  await readFile('a.csv', slow, {}, { onProgress, pieceBytes: 200_000 });
  expect(heard.length).toBeGreaterThan(2);
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
});

test('an aborted signal rejects with its reason', async () => {
  const controller = new AbortController();
  const bytes = utf8(`id,x\n${'p1,2\n'.repeat(1000)}`);
  const source = {
    size: bytes.length,
    slice: (start: number, end: number) => {
      if (start > 2000) controller.abort(new Error('enough'));
      return { arrayBuffer: () => Promise.resolve(bytes.slice(start, end).buffer) };
    },
  };
  const reading = readFile('a.csv', source, {}, { signal: controller.signal, pieceBytes: 500 });
  await expect(reading).rejects.toThrow('enough');
});

test('a file beyond the limit is refused before it is read', async () => {
  const source = { size: limits.bytes + 1, slice: () => expect.fail('it was read') };
  const { error } = await readFile('huge.csv', source);
  expect(error).toMatchObject({ code: 'file_too_large', detail: { file: 'huge.csv' } });
  expect(error?.message).toBe(
    'huge.csv is too large: a file may be at most 500 MB: leave out columns or rows that the analysis does not need, or split the file',
  );
  expect(limitsSentence()).toContain('up to 500 MB, 5,000,000 rows');
});

test('a cell, and a header, beyond the limit name the row', async () => {
  const long = await readFile('a.csv', utf8(`id,x\np1,2\np2,${'y'.repeat(limits.cellLength + 1)}\n`));
  expect(long.error).toMatchObject({ code: 'file_too_large', detail: { row: 3 } });
  const wide = await readFile('a.csv', utf8(`${'a,'.repeat(limits.columns)}b\n1\n`));
  expect(wide.error).toMatchObject({ code: 'file_too_large', detail: { row: 1 } });
});

test('a quotation mark that is open for very long ends the reading', async () => {
  const text = `id,x\np1,2\np2,"open\n${'p3,4\n'.repeat(2_200_000)}`;
  const { error } = await readFile('a.csv', utf8(text));
  expect(error).toMatchObject({ code: 'malformed_quotes', detail: { row: 3 } });
});

test('bytes that cannot be had are an error of that file', async () => {
  const source = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('it was moved')) }) };
  const { error } = await readFile('a.csv', source);
  expect(error).toMatchObject({ code: 'file_not_readable', detail: { file: 'a.csv' } });
  expect(error?.message).toContain('it was moved');
});

test('missing codes of one column are numbers in the others', () => {
  const { table, error } = read('a.csv', 'id,x,y\np1,-9,-9\np2,1,2\n', { missingIn: { x: ['-9'] } });
  expect(error).toBeNull();
  expect(cells(table, 'x')).toEqual([null, 1]);
  expect(cells(table, 'y')).toEqual([-9, 2]);
  expect(read('a.csv', 'id,x\np1,1\n', { missingIn: { z: ['-9'] } }).error).toMatchObject({ code: 'unknown_column' });
});

test.each([
  ['1.234,5', ';', 1234.5],
  ['1 234,5', ';', 1234.5],
  ['1\u00a0234,5', ';', 1234.5],
  ['1\u202f234,5', ';', 1234.5],
  ["1'234.5", ';', 1234.5],
  ['1,234.5', ';', 1234.5],
  ['1,234,567', ';', 1_234_567],
  ['1\u00a0234', ';', 1234],
])('%s is read as a number, and the thousands are noted', (text, delimiter, value) => {
  const result = read('a.csv', [`id${delimiter}x`, `p1${delimiter}${text}`, `p2${delimiter}7`].join('\n'));
  expect(cells(result.table, 'x')).toEqual([value, 7]);
  expect(message(result, 'thousands_separator')).toContain(`was read as ${value}`);
});

test('one number that shows its marks settles the others of its column', () => {
  expect(cells(read('a.csv', 'id;x\np1;1.234,5\np2;2.500\np3;3,25\n').table, 'x')).toEqual([1234.5, 2500, 3.25]);
  expect(cells(read('a.csv', 'id;x\np1;1,234.5\np2;2,500\np3;3.25\n').table, 'x')).toEqual([1234.5, 2500, 3.25]);
});

test('a typographic minus sign is read and noted, spaces around cells are left out and noted', () => {
  const result = read('a.csv', 'id,x\np1,\u22125\np2, 7 \n');
  expect(cells(result.table, 'x')).toEqual([-5, 7]);
  expect(message(result, 'typographic_minus')).toContain('was read as one: -5');
  expect(message(result, 'trimmed_cells')).toBe(
    'a.csv: spaces before or after the text of cells were left out (row 3)',
  );
});
