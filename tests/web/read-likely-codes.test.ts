// SPDX-License-Identifier: MIT
/** Codes for missing in columns that are no items: what is set, what is only told, and what is left alone. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { prepareTables, propose, type ReadResult } from '../../web/read/index.js';
import { notesUnder } from '../../web/read/code-notes.js';
import { cells, codes, message, read } from './read-support.js';

/** A participants file with one more column. */
function withColumn(name: string, values: readonly (number | string)[]): ReadResult {
  const rows = values.map((value, i) => `P${i},${i % 2 ? 'drug' : 'placebo'},${value}`);
  return read('p.csv', [`id,arm,${name}`, ...rows].join('\n'));
}
const codesSet = (name: string, values: readonly (number | string)[]): string[] | undefined =>
  propose([withColumn(name, values)]).plan.files[0]?.reading?.missingIn?.[name];

describe('a code far from all other values is set as missing', () => {
  test.each<[string, (number | string)[], string[]]>([
    ['age', [40, 999, 45, 50], ['999']],
    ['weight', [70, -9, 82.5, 91, -9], ['-9']],
    ['bmi', [22, -99, 25, 31], ['-99']],
    ['edss', [0, 2.5, -7, 6, -8], ['-7', '-8']],
    ['platelets', [150, 220, 999, 310], ['999']],
    ['steps', [2100, 3100, 9999, 1800], ['9999']],
    ['change', [-4, 3, 999, 0, -12], ['999']],
    ['crp_change', [-4, 3, -999, 0, -12], ['-999']],
    ['age_at_onset', [31, 28, 999, 40], ['999']],
    ['disease_duration_months', [12, -9, 30, 55], ['-9']],
    ['relapses', [0, 1, 999, 9999, 2], ['999', '9999']],
    ['sex', ['F', 'M', '-9', 'F'], ['-9']],
  ])('%s %j', (name, values, expected) => {
    expect(codesSet(name, values)?.sort()).toEqual([...expected].sort());
  });
});

describe('a number that may be a value is only told', () => {
  test.each<[string, (number | string)[], string]>([
    ['age', [40, 99, 45, 50], '99'],
    ['change', [4, -9, 12, 3], '-9'],
    ['screening_day', [0, -7, 1, 2], '-7'],
    ['days_since_dx', [10, 250, 999, 90], '999'],
    ['platelets', [150, 220, 999, 410], '999'],
    ['ferritin', [5, 8, 9, 999, 240, 7], '999'],
    ['income', [900, 2100, 9999, 3000], '9999'],
    ['site_no', [1, 2, 999, 3], '999'],
    ['dose', [0, 0, 0, 999, 999, 999, 999], '999'],
  ])('%s %j', (name, values, code) => {
    expect(codesSet(name, values)).toBeUndefined();
    expect(message(propose([withColumn(name, values)]), 'likely_missing_codes')).toContain(`${code} in ${name}`);
  });
});

describe('a number is left alone', () => {
  test.each<[string, (number | string)[]]>([
    ['change', [-12, -9, 4, 5]],
    ['weight', [98, 99, 110, 120]],
    ['visit_count', [1, 999, 2, 3]],
    ['enrol_date', [20240101, -9, 20240301, 20240401]],
    ['group2', ['1a', '2', '-9', '3b']],
  ])('%s %j', (name, values) => {
    const { plan, notes } = propose([withColumn(name, values)]);
    expect(plan.files[0]?.reading?.missingIn).toBeUndefined();
    expect(codes({ notes })).not.toContain('likely_missing_codes');
  });

  test('with fewer than three others', () => {
    expect(codesSet('age', [40, 999, 45])).toBeUndefined();
  });

  test('as an identifier, an arm, a visit or a day', () => {
    const roster = read('p.csv', 'id,arm,age\n1,0,40\n2,1,41\n999,-9,42\n3,0,43\n4,1,44\n5,0,45\n');
    const records = read('r.csv', 'id,day,mfis_total\n1,0,40\n1,-7,41\n2,0,42\n2,999,43\n3,0,44\n3,28,45\n');
    const { plan } = propose([roster, records]);
    expect(plan.files.map(({ reading }) => reading?.missingIn)).toEqual([undefined, undefined]);
  });
});

