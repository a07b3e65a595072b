// SPDX-License-Identifier: MIT
/** Outcomes that wait for the user and that the core was not given: the report's plan and its gate know of them all the same. */
import type { Plan, PlanOutcome } from '../contract/plan.js';
import type { Report } from '../contract/report.js';

/** Puts those of `plan` that the core was not given back into the report's plan, so that the plan can be used again. */
export function keepInPlan(report: Report, plan: Plan): void {
  const known = new Map(report.plan.outcomes.map((outcome) => [outcome.id, outcome]));
  report.plan.outcomes = plan.outcomes.map((outcome) => known.get(outcome.id) ?? outcome);
}

/**
 * In a fixed sequence of tests nothing after an outcome that waits is confirmatory yet: the hypothesis before it has not
 * been tested. `outcomes` are all of the plan.
 */
export function holdGate(report: Report, outcomes: readonly PlanOutcome[]): void {
  const sequence = (['primary', 'secondary'] as const).flatMap((role) => outcomes.filter((each) => each.role === role));
  const places = new Map(sequence.map(({ id }, place) => [id, place]));
  const firstWaiting = sequence.findIndex(({ id }) => !report.outcomes.some((outcome) => outcome.id === id));
  if (firstWaiting < 0) return;
  for (const outcome of report.outcomes) {
    const place = places.get(outcome.id);
    if (!outcome.gate || place === undefined) continue;
    const closed = place > firstWaiting ? { open: false, rejected: false } : {};
    outcome.gate = { ...outcome.gate, position: place + 1, ...closed };
  }
}
