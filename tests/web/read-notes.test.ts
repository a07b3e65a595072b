// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { prepareTables, propose, suggestWindows } from '../../web/read/index.js';
import { cells, codes, message, read } from './read-support.js';

describe('codes for missing', () => {
  const header = ['id', 'day', ...Array.from({ length: 9 }, (_, i) => `fss${i + 1}`)].join(',');
  const file = (third: string): ReturnType<typeof read> =>
    read('q.csv', `${header}\n1,0,1,2,-9,4,5,6,7,1,2\n1,7,1,2,${third},4,5,6,7,99,2\n2,0,1,2,3,4,5,6,7,1,2\n`);

  test('typical codes out of range are proposed as missing, with their number', () => {
    const files = [file('-9')];
    const { plan, notes } = propose(files);
    expect(plan.files[0]?.reading?.missingIn).toEqual({ fss3: ['-9'], fss8: ['99'] });
    expect(message({ notes }, 'missing_codes')).toContain('-9 in 2 cells and 99 in 1 cell of fss3 and fss8');
    expect(cells(prepareTables(plan, files)[0]!, 'fss3')).toEqual([null, null, 3]);
  });

  test('anything else out of range stays', () => {
    expect(propose([file('12')]).plan.files[0]?.reading?.missingIn).toEqual({ fss8: ['99'] });
  });
});

test('identifiers that nearly match are told, others are not', () => {
  const arms = read('arms.csv', 'id,arm\nP-001,placebo\nP-002,drug\n1-11,drug\n11-1,drug\n');
  const near = propose([arms, read('d.csv', 'id,day,dfs\np001,0,5\nP-002,0,4\n')]).notes;
  expect(message({ notes: near }, 'ids_nearly_match')).toContain('"p001" and "P-001"');
  const same = propose([arms, read('d.csv', 'id,day,dfs\nP-001,0,5\nP-003,0,4\n')]).notes;
  expect(codes({ notes: same })).not.toContain('ids_nearly_match');
});

describe('windows', () => {
  test('are suggested around the days at which records pile up, and never overlap', () => {
    const days = [0, 0, 0, 6, 7, 7, 8, 13, 14, 14, 16, 26, 28, 28, 30];
    const windows = suggestWindows(days);
    expect(windows.map(({ day }) => day)).toEqual([0, 7, 14, 28]);
    for (const [i, { day, before }] of windows.entries()) {
      const earlier = windows[i - 1];
      if (earlier) expect(earlier.day + earlier.after).toBeLessThan(day - before);
    }
    for (const day of days)
      expect(windows.filter((w) => day >= w.day - w.before && day <= w.day + w.after)).toHaveLength(1);
  });

  test('are not suggested for a diary', () => {
    expect(suggestWindows(Array.from({ length: 80 }, (_, i) => i % 8))).toEqual([]);
    expect(suggestWindows([])).toEqual([]);
  });
});

test('dates without a start date are told of and not used', () => {
  const { plan, notes } = propose([read('d.csv', 'id,visit_date,fss_total\n1,2024-01-01,40\n1,2024-01-08,30\n')]);
  expect(plan.files[0]).not.toHaveProperty('date');
  expect(message({ notes }, 'choose_start_date')).toContain('visit_date could tell the study day');
});
