// SPDX-License-Identifier: MIT
/** Names of parameters and visits, as the core writes them, are words where a reader meets them. */
import { expect, test } from 'vitest';
import { visitLabel, visitList, visitTitle } from '../../web/text/labels.js';
import { outcomeWarnings } from '../../web/text/method.js';
import { withParameterWords } from '../../web/text/parameter_words.js';
import { inWords } from '../../web/text/problem.js';
import { outcomeOf, reportFixture } from './report-fixture.js';

const weeks = ['baseline', 'week_4', 'week_12'];

test.each([
  [
    'the data cannot tell Var(2) of ar1h and Rho(1) of ar1h',
    'the variance at week 4 and the correlation of neighbouring visits',
  ],
  ['the data cannot tell Rho(2) of toeph', 'the correlation of visits 2 apart'],
  ['the data cannot tell Cov(1) of toep', 'the covariance of neighbouring visits'],
  ['the data cannot tell Rho(2) of adh', 'the correlation of week 4 and week 12'],
  ['the data cannot tell Rho(1) of csh', 'the correlation of any two visits'],
  [
    'the data cannot tell CS of cs, Residual of cs',
    'the covariance of any two visits, the variance within participants',
  ],
  ['the data cannot tell SP(EXP) of sp_exp', 'how fast the correlation fades'],
  ['the data cannot tell the variance at visit week_12', 'the variance at visit week 12'],
  ['the data cannot tell the covariance of visits week_4 and week_12', 'the covariance of visits week 4 and week 12'],
  ['the data cannot tell Var(9) of ar1h', 'the variance at visit 9'],
])('%s', (message, words) => {
  expect(withParameterWords(message, weeks, 'day')).toBe(`the data cannot tell ${words}`);
});

test('what an outcome is warned of, and why it failed, is in words', () => {
  const outcome = outcomeOf(reportFixture(), 'fss');
  const message = 'the data cannot tell Var(1) of ar1h (from each other or at all)';
  Object.assign(outcome.model!, {
    ...{ visits: ['7', '14'], covarianceRequested: 'us', covarianceUsed: 'cs' },
    tried: [
      { covariance: 'ar1h', status: 'singular_hessian', message },
      { covariance: 'cs', status: 'converged', message: '' },
    ],
  });
  const told = outcomeWarnings(outcome, 'week').join(' ');
  expect(told).toContain('the data cannot tell the variance at week 7 (from');
  expect(told).not.toMatch(/Var\(|of ar1h/);
  const error = { code: 'x', message: `FSS: ${message}`, detail: {} };
  expect(inWords(error, reportFixture().plan).message).toContain('the variance at visit 1 (from');
});

test('a visit of an export reads as words wherever it is shown, and no other label changes', () => {
  expect(visitLabel('week_12', 'day')).toBe('week 12');
  expect(visitTitle('follow_up', 'day')).toBe('Follow up');
  expect(visitList(['post', 'follow_up'], 'day')).toBe('post, follow up');
  expect(visitLabel('Visit 2_b', 'day')).toBe('Visit 2_b');
  expect(visitLabel('_', 'day')).toBe('_');
});
