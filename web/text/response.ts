// SPDX-License-Identifier: MIT
/** What a model's response is, in words: the score, or its change from which baseline. */
import type { BaselineRule, PlanOutcome, TimeUnit } from '../contract/plan.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { plainNumber } from './instrument.js';
import { visitLabel } from './labels.js';
import { strings } from './strings.js';
import { modelUnit, outcomeUnit } from './time_unit.js';

const text = strings.methods;

/** The plan's entry of an outcome. */
export const planned = ({ plan }: Report, { id }: Pick<OutcomeResult, 'id'>): PlanOutcome | undefined =>
  plan.outcomes.find((outcome) => outcome.id === id);

/** "day 0", "the mean of days −7 to −1"; null where the response is no change. */
export function baselineText(report: Report, outcome: OutcomeResult): string | null {
  const { model } = outcome;
  if (model === null || model.response === 'value') return null;
  const rule = planned(report, outcome)?.model.baseline;
  return rule
    ? ruleText(rule, modelUnit(report, outcome))
    : visitLabel(model.baselineVisit ?? '', outcomeUnit(report, outcome));
}

function ruleText(rule: BaselineRule, unit: TimeUnit): string {
  const words = text.baselineRules;
  switch (rule.kind) {
    case 'last_before':
      return words.last_before(plainNumber(rule.day), unit);
    case 'window_mean':
      return words.window_mean({ from: plainNumber(rule.from), to: plainNumber(rule.to), unit }, rule.leastDays ?? 1);
    case 'column':
      return words.column(rule.column);
  }
}

/** "change in FSS from day 0", or the outcome itself. */
export function responseText(report: Report, outcome: OutcomeResult): string {
  const baseline = baselineText(report, outcome);
  if (baseline === null) return outcome.label;
  return outcome.model?.response === 'percent_change'
    ? text.percentChange(outcome.label, baseline)
    : text.change(outcome.label, baseline);
}
