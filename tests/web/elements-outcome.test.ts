// SPDX-License-Identifier: MIT
/** Baselines, summaries and responder rules: what choosing one makes of the outcome. */
import { describe, expect, test } from 'vitest';
import type { Plan, PlanInstrument, PlanOutcome } from '../../web/contract/plan.js';
import {
  cutOffOf,
  isBandOf,
  offersFor,
  usualBaseline,
  usualResponder,
  visitsKey,
  withBaseline,
  withBaselineVisit,
  withSummary,
} from '../../web/elements/outcome_edits.js';
import { optionalEntryProblem } from '../../web/elements/controls.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { tiredness } from './made-definition.js';

const outcome: PlanOutcome = {
  id: 'o',
  label: 'O',
  role: 'primary',
  score: 't.all',
  model: { kind: 'mmrm', response: 'change', baselineVisit: '0', visits: ['7', '28'], covariance: 'ar1' },
  effect: { kind: 'visit_difference', visit: '28' },
};
const slope: PlanOutcome = {
  ...outcome,
  model: { kind: 'random_effects', response: 'value', random: 'intercept_slope', weights: 'w', df: 'satterthwaite' },
  effect: { kind: 'slope_difference', window: 7 },
};
const instrument: PlanInstrument = { id: 't', instrument: 'TIRED', file: 'q.csv', items: [] };

describe('baseline', () => {
  test('a rule takes the place of the visit, and the other way round', () => {
    const model = withBaseline(outcome.model, { kind: 'last_before', day: 0 });
    expect(model).toEqual({
      kind: 'mmrm',
      response: 'change',
      visits: ['7', '28'],
      covariance: 'ar1',
      baseline: { kind: 'last_before', day: 0 },
    });
    expect(withBaselineVisit(model, '7')).toMatchObject({ baselineVisit: '7' });
    expect(withBaselineVisit(model, '7')).not.toHaveProperty('baseline');
    expect(withBaselineVisit(outcome.model, '')).not.toHaveProperty('baselineVisit');
  });

  test.each([
    [['age', 'BASE'], 'BASE'],
    [['pain_baseline', 'fss_bl'], 'fss_bl'],
    [['screening_fss', 'baseline'], 'screening_fss'],
    [['age', 'fatigue_baseline'], 'fatigue_baseline'],
  ])('of %j the column of the baseline is found by its name', (columns, column) => {
    expect(usualBaseline('column', columns, ['fss', 'FSS'])).toEqual({ kind: 'column', column });
  });

  test('the column is asked for where no name tells it', () => {
    expect(usualBaseline('column', ['age', 'pain_baseline'], ['fss', 'FSS'])).toBeNull();
    expect(usualBaseline('column', [])).toBeNull();
  });
});

describe('summary', () => {
  test('makes a mean at every visit of a straight line, and tells', () => {
    const { patch, told } = withSummary(slope, { kind: 'weekly_mean' }, ['1', '2'], {});
    expect(patch).toEqual({
      summary: { kind: 'weekly_mean' },
      model: { kind: 'mmrm', response: 'value', covariance: 'us', df: 'satterthwaite' },
      effect: { kind: 'average_difference' },
    });
    expect(told.join(' ')).toContain('The model is now a mean at every visit (MMRM)');
    expect(told.join(' ')).toContain('Weights were taken out');
  });

  test('leaves the baseline, which is of the records, and not the visits', () => {
    const { patch, told } = withSummary(outcome, { kind: 'auc_per_day' }, [], {});
    expect(patch.model).toEqual({ kind: 'mmrm', response: 'change', baselineVisit: '0', covariance: 'ar1' });
    expect(patch.effect).toEqual({ kind: 'average_difference' });
    expect(told).toHaveLength(1);
  });

  test('only corrected, it leaves everything else', () => {
    const weekly: PlanOutcome = { ...outcome, summary: { kind: 'weekly_mean' } };
    const { patch, told } = withSummary(weekly, { kind: 'weekly_mean', firstDay: 0 }, [], {});
    expect(patch).toEqual({
      model: weekly.model,
      effect: weekly.effect,
      summary: { kind: 'weekly_mean', firstDay: 0 },
    });
    expect(told).toEqual([]);
  });

  test('has visits of its own', () => {
    expect(visitsKey(outcome)).toBe('t.all');
    expect(visitsKey({ ...outcome, summary: { kind: 'weekly_mean' } })).not.toBe('t.all');
  });
});

