// SPDX-License-Identifier: MIT
/** What a model's response is and what it goes by, in words: baseline, summary, change from which baseline, terms. */
import type { ModelSummary, OutcomeResult, Report } from '../contract/report.js';
import { visitLabel } from './labels.js';
import { contextOf, planned, type OutcomeContext } from './outcome_context.js';
import { fill, listed, plain, textOf, type Part, type Segment } from './segments.js';
import { strings } from './strings.js';
import { modelUnit, outcomeUnit } from './time_unit.js';

const text = strings.methods;

/** "day 0", "the mean of days −7 to −1 (at least 4 of them)". */
function baselineSegments({ report, outcome, at, inPlan, values }: OutcomeContext): Segment[] {
  const rule = planned(report, outcome)?.model.baseline;
  const path = [...inPlan, 'model', 'baseline'];
  const { one, many } = strings.time[modelUnit(report, outcome)];
  const unit = outcomeUnit(report, outcome);
  switch (rule?.kind) {
    case 'last_before':
      return fill(text.baselines.last_before, { unit: one, at: values.exact([...path, 'day']) });
    case 'window_mean':
      return fill(text.baselines.window_mean, {
        units: many,
        from: values.exact([...path, 'from']),
        to: values.exact([...path, 'to']),
        least: (rule.leastDays ?? 1) > 1 ? fill(text.leastOfThem, { least: values.count([...path, 'leastDays']) }) : '',
      });
    case 'column':
      return fill(text.baselines.column, { column: values.words([...path, 'column']) });
    case undefined:
      return [values.words([...at, 'model', 'baselineVisit'], (visit) => visitLabel(visit, unit))];
  }
}

/** Null where the response is no change. */
export function baselineText(report: Report, outcome: OutcomeResult): string | null {
  const { model } = outcome;
  return model === null || model.response === 'value' ? null : textOf(baselineSegments(contextOf(report, outcome)));
}

/** "change in FSS from day 0", or the outcome itself. */
export function responseSegments(context: OutcomeContext): Segment[] {
  const { label, model } = context.outcome;
  if (model === null || model.response === 'value') return [plain(label)];
  const template = model.response === 'percent_change' ? text.percentChange : text.change;
  return fill(template, { label, baseline: baselineSegments(context) });
}

export const responseText = (report: Report, outcome: OutcomeResult): string =>
  textOf(responseSegments(contextOf(report, outcome)));

/** One visit has no covariance between visits: the model is a plain linear one. */
export const isOneVisit = (model: ModelSummary): boolean => model.kind === 'mmrm' && model.visits.length === 1;

/** "the score at day 0, age, arm, visit and arm by visit"; `last` stands before the last term. */
export function termSegments(
  context: OutcomeContext,
  model: ModelSummary,
  last: string = strings.listSeparator,
): Segment[] {
  const { report, outcome } = context;
  const own = planned(report, outcome)?.model;
  const { armOnly, armByVisit, armByTime } = text;
  const baseline = own?.baseline
    ? text.baselineScore
    : fill(text.baselineTerm, { baseline: baselineSegments(context) });
  const byTime = model.kind === 'mmrm' ? armByVisit : armByTime(modelUnit(report, outcome));
  const terms: Part[] = [
    ...(model.response === 'value' ? [] : [baseline]),
    ...(own?.covariates ?? []),
    isOneVisit(model) ? armOnly : byTime,
  ];
  return listed(terms, strings.listSeparator, last);
}

/** How records were condensed before the model; none where they were not. */
export function summarySentences({ report, outcome, inPlan, values }: OutcomeContext): Segment[][] {
  const summary = planned(report, outcome)?.summary;
  if (!summary) return [];
  const path = [...inPlan, 'summary'];
  /** A report says every default; a plan need not. */
  const own = (name: string, value: number | undefined, usual: string): Part =>
    value === undefined ? usual : values.exact([...path, name]);
  if (summary.kind === 'weekly_mean') {
    const { one, many } = strings.time.day;
    return [
      fill(text.weeklyMean, {
        first: own('firstDay', summary.firstDay, '1'),
        least: own('leastDays', summary.leastDays, '4'),
        days: summary.leastDays === 1 ? one : many,
      }),
    ];
  }
  const { one, many } = strings.time[modelUnit(report, outcome)];
  const { from, to } = summary;
  const end = (template: string, name: string): Segment[] =>
    fill(template, { unit: one, day: values.exact([...path, name]) });
  return [
    fill(text.auc, {
      units: many,
      from: from === undefined ? '' : end(text.aucFrom, 'from'),
      to: to === undefined ? '' : end(from === undefined ? text.aucUpTo : text.aucTo, 'to'),
      least: own('leastDays', summary.leastDays, '2'),
    }),
  ];
}
