// SPDX-License-Identifier: MIT
/** How an outcome's score was made: instrument, rule for missing items, items filled in. */
import type { OutcomeResult, Report, ScoreSummary } from '../contract/report.js';
import { instrumentNamed } from '../read/instruments.js';
import type { Citations } from './citations.js';
import { missingItemsRule } from './missing_items.js';
import type { OutcomeContext } from './outcome_context.js';
import { fill, type Segment } from './segments.js';
import { strings } from './strings.js';

const text = strings.paragraphs.methods;

export function scoreSentences({ report, outcome, values }: OutcomeContext, citations: Citations): Segment[][] {
  const index = report.scores.findIndex(({ score }) => score === outcome.score);
  const score = report.scores[index];
  if (!score) return [];
  const definition = instrumentNamed(score.instrument, report.plan.definitions);
  const parts = {
    label: outcome.label,
    instrument: score.instrument,
    cite: definition ? citations.instrument(definition) : '',
  };
  const isCalledSo = outcome.label === score.instrument || outcome.label.endsWith(`(${score.instrument})`);
  const names = { what: fill(isCalledSo ? text.called : text.named, parts) };
  if (score.missingItems === 'given_as_score') return [fill(text.given, names)];
  if (definition?.items.count === 1) return [fill(text.single, names)];
  const path = ['scores', index];
  const rule = isSaid(report, outcome, score)
    ? text.sameRule
    : missingItemsRule(score.missingItems, [...path, 'missingItems'], values);
  const counts = { prorated: values.count([...path, 'prorated']), scored: values.count([...path, 'scored']) };
  return [fill(text.instrument, { ...names, rule }), ...(score.prorated > 0 ? [fill(text.prorated, counts)] : [])];
}

/** The outcome just before was scored by the same rule, and its sentence says which. */
function isSaid(report: Report, outcome: OutcomeResult, { missingItems }: ScoreSummary): boolean {
  const before = report.outcomes[report.outcomes.indexOf(outcome) - 1];
  const score = report.scores.find((each) => each.score === before?.score);
  const definition = score && instrumentNamed(score.instrument, report.plan.definitions);
  return score?.missingItems === missingItems && definition?.items.count !== 1;
}
