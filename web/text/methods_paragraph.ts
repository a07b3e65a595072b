// SPDX-License-Identifier: MIT
/** How the results were obtained, in sentences for a methods section: only what this report's plan did. */
import type { Estimand } from '../contract/plan.js';
import type { ProportionComparison } from '../contract/proportions.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { Citations } from './citations.js';
import { dataSentences } from './data_choices.js';
import { comparisons } from './effect.js';
import { adjustedFamily } from './method.js';
import { estimationSentence, sharesEstimation } from './methods_model.js';
import { outcomeMethods } from './methods_outcome.js';
import { inSequence } from './gate.js';
import { numbersOf } from './number.js';
import { showsTests } from './pilot.js';
import { recordSentences } from './record_choices.js';
import { isOneVisit } from './response.js';
import { fill, joined, listed, type Segment } from './segments.js';
import { strings } from './strings.js';
import { ValueSegments } from './value_segments.js';
import { windowSentences } from './visit_windows.js';

const words = strings.paragraphs;
const text = words.methods;

export function methodsParagraph(report: Report, citations: Citations): Segment[] {
  const values = new ValueSegments(report);
  const { software } = report;
  return joined([
    estimandSentence(report.plan.estimand),
    ...(showsTests(report) ? [] : [fill(text.pilot)]),
    ...dataSentences(report, values),
    ...recordSentences(report, values),
    ...windowSentences(report, values),
    ...report.outcomes.flatMap((outcome) => outcomeMethods(report, outcome, values, citations)),
    ...sharedEstimation(report, values, citations),
    ...missingSentences(report),
    ...testSentences(report, values, citations),
    ...proportionSentences(report, citations),
    ...participantSentences(report, citations),
    ...(software.name === '' ? [] : [softwareSentence(values)]),
  ]);
}

/** What holds for all models. */
function sharedEstimation(report: Report, values: ValueSegments, citations: Citations): Segment[][] {
  const index = report.outcomes.findIndex((outcome) => outcome.model !== null);
  const model = report.outcomes[index]?.model;
  if (!model) return [];
  return [
    ...(sharesEstimation(report) ? [estimationSentence(model, citations)] : []),
    ...(report.outcomes.some(({ means }) => means.length > 0) ? [fill(strings.methods.means)] : []),
    fill(text.intervals, { level: values.level(['outcomes', index, 'model', 'confidence']) }),
  ];
}

/** What the models do where scores are missing, and what they assume then. */
function missingSentences({ outcomes }: Report): Segment[][] {
  const models = outcomes.flatMap(({ model }) => (model === null ? [] : [model]));
  return [
    ...(models.some((model) => !isOneVisit(model)) ? [fill(text.mar)] : []),
    ...(models.some(isOneVisit) ? [fill(text.completeCases)] : []),
  ];
}

const softwareSentence = (values: ValueSegments): Segment[] =>
  fill(text.software, { name: values.words(['software', 'name']), version: values.words(['software', 'version']) });

/** In the words of whoever declared it; nothing where nobody did. */
function estimandSentence(estimand: Estimand | undefined): Segment[] {
  if (!estimand) return [];
  const say = words.estimand;
  const events = (estimand.intercurrentEvents ?? []).map(({ event, strategy }) =>
    fill(say.event, { event, strategy: say.strategies[strategy] }),
  );
  const { population, treatment, variable, summary } = estimand;
  const attributes = [
    ...(population ? [fill(say.population, { text: population })] : []),
    ...(treatment ? [fill(say.treatment, { text: treatment })] : []),
    ...(variable ? [fill(say.variable, { text: variable })] : []),
    ...(events.length > 0 ? [fill(say.events, { text: listed(events, strings.listSeparator, words.and) })] : []),
    ...(summary ? [fill(say.summary, { text: summary })] : []),
  ];
  if (attributes.length === 0) return [];
  return fill(say.declared, { attributes: listed(attributes, words.semicolon, words.semicolon) });
}

