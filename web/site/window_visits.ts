// SPDX-License-Identifier: MIT
/** Windows give visits names of their own: the outcomes of the file follow. */
import type { Plan, PlanEffect, PlanModel, VisitWindow } from '../contract/plan.js';
import { visitDays } from '../read/visit-names.js';

/**
 * The plan with the visits that outcomes of the file name called as the windows call them, by their days; by their days
 * alone where there are no windows any more. A visit that no window holds becomes the first (baseline) or last (effect).
 */
export function withVisitsOf(
  plan: Plan,
  file: string,
  before: readonly VisitWindow[] | undefined,
  after: readonly VisitWindow[] | undefined,
): Plan {
  const rename = (visit: string): string | null => renamed(visit, before ?? [], after ?? []);
  const [first] = after ?? [];
  const last = after?.[after.length - 1];
  const isOf = (score: string): boolean =>
    plan.instruments.some((instrument) => instrument.file === file && score.startsWith(`${instrument.id}.`));
  const modelOf = (model: PlanModel): PlanModel => {
    const next = { ...model };
    if (model.baselineVisit !== undefined) next.baselineVisit = rename(model.baselineVisit) ?? first?.visit;
    const visits = [...new Set(model.visits?.flatMap((visit) => rename(visit) ?? []))];
    if (visits.length > 0) next.visits = visits;
    else delete next.visits;
    if (next.baselineVisit === undefined) delete next.baselineVisit;
    return next;
  };
  const effectOf = (effect: PlanEffect): PlanEffect =>
    effect.kind === 'visit_difference'
      ? { ...effect, visit: rename(effect.visit) ?? last?.visit ?? effect.visit }
      : effect;
  const outcomes = plan.outcomes.map((outcome) =>
    isOf(outcome.score) && !outcome.summary
      ? { ...outcome, model: modelOf(outcome.model), effect: effectOf(outcome.effect) }
      : outcome,
  );
  return { ...plan, outcomes };
}

function renamed(visit: string, before: readonly VisitWindow[], after: readonly VisitWindow[]): string | null {
  if (after.some((window) => window.visit === visit)) return visit;
  const day = before.find((window) => window.visit === visit)?.day ?? visitDays(visit);
  if (day === null) return null;
  if (after.length === 0) return String(day);
  const holding = after.filter((window) => day >= window.day - window.before && day <= window.day + window.after);
  const [nearest] = holding.sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day));
  return nearest?.visit ?? null;
}
