// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { methodSentences, outcomeWarnings, shortMethod } from '../../web/text/method.js';
import { gateSentence } from '../../web/text/gate.js';
import { progressText } from '../../web/text/progress.js';
import type { GateState } from '../../web/contract/report.js';
import { problemFile, problemText } from '../../web/text/problem.js';
import { outcomeOf, reportFixture } from './report-fixture.js';

test('the method line holds all that is needed to repeat the result', () => {
  const report = reportFixture();
  const line = methodSentences(report, outcomeOf(report, 'mfis')).join(' ');
  for (const part of [
    'change in Modified Fatigue Impact Scale from day 0',
    'the score at day 0',
    'arm, visit and arm by visit',
    'unstructured',
    'REML',
    'Kenward-Roger',
    'weigh visits and factor levels equally',
    'half rule',
    '11 had items filled in',
    'days 7, 14, 21, 28',
    'Fatigue Calculator 0.1.0',
  ]) {
    expect(line).toContain(part);
  }
});

test('a fallback is said in the method line and, once, among the warnings', () => {
  const report = reportFixture();
  const fss = outcomeOf(report, 'fss');
  const said = 'The structure asked for (unstructured) could not be fitted; heterogeneous Toeplitz was used';
  expect(methodSentences(report, fss).join(' ')).toContain(said);
  expect(outcomeWarnings(fss).filter((text) => text.includes('heterogeneous Toeplitz'))).toHaveLength(1);
  expect(outcomeWarnings(fss)[0]).toContain('(unstructured: the matrix is not positive definite.)');
});

test('records left out are a warning', () => {
  expect(outcomeWarnings(outcomeOf(reportFixture(), 'fss'))).toContain('3 records not used: no baseline score.');
});

test('a single visit is a linear model, not one of repeated measures', () => {
  const report = reportFixture();
  const fss = outcomeOf(report, 'fss');
  Object.assign(fss.model!, { visits: ['7'], covarianceUsed: 'none', tried: [] });
  const line = methodSentences(report, fss).join(' ');
  expect(line).toContain(
    'Linear model of one visit: change in Fatigue Severity Scale from day 0 on the score at day 0, arm.',
  );
  expect(line).not.toContain('ovariance');
});

test('a single item has no rule for missing items', () => {
  const report = reportFixture();
  expect(shortMethod(report, outcomeOf(report, 'dfs'))).toContain('a single item');
  expect(methodSentences(report, outcomeOf(report, 'dfs')).join(' ')).not.toContain('half rule');
});

test('a problem names file, line, column, value and remedy', () => {
  const detail = { file: 'q.csv', row: 12, column: 'mfis3', value: '7', remedy: 'correct the value' };
  const problem = problemText({ code: 'out_of_range', message: 'an item is outside its range', detail });
  expect(problem.places).toEqual(['q.csv, line 12, column mfis3, value \u201c7\u201d']);
  expect(problem.remedy).toBe('correct the value');
});

test('what the message says is not said again', () => {
  const detail = { file: 'q.csv', row: 12, column: 'mfis3', value: '7', remedy: 'correct the value' };
  const message = 'q.csv, row 12, column mfis3: 7 is outside 0 to 4: correct the value';
  expect(problemText({ code: 'outside', message, detail })).toEqual({ message, places: [] });
});

test('many places are cut short and counted', () => {
  const places = Array.from({ length: 9 }, (_, i) => ({ file: 'q.csv', row: i + 2 }));
  const error = { code: 'duplicate', message: 'duplicate visits', detail: { places } };
  expect(problemText(error).places).toHaveLength(6);
  expect(problemText(error).places[5]).toBe('and 4 more');
  expect(problemFile(error)).toBe('q.csv');
});

test('options beyond the usual are named in both method lines, the usual ones are not', () => {
  const report = reportFixture();
  const mfis = outcomeOf(report, 'mfis');
  const usual = [...methodSentences(report, mfis), shortMethod(report, mfis)].join(' ');
  for (const word of ['per arm', 'empirical', 'information', 'weighted', 'adjusted']) expect(usual).not.toContain(word);
  Object.assign(mfis.model!, {
    covarianceGroups: 'arm',
    vcov: 'empirical_bias_reduced',
    information: 'expected',
    weights: 'w',
  });
  mfis.multiplicity = 'holm';
  const full = methodSentences(report, mfis).join(' ');
  expect(full).toContain('One covariance matrix per arm. Standard errors: bias-reduced, CR2.');
  expect(full).toContain('Degrees of freedom from the expected information. Records weighted by w.');
  expect(full).toContain('p values adjusted by Holm over the differences of all arms at all visits.');
  expect(shortMethod(report, mfis)).toContain(
    'one covariance matrix per arm; bias-reduced, CR2 standard errors; weighted by w',
  );
  const dfs = outcomeOf(report, 'dfs');
  Object.assign(dfs.model!, { residual: 'ar1' });
  expect(methodSentences(report, dfs).join(' ')).toContain('Residuals of a participant: AR(1).');
});

test('an analysis under way is told by outcome, steps and time, as far as known', () => {
  const outcomes = [
    { id: 'dfs', label: 'DFS' },
    { id: 'fss', label: 'FSS' },
  ];
  const progress = { stage: 'fit', outcome: 'fss', iteration: 12, objective: 100 };
  expect(progressText(null, outcomes, 0)).toBe('Working\u2026');
  expect(progressText(null, outcomes, 4)).toBe('Working: 4 s');
  expect(progressText(progress, outcomes, 4)).toBe('Working: outcome 2 of 2, FSS, 12 steps, 4 s, about 4 s to go');
  expect(progressText({ ...progress, outcome: 'gone', iteration: 1 }, outcomes, 0)).toBe('Working: 1 step');
});

test.each<[Partial<GateState>, 'ok' | 'failed', string]>([
  [{ rejected: true }, 'ok', 'Test 1 of 2 in the fixed sequence: significant at the 5% level.'],
  [{}, 'ok', 'Test 1 of 2 in the fixed sequence: not significant at the 5% level, which closes the tests after it.'],
  [{ position: 2 }, 'ok', 'Test 2 of 2 in the fixed sequence: not significant at the 5% level.'],
  [{}, 'failed', 'Test 1 of 2 in the fixed sequence: could not be done, which closes the tests after it.'],
  [
    { position: 2, open: false },
    'ok',
    'Test 2 of 2 in the fixed sequence: closed by an earlier test. The result is shown but is not confirmatory.',
  ],
])('the state %j of an outcome that is %s is said in words', (state, status, sentence) => {
  const gate = { position: 1, open: true, rejected: false, alpha: 1 - 0.95, ...state };
  expect(gateSentence({ gate, status }, 2)).toBe(sentence);
});

test('without a sequence nothing is said of one', () => {
  expect(gateSentence({ gate: null, status: 'ok' }, 2)).toBeNull();
  expect(gateSentence({ status: 'ok' }, 2)).toBeNull();
});
