// SPDX-License-Identifier: MIT
/** What reading must not decide in silence: which visit is the baseline, what a point is, who is a participant. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { dateColumn, prepareTables, propose, readFile } from '../../web/read/index.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { cells, codes, column, message, read, thrown } from './read-support.js';

const participants = read('participants.csv', 'id,arm,age\n01,drug,40\n02,placebo,50\n03,drug,45\n');

/** Scores of three participants at these visits, in this order. */
function scores(visits: readonly string[], name = 'visit'): ReturnType<typeof read> {
  const rows = ['01', '02', '03'].flatMap((id, p) => visits.map((visit, v) => `${id},${visit},${10 + p + v}`));
  return read('scores.csv', [`id,${name},mfis_total`, ...rows].join('\n'));
}
const proposed = (visits: readonly string[], name?: string) => propose([participants, scores(visits, name)]);

describe('the baseline', () => {
  test('is the last day before treatment, and earlier ones are told and not analysed', () => {
    const { plan, notes } = proposed(['-14', '0', '28'], 'day');
    expect(plan.outcomes[0]?.model).toMatchObject({ baselineVisit: '0', visits: ['28'] });
    expect(message({ notes }, 'several_baselines')).toBe(
      'scores.csv: visit 0 is taken as the baseline of MFIS; before treatment too, and not analysed: -14',
    );
  });

  test('is not the screening beside it', () => {
    const { plan } = proposed(['Screening', 'Baseline', 'Week 4']);
    expect(plan.outcomes[0]?.model).toMatchObject({ baselineVisit: 'Baseline', visits: ['Week 4'] });
  });

  test('leaves the visits open where it is the only one before treatment', () => {
    const { plan, notes } = proposed(['0', '28'], 'day');
    expect(plan.outcomes[0]?.model).not.toHaveProperty('visits');
    expect(codes({ notes })).not.toContain('several_baselines');
  });
});

describe('the default effect', () => {
  test.each([
    [['12 months', '6 months', 'Baseline'], '12 months'],
    [['Month 12', 'Week 6', 'Baseline'], 'Month 12'],
    [['24 weeks', '4 days', 'Baseline'], '24 weeks'],
    [['Baseline', 'Week 5', 'Unscheduled'], 'Week 5'],
    [['Unscheduled 1', 'Week 5', 'Baseline'], 'Week 5'],
    [['Baseline', 'Week 5', 'Early termination'], 'Week 5'],
  ])('of %j is at %s', (visits, effect) => {
    expect(proposed(visits).plan.outcomes[0]?.effect).toMatchObject({ kind: 'visit_difference', visit: effect });
  });

  test('is told where only the order of the file orders the visits', () => {
    const { notes } = proposed(['Baseline', 'early', 'late']);
    expect(message({ notes }, 'visit_order_of_rows')).toContain('"Baseline", "early" and "late"');
    expect(codes(proposed(['Baseline', 'Week 4', 'Week 12']))).not.toContain('visit_order_of_rows');
  });
});

describe('a point in a file with semicolons', () => {
  const file = (text: string, options?: Parameters<typeof read>[2]) => read('a.csv', text, options);
  const thousands = 'id;mfis_total\n1;950\n2;1.050\n3;1.200';
  const plan = (result: ReturnType<typeof read>): Plan => ({
    schemaVersion: 1,
    files: [{ name: result.name, role: 'records', id: 'id' }],
    instruments: [{ id: 'mfis', instrument: 'MFIS', file: result.name, scores: { total: 'mfis_total' } }],
    outcomes: [],
  });

  test('that may separate thousands is told, and refused when it is used', () => {
    const result = file(thousands);
    expect(message(result, 'ambiguous_number')).toContain(
      '"1.050" can be a number with decimals or one with thousands',
    );
    const error = thrown(() => prepareTables(plan(result), [result]));
    expect(error).toMatchObject({ code: 'ambiguous_number', detail: { row: 3, value: '1.050' } });
  });

  test('is what the user says', () => {
    expect(cells(file(thousands, { decimal: ',' }).table, 'mfis_total')).toEqual([950, 1050, 1200]);
    expect(cells(file(thousands, { decimal: '.' }).table, 'mfis_total')).toEqual([950, 1.05, 1.2]);
  });

  test('is in doubt beside decimal commas too', () => {
    const result = file('id;mfis_total;x\n1;950;1,5\n2;1.050;2,5\n3;1.200;3,5');
    expect(codes(result)).toEqual(['decimal_comma', 'ambiguous_number']);
    expect(thrown(() => prepareTables(plan(result), [result])).code).toBe('ambiguous_number');
  });

  test.each([
    ['another number shows it', 'id;x\n1;1.050\n2;1.2\n3;3.000'],
    ['another column shows it', 'id;x;y\n1;1.050;0.5\n2;1.200;1\n3;3.000;2'],
    ['the file has commas between columns', 'id,x\n1,1.050\n2,1.200\n3,3.000'],
  ])('is a decimal point where %s', (_, text) => {
    const result = file(text);
    expect(column(result.table, 'x').kind).toBe('number');
    expect(codes(result)).toEqual([]);
  });
});

