// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { cells, codes, column, message, read, seeded } from './read-support.js';

/** A file with the one column `x` and these cells. */
function one(values: readonly string[], options?: Parameters<typeof read>[2]): ReturnType<typeof read> {
  return read('trial.csv', ['x;key', ...values.map((value, i) => `${value};k${i}`)].join('\n'), options);
}

describe('numbers', () => {
  test('are read in their usual spellings', () => {
    const { table } = one(['12', '-3', '+4', '.5', '5.', '1e-3', ' 7 ', '1.5E2']);
    expect(cells(table, 'x')).toEqual([12, -3, 4, 0.5, 5, 0.001, 7, 150]);
  });

  test.each(['0x10', '1_000', 'Infinity', '-Infinity', '1e999', '1 000', '3..5', '5,', '12-3', '1,2,3', '#N/A', '5%'])(
    '%s is not one, and the column is text with a note',
    (text) => {
      const result = one(['1', '2', '3', '4', text]);
      expect(column(result.table, 'x').kind).toBe('factor');
      expect(message(result, 'not_a_number')).toBe(
        `trial.csv, column x: not all of its values are numbers: row 6 has "${text}"; it is used as text`,
      );
    },
  );

  test('a column of words is a factor without a note', () => {
    const result = one(['female', 'male', 'male', '1']);
    expect(column(result.table, 'x').kind).toBe('factor');
    expect(result.notes).toEqual([]);
  });

  test('missing cells are missing in any case, and codes such as -9 are numbers', () => {
    const result = one(['1', '', 'NA', 'n/a', 'nan', '.', '-9', '999']);
    expect(cells(result.table, 'x')).toEqual([1, null, null, null, null, null, -9, 999]);
    expect(result.notes).toEqual([]);
  });

  test('missing codes of the caller replace the default ones', () => {
    expect(cells(one(['1', '-9', '2'], { missing: ['-9'] }).table, 'x')).toEqual([1, null, 2]);
    expect(column(one(['1', 'NA', '2'], { missing: ['-9'] }).table, 'x').kind).toBe('factor');
  });

  test('a column can be forced to be text', () => {
    expect(cells(one(['1', '2'], { types: { x: 'factor' } }).table, 'x')).toEqual(['1', '2']);
  });

  test('a type for a column that is not there is an error that lists the columns', () => {
    expect(one(['1'], { types: { y: 'factor' } }).error?.message).toBe(
      'trial.csv has no column "y" to set the type of: its columns are x and key',
    );
  });
});

describe('identifiers', () => {
  test.each(['id', 'ID', 'USUBJID', 'Subject', 'participant_id', 'Patient No.'])(
    '%s keeps its values as written',
    (name) => {
      const { table } = read('trial.csv', `${name},x\n1,2\n10,3\n2.0,4\n`);
      expect(cells(table, name)).toEqual(['1', '10', '2.0']);
    },
  );

  test('leading zeros make a column labels whatever its name', () => {
    expect(cells(one(['001', '010', '100']).table, 'x')).toEqual(['001', '010', '100']);
    expect(cells(one(['0', '0.5', '00.5']).table, 'x')).toEqual([0, 0.5, 0.5]);
  });

  test('digits beyond the precision of numbers stay as written', () => {
    expect(cells(one(['12345678901234567890', '1']).table, 'x')).toEqual(['12345678901234567890', '1']);
  });
});

