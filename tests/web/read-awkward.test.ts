// SPDX-License-Identifier: MIT
/** Files as trial offices send them: words in place of values, second headers, units, remarks. */
import { describe, expect, test } from 'vitest';
import { prepareTables, propose } from '../../web/read/index.js';
import { notesUnder } from '../../web/read/code-notes.js';
import { cells, codes, message, read, thrown } from './read-support.js';

const roster = (rows: readonly string[], header = 'id,arm,age,sex'): ReturnType<typeof read> =>
  read('p.csv', [header, ...rows].join('\n'));
const words = (column: string, values: readonly string[]): string[] | undefined =>
  propose([
    roster(
      values.map((v, i) => `${i},${i % 2 ? 'drug' : 'placebo'},${v}`),
      `id,arm,${column}`,
    ),
  ]).plan.files[0]?.reading?.missingIn?.[column];

describe('words for missing', () => {
  test.each(['nd', 'N/D', 'n.a.', 'missing', '-', '\u2013', '?', 'unknown', '#NULL!', 'not done', 'k.A.', 'fehlt'])(
    '"%s" among numbers is set as missing',
    (word) => expect(words('age', ['40', word, '45', '50'])).toEqual([word]),
  );

  test.each<[string, string[]]>([
    ['a word that may be a 0', ['40', 'none', '45', '50']],
    ['a limit', ['40', '<5', '45', '50']],
    ['a word among fewer than three numbers', ['40', 'nd', '45']],
    ['another word beside it', ['40', 'nd', '45', '50', 'old']],
  ])('%s is not', (_, values) => expect(words('age', values)).toBeUndefined());

  test.each<[string, string[], string[] | undefined]>([
    ['sex', ['F', 'M', 'missing', 'F'], ['missing']],
    ['sex', ['F', 'M', '-', 'F'], ['-']],
    ['race', ['white', 'black', 'unknown', 'asian'], undefined],
    ['serology', ['+', '-', '+', '-'], undefined],
    ['serology', ['positive', '-', 'positive', 'weak'], undefined],
    ['arm_2', ['drug', 'none', 'drug', 'placebo'], undefined],
  ])('in %s %j are what says nothing else', (column, values, expected) => {
    expect(words(column, values)).toEqual(expected);
  });

  const people = roster(['1,placebo,40,F', '2,drug,nd,M', '3,placebo,43,missing', '4,drug,44,F', '5,drug,999,M']);
  const scores = read('s.csv', 'id,visit,mfis_total\n1,Baseline,40\n1,Week 4,-\n2,Baseline,50\n2,Week 4,30\n');
  const { plan, notes } = propose([people, scores]);

  test('leave numbers, whose codes are found too, and are told with the way back', () => {
    expect(plan.files.map(({ reading }) => reading?.missingIn)).toEqual([
      { age: ['nd', '999'], sex: ['missing'] },
      { mfis_total: ['-'] },
    ]);
    expect(message({ notes }, 'missing_words')).toBe(
      'p.csv: "nd" in 1 cell of age tells that there is no value and is read as missing; remove the code of the column from the file\'s reading options if that is wrong',
    );
  });

  test('are missing in the tables, read before the plan was known or as it says', () => {
    const again = read(
      'p.csv',
      'id,arm,age,sex\n1,placebo,40,F\n2,drug,nd,M\n3,placebo,43,missing\n4,drug,44,F\n5,drug,999,M',
      plan.files[0]?.reading,
    );
    for (const file of [people, again]) {
      const [table] = prepareTables(plan, [file, scores]);
      expect(cells(table!, 'age')).toEqual([40, null, 43, 44, null]);
      expect(cells(table!, 'sex')).toEqual(['F', 'M', null, 'F', 'M']);
      expect(table!.columns.map(({ kind }) => kind)).toEqual(['factor', 'factor', 'number', 'factor']);
    }
  });

  test('end the note that the column is text, as long as they are set', () => {
    const file = roster(['1,placebo,40,F', '2,drug,nd,M', '3,placebo,43,F', '4,drug,44,F', '5,drug,41,M']);
    const [note] = file.notes;
    expect(note).toMatchObject({ code: 'not_a_number' });
    const told = (missingIn: Record<string, string[]>): string[] =>
      codes({ notes: notesUnder(note!, 'p.csv', { missingIn }) });
    expect(told({ age: ['nd'] })).toEqual([]);
    expect(told({ age: ['999'] })).toEqual(['not_a_number']);
  });

  test('in the column of visits are left to be mended', () => {
    const visits = read('v.csv', 'id,day,mfis_total\n1,0,40\n1,?,30\n2,0,50\n2,28,30\n3,0,44\n');
    const proposal = propose([visits]);
    expect(proposal.plan.files[0]?.reading?.missingIn).toBeUndefined();
    expect(proposal.plan.outcomes[0]).toMatchObject({ effect: { visit: '28' }, model: { baselineVisit: '0' } });
    expect(thrown(() => prepareTables(proposal.plan, [visits]))).toMatchObject({
      code: 'not_a_number',
      detail: { row: 3, column: 'day', value: '?' },
    });
  });
});

