// SPDX-License-Identifier: MIT
/** The methods of one outcome: scoring, summary, model, estimation, effect, responders, the difference that matters. */
import type { DfMethod, VcovMethod } from '../contract/plan.js';
import type { ModelSummary, OutcomeResult, Report } from '../contract/report.js';
import { instrumentNamed } from '../read/instruments.js';
import type { Citations } from './citations.js';
import { capitalise, structureName, technicalName, visitLabel, visitList } from './labels.js';
import { fellBack } from './method.js';
import { planned } from './response.js';
import { fill, listed, plain, pointer, type Part, type Path, type Segment } from './segments.js';
import { strings } from './strings.js';
import { modelUnit, outcomeUnit } from './time_unit.js';
import type { ValueSegments } from './value_segments.js';
import type { ReferenceKey } from './words/references.js';

const words = strings.paragraphs;
const text = words.methods;

/** One outcome in its report: where it stands there and in the plan. */
interface Context {
  report: Report;
  outcome: OutcomeResult;
  at: Path;
  inPlan: Path;
  values: ValueSegments;
  citations: Citations;
}

export function outcomeMethods(
  report: Report,
  outcome: OutcomeResult,
  index: number,
  values: ValueSegments,
  citations: Citations,
): Segment[][] {
  const planIndex = report.plan.outcomes.findIndex(({ id }) => id === outcome.id);
  const at = ['outcomes', index];
  const context = { report, outcome, at, inPlan: ['plan', ...['outcomes', planIndex]], values, citations };
  const { model } = outcome;
  if (model === null) return scoreSentences(context);
  return [
    ...scoreSentences(context),
    ...summarySentences(context),
    modelSentence(context, model),
    ...(fellBack(model) ? [fallbackSentence(model)] : []),
    ...(sharesEstimation(report) ? [] : [estimationSentence(model, citations, outcome.label)]),
    ...optionSentences(context, model),
    ...effectSentences(context, model),
    ...responderSentences(context),
    ...mcidSentences(context),
  ];
}

function scoreSentences({ report, outcome, values, citations }: Context): Segment[][] {
  const index = report.scores.findIndex(({ score }) => score === outcome.score);
  const score = report.scores[index];
  if (!score) return [];
  const definition = instrumentNamed(score.instrument, report.plan.definitions);
  const names = {
    label: outcome.label,
    instrument: score.instrument,
    cite: definition ? citations.instrument(definition) : '',
  };
  if (score.missingItems === 'given_as_score') return [fill(text.given, names)];
  if (definition?.items.count === 1) return [fill(text.single, names)];
  const path = ['scores', index];
  const rule = ruleText(score.missingItems, [...path, 'missingItems'], values);
  return [
    fill(text.instrument, { ...names, rule }),
    ...(score.prorated > 0
      ? [
          fill(text.prorated, {
            prorated: values.count([...path, 'prorated']),
            scored: values.count([...path, 'scored']),
          }),
        ]
      : []),
  ];
}

function ruleText(rule: string, path: Path, values: ValueSegments): Segment[] {
  if (rule === 'half' || rule === 'complete' || rule === 'subscales') return fill(text.rules[rule]);
  const least = /^at_least_(\d+)$/.exec(rule)?.[1];
  return least === undefined
    ? fill(text.rules.other, { rule: values.words(path, (name) => name.replaceAll('_', ' ')) })
    : fill(text.rules.atLeast, { least: values.words(path, () => least) });
}

function summarySentences({ report, outcome, inPlan, values }: Context): Segment[][] {
  const summary = planned(report, outcome)?.summary;
  if (!summary) return [];
  const own = (name: string, usual: string, value: number | undefined): Part =>
    value === undefined ? usual : values.exact([...inPlan, 'summary', name]);
  const { leastDays } = summary;
  if (summary.kind === 'auc_per_day')
    return [
      fill(text.auc, {
        units: strings.time[modelUnit(report, outcome)].many,
        least: own('leastDays', '2', leastDays),
      }),
    ];
  return [
    fill(text.weekly, {
      first: own('firstDay', '1', summary.firstDay),
      least: own('leastDays', '4', leastDays),
    }),
  ];
}

/** "day 0", "the mean of days −7 to −1". */
function baselineText({ report, outcome, at, inPlan, values }: Context): Segment[] {
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
      });
    case 'column':
      return fill(text.baselines.column, { column: rule.column });
    case undefined:
      return [values.words([...at, 'model', 'baselineVisit'], (visit) => visitLabel(visit, unit))];
  }
}

function modelSentence(context: Context, model: ModelSummary): Segment[] {
  const { at, values, report, outcome } = context;
  const isOneVisit = model.kind === 'mmrm' && model.visits.length === 1;
  const template = isOneVisit ? text.ancova : model.kind === 'mmrm' ? text.mmrm : text.randomEffects;
  const { armOnly, armByVisit, armByTime } = strings.methods;
  const unit = modelUnit(report, outcome);
  const terms: Part[] = [
    ...(model.response === 'value' ? [] : [fill(text.baselineTerm, { baseline: baselineText(context) })]),
    ...(planned(report, outcome)?.model.covariates ?? []),
    isOneVisit ? armOnly : model.kind === 'mmrm' ? armByVisit : armByTime(unit),
  ];
  return fill(template, {
    response: capitalised(responseText(context, model)),
    units: strings.time[unit].many,
    terms: listed(terms, strings.listSeparator, strings.listSeparator),
    covariance: structureName(model.covarianceUsed),
    random: structureName(model.covarianceUsed),
    records: values.count([...at, 'model', 'nObservations']),
    participants: values.count([...at, 'model', 'nSubjects']),
  });
}

