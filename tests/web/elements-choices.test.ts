// SPDX-License-Identifier: MIT
/** What the elements decide without a page: the other kind of model, entries out of range, days on an axis. */
import { expect, test } from 'vitest';
import type { PlanModel, PlanOutcome } from '../../web/contract/plan.js';
import { entryProblem } from '../../web/elements/controls.js';
import { visitDays } from '../../web/figures/means.js';
import { withKind, withPossibleDf, type KeptModels } from '../../web/elements/model_kind.js';
import { outcomeOf, reportFixture } from './report-fixture.js';

const visits = ['0', '7', '28'];
const mmrm: PlanOutcome = {
  id: 'mfis',
  label: 'MFIS',
  role: 'secondary',
  score: 'mfis.total',
  model: {
    kind: 'mmrm',
    response: 'change',
    baselineVisit: '0',
    visits: ['7', '28'],
    covariates: ['age'],
    covariance: 'ar1h',
    covarianceGroups: 'arm',
    fallback: ['cs'],
    df: 'satterthwaite',
    vcov: 'empirical',
  },
  effect: { kind: 'visit_difference', visit: '7' },
};

test('the other kind of model takes over what both have, and its usual choices', () => {
  expect(withKind(mmrm, 'random_effects', visits, {})).toEqual({
    model: {
      kind: 'random_effects',
      response: 'value',
      random: 'intercept_slope',
      baselineVisit: '0',
      visits: ['7', '28'],
      covariates: ['age'],
      df: 'satterthwaite',
      vcov: 'empirical',
    },
    effect: { kind: 'slope_difference', window: 7 },
  });
  const slope: PlanOutcome = { ...mmrm, ...withKind(mmrm, 'random_effects', visits, {}) };
  const { effect } = withKind(slope, 'mmrm', visits, {});
  // Nobody has chosen it.
  expect(effect).toEqual({ kind: 'visit_difference', visit: '28', proposed: true });
  expect(withKind(slope, 'mmrm', ['28'], {}).effect).toEqual({ kind: 'visit_difference', visit: '28' });
  expect(withKind(slope, 'mmrm', [], {}).effect).toEqual({ kind: 'average_difference' });
});

test('the way back restores what the kind was set to, with the common settings as they are now', () => {
  const kept: KeptModels = { mmrm: { model: mmrm.model, effect: mmrm.effect } };
  const there = withKind(mmrm, 'random_effects', visits, kept);
  expect(withKind({ ...mmrm, ...there }, 'mmrm', visits, kept)).toEqual({ model: mmrm.model, effect: mmrm.effect });
  const changed: PlanOutcome = { ...mmrm, ...there, model: { ...there.model, df: 'residual' } };
  expect(withKind(changed, 'mmrm', visits, kept).model).toEqual({ ...mmrm.model, df: 'residual' });
});

test('a common setting taken back meanwhile does not return', () => {
  const kept: KeptModels = { mmrm: { model: mmrm.model, effect: mmrm.effect } };
  const bare: PlanOutcome = { ...mmrm, model: { kind: 'random_effects', response: 'value' } };
  expect(withKind(bare, 'mmrm', visits, kept).model).toEqual({
    kind: 'mmrm',
    response: 'change',
    covariance: 'ar1h',
    covarianceGroups: 'arm',
    fallback: ['cs'],
  });
});

test.each<[Partial<PlanModel>, string | undefined]>([
  [{}, undefined],
  [{ method: 'ML' }, 'satterthwaite'],
  [{ vcov: 'empirical' }, 'satterthwaite'],
  [{ vcov: 'model', method: 'REML' }, undefined],
  [{ method: 'ML', df: 'residual' }, 'residual'],
])('beside %j the degrees of freedom are those there are', (choice, df) => {
  const model: PlanModel = { kind: 'mmrm', response: 'value', ...(choice as object) };
  expect(withPossibleDf(model, {}).df).toBe(df);
  expect(withPossibleDf(model, { df: 'satterthwaite' }).df).toBe(choice.df);
});

test.each([
  ['95', 95, null],
  ['50', 50, null],
  ['120', 120, '120 is not between 50 and 99.9, so it stays 95.'],
  ['0.95', 0.95, '0.95 is not between 50 and 99.9, so it stays 95.'],
  ['', NaN, 'That is no number, so it stays 95.'],
])('an entry of "%s" for a level of 50 to 99.9 is answered', (text, number, problem) => {
  expect(entryProblem({ text, number }, { min: 50, max: 99.9 }, 95)).toBe(problem);
});

test('visits stand at the days the model used, whatever they are called', () => {
  const outcome = outcomeOf(reportFixture(), 'dfs');
  const model = { ...outcome.model!, visits: ['Baseline', 'Week 1', 'Week 4'], days: [0, 7, 28] };
  expect([...(visitDays({ model }, model.visits) ?? [])]).toEqual([
    ['Baseline', 0],
    ['Week 1', 7],
    ['Week 4', 28],
  ]);
  expect(visitDays({ model: { ...model, days: null } }, model.visits)).toBeNull();
  expect([...(visitDays({ model: null }, ['0', '28'])?.values() ?? [])]).toEqual([0, 28]);
});
