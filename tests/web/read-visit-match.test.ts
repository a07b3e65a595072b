// SPDX-License-Identifier: MIT
/** Which visit of one table is proposed to be which of another, and what is made of the choice. */
import { expect, test } from 'vitest';
import { chosenVisits, visitMatches, visitTwice } from '../../web/read/visit-match.js';

const visits = [
  ['T0', 'T1', 'T2'],
  ['baseline', 'T1', 'week 8', 'week 12'],
];

test('visits that both have stay; where one has more, the others are paired as far as the labels tell it', () => {
  expect(visitMatches(visits)).toEqual([
    { label: 'baseline', part: 1, proposed: 'T0' },
    { label: 'week 8', part: 1, proposed: null },
    { label: 'week 12', part: 1, proposed: null },
  ]);
  expect(
    visitMatches([
      ['T0', 'T1'],
      ['baseline', 'week 8'],
    ]).map(({ proposed }) => proposed),
  ).toEqual(['T0', 'T1']);
});

test.each([
  [
    ['BL', 'W4', 'W12'],
    ['Baseline', 'Week 4', 'Week 8', 'Week 12'],
    ['BL', 'W4', null, 'W12'],
  ],
  [
    ['Baseline', 'Week 4', 'Week 8', 'Week 12'],
    ['BL', 'W4', 'W12'],
    ['Baseline', 'Week 4', 'Week 12'],
  ],
  [
    ['V1', 'V2', 'V3'],
    ['Visit 2', 'Visit 3'],
    ['V2', 'V3'],
  ],
  [
    ['V1', 'V2', 'V3'],
    ['Visit 0', 'Visit 1'],
    [null, 'V1'],
  ],
  [
    ['V1', 'V2'],
    ['T0', 'T1'],
    ['V1', 'V2'],
  ],
  [
    ['Week 2', 'Week 4'],
    ['Week 3', 'Week 6'],
    [null, null],
  ],
  [
    ['Baseline', 'Week 12'],
    ['prä', 'Month 3'],
    ['Baseline', 'Week 12'],
  ],
  [['Baseline', 'Week 12'], ['Screening', 'Baseline', 'Week 12'], [null]],
  [
    ['Screening', 'Week 12'],
    ['prä', 'post'],
    [null, 'Week 12'],
  ],
  [
    ['Baseline', 'mid', 'Week 12'],
    ['BL', 'W12', 'late'],
    ['Baseline', 'Week 12', null],
  ],
])('of %j and %j no visits are paired that say other things', (first, own, proposed) => {
  expect(visitMatches([first, own]).map((match) => match.proposed)).toEqual(proposed);
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