/** What p values are, how they are adjusted, and in which order outcomes are tested; nothing in a pilot trial. */
function testSentences(report: Report, values: ValueSegments, citations: Citations): Segment[][] {
  if (!showsTests(report)) return [];
  const adjusted = report.outcomes.flatMap((outcome) => {
    const sentence = adjustedSentence(report, outcome, citations);
    return sentence === null ? [] : [sentence];
  });
  const gate = gateSentences(report, values, citations);
  const plain = comparisons(report).length > 1 ? text.unadjustedSeveral : text.unadjusted;
  const first = adjusted.length + gate.length === 0 ? plain : text.twoSided;
  const intervals = adjusted.length === 0 ? [] : [fill(text.intervalsPlain)];
  return [fill(first, { p: values.numbers.style.pSymbol }), ...adjusted, ...intervals, ...gate];
}

/** The order of the tests, when an outcome is rejected, and what stops the sequence. */
function gateSentences(report: Report, values: ValueSegments, citations: Citations): Segment[][] {
  const index = report.outcomes.findIndex(({ gate }) => gate);
  if (index < 0) return [];
  const isSeveral = report.outcomes.some(({ effects }) => effects.length > 1);
  const isAdjusted = report.outcomes.some(({ multiplicity = 'none' }) => multiplicity !== 'none');
  const alpha = values.level(['outcomes', index, 'gate', 'alpha']);
  const order = inSequence(report).map(({ label }) => label);
  const p = fill(isAdjusted ? text.gateAdjustedP : text.gateP, { p: values.numbers.style.pSymbol });
  return [
    fill(text.gate, {
      cite: citations.cite('westfall_krishen'),
      alpha,
      order: listed(order, strings.listSeparator, strings.listSeparator),
    }),
    fill(isSeveral ? text.gateRule.several : text.gateRule.one, { p, alpha, stop: text.gateStop }),
  ];
}

function adjustedSentence(report: Report, outcome: OutcomeResult, citations: Citations): Segment[] | null {
  const { label, multiplicity, model } = outcome;
  if (model === null || !multiplicity || multiplicity === 'none') return null;
  const { technical, plain } = strings.choices.multiplicity[multiplicity];
  return fill(text.adjusted, {
    label,
    p: numbersOf(report).style.pSymbol,
    method: technical ?? plain,
    cite: multiplicity === 'bonferroni' ? '' : citations.cite(multiplicity),
    family: adjustedFamily(outcome),
  });
}

function proportionSentences(report: Report, citations: Citations): Segment[][] {
  const compared = [
    ...report.outcomes.flatMap(({ responders }) => responders?.comparisons ?? []),
    ...(report.safety?.rows ?? []).flatMap(({ comparisons }) => comparisons ?? []),
  ];
  const [first] = compared;
  return [
    ...(first ? exactSentences(report, first, citations) : []),
    ...report.outcomes.flatMap((outcome) =>
      outcome.responders?.gee ? [geeSentence(outcome.label, outcome.responders.gee.vcov, citations)] : [],
    ),
    ...(report.outcomes.some(({ responders }) => responders?.gee) ? [fill(text.geeMcar)] : []),
  ];
}

function exactSentences(report: Report, { difference }: ProportionComparison, citations: Citations): Segment[][] {
  const { method } = difference;
  return [
    fill(text.proportions, {
      difference: strings.comparisons.methods[method],
      differenceCite: citations.cite(method),
      ratioCite: citations.cite('koopman'),
    }),
    ...(showsTests(report) ? [fill(text.fisher, { p: numbersOf(report).style.pSymbol })] : []),
  ];
}

const geeSentence = (label: string, vcov: 'sandwich' | 'mancl_derouen', citations: Citations): Segment[] =>
  fill(text.gee, {
    label,
    cite: citations.cite('liang_zeger'),
    vcov: text.geeVcov[vcov],
    vcovCite: vcov === 'mancl_derouen' ? citations.cite('mancl_derouen') : '',
  });

function participantSentences(report: Report, citations: Citations): Segment[][] {
  const withDifferences = report.plan.baselineTable?.standardisedDifferences === true && report.baseline;
  return [
    ...(withDifferences ? [fill(text.standardisedDifferences, { cite: citations.cite('yang_dalton') })] : []),
    ...(report.blinding ? [fill(text.blinding, { james: citations.cite('james'), bang: citations.cite('bang') })] : []),
  ];
}