describe('what stands between header and data, in the cells or below, is told', () => {
  const rows = ['1,drug,40,F', '2,placebo,50,M', '3,drug,45,F', '4,placebo,41,M'];

  test('a second line of names', () => {
    const { notes } = propose([roster(['Number,Arm of the study,Age in years,Sex', ...rows])]);
    expect(message({ notes }, 'second_header')).toContain(
      'p.csv: row 2 looks like more names, labels or units below the header ("Age in years" in age, where all else is numbers)',
    );
  });

  test('two lines', () => {
    const { notes } = propose([roster(['Q1,Q2,Q3,Q4', 'id text,arm text,age text,sex text', ...rows])]);
    expect(message({ notes }, 'second_header')).toContain('rows 2 and 3 look like more names');
  });

  test.each([
    ['a slip in the first row', ['1,drug,4O,F', ...rows]],
    ['a slip in a later row', [...rows, '5,drug,old,F', '6,drug,40,F']],
    ['a word for missing', ['5,drug,nd,F', ...rows]],
  ])('but not %s', (_, lines) => {
    expect(codes(propose([roster(lines)]))).not.toContain('second_header');
  });

  test.each([
    ['80%', (n: number) => `${80 + n}%`],
    ['60 kg', (n: number) => `${60 + n} kg`],
    ['<5', (n: number) => (n === 0 ? '<5' : String(n))],
  ])('"%s" in a column that is text for it', (example, make) => {
    const lines = Array.from({ length: 6 }, (_, n) => `${n},${n % 2 ? 'drug' : 'placebo'},${make(n)},F`);
    expect(message(propose([roster(lines)]), 'number_with_text')).toContain(`"${example}" in age`);
  });

  test.each([
    ['doses', ['10 mg', '20 mg', '10 mg', '20 mg', '40 mg', '40 mg']],
    ['codes', ['A1', 'B2', 'C3', 'D4', 'E5', 'F6']],
    ['stages', ['1a', '1b', '2a', '2b', '3c', '3d']],
    ['dates', ['1/2/2024', '2/2/2024', '3/2/2024', '4/2/2024', '5/2/2024', '6/2/2024']],
  ])('but not %s', (_, values) => {
    const lines = values.map((value, n) => `${n},${n % 2 ? 'drug' : 'placebo'},${value},F`);
    expect(codes(propose([roster(lines)]))).not.toContain('number_with_text');
  });

  test.each(['n = 24', '* imputed', 'Source: registry'])('a row of "%s" among the participants', (word) => {
    const file = roster([...rows, `${word},,,`]);
    expect(file.table.rowCount).toBe(rows.length);
    expect(message(file, 'rows_set_aside')).toContain(`row 6 ("${word}")`);
  });

  test('a title above the header', () => {
    const result = read('t.csv', 'Trial 1 export\n\nid,arm,age\n1,drug,40\n');
    expect(message(result, 'title_rows')).toBe(
      't.csv: row 1 above the header (row 3) is left out ("Trial 1 export"); set the header row if that is wrong',
    );
  });
});
