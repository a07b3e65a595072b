// SPDX-License-Identifier: MIT
/** The rule by which a score with missing items was scored, in words. */
import { fill, textOf, type Path, type Segment } from './segments.js';
import { strings } from './strings.js';
import { ValueSegments } from './value_segments.js';
import type { Report, ScoreSummary } from '../contract/report.js';

const text = strings.methods;

/** 7 of "at_least_7". */
export function leastItems(rule: string): number | null {
  const number = /^at_least_(\d+)$/.exec(rule)?.[1];
  return number === undefined ? null : Number(number);
}

/** "the half rule (…)", "complete questionnaires only"; `path` is where the report has the rule. */
export function missingItemsRule(rule: string, path: Path, values: ValueSegments): Segment[] {
  if (rule === 'half' || rule === 'complete' || rule === 'subscales') return fill(text.rules[rule]);
  const least = leastItems(rule);
  return least === null
    ? fill(text.rules.other, { rule: values.words(path, (name) => name.replaceAll('_', ' ')) })
    : fill(text.rules.atLeast, { least: values.words(path, () => String(least)) });
}

/** The rule with its counts, for a method line. */
export function missingItemsText(report: Report, score: ScoreSummary): string {
  const { missingItems, scored, prorated, unscored } = score;
  const path = ['scores', report.scores.indexOf(score), 'missingItems'];
  const rule = textOf(missingItemsRule(missingItems, path, new ValueSegments(report)));
  return missingItems === 'complete'
    ? text.itemsComplete(rule, scored, unscored)
    : text.itemsMissing(rule, scored, prorated, unscored);
}
