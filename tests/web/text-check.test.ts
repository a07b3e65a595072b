// SPDX-License-Identifier: MIT
/** The data check in words, tables and the map, from a check written by hand. */
import { expect, test } from 'vitest';
import type { DataCheck, ScoreCheck } from '../../web/contract/check.js';
import { cellAt, mapLayout, mapPaths } from '../../web/elements/missing_map.js';
import { checkLists, checkProblems, checkSummary, incompleteParticipants, stateCounts } from '../../web/text/check.js';
import { armsTable, filesTable, visitsTable } from '../../web/text/tables/check.js';
import { tableText } from './report-fixture.js';

const score: ScoreCheck = {
  score: 'mfis.total',
  label: 'MFIS total',
  visits: ['-1', '28'],
  counts: [
    { arm: 'placebo', n: [1, 1] },
    { arm: 'active', n: [2, 0] },
  ],
  participants: [
    { id: 'A', arm: 'placebo', states: 'ss' },
    { id: 'B', arm: 'active', states: 'p-' },
    { id: 'C', arm: 'active', states: 'su' },
  ],
  more: 0,
};

const check: DataCheck = {
  files: [
    {
      name: 'q.csv',
      role: 'records',
      rows: 9,
      rowsUsed: 5,
      unused: [
        { reason: 'no visit', n: 3 },
        { reason: 'outside all windows', n: 1 },
      ],
      participants: 3,
      unmatched: ['X'],
      withoutRows: [],
      duplicates: [{ id: 'A', visit: '-1', rows: [2, 7] }],
    },
  ],
  arms: [
    { arm: 'placebo', participants: 1 },
    { arm: 'active', participants: 2 },
  ],
  armProblems: [
    { id: 'D', arms: ['placebo', 'active'] },
    { id: 'E', arms: [] },
  ],
  scores: [score],
  problems: [
    { kind: 'out_of_range', severity: 'error', problem: { code: 'x', message: 'wrong', detail: { row: 4 } } },
    { kind: 'outside_windows', severity: 'warning', problem: { code: 'y', message: 'odd', detail: {} } },
  ],
  warnings: [],
};

test('one line says how much there is and how much is wrong', () => {
  expect(checkSummary(check)).toBe('3 participants, 1 file, 4 problems, 4 rows left out');
  const clean = { ...check, problems: [], armProblems: [] };
  expect(checkSummary(clean)).toBe('3 participants, 1 file, 4 rows left out');
  const one = check.files.map((file) => ({ ...file, unused: [{ reason: 'no visit', n: 1 }] }));
  expect(checkSummary({ ...clean, files: one })).toBe('3 participants, 1 file, 1 row left out');
  const all = check.files.map((file) => ({ ...file, unused: [] }));
  expect(checkSummary({ ...clean, files: all })).toBe('3 participants, 1 file, no problems');
});

test('errors and warnings are told apart', () => {
  expect(checkProblems(check.problems, 'error')).toEqual([{ message: 'wrong', places: ['line 4'] }]);
  expect(checkProblems(check.problems, 'warning').map(({ message }) => message)).toEqual(['odd']);
});

test('what does not fit between files is listed; what fits is not', () => {
  expect(checkLists(check, { files: [] })).toEqual([
    { heading: 'Arms that do not fit', entries: ['D: placebo, active', 'E: no arm'] },
    { heading: 'q.csv: 1 identifier that no participant has', entries: ['X'] },
    { heading: 'q.csv: 1 record more than once', entries: ['A, day \u22121 (lines 2, 7)'] },
  ]);
});

test('a long list is cut short and counted', () => {
  const unmatched = Array.from({ length: 45 }, (_, i) => `P${i}`);
  const [list] = checkLists(
    { ...check, armProblems: [], files: [{ ...check.files[0]!, unmatched, duplicates: [] }] },
    { files: [] },
  );
  expect(list?.heading).toBe('q.csv: 45 identifiers that no participant has');
  expect(list?.entries).toHaveLength(31);
  expect(list?.entries[30]).toBe('and 15 more');
});

test('the tables hold the counts of the core', () => {
  expect(tableText(filesTable(check))).toEqual([
    ['q.csv', 'Scores or questionnaires', '3', '9', '5', '3: no visit; 1: outside all windows'],
  ]);
  expect(tableText(armsTable(check))).toEqual([
    ['placebo', '1'],
    ['active', '2'],
  ]);
  expect(tableText(visitsTable(score, 'day'))).toEqual([
    ['Day \u22121', '1', '2'],
    ['Day 28', '1', '0'],
  ]);
});

test('the map is told in words too', () => {
  expect(stateCounts(score)).toEqual({ s: 3, p: 1, u: 1, '-': 1 });
  expect(incompleteParticipants(score, 'day')).toEqual([
    'B (active): Day 28 no record',
    'C (active): Day 28 not scored',
  ]);
});

test('each cell of the map is drawn where it is pointed at', () => {
  const layout = mapLayout(score, 400);
  const { cell, labels } = layout;
  const paths = mapPaths(score, layout);
  expect(Object.values(paths).map((path) => path.split('M').length - 1)).toEqual([3, 1, 1, 1]);
  expect(paths['-']).toContain(`M${labels.left + cell.width} ${labels.top + cell.height}h`);
  const at = cellAt(score, layout, labels.left + 1.5 * cell.width, labels.top + 1.5 * cell.height);
  expect(at).toEqual({ id: 'B', arm: 'active', visit: '28', state: '-' });
  expect(cellAt(score, layout, 0, labels.top)).toBeNull();
  expect(cellAt(score, layout, labels.left, layout.height + 1)).toBeNull();
});

test('five hundred participants by thirty days fit the page, drawn as runs', () => {
  const participants = Array.from({ length: 500 }, (_, i) => ({ id: `P${i}`, arm: 'a', states: 's'.repeat(30) }));
  const large = { ...score, visits: Array.from({ length: 30 }, (_, i) => String(i)), participants };
  const layout = mapLayout(large, 390);
  expect(layout.width).toBeLessThanOrEqual(390);
  expect(layout.height).toBeLessThanOrEqual(1300);
  expect(layout.namesRows).toBe(false);
  expect(mapPaths(large, layout).s.split('M')).toHaveLength(501);
});
