// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Table } from '../../web/contract/table.js';
import { prepareTables, proposePlan, type ReadResult } from '../../web/read/index.js';
import { cells, column, read, seeded, thrown } from './read-support.js';

function prepareOne(file: ReadResult, change?: (plan: Plan) => void): Table {
  const plan = proposePlan([file]);
  change?.(plan);
  const [table] = prepareTables(plan, [file]);
  if (!table) throw new Error('no table');
  return table;
}

/** Rows of a table as text, in a fixed order, to compare tables whatever their order of rows. */
function content(table: Table, names: readonly string[]): string[] {
  const columns = names.map((name) => cells(table, name));
  return Array.from({ length: table.rowCount }, (_, row) =>
    JSON.stringify(columns.map((values) => values[row])),
  ).sort();
}

describe('long and wide files', () => {
  test('reach the same table (random trials)', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seeded(seed);
      const days = [0, 7, 14, 28].filter((day) => day === 0 || random() < 0.8);
      const people = Array.from({ length: 4 + Math.floor(random() * 8) }, (_, i) => ({
        id: String(i + 1).padStart(3, '0'),
        arm: i % 3 === 0 ? 'placebo' : 'drug',
        mfis: days.map((day) => (day > 0 && random() < 0.2 ? '' : String(Math.floor(random() * 85)))),
        fss: days.map((day) => (day > 0 && random() < 0.2 ? '' : String(9 + Math.floor(random() * 55)))),
      }));
      const long = ['id,arm,visit,mfis_total,fss_total'];
      const wide = [['id', 'arm', ...days.map((d) => `mfis_total_d${d}`), ...days.map((d) => `fss_d${d}`)].join(',')];
      for (const { id, arm, mfis, fss } of people) {
        wide.push([id, arm, ...mfis, ...fss].join(','));
        days.forEach((day, v) => {
          if (mfis[v] !== '' || fss[v] !== '') long.push([id, arm, day, mfis[v], fss[v]].join(','));
        });
      }
      const names = ['id', 'arm', 'visit', 'mfis_total', 'fss_total'];
      const fromLong = prepareOne(read('long.csv', long.join('\n')));
      const fromWide = prepareOne(read('wide.csv', wide.join('\n')));
      expect(content(fromWide, names)).toEqual(content(fromLong, names));
      for (const name of names) expect(column(fromWide, name).kind).toBe(column(fromLong, name).kind);
    }
  });

  test('a gathered value knows its line and its column in the file', () => {
    const table = prepareOne(
      read('wide.csv', 'id,arm,mfis_total_d28,mfis_total_d0,age\np1,A,30,40,51\n\np2,B,20,,52\n'),
    );
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'visit', 'arm', 'age', 'mfis_total']);
    expect(cells(table, 'visit')).toEqual([0, 28, 28]);
    expect(cells(table, 'mfis_total')).toEqual([40, 30, 20]);
    expect(cells(table, 'age')).toEqual([51, 51, 52]);
    expect(Array.from(table.originRow)).toEqual([2, 2, 4]);
    const origin = column(table, 'mfis_total').origin;
    expect(Array.from(origin?.codes ?? [], (code) => origin?.names[code])).toEqual([
      'mfis_total_d0',
      'mfis_total_d28',
      'mfis_total_d28',
    ]);
  });

  test('a participant without any value keeps one row, to be counted', () => {
    const table = prepareOne(read('wide.csv', 'id,arm,mfis_d0,mfis_d28\np1,A,30,40\np2,B,,\n'));
    expect(cells(table, 'id')).toEqual(['p1', 'p1', 'p2']);
    expect(cells(table, 'mfis_total')).toEqual([30, 40, null]);
  });

  test('a variable that is not asked at a visit is missing there', () => {
    const table = prepareOne(read('wide.csv', 'id,arm,mfis_d0,mfis_d28,fss_d0\np1,A,30,40,50\n'));
    expect(cells(table, 'fss_total')).toEqual([50, null]);
    expect(Array.from(column(table, 'fss_total').origin?.codes ?? [])).toEqual([0, -1]);
  });

  test('the visit column has the name of the plan', () => {
    const table = prepareOne(read('wide.csv', 'id,arm,mfis_d0,mfis_d28\np1,A,30,40\n'), (plan) => {
      const [file] = plan.files;
      if (file) file.visit = 'day';
    });
    expect(table.columns[1]?.name).toBe('day');
  });

  test('two columns for one variable and visit are refused', () => {
    const error = thrown(() =>
      prepareOne(read('wide.csv', 'id,arm,mfis_d0,mfis_d28,other\np1,A,30,40,1\n'), (plan) =>
        plan.files[0]?.wide?.push({ column: 'other', variable: 'mfis_total', visit: '28' }),
      ),
    );
    expect(error.message).toBe(
      'wide.csv: the plan takes both mfis_d28 and other as mfis_total at visit 28: keep one of them',
    );
  });
});

