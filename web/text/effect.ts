// SPDX-License-Identifier: MIT
/** An effect in words: when, in which units, and which arm it points to. */
import type { EffectRow, OutcomeResult, Report } from '../contract/report.js';
import { capitalise, visitLabel, visitList, withMinus } from './labels.js';
import { numbersOf } from './number.js';
import { slopeDecimalsOf } from './precision.js';
import { strings } from './strings.js';

/** "Day 7", "Average over days 7, 14, 21, 28", "Per day, days 0 to 7". */
export function effectWhen(effect: Pick<EffectRow, 'kind' | 'visit'>, outcome: Pick<OutcomeResult, 'model'>): string {
  const visits = outcome.model?.visits ?? [];
  switch (effect.kind) {
    case 'visit_difference':
      return effect.visit === null ? '' : capitalise(visitLabel(effect.visit));
    case 'average_difference':
      return capitalise(strings.visit.averageOver(visitList(visits)));
    case 'slope_difference': {
      const first = visits[0];
      const last = visits[visits.length - 1];
      return capitalise(
        first === undefined || last === undefined
          ? strings.visit.perDay
          : strings.visit.perDayOver(withMinus(first), withMinus(last)),
      );
    }
  }
}

export function effectUnit(effect: Pick<EffectRow, 'kind'>, { model }: Pick<OutcomeResult, 'model'>): string {
  if (model?.response === 'percent_change') {
    return effect.kind === 'slope_difference' ? strings.tables.percentPerDay : strings.tables.percentagePoints;
  }
  return effect.kind === 'slope_difference' ? strings.tables.pointsPerDay : strings.tables.points;
}

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
  return strings.notes.overWindow(
    outcome.label,
    total.days,
    numbers.number(total.estimate, decimals),
    numbers.interval(total.lower, total.upper, decimals),
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
