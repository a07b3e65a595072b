// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { leavesDaysOut, weeksOf, weeksText } from '../../web/text/diary_weeks.js';

const days = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i)).reverse();
const told = (...of: Parameters<typeof weeksOf>): string => {
  const weeks = weeksOf(...of);
  return weeks ? weeksText(weeks) : 'no days';
};

test('days in a week with too few of them are told, whatever their order', () => {
  expect(told(days(1, 10))).toBe(
    'Weekly means are of week 1 (days 1 to 7). Days 8 to 10 are left out: fewer than 4 days in a week.',
  );
  expect(told(days(1, 8))).toContain('Day 8 is left out: fewer than 4 days in its week.');
  expect(told(days(1, 10), { leastDays: 3 })).toBe('Weekly means are of weeks 1 to 2 (days 1 to 10).');
});

test('days before week 1 are told, and weeks begin where they are said to', () => {
  expect(told(days(-2, 14))).toBe(
    'Weekly means are of weeks 1 to 2 (days 1 to 14). Days \u22122 to 0 are left out: before week 1.',
  );
  expect(told(days(0, 6), { firstDay: 0 })).toBe('Weekly means are of week 1 (days 0 to 6).');
});

test('weeks with others between them are told one by one', () => {
  const weeks = weeksOf([...days(1, 7), ...days(15, 21)]);
  expect(weeks && weeksText(weeks)).toBe('Weekly means are of weeks 1, 3 (days 1 to 7, 15 to 21).');
  expect(weeks && leavesDaysOut(weeks)).toBe(false);
});

test('too few days make no week, and labels no days', () => {
  expect(told(days(1, 3))).toBe('No week has the 4 days that a weekly mean needs.');
  expect(told(['Baseline', 'Week 4'])).toBe('no days');
  expect(told([])).toBe('no days');
});
