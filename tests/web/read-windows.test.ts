// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { VisitWindow } from '../../web/contract/plan.js';
import { propose, suggestWindows } from '../../web/read/index.js';
import { codes, message, read, seeded } from './read-support.js';

/** Each participant's days: the planned ones with scatter of up to `scatter` days to either side. */
function scattered(planned: readonly number[], people: number, scatter: number, seed = 1, missed = 0) {
  const random = seeded(seed);
  const rows: { id: string; day: number }[] = [];
  for (let i = 0; i < people; i++)
    for (const day of planned) {
      const isMissed = random() < missed;
      const off = Math.floor(random() * (2 * scatter + 1)) - scatter;
      if (!isMissed) rows.push({ id: `p${i}`, day: day + off });
    }
  return { days: rows.map(({ day }) => day), people: rows.map(({ id }) => id), rows };
}

const brief = (windows: readonly VisitWindow[]): string[] =>
  windows.map(({ day, before, after }) => `${day} -${before} +${after}`);

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

  test('meet half-way between the planned days, the middle day with the later', () => {
    const { days, people } = scattered([0, 7, 14, 28], 24, 2);
    expect(brief(suggestWindows(days, people))).toEqual(['0 -3 +1', '7 -3 +3', '14 -3 +6', '28 -7 +7']);
    expect(brief(suggestWindows(scattered([0, 7, 14, 28], 200, 2).days))).toEqual([
      '0 -3 +1',
      '7 -3 +3',
      '14 -3 +6',
      '28 -7 +7',
    ]);
  });

  test.each([
    [[0, 7, 14, 28], 2],
    [[1, 8, 15, 29], 1],
    [[0, 28, 56, 84], 2],
    [[0, 10, 30], 1],
  ])('are centred on the planned days %s', (planned, scatter) => {
    for (let seed = 1; seed <= 5; seed++) {
      const { days, people } = scattered(planned, 40, scatter, seed, 0.1);
      expect(suggestWindows(days, people).map(({ day }) => day)).toEqual(planned);
    }
  });

  test('are not suggested where scatter is as wide as visits are apart', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { days, people } = scattered([0, 7, 14, 28], 40, 4, seed);
      expect(suggestWindows(days, people)).toEqual([]);
      expect(suggestWindows(days)).toEqual([]);
    }
  });

  test('are not suggested where two planned days may lie in one run', () => {
    const days = [0, 10, 10, 13, 13, 30, 30, 60, 60].flatMap((day) =>
      Array.from({ length: 10 }, (_, i) => day + (i % 3)),
    );
    expect(suggestWindows(days)).toEqual([]);
  });
});

describe('the note on scattered days', () => {
  const file = (rows: readonly { id: string; day: number }[]) =>
    read('fss.csv', `id,day,fss_total\n${rows.map(({ id, day }, i) => `${id},${day},${30 + (i % 9)}`).join('\n')}\n`);

  test('tells the windows, and records are taken to them', () => {
    const told = propose([file(scattered([0, 7, 14, 28], 24, 2).rows)]);
    expect(message(told, 'windows_proposed')).toContain(
      'as it seems on days 0 (-3 to +1), 7 (-3 to +3), 14 (-3 to +6) and 28 (-7 to +7)',
    );
    expect(told.plan.files[0]?.windows?.map(({ day }) => day)).toEqual([0, 7, 14, 28]);
    expect(told.plan.outcomes).toMatchObject([
      { model: { baselineVisit: 'Day 0' }, effect: { kind: 'visit_difference', visit: 'Day 28' } },
    ]);
  });

  test('says that there are none where the days are not clear', () => {
    const told = propose([file(scattered([0, 7, 14, 28], 24, 5).rows)]);
    expect(message(told, 'windows_unclear')).toMatch(/^fss\.csv: \d+ different days in day \(-5 to 32\)/);
    expect(codes(told)).not.toContain('windows_proposed');
    expect(told.plan.outcomes).toEqual([]);
  });

  test('leaves out days far away from all others, as of a mistyped year', () => {
    const { rows } = scattered([0, 7, 14, 28], 24, 2);
    const typed = rows.map((row, i) => (i === 5 ? { ...row, day: row.day + 365 } : row));
    expect(propose([file(typed)]).plan.files[0]?.windows?.map(({ day }) => day)).toEqual([0, 7, 14, 28]);
  });

  test('is not given where the days are the planned ones', () => {
    const told = codes(propose([file(scattered([0, 7, 14, 28], 24, 0).rows)]));
    expect(told.filter((code) => code.startsWith('windows'))).toEqual([]);
  });
});
