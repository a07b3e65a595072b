// SPDX-License-Identifier: MIT
/** What choosing a questionnaire, its columns or its rule makes of the plan's entry. */
import { expect, test } from 'vitest';
import type { PlanInstrument } from '../../web/contract/plan.js';
import {
  becoming,
  columnsOfList,
  givenAs,
  instrumentGroups,
  ruleKinds,
  ruleOf,
} from '../../web/elements/instrument_edits.js';
import { instrumentFacts, instrumentLine, scoreRange, scoringLabel } from '../../web/text/instrument.js';
import { instrumentNamed } from '../../web/read/instruments.js';
import { tiredness } from './made-definition.js';

const columns = ['id', 'day', 't1', 't2', 't3', 't4', 't5', 't6', 'age'];
const fss: PlanInstrument = { id: 'x', instrument: 'FSS', file: 'q.csv', items: ['t1'], scoring: 'mean' };

test('questionnaires are offered under headings, own ones first', () => {
  const [own, fatigue, others] = instrumentGroups([tiredness]);
  expect(own?.options).toEqual([{ value: 'TIRED', label: 'Made-up fatigue scale (TIRED, 6 items)' }]);
  expect(fatigue?.options.map(({ value }) => value)).toEqual(expect.arrayContaining(['DFS', 'FSS', 'MFIS']));
  expect(others?.options.map(({ value }) => value)).not.toContain('FSS');
});

test('another questionnaire takes the columns from the first on and leaves what only the other had', () => {
  const items = ['t1', 't2', 't3', 't4', 't5', 't6'];
  const cleared = { scoring: undefined, missingItems: undefined, direction: undefined };
  expect(becoming(fss, tiredness, columns)).toEqual({ instrument: 'TIRED', ...cleared, items });
  const given = { id: 'x', instrument: 'MFIS', file: 'q.csv', scores: { total: 'age' } };
  expect(becoming(given, tiredness, columns)).toEqual({ instrument: 'TIRED', ...cleared, scores: { all: 'age' } });
});

test('finished scores begin with the first scale, items with as many columns as there are items', () => {
  expect(givenAs(fss, tiredness, 'scores', columns).scores).toEqual({ all: 't1' });
  const given = { id: 'x', instrument: 'TIRED', file: 'q.csv', scores: { all: 't4' } };
  expect(givenAs(given, tiredness, 'items', columns).items).toEqual(['t4', 't5', 't6', 'age']);
});

test.each([
  ['t1, t2;T3', { items: ['t1', 't2', 't3'] }],
  ['t1 t2\nt3', { items: ['t1', 't2', 't3'] }],
  ['"t1"\t"t2"\t"t3"', { items: ['t1', 't2', 't3'] }],
  ['t1 t2 t9', { problem: 'No such column: t9.' }],
  ['t1 t2 t2', { problem: 'Named twice: t2.' }],
  ['t1 t2', { problem: '2 columns listed, but the questionnaire has 3 items.' }],
])('a pasted list "%s" is read or refused in words', (list, expected) => {
  expect(columnsOfList(list, columns, 3)).toEqual(expected);
});

test('names with spaces are parted by commas', () => {
  expect(columnsOfList('item one, item two', ['item one', 'item two'], 2)).toEqual({ items: ['item one', 'item two'] });
});

test('the rules offered are those the definition allows', () => {
  expect(ruleKinds(tiredness, { atLeast: 4 })).toEqual(['half', 'complete', 'atLeast', 'subscales']);
  const strict = { ...tiredness, missingItems: { default: 'complete' as const, only: true, source: '' } };
  expect(ruleKinds(strict, 'complete')).toEqual(['complete']);
  expect(ruleKinds({ ...tiredness, scales: [] }, 'half')).toEqual(['half', 'complete', 'atLeast']);
  expect(ruleOf('atLeast', tiredness, 'half')).toEqual({ atLeast: 4 });
  const halfRule = { ...tiredness, missingItems: { default: 'half' as const, source: '' } };
  expect(ruleOf('atLeast', halfRule, 'half')).toEqual({ atLeast: 3 });
});

test('the range of a score follows items, scoring and transformation', () => {
  const [all, body] = tiredness.scales;
  const [mean, sum] = tiredness.scorings;
  expect(scoreRange(tiredness, all!, mean!)).toEqual([0, 100]);
  expect(scoreRange(tiredness, all!, sum!)).toEqual([125, 725]);
  expect(scoreRange(tiredness, body!, sum!)).toEqual([3, 15]);
  expect(scoreRange(tiredness, body!, { name: 'bimodal', combine: 'sum', recode: [0, 0, 1, 1, 1] })).toEqual([0, 3]);
  const table = {
    ...all!,
    table: [
      { raw: 6, score: 30.5 },
      { raw: 7, score: 25 },
    ],
  };
  expect(scoreRange(tiredness, table, sum!)).toEqual([25, 30.5]);
  expect(scoringLabel(instrumentNamed('FSS')!, instrumentNamed('FSS')!.scorings[1]!)).toBe('Mean, 1 to 7');
});

test('a scale that stands the other way round says so loudly, with cut-offs towards its bad end', () => {
  expect(instrumentLine(tiredness)).toBe('TIRED total 0 to 100 \u00b7 Higher scores mean LESS fatigue');
  const facts = Object.fromEntries(instrumentFacts(tiredness).map(({ label, text }) => [label, text]));
  expect(facts['Cut-offs']).toBe('mild at 60 or less [made up]; severe below 30 [made up]');
  expect(facts['Changes that matter']).toContain(
    'TIRED total as sum: minimal important change 2 (1 to 3), nobody [made up]',
  );
  const epworth = { ...tiredness, name: 'ESS', title: 'Sleepiness' };
  expect(instrumentLine(epworth)).toContain('Higher scores are BETTER');
});

test('a direction that must be declared is asked for until it is', () => {
  const declared = { ...tiredness, direction: 'declared' as const };
  expect(instrumentLine(declared)).toContain('choose which end is good, or no score is computed');
  expect(instrumentLine(declared, undefined, 'lower_is_better')).toContain('Higher scores mean more fatigue');
});
