// SPDX-License-Identifier: MIT
/** One outcome in its report: where it stands there and in the plan. What sentences about it are written from. */
import type { PlanOutcome } from '../contract/plan.js';
import type { EffectRow, OutcomeResult, Report } from '../contract/report.js';
import { fill, type Path, type Segment } from './segments.js';
import { strings } from './strings.js';
import { ValueSegments } from './value_segments.js';

export interface OutcomeContext {
  report: Report;
  outcome: OutcomeResult;
  at: Path;
  inPlan: Path;
  values: ValueSegments;
}

export function contextOf(
  report: Report,
  outcome: OutcomeResult,
  values: ValueSegments = new ValueSegments(report),
): OutcomeContext {
  const isIt = ({ id }: { id: string }): boolean => id === outcome.id;
  return {
    report,
    outcome,
    at: ['outcomes', report.outcomes.findIndex(isIt)],
    inPlan: ['plan', 'outcomes', report.plan.outcomes.findIndex(isIt)],
    values,
  };
}

/** The plan's entry of an outcome. */
export const planned = ({ plan }: Report, { id }: Pick<OutcomeResult, 'id'>): PlanOutcome | undefined =>
  plan.outcomes.find((outcome) => outcome.id === id);

/** Participants of an arm in an outcome's model; each effect tells only those of the two arms it compares. */
export const analysedIn = ({ effects }: OutcomeResult, arm: string): number =>
  effects.find(({ n }) => n[arm] !== undefined)?.n[arm] ?? 0;

/** By arm, participants observed at the visit of an effect; null of other effects, and in reports without these counts. */
export function observedAt(
  { flow }: Report,
  { id }: OutcomeResult,
  { kind, visit }: Pick<EffectRow, 'kind' | 'visit'>,
): Map<string, number> | null {
  const visits = flow?.outcomes.find(({ outcome }) => outcome === id)?.visits ?? [];
  const at = kind === 'visit_difference' ? visits.find((each) => each.visit === visit) : undefined;
  return at ? new Map(at.arms.map(({ arm, analysed }) => [arm, analysed])) : null;
}

/** Arms of the trial of which no record is in the outcome's model. */
export const armsWithoutData = ({ arms }: Report, outcome: OutcomeResult): string[] =>
  outcome.effects.length === 0 ? [] : arms.map(({ arm }) => arm).filter((arm) => analysedIn(outcome, arm) === 0);

/** "FSS: no record of arm placebo could be analysed, so that there is no estimate for it." */
export const armWithoutData = ({ label }: OutcomeResult, arm: string): Segment[] =>
  fill(strings.paragraphs.results.noArm, { label, arm });