describe('the decimal mark', () => {
  test('commas are recognised and noted', () => {
    const result = read('trial.csv', 'id;dfs;n\np1;3,5;1\np2;4;2\np3;-0,25;3\n');
    expect(cells(result.table, 'dfs')).toEqual([3.5, 4, -0.25]);
    expect(message(result, 'decimal_comma')).toBe(
      'trial.csv: numbers were read with a decimal comma ("3,5" in column dfs; columns with one: dfs); set the decimal mark if that is wrong',
    );
  });

  test('quoted commas in a comma file are recognised too', () => {
    const result = read('trial.csv', 'id,dfs\np1,"3,5"\np2,"4,25"\n');
    expect(result.options).toMatchObject({ delimiter: ',', decimal: ',' });
    expect(cells(result.table, 'dfs')).toEqual([3.5, 4.25]);
  });

  test('the caller can override it', () => {
    const result = one(['3,5', '4,5'], { decimal: '.' });
    expect(column(result.table, 'x').kind).toBe('factor');
  });

  test('one column with commas and one with points is never guessed', () => {
    const result = read('trial.csv', 'id;a;b\np1;3,5;1.5\np2;4,5;2.5\n');
    expect(result.options.decimal).toBe('.');
    expect(column(result.table, 'a').kind).toBe('factor');
    expect(message(result, 'mixed_decimals')).toContain(
      'decimal commas ("3,5" in column a) and decimal points ("1.5" in column b)',
    );
  });

  test('"1,234" alone is ambiguous and not read until the mark is set', () => {
    const result = one(['1,234', '2,500', '17']);
    expect(column(result.table, 'x').kind).toBe('factor');
    expect(message(result, 'ambiguous_number')).toBe(
      'trial.csv, column x: "1,234" can be a number with decimals or one with thousands: set the decimal mark of this file, or write the numbers without thousands separators',
    );
    expect(codes(result)).toEqual(['ambiguous_number']);
    expect(cells(one(['1,234', '2,500', '17'], { decimal: ',' }).table, 'x')).toEqual([1.234, 2.5, 17]);
    const grouped = one(['1,234', '2,500', '17'], { decimal: '.' });
    expect(cells(grouped.table, 'x')).toEqual([1234, 2500, 17]);
    expect(message(grouped, 'thousands_separator')).toBe('trial.csv, column x: "1,234" was read as 1234');
  });

  test('"1,234" beside decimal commas that are not in doubt is read with them', () => {
    expect(cells(one(['1,234', '3,5', '0,125']).table, 'x')).toEqual([1.234, 3.5, 0.125]);
    expect(cells(one(['0,125', '0,250']).table, 'x')).toEqual([0.125, 0.25]);
  });

  test('one comma in a column of points is a number that is not one', () => {
    const result = one(['1.5', '2.5', '3.5', '4.5', '5,5']);
    expect(message(result, 'not_a_number')).toContain('row 6 has "5,5"');
  });
});

describe('random tables written in several dialects', () => {
  const dialects = [
    { delimiter: ',', newline: '\n', decimal: '.' },
    { delimiter: ';', newline: '\r\n', decimal: ',' },
    { delimiter: '\t', newline: '\r', decimal: '.' },
    { delimiter: '|', newline: '\n', decimal: ',' },
    { delimiter: ',', newline: '\r\n', decimal: ',' },
  ] as const;
  const words = ['a', 'b c', 'with "quotes"', 'semi;colon', 'com,ma', 'line\nbreak', 'ta\tb', 'pi|pe', 'é', "it's"];

  test.each(Array.from({ length: 25 }, (_, i) => i + 1))('read back equal (seed %i)', (seed) => {
    const random = seeded(seed);
    const rowCount = 3 + Math.floor(random() * 40);
    const numbers = Array.from({ length: rowCount }, (_, i) =>
      i > 0 && random() < 0.15 ? null : i === 0 ? 1.5 : Math.round((random() - 0.3) * 1e4) / 100,
    );
    const texts = Array.from({ length: rowCount }, () =>
      random() < 0.1 ? null : (words[Math.floor(random() * words.length)] ?? null),
    );
    const ids = Array.from({ length: rowCount }, (_, i) => String(i).padStart(3, '0'));
    for (const { delimiter, newline, decimal } of dialects) {
      const quote = (cell: string): string =>
        /["\n\r]/.test(cell) || cell.includes(delimiter) || random() < 0.2 ? `"${cell.replaceAll('"', '""')}"` : cell;
      const lines = numbers.map((value, i) =>
        [ids[i] ?? '', value === null ? '' : String(value).replace('.', decimal), texts[i] ?? '']
          .map(quote)
          .join(delimiter),
      );
      const text = [['id', 'value', 'word'].join(delimiter), ...lines].join(newline) + (random() < 0.5 ? newline : '');
      const { table, error, options } = read('random.csv', text);
      expect(error).toBeNull();
      expect(options).toMatchObject({ delimiter, decimal });
      expect(cells(table, 'id')).toEqual(ids);
      expect(cells(table, 'value')).toEqual(numbers);
      expect(cells(table, 'word')).toEqual(texts);
      let line = 2;
      const starts = texts.map((word) => {
        const start = line;
        line += 1 + (word?.includes('\n') ? 1 : 0);
        return start;
      });
      expect(Array.from(table.originRow)).toEqual(starts);
    }
  });
});
