// SPDX-License-Identifier: MIT
/** Windows give visits names of their own: the outcomes of the file follow. */
import type { Plan, PlanEffect, PlanInstrument, PlanModel, PlanOutcome, VisitWindow } from '../contract/plan.js';
import { visitDays } from '../read/visit-names.js';

/** An effect that the windows have no visit for; `now` is the visit chosen instead, null where there is none. */
export interface MovedEffect {
  label: string;
  was: string;
  now: string | null;
}

type Rename = (visit: string) => string | null;

/**
 * The plan with the visits that outcomes of the file name called as the windows call them, by their days; by their days
 * alone where there are no windows any more. A baseline that no window holds becomes the first visit; an effect that none
 * holds, or whose visit is the baseline now, goes to the last visit, as the proposal has it, and keeps the visit it was meant for:
 * later windows may have that, also when the plan was saved and opened again.
 */
export function withVisitsOf(
  plan: Plan,
  file: string,
  before: readonly VisitWindow[] | undefined,
  after: readonly VisitWindow[] | undefined,
): Plan {
  const windows = [...(after ?? [])].sort((a, b) => a.day - b.day);
  const rename: Rename = (visit) => renamed(visit, before ?? [], windows);
  const outcomes = plan.outcomes.map((outcome): PlanOutcome => {
    const instrument = instrumentOf(plan, outcome);
    if (instrument?.file !== file || outcome.summary) return outcome;
    const model = modelOf(outcome.model, rename, windows);
    const next = { ...outcome, model };
    return { ...next, effect: effectOf(next, rename, windows) };
  });
  return { ...plan, outcomes };
}

/** Effects that an edit of windows moved to a visit they were not meant for, or left without any. */
export function movedEffects(before: Plan, after: Plan): MovedEffect[] {
  return after.outcomes.flatMap((outcome): MovedEffect[] => {
    const { id, label, effect } = outcome;
    const former = before.outcomes.find((each) => each.id === id)?.effect;
    if (former?.kind !== 'visit_difference' || effect.kind !== 'visit_difference') return [];
    const windows = after.files.find(({ name }) => name === instrumentOf(after, outcome)?.file)?.windows;
    if (!windows || outcome.summary) return [];
    const isThere = analysed(outcome.model, windows).some(({ visit }) => visit === effect.visit);
    if (!isThere) return [{ label, was: effect.visit, now: null }];
    return former.visit !== effect.visit && effect.meantFor !== undefined
      ? [{ label, was: former.visit, now: effect.visit }]
      : [];
  });
}

function modelOf(model: PlanModel, rename: Rename, windows: readonly VisitWindow[]): PlanModel {
  const next = { ...model };
  if (model.baselineVisit !== undefined) next.baselineVisit = rename(model.baselineVisit) ?? windows[0]?.visit;
  if (next.baselineVisit === undefined) delete next.baselineVisit;
  const visits = [...new Set(model.visits?.flatMap((visit) => rename(visit) ?? []))];
  const left = visits.filter((visit) => visit !== baselineIn(next, windows));
  if (left.length > 0) next.visits = left;
  else delete next.visits;
  return next;
}

/** The effect at the visit it was meant for, else at the last; as it is where no visit is left. */
function effectOf({ model, effect }: PlanOutcome, rename: Rename, windows: readonly VisitWindow[]): PlanEffect {
  if (effect.kind !== 'visit_difference') return effect;
  const meant = effect.meantFor ?? effect.visit;
  const at = (there: string): PlanEffect => ({
    ...{ kind: effect.kind, visit: there },
    ...(effect.proposed && { proposed: true }),
  });
  const visit = rename(meant);
  if (windows.length === 0) return visit === null ? effect : at(visit);
  const choices = analysed(model, windows);
  if (visit !== null && choices.some((window) => window.visit === visit)) return at(visit);
  const last = choices[choices.length - 1];
  if (!last) return effect;
  return { ...effect, visit: last.visit, meantFor: meant };
}

/** The visit that changes are from: the one named, else the first. */
function baselineIn(model: PlanModel, windows: readonly VisitWindow[]): string | undefined {
  if (model.baselineVisit !== undefined) return model.baselineVisit;
  return model.response === 'value' || model.baseline ? undefined : windows[0]?.visit;
}

/** Windows whose visits the model analyses. */
function analysed(model: PlanModel, windows: readonly VisitWindow[]): VisitWindow[] {
  const sorted = [...windows].sort((a, b) => a.day - b.day);
  const baseline = model.response === 'value' ? undefined : baselineIn(model, sorted);
  return sorted.filter(({ visit }) => visit !== baseline && (model.visits?.includes(visit) ?? true));
}

function instrumentOf(plan: Plan, { score }: PlanOutcome): PlanInstrument | undefined {
  return plan.instruments.find(({ id }) => score.startsWith(`${id}.`));
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
