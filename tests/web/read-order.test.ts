// SPDX-License-Identifier: MIT
/** Which visit is taken as baseline and which as the last: a wrong guess gives a wrong effect that looks right. */
import { describe, expect, test } from 'vitest';
import { dateColumn, prepareTables, propose, readFile } from '../../web/read/index.js';
import { readText } from '../../web/read/read-file.js';

/** One row per person and visit, with an MFIS total. */
function proposed(column: string, visits: readonly string[]): ReturnType<typeof propose> {
  const rows = ['a', 'b', 'c', 'd'].flatMap((id, i) =>
    visits.map((visit, j) => [id, i % 2 ? 'drug' : 'placebo', visit, 30 + i + j].join(',')),
  );
  return propose([readText('t.csv', [`id,arm,${column},mfis_total`, ...rows].join('\n'))]);
}

describe('the baseline', () => {
  test('is the last visit up to day 0, and that is told', () => {
    const { plan, notes } = proposed('day', ['-14', '0', '28']);
    expect(plan.outcomes[0]?.model).toMatchObject({ baselineVisit: '0' });
    expect(notes.map(({ code }) => code)).toContain('baseline_visit');
  });

  test('is day 0 where there is no earlier visit, without a word', () => {
    const { plan, notes } = proposed('day', ['0', '28']);
    expect(plan.outcomes[0]?.model).toMatchObject({ baselineVisit: '0' });
    expect(notes.map(({ code }) => code)).not.toContain('baseline_visit');
  });
});

describe('the visit of the effect', () => {
  test.each([
    [['12 months', '6 months', 'Baseline'], '12 months'],
    [['Baseline', '12 weeks', '3 months', '6 weeks'], '3 months'],
    [['Baseline', 'Week 4', 'Unscheduled'], 'Week 4'],
    [['Baseline', 'Month 6', 'Early termination', 'Month 3'], 'Month 6'],
  ])('of %j is %s', (visits, expected) => {
    expect(proposed('visit', visits).plan.outcomes[0]?.effect).toMatchObject({
      kind: 'visit_difference',
      visit: expected,
    });
  });

  test('leaves visits of no plan out of the model, and says so', () => {
    const { plan, notes } = proposed('visit', ['Baseline', 'Week 4', 'Unscheduled 1.01', 'Week 8']);
    expect(plan.outcomes[0]?.model).toMatchObject({ visits: ['Week 4', 'Week 8'] });
    expect(notes.map(({ code }) => code)).toContain('unplanned_visits');
  });

  test('is told to be the last of the rows where labels tell no order', () => {
    expect(proposed('visit', ['Baseline', 'spring', 'autumn']).notes.map(({ code }) => code)).toContain(
      'visit_order_of_rows',
    );
  });
});

test('zero-padded visits are those the analysis sees', () => {
  const file = readText('t.csv', 'id,arm,week,mfis_total\na,x,00,30\na,x,04,31\nb,y,00,32\nb,y,04,33');
  const { plan } = propose([file]);
  const visit = prepareTables(plan, [file])[0]?.columns.find(({ name }) => name === 'week');
  expect(visit?.kind).toBe('number');
  expect(plan.outcomes[0]?.model).toMatchObject({ baselineVisit: '0' });
});

test('bytes that are not the encoding asked for are an error, not one replacement mark for all', async () => {
  const bytes = new Uint8Array([...'id,y\nM'].map((c) => c.charCodeAt(0)).concat([0xfc, 0x6c, 0x2c, 0x31, 0x0a]));
  const { error } = await readFile('t.csv', new Blob([bytes]), { encoding: 'utf-8' });
  expect(error).toMatchObject({ code: 'wrong_encoding', detail: { file: 't.csv' } });
  expect((await readFile('t.csv', new Blob([bytes]))).options.encoding).toBe('windows-1252');
});

describe('dates with points', () => {
  const days = (order?: 'mdy'): number[] => {
    const file = readText('t.csv', 'id,d\na,03.05.2024\n', order ? { dates: order } : {});
    return [...dateColumn(file, 'd').column.values];
  };
  test('have the day first, unless the plan says otherwise', () => {
    expect(days()).toEqual([Date.UTC(2024, 4, 3) / 86_400_000]);
    expect(days('mdy')).toEqual([Date.UTC(2024, 2, 5) / 86_400_000]);
  });
  test('and names of months may be German or in capitals', () => {
    const file = readText('t.csv', 'id,d\na,5 Mär 2024\nb,5 MARCH 2024\n');
    expect([...dateColumn(file, 'd').column.values]).toEqual([19787, 19787]);
  });
});
