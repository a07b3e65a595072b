// SPDX-License-Identifier: MIT
/** An effect in words: when, in which units, and which arm it points to. */
import type { TimeUnit } from '../contract/plan.js';
import type { EffectRow, OutcomeResult, Report } from '../contract/report.js';
import { capitalise, isNumbered, visitLabel, visitList, withMinus } from './labels.js';
import { numbersOf } from './number.js';
import { slopeDecimalsOf } from './precision.js';
import { strings } from './strings.js';
import { modelUnit, outcomeUnit } from './time_unit.js';

/** "Day 7", "Average over weeks 2, 4", "Change per day, days 0 to 7". */
export const effectWhen = (report: Report, outcome: OutcomeResult, effect: Pick<EffectRow, 'kind' | 'visit'>): string =>
  capitalise(effectWhenWithin(report, outcome, effect));

/** The same in the middle of a line: "day 7". */
export function effectWhenWithin(
  report: Report,
  outcome: OutcomeResult,
  effect: Pick<EffectRow, 'kind' | 'visit'>,
): string {
  switch (effect.kind) {
    case 'visit_difference':
      return effect.visit === null ? '' : visitLabel(effect.visit, outcomeUnit(report, outcome));
    case 'average_difference':
      return averageWhen(outcome.model?.visits ?? [], outcomeUnit(report, outcome));
    case 'slope_difference':
      return slopeWhen(report, outcome);
  }
}

/** "average over weeks 2, 4"; of one visit, the visit. */
export function averageWhen(visits: readonly string[], unit: TimeUnit): string {
  const list = visitList(visits, unit);
  return visits.length === 1 ? list : strings.visit.averageOver(list);
}

/** "change per day, days 0 to 7"; "change per day, Baseline to Week 4" where visits are labels. */
export function slopeWhen(report: Report, outcome: OutcomeResult): string {
  const unit = modelUnit(report, outcome);
  const visits = outcome.model?.visits ?? [];
  const change = strings.visit.perUnit(unit);
  if (visits.length === 0) return change;
  return strings.visit.over(change, visitSpan(visits, unit) ?? '');
}

/** "days 0 to 7", "Baseline to Week 4"; null of no visits. */
export function visitSpan(visits: readonly string[], unit: TimeUnit): string | null {
  const [first] = visits;
  const last = visits.at(-1);
  if (first === undefined || last === undefined) return null;
  return [first, last].every(isNumbered)
    ? strings.visit.listed(strings.visit.span(withMinus(first), withMinus(last)), unit)
    : strings.visit.span(visitLabel(first, unit), visitLabel(last, unit));
}

export function effectUnit(report: Report, outcome: OutcomeResult, effect: Pick<EffectRow, 'kind'>): string {
  if (effect.kind !== 'slope_difference') return pointsOf(outcome);
  const { pointsPer, percentPer } = strings.tables;
  return (isPercentChange(outcome) ? percentPer : pointsPer)(modelUnit(report, outcome));
}

/** What differences of the response are counted in: points of the score, or percentage points. */
export const pointsOf = (outcome: OutcomeResult): string =>
  isPercentChange(outcome) ? strings.tables.percentagePoints : strings.tables.points;

const isPercentChange = ({ model }: OutcomeResult): boolean => model?.response === 'percent_change';

/** Which arm the estimate points to; the core says which, these are the words. */
export function directionText(
  favours: string | null,
  direction: OutcomeResult['direction'],
  isFatigue: boolean,
): string {
  if (favours === null) return strings.direction.none;
  if (!isFatigue) return strings.direction.better(favours);
  return direction === 'lower_is_better' ? strings.direction.lower(favours) : strings.direction.higher(favours);
}

/** What a slope adds up to over the plan's window, or null for an effect that has none. */
export function overWindowSentence(report: Report, outcome: OutcomeResult, effect: EffectRow): string | null {
  const total = effect.overWindow;
  if (total === null) return null;
  const numbers = numbersOf(report);
  const decimals = slopeDecimalsOf(report, outcome);
  const name = strings.tables.differenceOf(effect.arm, effect.reference);
  return strings.notes.overWindow(
    outcome.effects.length > 1 ? `${outcome.label}${strings.listSeparator}${name}` : outcome.label,
    { length: total.days, unit: modelUnit(report, outcome) },
    numbers.number(total.estimate, decimals),
    numbers.interval(total.lower, total.upper, decimals),
    pointsOf(outcome),
    numbers.confidence(outcome.model?.confidence ?? 0.95),
  );
}

/** All comparisons the report's effects make, reference named: [["ketamine", "midazolam"]]. */
export function comparisons(report: Report): [string, string][] {
  const seen = new Map<string, [string, string]>();
  for (const outcome of report.outcomes) {
    for (const { arm, reference } of outcome.effects) seen.set(`${arm}\u0000${reference}`, [arm, reference]);
  }
  return [...seen.values()];
}