describe('columns by their part', () => {
  test('identifier, arm and event are labels, whatever they look like', () => {
    const table = prepareOne(read('long.csv', 'nr,arm,day,dfs\n1,0,0,5\n1,0,1,4\n2,1,0,6\n2,1,1,6\n'), (plan) => {
      const [file] = plan.files;
      if (file) file.id = 'nr';
    });
    expect(column(table, 'nr')).toMatchObject({ kind: 'factor', levels: ['1', '2'] });
    expect(column(table, 'arm')).toMatchObject({ kind: 'factor', levels: ['0', '1'] });
    expect(column(table, 'day').kind).toBe('number');
  });

  test('items written with leading zeros are numbers', () => {
    expect(cells(prepareOne(read('d.csv', 'id,day,dfs\na,00,05\na,01,10\n')), 'dfs')).toEqual([5, 10]);
  });

  test('weights are numbers, and a slip among them is named', () => {
    const weighted = (slip: string) => () =>
      prepareOne(
        read('data.csv', `id,arm,day,fss_total,w\np1,A,0,30,01\np1,A,7,31,${slip}\np2,B,0,40,1\np2,B,7,41,2\n`),
        (plan) => (plan.outcomes[0]!.model.weights = 'w'),
      );
    expect(cells(weighted('02')(), 'w')).toEqual([1, 2, 1, 2]);
    expect(thrown(weighted('two')).message).toContain('row 3, column w: "two" is not a number');
  });

  test('labels of visits stay labels', () => {
    const table = prepareOne(read('d.csv', 'id,visit,mfis\na,Baseline,50\na,Week 4,40\n'));
    expect(column(table, 'visit')).toMatchObject({ kind: 'factor', levels: ['Baseline', 'Week 4'] });
  });

  test('ignored files make no table', () => {
    const files = [read('p.csv', 'id,arm\n1,A\n2,B\n'), read('x.csv', 'foo\nbar\n')];
    expect(prepareTables(proposePlan(files), files).map(({ name }) => name)).toEqual(['p.csv']);
  });
});

