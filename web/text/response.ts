// SPDX-License-Identifier: MIT
/** What a model's response is, in words: the score, or its change from which baseline. */
import type { BaselineRule, PlanOutcome } from '../contract/plan.js';
import type { ModelSummary, OutcomeResult, Report } from '../contract/report.js';
import { plainNumber } from './instrument.js';
import { visitLabel } from './labels.js';
import { strings } from './strings.js';

const text = strings.methods;

/** The plan's entry of an outcome. */
export const planned = ({ plan }: Report, { id }: Pick<OutcomeResult, 'id'>): PlanOutcome | undefined =>
  plan.outcomes.find((outcome) => outcome.id === id);

/** "day 0", "the mean of days −7 to −1"; null where the response is no change. */
export function baselineText(report: Report, outcome: OutcomeResult): string | null {
  const { model } = outcome;
  if (model === null || model.response === 'value') return null;
  return ruleText(planned(report, outcome)?.model.baseline, model);
}

function ruleText(rule: BaselineRule | undefined, { baselineVisit }: ModelSummary): string {
  const words = text.baselineRules;
  switch (rule?.kind) {
    case 'last_before':
      return words.last_before(plainNumber(rule.day));
    case 'window_mean':
      return words.window_mean(plainNumber(rule.from), plainNumber(rule.to), rule.leastDays ?? 1);
    case 'column':
      return words.column(rule.column);
    case undefined:
      return visitLabel(baselineVisit ?? '');
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