describe('responders', () => {
  const offers = offersFor('t.all', instrument, tiredness);

  test('start from what is published for the score and its scoring', () => {
    expect(usualResponder('change', offers)).toEqual({ kind: 'change', by: 8 });
    expect(usualResponder('reliable_change', offers)).toEqual({ kind: 'reliable_change', reliability: 0.8 });
    const summed = offersFor('t.all', { ...instrument, scoring: 'sum' }, tiredness);
    expect(usualResponder('change', summed)).toEqual({ kind: 'change', by: 2 });
    expect(usualResponder('reliable_change', summed)).toBeNull();
  });

  test('have no number where none is published', () => {
    const none = offersFor('t.mind', instrument, tiredness);
    for (const kind of ['change', 'percent_change', 'cut_off', 'reliable_change'] as const) {
      expect(usualResponder(kind, none)).toBeNull();
    }
  });

  test('are on the good side of a band', () => {
    const [mild, severe] = offers.bands;
    expect(offers.bands).toHaveLength(2);
    expect(cutOffOf(mild!)).toEqual({ kind: 'cut_off', value: 60, inclusive: false });
    expect(cutOffOf(severe!)).toEqual({ kind: 'cut_off', value: 30, inclusive: true });
    expect(isBandOf({ kind: 'cut_off', value: 60 }, mild!)).toBe(true);
    expect(isBandOf({ kind: 'cut_off', value: 60, inclusive: true }, mild!)).toBe(false);
  });

  const plan = (responder: PlanOutcome['responder']): Plan => ({
    schemaVersion: 1,
    files: [{ name: 'q.csv', role: 'records', id: 'id', visit: 'day' }],
    definitions: [tiredness],
    instruments: [instrument],
    outcomes: [{ ...outcome, ...(responder ? { responder } : {}) }],
  });
  const summed = (from: Plan): PlanOutcome['responder'] =>
    applyEdit(from, { kind: 'instrument', id: 't', patch: { scoring: 'sum' } }).outcomes[0]?.responder;

  test('do not keep points of one scoring under another', () => {
    expect(summed(plan({ kind: 'change', by: 8 }))).toEqual({ kind: 'change', by: 2 });
    expect(summed(plan({ kind: 'change', by: 5 }))).toBeUndefined();
    expect(summed(plan({ kind: 'cut_off', value: 30, inclusive: true }))).toEqual({
      kind: 'cut_off',
      value: 15,
      inclusive: false,
    });
    expect(summed(plan({ kind: 'percent_change', by: 30 }))).toEqual({ kind: 'percent_change', by: 30 });
  });

  test('do not keep points of one score under another, or under another questionnaire', () => {
    const other = applyEdit(plan({ kind: 'change', by: 8 }), {
      kind: 'outcome',
      id: 'o',
      patch: { score: 't.mind' },
    });
    expect(other.outcomes[0]?.responder).toBeUndefined();
    const dfs = applyEdit(plan({ kind: 'change', by: 8 }), {
      kind: 'instrument',
      id: 't',
      patch: { instrument: 'DFS' },
    });
    expect(dfs.outcomes[0]).not.toHaveProperty('responder');
    expect(dfs.outcomes[0]?.score).toBe('t.total');
  });

  test('stay under a change that leaves the score as it is', () => {
    const rule = { kind: 'change', by: 5 } as const;
    const next = applyEdit(plan(rule), { kind: 'instrument', id: 't', patch: { missingItems: 'complete' } });
    expect(next.outcomes[0]?.responder).toEqual(rule);
  });
});

test.each([
  ['0.8', 0.8, null],
  ['1.2', 1.2, '1.2 is not between 0.01 and 0.999.'],
  ['', NaN, 'That is no number.'],
])('an entry of "%s" for a reliability is answered', (text, number, problem) => {
  expect(optionalEntryProblem({ text, number }, { min: 0.01, max: 0.999 })).toBe(problem);
});