describe('what does not fit the plan', () => {
  const diary = read('diary.csv', 'id,day,dfs\na,0,5\na,1,4\nb,0,6\nb,1,7?\nb,2,often\n');

  test('a number that is not one names every place and the remedy', () => {
    const error = thrown(() => prepareOne(diary));
    expect(error.code).toBe('not_a_number');
    expect(error.message).toBe(
      'diary.csv, row 5, column dfs: "7?" is not a number and 1 more value is not either: correct it, or leave the cell empty if the value is missing',
    );
    expect(error.detail).toMatchObject({ file: 'diary.csv', row: 5, column: 'dfs', value: '7?' });
    expect(error.detail.places).toEqual([
      { file: 'diary.csv', row: 5, column: 'dfs', value: '7?' },
      { file: 'diary.csv', row: 6, column: 'dfs', value: 'often' },
    ]);
  });

  test('a wide file names its own column', () => {
    const error = thrown(() => prepareOne(read('wide.csv', 'id,arm,mfis_d0,mfis_d28\np1,A,30,forty\n')));
    expect(error.message).toContain('wide.csv, row 2, column mfis_d28: "forty" is not a number');
  });

  test('an ambiguous number says how to settle it', () => {
    const error = thrown(() => prepareOne(read('s.csv', 'id;day;dfs\na;0;1,234\na;1;2,345\nb;0;3\n')));
    expect(error.code).toBe('ambiguous_number');
    expect(error.message).toBe(
      's.csv, row 2, column dfs: "1,234" can be a number with decimals or one with thousands: set the decimal mark of this file, or write the numbers without thousands separators',
    );
    const settled = read('s.csv', 'id;day;dfs\na;0;1,234\na;1;2,345\nb;0;3\n', { decimal: ',' });
    expect(cells(prepareOne(settled), 'dfs')).toEqual([1.234, 2.345, 3]);
  });

  test('a proposed plan does not settle an ambiguous number by itself', () => {
    const plan = proposePlan([read('s.csv', 'id;day;dfs\na;0;1,234\na;1;2,345\nb;0;3\n')]);
    expect(plan.files[0]?.reading).not.toHaveProperty('decimal');
  });

  test('the other decimal mark is named as what it probably is', () => {
    const error = thrown(() => prepareOne(read('s.csv', 'id;day;dfs\na;0;1.5\na;1;2.5\nb;0;3,5\nb;1;2.5\n')));
    expect(error.message).toBe(
      's.csv, row 4, column dfs: "3,5" is not a number: write all decimals alike, or set the decimal mark of this file (it is "." now)',
    );
  });

  test('a day among numbered days that is not a number is refused, too', () => {
    const error = thrown(() => prepareOne(read('d.csv', 'id,day,dfs\na,0,5\na,1,4\na,2,4\na,3,4\na,4th,4\n')));
    expect(error.message).toContain('d.csv, row 6, column day: "4th" is not a number');
  });

  test('a covariate of numbers with a slip in it is refused, one of words is a factor', () => {
    const files = [
      read('p.csv', 'id,arm,age,sex\n1,A,40,f\n2,B,41,m\n3,A,42,m\n4,B,4o,f\n5,A,44,f\n'),
      read('d.csv', 'id,day,mfis\n1,0,50\n1,28,40\n'),
    ];
    const plan = proposePlan(files);
    const [outcome] = plan.outcomes;
    if (!outcome) throw new Error('no outcome');
    outcome.model.covariates = ['sex'];
    expect(column(prepareTables(plan, files)[0] as Table, 'sex').kind).toBe('factor');
    outcome.model.covariates = ['sex', 'age'];
    expect(thrown(() => prepareTables(plan, files)).message).toContain(
      'p.csv, row 5, column age: "4o" is not a number',
    );
    outcome.model.covariates = ['weight'];
    expect(thrown(() => prepareTables(plan, files)).message).toBe(
      'the plan names the column "weight", which p.csv does not have: its columns are id, arm, age and sex',
    );
  });

  test('columns of guesses and baseline characteristics are read, and must be there', () => {
    const files = [
      read('p.csv', 'id,arm,age,thought\n1,A,40,1\n2,B,41,2\n3,A,42,\n4,B,43,1\n'),
      read('d.csv', 'id,day,mfis\n1,0,50\n1,28,40\n'),
    ];
    const plan = proposePlan(files);
    const people = plan.files.find(({ name }) => name === 'p.csv');
    if (!people) throw new Error('no file');
    people.guess = 'thought';
    plan.baselineTable = { columns: ['age'] };
    const [table] = prepareTables(plan, files);
    expect(column(table as Table, 'thought').kind).toBe('factor');
    expect(column(table as Table, 'age').kind).toBe('number');
    plan.baselineTable = { columns: ['weight'] };
    expect(thrown(() => prepareTables(plan, files))).toMatchObject({
      code: 'unknown_column',
      detail: { file: 'p.csv' },
    });
    plan.baselineTable = {};
    people.guess = 'guessed';
    expect(thrown(() => prepareTables(plan, files)).message).toContain('the plan names the column "guessed"');
  });

  test('a column that is not there is an error that lists those that are', () => {
    const error = thrown(() =>
      prepareOne(read('d.csv', 'id,day,dfs\na,0,5\na,1,4\n'), (plan) => {
        const [file] = plan.files;
        if (file) file.visit = 'dya';
      }),
    );
    expect(error).toMatchObject({ code: 'unknown_column', detail: { file: 'd.csv', column: 'dya' } });
    expect(error.message).toBe(
      'the plan names the column "dya", which d.csv does not have: its columns are id, day and dfs',
    );
  });

  test('an item column that is not there is an error, too', () => {
    const error = thrown(() =>
      prepareOne(read('d.csv', 'id,day,dfs\na,0,5\n'), (plan) => {
        const [instrument] = plan.instruments;
        if (instrument) instrument.items = ['dfs_score'];
      }),
    );
    expect(error.message).toContain('"dfs_score", which d.csv does not have');
  });

  test('a file that is not there is an error that lists those that are', () => {
    const plan = proposePlan([diary]);
    const error = thrown(() => prepareTables(plan, [read('other.csv', 'a\n1\n')]));
    expect(error.code).toBe('unknown_file');
    expect(error.message).toBe('the plan names the file diary.csv, which is not there: the files are other.csv');
    expect(thrown(() => prepareTables(plan, [])).message).toContain('no file is there');
  });

  test('a file that could not be read passes its own error on', () => {
    const plan = proposePlan([diary]);
    expect(thrown(() => prepareTables(plan, [read('diary.csv', '')]))).toMatchObject({ code: 'empty_file' });
  });
});
