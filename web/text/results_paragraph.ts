// SPDX-License-Identifier: MIT
/** The results in sentences: who took part, each effect with its interval, responders, side effects. */
import type { OutcomeResult, Report } from '../contract/report.js';
import { armsWithoutData, armWithoutData, contextOf } from './outcome_context.js';
import { proportionList, proportionsCompared } from './proportion_segments.js';
import { showsTests } from './pilot.js';
import { gateResults } from './results_gate.js';
import { responderResults } from './results_responders.js';
import { effectResults } from './results_effect.js';
import { fill, joined, listed, plain, type Segment } from './segments.js';
import { strings } from './strings.js';
import { toConfirm } from './to_confirm.js';
import { ValueSegments } from './value_segments.js';
import { translated } from './translated.js';

const words = strings.paragraphs;
const text = words.results;

export function resultsParagraph(report: Report): Segment[] {
  const values = new ValueSegments(report);
  return joined([
    ...(report.simulated ? [fill(text.simulated)] : []),
    confirmSentence(report),
    participantsSentence(report, values),
    ...report.outcomes.flatMap((outcome, i) => outcomeResults(report, outcome, i, values)),
    ...safetySentences(report, values),
  ]);
}

/** What is only assumed comes before what rests on it. */
function confirmSentence(report: Report): Segment[] {
  const open = toConfirm(report).map((each) => each.text);
  return open.length === 0 ? [] : fill(strings.confirm.paragraph, { list: open.join(' ') });
}

function participantsSentence({ flow, arms, plan }: Report, values: ValueSegments): Segment[] {
  if (!flow) {
    const list = arms.map(({ arm }, i) => fill(text.ofArm, { n: values.count(['arms', i, 'participants']), arm }));
    return list.length === 0 ? [] : fill(text.inArms, { list: listed(list, strings.listSeparator, words.and) });
  }
  const list = flow.arms.map(({ arm }, i) =>
    fill(text.inArm, { n: values.count(['flow', 'arms', i, 'randomised']), arm }),
  );
  return fill(plan.randomised ? text.randomised : text.assigned, {
    list: listed(list, strings.listSeparator, words.and),
  });
}

function outcomeResults(report: Report, outcome: OutcomeResult, index: number, values: ValueSegments): Segment[][] {
  const context = contextOf(report, outcome, values);
  const gate = showsTests(report) ? gateResults(context) : [];
  if (outcome.status === 'failed') {
    const message =
      outcome.error === null
        ? plain(strings.reasons.notEstimable)
        : values.words([...context.at, 'error', 'message'], translated);
    return [fill(text.failed, { label: outcome.label, message }), ...gate];
  }
  return [
    ...outcome.effects.flatMap((_, k) => effectResults(report, outcome, index, k, values)),
    ...armsWithoutData(report, outcome).map((arm) => armWithoutData(outcome, arm)),
    ...gate,
    ...responderResults(context),
  ];
}

/** Any side effect, by arm. */
function safetySentences(report: Report, values: ValueSegments): Segment[][] {
  const { safety } = report;
  const index = safety?.rows.findIndex(({ term }) => term === null) ?? -1;
  const row = safety?.rows[index];
  if (!safety || !row) return [];
  const path = ['safety', 'rows', index];
  const compared = row.comparisons ?? [];
  return [
    fill(text.safety, {
      list: proportionList(safety, path, values),
      comparisons:
        compared.length === 0
          ? ''
          : fill(text.compared, {
              comparisons: proportionsCompared(report, [...path, 'comparisons'], compared, values),
            }),
    }),
  ];
}
