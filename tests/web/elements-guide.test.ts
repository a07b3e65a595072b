// SPDX-License-Identifier: MIT
/** Answers to the guide's questions, as changes of the plan. */
import { expect, test } from 'vitest';
import {
  allVisits,
  laterVisits,
  mainOutcome,
  mainOutcomeEdits,
  startEdit,
  whenEdit,
} from '../../web/elements/guide_edits.js';
import type { PlanModel, PlanOutcome } from '../../web/contract/plan.js';
import { omit } from '../../web/elements/omit.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { reportFixture } from './report-fixture.js';

const { plan } = reportFixture();
const fss = plan.outcomes.find(({ id }) => id === 'fss');
if (!fss) throw new Error('the fixture has no FSS');

test('another main outcome takes the place of the one that was, and nothing else changes', () => {
  const next = mainOutcomeEdits(plan, 'fss').reduce(applyEdit, plan);
  expect(next.outcomes.filter(({ role }) => role === 'primary').map(({ id }) => id)).toEqual(['fss']);
  expect(mainOutcome(next)?.id).toBe('fss');
  expect({ ...next, outcomes: [] }).toEqual({ ...plan, outcomes: [] });
});

test('without a primary outcome the first is asked about', () => {
  const outcomes = plan.outcomes.map((outcome) => ({ ...outcome, role: 'secondary' as const }));
  expect(mainOutcome({ ...plan, outcomes })?.id).toBe(plan.outcomes[0]?.id);
  expect(mainOutcome({ ...plan, outcomes: [] })).toBeUndefined();
});

test('the start and the time that counts are set in the outcome', () => {
  const outcomeAfter = (edit: Parameters<typeof applyEdit>[1]) =>
    applyEdit(plan, edit).outcomes.find(({ id }) => id === 'fss');
  expect(outcomeAfter(startEdit(fss, '7'))?.model.baselineVisit).toBe('7');
  expect(outcomeAfter(startEdit(fss, ''))?.model).not.toHaveProperty('baselineVisit');
  expect(outcomeAfter(whenEdit(fss, '14'))?.effect).toEqual({ kind: 'visit_difference', visit: '14' });
  expect(outcomeAfter(whenEdit(fss, allVisits))?.effect).toEqual({ kind: 'average_difference' });
});

test('the visit everybody starts from is no time that counts, unless the score itself is analysed', () => {
  const visits = ['0', '7', '28'];
  const model = omit(fss.model, 'baselineVisit') as PlanModel;
  const change: PlanOutcome = { ...fss, model: { ...model, response: 'change' } };
  expect(laterVisits(change, visits)).toEqual(['7', '28']);
  expect(laterVisits({ ...change, model: { ...change.model, baselineVisit: '7' } }, visits)).toEqual(['0', '28']);
  expect(laterVisits({ ...change, model: { ...change.model, response: 'value' } }, visits)).toEqual(visits);
  const rule = { ...change.model, baseline: { kind: 'last_before' as const, day: 0 } };
  expect(laterVisits({ ...change, model: rule }, visits)).toEqual(visits);
});