describe('files of all roles', () => {
  const roster = read('p.csv', 'id,arm,age\n1,placebo,40\n2,drug,999\n3,placebo,43\n4,drug,44\n');
  const records = read(
    'r.csv',
    'id,day,mfis_total,sleep\n1,0,40,7\n1,28,999,-9\n2,0,42,6\n2,28,43,8\n3,0,-9,7\n3,28,45,7.5\n',
  );
  const events = read(
    'e.csv',
    'id,event,aesev,duration\n1,Headache,1,3\n2,Nausea,-9,2\n3,Headache,2,999\n4,Nausea,3,1\n4,Rash,1,5\n',
  );
  const files = [roster, records, events];
  const { plan, notes } = propose(files);

  test('have their codes in their own reading options', () => {
    expect(plan.files.map(({ name, reading }) => [name, reading?.missingIn])).toEqual([
      ['p.csv', { age: ['999'] }],
      ['r.csv', { mfis_total: ['999', '-9'], sleep: ['-9'] }],
      ['e.csv', { aesev: ['-9'], duration: ['999'] }],
    ]);
  });

  test('tell which code, how many cells, which columns, and the way back', () => {
    const told = notes.filter(({ code }) => code === 'missing_codes_set').map((note) => note.message);
    expect(told).toEqual([
      "p.csv: 999 in 1 cell of age lies far from all other values and is read as missing; if it is a value, remove the code of the column from the file's reading options",
      "r.csv: -9 in 1 cell of sleep lies far from all other values and is read as missing; if it is a value, remove the code of the column from the file's reading options",
      "e.csv: -9 in 1 cell of aesev and 999 in 1 cell of duration lie far from all other values and are read as missing; if one is a value, remove the code of the column from the file's reading options",
    ]);
  });

  test('give the same tables whether they were read before the plan was known or as it says', () => {
    const again = plan.files.map(({ name, reading }) => read(name, textOf(name), reading));
    const plain = (tables: ReturnType<typeof prepareTables>): unknown =>
      tables.map(({ name, columns }) => [name, columns.map((c) => [c.name, cells({ columns } as never, c.name)])]);
    expect(plain(prepareTables(plan, again))).toEqual(plain(prepareTables(plan, files)));
    expect(cells(prepareTables(plan, files)[1]!, 'mfis_total')).toEqual([40, null, 42, 43, null, 45]);
  });

  test('have numbers again once the code is removed, and say that they are used', () => {
    const undone: Plan = { ...plan, files: plan.files.map((file) => ({ ...file, reading: {} })) };
    expect(cells(prepareTables(undone, files)[0]!, 'age')).toEqual([40, 999, 43, 44]);
    const note = notes.find(({ file, code }) => file === 'p.csv' && code === 'missing_codes_set')!;
    expect(notesUnder(note, 'p.csv', undone.files[0]?.reading).map((each) => each.code)).toEqual([
      'likely_missing_codes',
    ]);
    expect(notesUnder(note, 'p.csv', plan.files[0]?.reading)).toEqual([note]);
  });

  function textOf(name: string): string {
    const file = files.find((each) => each.name === name)!;
    const names = file.table.columns.map((c) => c.name);
    const rows = Array.from({ length: file.table.rowCount }, (_, row) =>
      names.map((each) => cells(file.table, each)[row] ?? '').join(','),
    );
    return [names.join(','), ...rows].join('\n');
  }
});

describe('finished scores', () => {
  const scores = (name: string, values: readonly number[]): ReturnType<typeof propose> =>
    propose([
      read('s.csv', [`id,day,${name}`, ...values.map((v, i) => `${i >> 1},${i % 2 ? 28 : 0},${v}`)].join('\n')),
    ]);

  test('out of range are codes where all of them are typical', () => {
    const { plan, notes } = scores('mfis_total', [40, 999, 30, -9, 20, 10]);
    expect(plan.files[0]?.reading?.missingIn).toEqual({ mfis_total: ['999', '-9'] });
    expect(message({ notes }, 'missing_codes')).toContain(
      '999 in 1 cell and -9 in 1 cell of mfis_total can be neither answer nor score and are read as missing',
    );
  });

  test.each([
    ['another number is out of range', [40, 999, 30, 120, 20, 10]],
    ['the number may be of another scaling', [40, 99, 30, 20, 20, 10]],
  ])('are refused by the core where %s', (_, values) => {
    expect(scores('mfis_total', values).plan.files[0]?.reading?.missingIn).toBeUndefined();
  });

  test('do not hide behind a code how they were scored', () => {
    const { plan } = scores('fss', [4.5, 999, 5, 6.1, 2, 3]);
    expect(plan.instruments[0]?.scoring).toBe('mean');
    expect(plan.files[0]?.reading?.missingIn).toEqual({ fss: ['999'] });
  });

  test('of a wide file have them in the columns of their visits', () => {
    const wide = read('w.csv', 'id,mfis_d0,mfis_d28\n1,40,999\n2,30,20\n3,-9,25\n');
    const { plan } = propose([wide]);
    expect(plan.files[0]?.reading?.missingIn).toEqual({ mfis_d0: ['-9'], mfis_d28: ['999'] });
    expect(cells(prepareTables(plan, [wide])[0]!, 'mfis_total')).toEqual([40, 30, 20, 25]);
  });
});
