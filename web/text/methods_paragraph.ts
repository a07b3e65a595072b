// SPDX-License-Identifier: MIT
/** How the results were obtained, in sentences for a methods section: only what this report's plan did. */
import type { Estimand } from '../contract/plan.js';
import type { ProportionComparison } from '../contract/proportions.js';
import type { ModelSummary, OutcomeResult, Report } from '../contract/report.js';
import { Citations } from './citations.js';
import { estimationSentence, outcomeMethods, sharesEstimation } from './methods_outcome.js';
import { numbersOf } from './number.js';
import { showsTests } from './pilot.js';
import { fill, joined, listed, type Segment } from './segments.js';
import { strings } from './strings.js';
import { ValueSegments } from './value_segments.js';

const words = strings.paragraphs;
const text = words.methods;

export function methodsParagraph(report: Report, citations: Citations): Segment[] {
  const values = new ValueSegments(report);
  const { software } = report;
  return joined([
    estimandSentence(report.plan.estimand),
    ...(showsTests(report) ? [] : [fill(text.pilot)]),
    ...report.outcomes.flatMap((outcome, i) => outcomeMethods(report, outcome, i, values, citations)),
    ...sharedEstimation(report, citations),
    ...(report.outcomes.some(({ model }) => isMixed(model)) ? [fill(text.mar)] : []),
    ...testSentences(report, values, citations),
    ...proportionSentences(report, citations),
    ...participantSentences(report, citations),
    ...(software.name === '' ? [] : [softwareSentence(values)]),
  ]);
}

function sharedEstimation(report: Report, citations: Citations): Segment[][] {
  const model = report.outcomes.find((outcome) => outcome.model !== null)?.model;
  return model && sharesEstimation(report) ? [estimationSentence(model, citations)] : [];
}

/** A model with more than one record per participant. */
const isMixed = (model: ModelSummary | null): boolean =>
  model !== null && (model.kind === 'random_effects' || model.visits.length > 1);

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
  const gated = report.outcomes.findIndex(({ gate }) => gate);
  const gate =
    gated < 0
      ? []
      : [
          fill(text.gate, {
            cite: citations.cite('westfall_krishen'),
            alpha: values.level(['outcomes', gated, 'gate', 'alpha']),
          }),
        ];
  const first = adjusted.length + gate.length === 0 ? text.unadjusted : text.twoSided;
  return [fill(first, { p: values.numbers.style.pSymbol }), ...adjusted, ...gate];
}

function adjustedSentence(report: Report, outcome: OutcomeResult, citations: Citations): Segment[] | null {
  const { label, multiplicity, effects, model } = outcome;
  if (model === null || !multiplicity || multiplicity === 'none') return null;
  const { technical, plain } = strings.choices.multiplicity[multiplicity];
  return fill(text.adjusted, {
    label,
    p: numbersOf(report).style.pSymbol,
    method: technical ?? plain,
    cite: multiplicity === 'bonferroni' ? '' : citations.cite(multiplicity),
    family: strings.methods.family[effects[0]?.kind ?? 'visit_difference'],
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
