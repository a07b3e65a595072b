// SPDX-License-Identifier: MIT
/** What the numbers of visits are proposed to count, by the names of columns and by the numbers. */
import { describe, expect, test } from 'vitest';
import type { PlanFile } from '../../web/contract/plan.js';
import { parsePlan, propose } from '../../web/read/index.js';
import { timeUnitOfVisits } from '../../web/read/visit-names.js';
import { codes, message, read } from './read-support.js';

type Visits = readonly (number | string)[];

/** A long file with a fatigue score at these visits, proposed. */
function proposedFor(column: string, visits: Visits, score = 'fss_total') {
  const rows = ['01', '02', '03'].flatMap((id, p) =>
    visits.map((visit, v) => [id, p === 0 ? 'placebo' : 'active', visit, 20 + p + v].join(',')),
  );
  const proposal = propose([read('long.csv', [['id', 'arm', column, score].join(','), ...rows].join('\n'))]);
  expect(parsePlan(JSON.stringify(proposal.plan))).toEqual(proposal.plan);
  return { ...proposal, file: proposal.plan.files[0]! };
}

function wideFor(columns: readonly string[]) {
  const rows = ['01', '02', '03'].map((id, p) => [id, p === 0 ? 'placebo' : 'active', ...columns.map(() => 30 + p)]);
  const lines = [['id', 'arm', ...columns], ...rows].map((row) => row.join(','));
  const proposal = propose([read('wide.csv', lines.join('\n'))]);
  return { ...proposal, file: proposal.plan.files[0]! };
}

const unitOf = ({ timeUnit }: PlanFile): string => timeUnit ?? 'day';

describe('a long file', () => {
  test.each([
    ['day', [0, 7, 28], 'day'],
    ['study_day', [1, 2, 3], 'day'],
    ['VISITDY', [1, 8, 29], 'day'],
    ['week', [0, 2, 4], 'week'],
    ['Week No', [0, 4, 8], 'week'],
    ['wk', [0, 4, 8], 'week'],
    ['weeks', [1, 2, 3], 'week'],
    ['Woche', [0, 4, 8], 'week'],
    ['month', [0, 3, 6], 'month'],
    ['months', [0, 1, 2], 'month'],
    ['mo', [0, 6, 12], 'month'],
    ['Monat', [0, 6, 12], 'month'],
    ['visit', [1, 2, 3, 4], 'visit'],
    ['VISITNUM', [0, 1, 2, 3], 'visit'],
    ['visit_no', [1, 2, 3], 'visit'],
    ['AVISITN', [1, 2], 'visit'],
    ['timepoint', [0, 1, 2], 'visit'],
    ['time', [1, 2, 3], 'visit'],
    ['wave', [1, 2, 3], 'visit'],
    ['session', [1, 2], 'visit'],
    ['assessment', [0, 1], 'visit'],
    ['visit', [0, 7, 28], 'day'],
    ['AVISITN', [0, 4, 8, 12], 'day'],
    ['time', [0, 0.5, 1], 'day'],
    ['time', [2, 3, 4], 'day'],
    ['visitnum', [-1, 0, 1], 'day'],
  ] as const)('with %s %j counts %ss', (column, visits, unit) => {
    const { file } = proposedFor(column, visits);
    expect(file).toMatchObject({ role: 'records', visit: column });
    expect(unitOf(file)).toBe(unit);
  });

  test('says nothing of days by name, and what was assumed of all else', () => {
    expect(codes(proposedFor('day', [0, 7, 28]))).not.toContain('visit_unit');
    expect(message(proposedFor('week', [0, 2, 4]), 'visit_unit')).toBe(
      'long.csv: the numbers in week are read as weeks, from its name; \u201cVisits count\u201d beside the visit column ' +
        '(timeUnit in a plan) changes it',
    );
    expect(message(proposedFor('visit', [1, 2, 3]), 'visit_unit')).toContain(
      'the numbers in visit are read as visit numbers',
    );
    expect(message(proposedFor('visit', [0, 7, 28]), 'visit_unit')).toContain('the numbers in visit are taken as days');
  });

  test('has no unit where visits are labels', () => {
    const { file, notes } = proposedFor('visit', ['Baseline', 'Week 2', 'Week 4']);
    expect(file).not.toHaveProperty('timeUnit');
    expect(codes({ notes })).not.toContain('visit_unit');
  });

  test('has the unit of its numbers beside a label', () => {
    expect(proposedFor('week', ['Baseline', 4, 8]).file.timeUnit).toBe('week');
    expect(proposedFor('visit', ['Baseline', 1, 2]).file.timeUnit).toBe('visit');
  });

  test('is told of its baseline in its unit', () => {
    expect(message(proposedFor('week', [2, 4, 8]), 'no_baseline')).toContain('at week 0 or called baseline');
    expect(message(proposedFor('month', [-1, 0, 3]), 'baseline_visit')).toContain('of the visits up to month 0');
  });

  test('of a diary in numbered visits has no slope, and says that nothing tells days', () => {
    const { plan, notes } = proposedFor('time', [0, 1, 2, 3, 4, 6], 'dfs');
    expect(plan.outcomes[0]?.model.kind).toBe('mmrm');
    expect(message({ notes }, 'no_days')).toContain('nothing says that the visits of DFS are days');
  });

  test('with scattered weeks is asked for no windows of days', () => {
    const rows = Array.from({ length: 40 }, (_, p) => [0, 4 + (p % 3), 12 + (p % 5)].map((w) => `${p},a,${w},30`));
    const text = ['id,arm,WHEN,fss_total', ...rows.flat()].join('\n');
    const windows = (column: string): boolean =>
      codes(propose([read('q.csv', text.replace('WHEN', column))])).some((code) => code.startsWith('windows_'));
    expect(windows('day')).toBe(true);
    expect(windows('week')).toBe(false);
  });
});