function responseText(context: Context, model: ModelSummary): Segment[] {
  const { label } = context.outcome;
  if (model.response === 'value') return [plain(label)];
  const template = model.response === 'percent_change' ? text.percentChange : text.change;
  return fill(template, { label, baseline: baselineText(context) });
}

const capitalised = ([first, ...rest]: readonly Segment[]): Segment[] =>
  first === undefined ? [] : [{ ...first, text: capitalise(first.text) }, ...rest];

const fallbackSentence = (model: ModelSummary): Segment[] =>
  fill(text.fallback, {
    requested: structureName(model.covarianceRequested),
    used: structureName(model.covarianceUsed),
  });

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
function optionSentences({ citations }: Context, model: ModelSummary): Segment[][] {
  const { covarianceGroups, residual, vcov, information, weights } = model;
  const say = strings.methods;
  const { vcov: vcovs, timed } = strings.choices;
  const { residual: residuals } = timed('day');
  return [
    ...(covarianceGroups === 'arm' && model.visits.length > 1 ? [fill(say.perArm)] : []),
    ...(residual && residual !== 'independent' ? [[plain(say.residual(technicalName(residuals, residual)))]] : []),
    ...(vcov && vcov !== 'model'
      ? [fill(text.empirical, { vcov: technicalName(vcovs, vcov), cite: citations.cite(vcovReferences[vcov]) })]
      : []),
    ...(information === 'expected' ? [fill(say.expected)] : []),
    ...(weights ? [[plain(say.weights(weights))]] : []),
  ];
}

/** Once per outcome, whatever the number of arms. */
function effectSentences({ report, outcome, at, values }: Context, model: ModelSummary): Segment[][] {
  const [first] = outcome.effects;
  if (!first) return [];
  const unit = outcomeUnit(report, outcome);
  const pairs = outcome.effects.map(({ arm, reference }) => strings.tables.differenceOf(arm, reference));
  return [
    fill(text.effects[first.kind], {
      visit:
        first.visit === null ? '' : values.words([...at, 'effects', 0, 'visit'], (visit) => visitLabel(visit, unit)),
      visits: { text: visitList(model.visits, unit), value: { path: pointer([...at, 'model', 'visits']) } },
      comparison: listed(pairs, strings.listSeparator, words.and),
    }),
  ];
}

function responderSentences({ outcome, at, values, citations }: Context): Segment[][] {
  const rule = outcome.responders?.rule;
  if (!rule) return [];
  const path = [...at, 'responders', 'rule'];
  const { label, direction } = outcome;
  const { atMost, below, atLeast, above } = strings.quality.sides;
  switch (rule.kind) {
    case 'change':
    case 'percent_change':
      return [fill(text.responders[rule.kind], { label, by: values.exact([...path, 'by']) })];
    case 'cut_off': {
      const [inclusive, exclusive] = direction === 'lower_is_better' ? [atMost, below] : [atLeast, above];
      const side = rule.inclusive === true ? inclusive : exclusive;
      return [fill(text.responders.cut_off, { label, side, value: values.exact([...path, 'value']) })];
    }
    case 'reliable_change':
      return [
        fill(text.responders.reliable_change, {
          label,
          cite: citations.cite('jacobson_truax'),
          reliability: values.exact([...path, 'reliability']),
        }),
      ];
  }
}

function mcidSentences({ report, outcome, at, values }: Context): Segment[][] {
  const index = outcome.effects.findIndex(({ mcid }) => mcid);
  const effect = outcome.effects[index];
  if (!effect?.mcid) return [];
  const { source } = effect.mcid;
  return [
    fill(text.mcid, {
      label: outcome.label,
      amount: mcidAmountSegments(report, outcome, [...at, 'effects', index], values),
      source: source === null ? '' : fill(text.source, { source }),
    }),
  ];
}

/** "4 points", "0.5 points over 7 days", with "or more" on request; `at` is the effect. */
export function mcidAmountSegments(
  report: Report,
  outcome: OutcomeResult,
  at: Path,
  values: ValueSegments,
  orMore = false,
): Segment[] {
  const { units } = strings.effects;
  const effect = outcome.effects[Number(at[at.length - 1])];
  const unit = outcome.model?.response === 'percent_change' ? units.percent : units.points;
  const value = values.exact([...at, 'mcid', 'value']);
  return effect?.overWindow
    ? fill(orMore ? text.orMoreOver : text.mcidOver, { value, unit, ...windowParts(report, outcome, at, values) })
    : fill(orMore ? text.orMore : text.mcidAmount, { value, unit });
}

/** What a slope adds up over, "7" and "days"; `at` is the effect. */
export function windowParts(
  report: Report,
  outcome: OutcomeResult,
  at: Path,
  values: ValueSegments,
): { length: Part; times: Part } {
  const effect = outcome.effects[Number(at[at.length - 1])];
  const { one, many } = strings.time[modelUnit(report, outcome)];
  return { length: values.exact([...at, 'overWindow', 'days']), times: effect?.overWindow?.days === 1 ? one : many };
}