describe('what is written in two ways', () => {
  test('arms', () => {
    const { notes } = propose([read('p.csv', 'id,arm\n01,drug\n02,placebo\n03,Drug\n'), scores(['0', '28'], 'day')]);
    expect(message({ notes }, 'arms_same')).toBe(
      'p.csv: "drug" and "Drug" are taken as one arm, "drug"; take them apart under "Arms" if they are not',
    );
  });

  test('visits', () => {
    const { notes } = proposed(['Baseline', 'Week 4', 'week 4']);
    expect(message({ notes }, 'same_visits')).toContain('"week 4" as "Week 4"');
  });

  test('alike is no note', () => {
    expect(codes(proposed(['Baseline', 'Week 4', 'Week 12']))).not.toContain('same_visits');
  });
});

test.each(['Mean', 'Grand total', 'N', 'Summe'])('a row of %s among the participants is told', (word) => {
  const { notes } = propose([read('p.csv', `id,arm,age\n01,drug,40\n${word},drug,45\n02,placebo,50\n`)]);
  expect(message({ notes }, 'summary_row')).toContain(`"${word}"`);
});

describe('codes for missing', () => {
  test('are not seen among values like them', () => {
    const p = read('p.csv', 'id,arm,weight,score\n1,drug,98,-12\n2,placebo,99,-9\n3,drug,110,4\n4,drug,120,5\n');
    expect(codes(propose([p]))).not.toContain('likely_missing_codes');
  });

  test.each([['-9.0'], ['-9'], ['-9.00']])('are numbers: -9 is %s', (text) => {
    expect(cells(read('a.csv', `id,x\n1,1\n2,${text}\n3,3\n`, { missing: ['-9'] }).table, 'x')).toEqual([1, null, 3]);
  });

  test('of identifiers are texts', () => {
    expect(cells(read('a.csv', 'id,x\n9,1\n9.0,2\n', { missing: ['9'] }).table, 'id')).toEqual([null, '9.0']);
  });
});

describe('UTF-8 that was asked for', () => {
  const latin = Uint8Array.from('id,x\n1,2\nM\xfcller,1\nM\xe4ller,2\n', (letter) => letter.charCodeAt(0));

  test('is refused where the bytes are not, naming the row', async () => {
    const { error, table } = await readFile('a.csv', latin, { encoding: 'utf-8' });
    expect(error).toMatchObject({ code: 'wrong_encoding', detail: { file: 'a.csv', row: 3 } });
    expect(error?.message).toContain('a.csv, row 3: the text is not UTF-8');
    expect(table.rowCount).toBe(0);
  });

  test('is not missed where it was not asked for', async () => {
    expect(cells((await readFile('a.csv', latin)).table, 'id')).toEqual(['1', 'Müller', 'Mäller']);
  });
});

describe('dates', () => {
  const days = (text: string, dates?: 'mdy' | 'dmy'): number[] =>
    Array.from(dateColumn(read('a.csv', `id;date\n1;${text}\n`, dates && { dates }), 'date').column.values);

  test('with points have the month first where the plan says so', () => {
    expect(days('03.05.2024', 'mdy')).toEqual([19_787]);
    expect(days('05.03.2024', 'dmy')).toEqual([19_787]);
    expect(days('05.03.2024')).toEqual([19_787]);
  });

  test.each(['5 Mär 2024', '5 März 2024', '5. MÄRZ 2024', '5 MARCH 2024', 'MARCH 5, 2024'])('%s is one', (text) => {
    expect(days(text)).toEqual([19_787]);
  });
});

describe('identifiers in a column not called like one', () => {
  test('keep their writing once the column is chosen', () => {
    const { plan } = propose([participants]);
    const edited = applyEdit(plan, { kind: 'file', name: 'participants.csv', patch: { id: 'Nr' } });
    expect(edited.files[0]?.reading?.types).toEqual({ Nr: 'factor' });
    const file = read('a.csv', 'Nr,arm\n1.1,a\n1.10,b\n', { types: { Nr: 'factor' } });
    expect(cells(file.table, 'Nr')).toEqual(['1.1', '1.10']);
  });
});
