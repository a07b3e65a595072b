// SPDX-License-Identifier: MIT
/** The methods of one outcome: scoring, summary, model, effect, responders, the difference that matters. */
import type { ModelSummary, OutcomeResult, Report } from '../contract/report.js';
import type { Citations } from './citations.js';
import { visitLabel, visitList } from './labels.js';
import { mcidAmount, mcidSource, windowParts } from './mcid.js';
import { modelSentences, sharesEstimation } from './methods_model.js';
import { scoreSentences } from './methods_score.js';
import { contextOf, type OutcomeContext } from './outcome_context.js';
import { responderRule } from './responder_rule.js';
import { summarySentences } from './response.js';
import { fill, listed, pointer, type Segment } from './segments.js';
import { strings } from './strings.js';
import { outcomeUnit } from './time_unit.js';
import type { ValueSegments } from './value_segments.js';

const words = strings.paragraphs;
const text = words.methods;

export function outcomeMethods(
  report: Report,
  outcome: OutcomeResult,
  values: ValueSegments,
  citations: Citations,
): Segment[][] {
  const context = contextOf(report, outcome, values);
  const { model } = outcome;
  if (model === null) return scoreSentences(context, citations);
  return [
    ...scoreSentences(context, citations),
    ...summarySentences(context),
    ...modelSentences(context, model, citations, !sharesEstimation(report)),
    ...effectSentences(context, model),
    ...responderSentences(context, citations),
    ...mcidSentences(context),
  ];
}

/** Once per outcome, whatever the number of arms. */
function effectSentences({ report, outcome, at, values }: OutcomeContext, model: ModelSummary): Segment[][] {
  const [first] = outcome.effects;
  if (!first) return [];
  const unit = outcomeUnit(report, outcome);
  const pairs = outcome.effects.map(({ arm, reference }) => strings.tables.differenceOf(arm, reference));
  const path = [...at, 'effects', 0];
  const isOne = first.kind === 'average_difference' && model.visits.length === 1;
  return [
    fill(isOne ? text.effects.one : text.effects[first.kind], {
      visit: first.visit === null ? '' : values.words([...path, 'visit'], (visit) => visitLabel(visit, unit)),
      visits: { text: visitList(model.visits, unit), value: { path: pointer([...at, 'model', 'visits']) } },
      comparison: listed(pairs, strings.listSeparator, words.and),
      over: first.overWindow ? fill(text.alsoOver, windowParts(report, outcome, path, values)) : '',
    }),
  ];
}

/** Who is a responder, and among whom they are counted. */
function responderSentences({ outcome, at, values }: OutcomeContext, citations: Citations): Segment[][] {
  const { responders, label, direction } = outcome;
  if (!responders) return [];
  const path = [...at, 'responders'];
  const isReliable = responders.rule.kind === 'reliable_change';
  const sentence = responderRule(responders, direction, {
    of: fill(strings.quality.rule.of, { label }),
    cite: isReliable ? citations.cite('jacobson_truax') : '',
    number: (name) => values.exact([...path, 'rule', name]),
    threshold: () => values.number([...path, 'threshold'], 2),
  });
  return [sentence, fill(strings.quality.denominator)];
}

function mcidSentences({ report, outcome, at, values }: OutcomeContext): Segment[][] {
  const index = outcome.effects.findIndex(({ mcid }) => mcid);
  const effect = outcome.effects[index];
  if (!effect?.mcid) return [];
  const source = mcidSource(report, outcome, effect.mcid);
  return [
    fill(text.mcid, {
      label: outcome.label,
      amount: mcidAmount(report, outcome, [...at, 'effects', index], values),
      source: source === null ? '' : fill(text.source, { source }),
    }),
  ];
}