test('visits told by dates count days', () => {
  const people = read(
    'people.csv',
    'id,arm,randdt\n01,placebo,2024-01-01\n02,active,2024-01-02\n03,active,2024-01-03\n',
  );
  const dates = ['01', '02', '03'].flatMap((id) => [`${id},2024-01-05,30`, `${id},2024-02-05,28`]);
  const { plan } = propose([people, read('q.csv', ['id,date,fss_total', ...dates].join('\n'))]);
  expect(plan.files[1]).toMatchObject({ date: 'date' });
  expect(plan.files[1]).not.toHaveProperty('timeUnit');
});

describe('a wide file', () => {
  test.each([
    [['mfis_d0', 'mfis_d28'], 'day', ['0', '28']],
    [['mfis_w0', 'mfis_w4', 'mfis_w12'], 'week', ['0', '4', '12']],
    [['mfis_baseline', 'mfis_week4'], 'week', ['0', '4']],
    [['mfis_m0', 'mfis_m6'], 'month', ['0', '6']],
    [['mfis_v1', 'mfis_v2', 'mfis_v3'], 'visit', ['1', '2', '3']],
    [['mfis_t0', 'mfis_t1'], 'visit', ['0', '1']],
    [['mfis_t0', 'mfis_t7', 'mfis_t28'], 'day', ['0', '7', '28']],
    [['mfis_0', 'mfis_28'], 'day', ['0', '28']],
  ] as const)('with %j counts %ss, by numbers a slope can go through', (columns, unit, visits) => {
    const { file } = wideFor(columns);
    expect(file.wide?.map(({ visit }) => visit)).toEqual(visits);
    expect(unitOf(file)).toBe(unit);
  });

  test('says what it read from which column', () => {
    const told = message(wideFor(['mfis_w0', 'mfis_w4']), 'visit_unit');
    expect(told).toContain('visits are numbered by week as in the column names (mfis_w0) and read as weeks');
    expect(codes(wideFor(['mfis_d0', 'mfis_d28']))).not.toContain('visit_unit');
  });

  test('of two units is refused as before', () => {
    const { file, notes } = wideFor(['mfis_d0', 'mfis_w4']);
    expect(file).toEqual({ name: 'wide.csv', role: 'ignored' });
    expect(codes({ notes })).toContain('mixed_visit_units');
  });
});

test('numbers repeat and come in any order', () => {
  expect(timeUnitOfVisits(['3', '1', '2', '1'], 'visit')).toBe('visit');
  expect(timeUnitOfVisits(['3', '1', '1'], 'visit')).toBe('day');
  expect(timeUnitOfVisits([], 'week')).toBeNull();
});
