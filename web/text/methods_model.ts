// SPDX-License-Identifier: MIT
/** The model of one outcome in sentences: what was fitted, by which estimation, and what was left out of it. */
import type { DfMethod, VcovMethod } from '../contract/plan.js';
import type { ModelSummary, Report } from '../contract/report.js';
import type { Citations } from './citations.js';
import { visitSpan } from './effect.js';
import { capitalise, structureName, technicalName, visitList } from './labels.js';
import { fallbackSentence, fellBack } from './method.js';
import { notAnalysedReason } from './not_analysed.js';
import { planned, type OutcomeContext } from './outcome_context.js';
import { isOneVisit, responseSegments, termSegments } from './response.js';
import { fill, listed, plain, pointer, type Segment } from './segments.js';
import { strings } from './strings.js';
import { modelUnit, outcomeUnit } from './time_unit.js';
import type { ReferenceKey } from './words/references.js';
import { translated } from './translated.js';

const words = strings.paragraphs;
const text = words.methods;

/** What was fitted, with its options; `ownEstimation`: outcomes differ in it, so that each says its own. */
export function modelSentences(
  context: OutcomeContext,
  model: ModelSummary,
  citations: Citations,
  ownEstimation: boolean,
): Segment[][] {
  return [
    modelSentence(context, model),
    ...(fellBack(model) ? [[plain(fallbackSentence(model))]] : []),
    ...(ownEstimation ? [estimationSentence(model, citations, context.outcome.label)] : []),
    ...optionSentences(model, citations),
    ...leftOutSentences(context, model),
  ];
}

function modelSentence(context: OutcomeContext, model: ModelSummary): Segment[] {
  const { at, values, report, outcome } = context;
  const template = isOneVisit(model) ? text.ancova : model.kind === 'mmrm' ? text.mmrm : text.randomEffects;
  const structure = structureName(model.covarianceUsed);
  return fill(template, {
    response: capitalised(responseSegments(context)),
    units: strings.time[modelUnit(report, outcome)].many,
    terms: termSegments(context, model, isOneVisit(model) ? words.and : strings.listSeparator),
    covariance: structure,
    random: structure,
    records: values.count([...at, 'model', 'nObservations']),
    participants: values.count([...at, 'model', 'nSubjects']),
    visits: visitsSegments(context, model),
  });
}

/** " at days 7, 14, 21, 28", " from day 0 to day 56"; nothing of an area, which has no visits. */
function visitsSegments({ report, outcome, at }: OutcomeContext, model: ModelSummary): Segment[] {
  const { visits, kind } = model;
  if (visits.length === 0 || planned(report, outcome)?.summary?.kind === 'auc_per_day') return [];
  const unit = outcomeUnit(report, outcome);
  const isSpan = kind === 'random_effects' && visits.length > 2;
  const own = isSpan ? (visitSpan(visits, unit) ?? '') : visitList(visits, unit);
  const value = { path: pointer([...at, 'model', 'visits']) };
  return fill(isSpan ? text.overVisits : text.atVisits, { visits: { text: own, value } });
}

const capitalised = ([first, ...rest]: readonly Segment[]): Segment[] =>
  first === undefined ? [] : [{ ...first, text: capitalise(first.text) }, ...rest];

const dfReferences: Partial<Record<DfMethod, ReferenceKey>> = {
  kenward_roger: 'kenward_roger',
  kenward_roger_linear: 'kenward_roger',
  kenward_roger_mmrm: 'kenward_roger',
  satterthwaite: 'satterthwaite',
  between_within: 'schluchter_elashoff',
};

/** All models are estimated alike: it is said once, after the outcomes. */
export function sharesEstimation({ outcomes }: Report): boolean {
  const kinds = outcomes.flatMap(({ model }) => (model === null ? [] : [`${model.method} ${model.df}`]));
  return new Set(kinds).size === 1;
}

export function estimationSentence({ method, df }: ModelSummary, citations: Citations, label?: string): Segment[] {
  const reference = dfReferences[df as DfMethod];
  return fill(label === undefined ? text.estimationOfAll : text.estimation, {
    ...(label === undefined ? {} : { label }),
    method: text.estimators[method],
    methodCite: method === 'REML' ? citations.cite('harville') : '',
    df: strings.methods.dfNames[df] ?? df,
    dfCite: reference ? citations.cite(reference) : '',
  });
}

const vcovReferences: Record<Exclude<VcovMethod, 'model'>, ReferenceKey> = {
  empirical: 'liang_zeger',
  empirical_jackknife: 'mancl_derouen',
  empirical_bias_reduced: 'bell_mccaffrey',
};

/** What the model has beyond the usual. */
function optionSentences(model: ModelSummary, citations: Citations): Segment[][] {
  const { covarianceGroups, residual, vcov, information, weights } = model;
  const say = strings.methods;
  const { vcov: vcovs, timed } = strings.choices;
  const { residual: residuals } = timed('day');
  return [
    ...(covarianceGroups === 'arm' && !isOneVisit(model) ? [fill(say.perArm)] : []),
    ...(residual && residual !== 'independent' ? [[plain(say.residual(technicalName(residuals, residual)))]] : []),
    ...(vcov && vcov !== 'model'
      ? [fill(text.empirical, { vcov: technicalName(vcovs, vcov), cite: citations.cite(vcovReferences[vcov]) })]
      : []),
    ...(information === 'expected' ? [fill(say.expected)] : []),
    ...(weights ? [[plain(say.weights(weights))]] : []),
  ];
}

/** Records not in the model, and participants of whom none is, each with the reason. */
function leftOutSentences({ report, outcome, at, values }: OutcomeContext, model: ModelSummary): Segment[][] {
  const records = model.excluded.map(({ n }, i) => {
    const path = [...at, 'model', 'excluded', i];
    return fill(n === 1 ? text.recordLeftOut : text.recordsLeftOut, {
      n: values.count([...path, 'n']),
      reason: values.words([...path, 'reason'], translated),
    });
  });
  const flowAt = (report.flow?.outcomes ?? []).findIndex((each) => each.outcome === outcome.id);
  const arms = report.flow?.outcomes[flowAt]?.arms ?? [];
  const participants = arms.map(({ arm, notAnalysed }, i) => {
    const path = ['flow', 'outcomes', flowAt, 'arms', i];
    const reasons = notAnalysed.map((reason, k) =>
      fill(text.reasonOf, {
        n: values.count([...path, 'notAnalysed', k, 'n']),
        reason: values.words([...path, 'notAnalysed', k, 'reason'], () => notAnalysedReason(reason)),
      }),
    );
    return fill(text.participantsIn, {
      analysed: values.count([...path, 'analysed']),
      randomised: values.count([...path, 'randomised']),
      arm,
      reasons:
        reasons.length === 0
          ? ''
          : fill(text.participantsOut, { reasons: listed(reasons, strings.listSeparator, strings.listSeparator) }),
    });
  });
  const and = (list: readonly Segment[][]): Segment[] => listed(list, strings.listSeparator, words.and);
  return [
    ...(records.length === 0 ? [] : [fill(text.leftOut, { list: and(records) })]),
    ...(arms.every(({ notAnalysed }) => notAnalysed.length === 0)
      ? []
      : [fill(report.plan.randomised ? text.participants : text.participantsAssigned, { list: and(participants) })]),
  ];
}
