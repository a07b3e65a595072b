// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { prepareTables, propose } from '../../web/read/index.js';
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

test('identifiers in two ways, of which one is that of the other file, are told once', () => {
  const arms = read('arms.csv', 'id,arm\nP-001,placebo\nP-002,drug\n');
  const { notes } = propose([arms, read('d.csv', 'id,day,dfs\nP-001,0,5\np001,1,5\nP-002,0,4\nx1,0,4\nX-1,1,4\n')]);
  const told = notes.filter(({ code }) => code === 'ids_nearly_match').map((note) => note.message);
  expect(told.filter((text) => text.includes('p001'))).toHaveLength(1);
  expect(told.filter((text) => text.includes('"X-1" and "x1"'))).toHaveLength(1);
});

test('dates without a start date are told of and not used', () => {
  const { plan, notes } = propose([read('d.csv', 'id,visit_date,fss_total\n1,2024-01-01,40\n1,2024-01-08,30\n')]);
  expect(plan.files[0]).not.toHaveProperty('date');
  expect(message({ notes }, 'choose_start_date')).toContain('visit_date could tell the study day');
});
