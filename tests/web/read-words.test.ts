// SPDX-License-Identifier: MIT
/** Words for missing beside numbers and slips, and scores written as percents. */
import { describe, expect, test } from 'vitest';
import { parsePlan, prepareTables, propose, type ReadResult } from '../../web/read/index.js';
import { percentNumber } from '../../web/read/percent.js';
import { cells, codes, message, read, thrown } from './read-support.js';

const table = (name: string, values: readonly string[], delimiter = ','): ReadResult =>
  read(
    'a.csv',
    [
      ['id', 'arm', 'visit', name],
      ...values.map((value, i) => [`${i >> 1}`, i & 2 ? 'a' : 'b', `${(i & 1) * 4}`, value]),
    ]
      .map((row) => row.join(delimiter))
      .join('\n'),
  );
const prepared = (file: ReadResult): (number | string | null)[] =>
  cells(prepareTables(propose([file]).plan, [file])[0]!, 'fss_total');

describe('words among numbers are missing', () => {
  test.each([
    'missing',
    'ND',
    'nd',
    'k.A.',
    'fehlt',
    'not done',
    'unknown',
    '?',
    '-',
    'non fait',
    'nicht durchgef\u00fchrt',
  ])('%s', (word) => {
    const file = table('fss_total', ['40', '50', '45', word, '33', '41']);
    expect(prepared(file)).toEqual([40, 50, 45, null, 33, 41]);
    expect(message(propose([file]), 'missing_words')).toContain(`"${word}" in 1 cell of fss_total`);
  });

  test('in the columns that are not scored, too', () => {
    const file = read('a.csv', 'id,arm,age\n1,a,40\n2,b,unknown\n3,a,50\n4,b,60\n');
    expect(propose([file]).plan.files[0]?.reading?.missingIn).toEqual({ age: ['unknown'] });
  });

  test('and a slip beside them is all that is left to mend', () => {
    const file = table('fss_total', ['40', '50', '45', 'missing', '33', '4l', '41', '39', '44']);
    const { plan } = propose([file]);
    expect(plan.files[0]?.reading?.missingIn).toEqual({ fss_total: ['missing'] });
    expect(thrown(() => prepareTables(plan, [file])).detail.places?.map(({ value }) => value)).toEqual(['4l']);
  });

  test('but not where one of six or more is no number', () => {
    const values = (slips: number): string[] => [
      ...Array.from({ length: 8 }, (_, i) => `${30 + i}`),
      ...Array<string>(slips).fill('x'),
      'nd',
    ];
    const found = (slips: number) => propose([table('fss_total', values(slips))]).plan.files[0]?.reading?.missingIn;
    expect(found(2)).toEqual({ fss_total: ['nd'] });
    expect(found(3)).toBeUndefined();
  });

  test('nor in a column of words', () => {
    expect(
      propose([read('a.csv', 'id,arm,sex\n1,a,m\n2,b,unknown\n3,a,f\n')]).plan.files[0]?.reading?.missingIn,
    ).toBeUndefined();
  });
});

describe('percents', () => {
  test.each([
    ['81,0%', 81],
    ['68%', 68],
    ['7.25 %', 7.25],
    ['100%', 100],
    ['1,234%', NaN],
    ['68', NaN],
    ['-5%', NaN],
    ['about 5%', NaN],
  ])('%s is %d', (text, number) => {
    expect(percentNumber(text)).toBe(number);
  });

  test.each([
    [',', '.'],
    [';', ','],
  ])('are scores of 0 to 100, told, in a file separated by "%s"', (delimiter, mark) => {
    const values = ['81.5%', '63.5%', '71.0%', '50.0%', '40.5%', '66.0%'].map((value) => value.replace('.', mark));
    const file = table('vas_fatigue', values, delimiter);
    const { plan, ...rest } = propose([file]);
    expect(message(rest, 'percent_numbers')).toContain(
      `vas_fatigue holds percents, whose numbers are taken as scores of 0 to 100 ("${values[0] ?? ''}" is 81.5)`,
    );
    expect(codes(rest)).not.toContain('number_with_text');
    const saved = parsePlan(JSON.stringify(plan));
    expect(saved.files[0]?.reading?.labelNumbers).toEqual(['vas_fatigue']);
    expect(cells(prepareTables(saved, [file])[0]!, 'vas_fatigue')).toEqual([81.5, 63.5, 71, 50, 40.5, 66]);
  });

  test('beside numbers, or of a score of another range, stay for the user to mend', () => {
    const mixed = table('vas_fatigue', ['81%', '63', '71%', '50%']);
    expect(codes(propose([mixed]))).not.toContain('percent_numbers');
    const fss = table('fss_total', ['60%', '55%', '50%', '45%']);
    const { plan } = propose([fss]);
    expect(plan.files[0]?.reading?.labelNumbers).toBeUndefined();
    expect(thrown(() => prepareTables(plan, [fss])).code).toBe('not_a_number');
  });

  test('in a column that is not used stop nothing', () => {
    const file = read(
      'a.csv',
      'id,arm,visit,fss_total,adherence\n1,a,0,40,"81,0%"\n1,a,4,41,90%\n2,b,0,50,x\n2,b,4,44,7\n',
    );
    const { plan } = propose([file]);
    expect(cells(prepareTables(plan, [file])[0]!, 'fss_total')).toEqual([40, 41, 50, 44]);
  });
});
