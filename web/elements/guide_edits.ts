// SPDX-License-Identifier: MIT
/** What the answers to the guide's questions change: the same changes that the settings make. */
import type { Plan, PlanEffect, PlanOutcome } from '../contract/plan.js';
import type { PlanEdit } from './events.js';
import { withBaselineVisit } from './outcome_edits.js';

/** Stands for all visits together among the visits to choose from. */
export const allVisits = '\u0000all';

/** The outcome the guide asks about: the first primary one, or else the first. */
export const mainOutcome = ({ outcomes }: Plan): PlanOutcome | undefined =>
  outcomes.find(({ role }) => role === 'primary') ?? outcomes[0];

/** The chosen outcome becomes the primary one, and the one that was a secondary. */
export function mainOutcomeEdits(plan: Plan, id: string): PlanEdit[] {
  const roleOf = (outcome: string, role: PlanOutcome['role']): PlanEdit => ({
    ...{ kind: 'outcome', id: outcome, patch: { role } },
  });
  const before = plan.outcomes.filter((outcome) => outcome.role === 'primary' && outcome.id !== id);
  return [roleOf(id, 'primary'), ...before.map((outcome) => roleOf(outcome.id, 'secondary'))];
}

/** '' is the first visit. */
export function startEdit({ id, model }: PlanOutcome, visit: string): PlanEdit {
  return { kind: 'outcome', id, patch: { model: withBaselineVisit(model, visit) } };
}

export function whenEdit({ id }: PlanOutcome, visit: string): PlanEdit {
  const effect: PlanEffect = visit === allVisits ? { kind: 'average_difference' } : { kind: 'visit_difference', visit };
  return { kind: 'outcome', id, patch: { effect } };
}

/** Visits that can be the time that counts: all but the one everybody starts from. */
export function laterVisits({ model, summary }: PlanOutcome, visits: readonly string[]): string[] {
  const starts = model.response !== 'value' && model.baseline === undefined && summary === undefined;
  const start = model.baselineVisit ?? visits[0];
  return visits.filter((visit) => !starts || visit !== start);
}
