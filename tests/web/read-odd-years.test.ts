// SPDX-License-Identifier: MIT
/** Which dates look like a slip in the year, and which are visits. */
import { expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { oddYearProblem, oddYears } from '../../web/read/odd-years.js';
import { missingOffer } from '../../web/text/missing_offer.js';
import { read } from './read-support.js';

const dates = (people: Record<string, string[]>, starts: Record<string, string> = {}) => {
  const lines = Object.entries(people).flatMap(([id, own]) => own.map((date) => `${id},${date},40`));
  const files = [
    read('r.csv', `id,when,FSS_total\n${lines.join('\n')}\n`),
    read(
      'p.csv',
      `id,arm,start\n${Object.keys(people)
        .map((id) => `${id},a,${starts[id] ?? ''}`)
        .join('\n')}\n`,
    ),
  ];
  const plan: Plan = {
    schemaVersion: 1,
    files: [
      { name: 'r.csv', role: 'records', id: 'id', date: 'when' },
      { name: 'p.csv', role: 'participants', id: 'id', arm: 'arm', startDate: 'start' },
    ],
    instruments: [],
    outcomes: [],
  };
  return oddYears(plan, files).flatMap((found) => oddYearProblem(found));
};
const values = (people: Record<string, string[]>, starts?: Record<string, string>): (string | undefined)[] =>
  dates(people, starts).flatMap(({ detail }) => (detail.places ?? []).map(({ value }) => value));

test.each([
  ['a year before', ['2024-01-10', '2023-02-07', '2024-03-06'], ['2023-02-07']],
  ['a year after', ['2024-01-10', '2025-02-07', '2024-03-06'], ['2025-02-07']],
  ['a first record', ['2023-01-10', '2024-02-07', '2024-03-06'], ['2023-01-10']],
  ['a leap day', ['2024-02-01', '2023-02-28', '2024-03-28'], ['2023-02-28']],
  ['the turn of the year', ['2023-12-20', '2023-01-17', '2024-02-14'], ['2023-01-17']],
  ['day first', ['10.01.2024', '07.02.2023', '06.03.2024'], ['07.02.2023']],
])('%s', (_, own, odd) => {
  expect(values({ p1: own, p2: own.filter((date) => !odd.includes(date)) })).toEqual(odd);
});

test.each([
  ['a visit a year after the baseline', ['2024-01-10', '2024-02-07', '2025-01-13']],
  ['records half a year apart', ['2024-01-10', '2024-07-10', '2025-01-10']],
  ['two records alone, of which either may be wrong', ['2024-01-10', '2023-02-07']],
  ['a year and a half later', ['2024-01-10', '2024-02-07', '2025-08-01']],
])('no slip: %s', (_, own) => {
  expect(values({ p1: own, p2: own })).toEqual([]);
});

test('a start date helps where there are two records, and may be the slip itself', () => {
  expect(values({ p1: ['2024-01-10', '2023-02-07'] }, { p1: '2024-01-10' })).toEqual(['2023-02-07']);
  const [problem] = dates({ p1: ['2024-01-10', '2024-02-07'] }, { p1: '2023-01-10' });
  expect(problem?.detail.places).toEqual([{ file: 'p.csv', row: 2, column: 'start', value: '2023-01-10' }]);
});

test('what many participants have is a visit', () => {
  const later = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`p${i}`, ['2024-01-10', '2024-03-06', i < 5 ? '2025-02-10' : '2024-05-01']]),
  );
  expect(values(later)).toEqual([]);
});

test('a value that others have, too, is not offered to be read as missing', () => {
  const own = ['2024-01-10', '2023-02-07', '2024-03-06'];
  const [alone] = dates({ p1: own, p2: ['2024-01-10'] });
  expect(missingOffer(alone!)).toMatchObject({ file: 'r.csv', values: { when: ['2023-02-07'] }, cells: 1 });
  const [shared] = dates({ p1: own, p2: ['2023-02-07', '2023-02-20', '2023-03-01'] });
  expect(shared?.code).toBe('odd_year');
  expect(missingOffer(shared!)).toBeNull();
});
