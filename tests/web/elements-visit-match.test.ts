// SPDX-License-Identifier: MIT
/** Which visit of one table is proposed to be which of another, and what is made of the choice. */
import { expect, test } from 'vitest';
import { chosenVisits, visitMatches, visitTwice } from '../../web/elements/visit_match.js';

const visits = [
  ['T0', 'T1', 'T2'],
  ['baseline', 'T1', 'week 8', 'week 12'],
];

test('visits that both have stay, and the others are paired in order as far as there are some', () => {
  expect(visitMatches(visits)).toEqual([
    { label: 'baseline', part: 1, proposed: 'T0' },
    { label: 'week 8', part: 1, proposed: 'T2' },
    { label: 'week 12', part: 1, proposed: '' },
  ]);
});

test('a label that two other tables have is asked about once', () => {
  const matches = visitMatches([['T0'], ['start'], ['start', 'end']]);
  expect(matches.map(({ label, part }) => [label, part])).toEqual([
    ['start', 1],
    ['end', 2],
  ]);
});

test('what is chosen counts more than what is proposed, and a visit of its own is no other', () => {
  expect(chosenVisits(visitMatches(visits), { baseline: '', 'week 12': 'T2', 'week 8': '' })).toEqual({
    'week 12': 'T2',
  });
});

test('two visits of one table are not one visit', () => {
  expect(visitTwice(visits, { baseline: 'T0', 'week 8': 'T2' })).toBeNull();
  expect(visitTwice(visits, { 'week 8': 'T1' })).toEqual({ part: 1, visit: 'T1' });
});
