// SPDX-License-Identifier: MIT
/** The method line under a result: everything needed to repeat it, in sentences. */
import type { ModelSummary, OutcomeResult, Report, ScoreSummary } from '../contract/report.js';
import { instrumentItems, structureName, technicalName, visitLabel, visitList } from './labels.js';
import { formatNumber } from './number.js';
import { strings } from './strings.js';

const text = strings.methods;

/** The sentences of one outcome's method line; none for an outcome without a model. */
export function methodSentences(report: Report, outcome: OutcomeResult): string[] {
  const { model } = outcome;
  if (model === null) return [];
  const score = report.scores.find((s) => s.score === outcome.score);
  return [
    modelSentence(report, outcome, model),
    ...(model.kind === 'mmrm' && !isOneVisit(model) ? [text.covariance(structureName(model.covarianceUsed))] : []),
    ...(fellBack(model) ? [fallbackSentence(model)] : []),
    ...optionTexts(model, {
      perArm: text.perArm,
      residual: text.residual,
      vcov: text.vcov,
      expected: text.expected,
      weights: text.weights,
    }),
    text.estimation(model.method, text.dfNames[model.df] ?? model.df),
    ...adjustedTexts(outcome),
    text.means,
    ...(model.visits.length > 0 ? [text.visits(visitList(model.visits))] : []),
    text.counts(model.nObservations, model.nSubjects),
    ...(score ? scoreSentences(score) : []),
    text.software(report.software.name, report.software.version),
  ];
}

/** The method line of one outcome for the headline table; the full one stands in the outcome's section. */
export function shortMethod(report: Report, outcome: OutcomeResult): string | null {
  const { model } = outcome;
  if (model === null) return null;
  const baseline = visitLabel(model.baselineVisit ?? '');
  const changed = model.response === 'change';
  const response = changed ? text.change(outcome.label, baseline) : outcome.label;
  const score = report.scores.find((s) => s.score === outcome.score);
  return text.short(outcome.label, [
    shortModel(model, response),
    ...(fellBack(model) ? [text.shortFallback(structureName(model.covarianceRequested))] : []),
    ...(changed ? [text.shortBaseline] : []),
    ...optionTexts(model, {
      perArm: text.shortPerArm,
      residual: text.shortResidual,
      vcov: text.shortVcov,
      weights: text.shortWeights,
    }),
    `${model.method}, ${text.dfNames[model.df] ?? model.df}`,
    ...(model.kind === 'mmrm' ? [text.equalWeights] : []),
    ...(score ? [shortScore(score)] : []),
  ]);
}

/** What the model has beyond the usual, each in the words given; nothing for the usual. */
function optionTexts(
  model: ModelSummary,
  words: {
    perArm: string;
    residual: (structure: string) => string;
    vcov: (name: string) => string;
    expected?: string;
    weights: (column: string) => string;
  },
): string[] {
  const { residual, vcov } = strings.choices;
  const isUsual = { residual: 'independent', vcov: 'model' };
  return [
    ...(model.covarianceGroups === 'arm' && !isOneVisit(model) ? [words.perArm] : []),
    ...(model.residual && model.residual !== isUsual.residual
      ? [words.residual(technicalName(residual, model.residual))]
      : []),
    ...(model.vcov && model.vcov !== isUsual.vcov ? [words.vcov(technicalName(vcov, model.vcov))] : []),
    ...(model.information === 'expected' && words.expected !== undefined ? [words.expected] : []),
    ...(model.weights ? [words.weights(model.weights)] : []),
  ];
}

/** How and over what p values are adjusted: nothing where they are not. */
function adjustment({ multiplicity, effects, model }: OutcomeResult): [method: string, family: string] | null {
  if (model === null || !multiplicity || multiplicity === 'none') return null;
  const family = text.family[effects[0]?.kind ?? 'visit_difference'];
  return [technicalName(strings.choices.multiplicity, multiplicity), family];
}

function adjustedTexts(outcome: OutcomeResult): string[] {
  const adjusted = adjustment(outcome);
  return adjusted === null ? [] : [text.adjusted(...adjusted)];
}

/** The same as a note under a table of several outcomes. */
export function adjustedNote(outcome: OutcomeResult): string | null {
  const adjusted = adjustment(outcome);
  return adjusted === null ? null : strings.notes.adjusted(outcome.label, ...adjusted);
}

const isSingleItem = ({ instrument }: ScoreSummary): boolean =>
  Object.entries(instrumentItems).some(([name, items]) => name === instrument && items === 1);

function shortModel(model: ModelSummary, response: string): string {
  const structure = structureName(model.covarianceUsed);
  if (isOneVisit(model)) return text.shortAncova(response);
  return model.kind === 'mmrm' ? text.shortMmrm(response, structure) : text.shortRandomEffects(response, structure);
}

/** One visit has no covariance between visits: the model is a plain linear one. */
const isOneVisit = (model: ModelSummary): boolean => model.kind === 'mmrm' && model.visits.length === 1;

function shortScore(score: ScoreSummary): string {
  if (isSingleItem(score)) return text.shortSingle;
  if (score.missingItems === 'half') return text.shortHalf(score.prorated, score.scored);
  return score.missingItems === 'complete' ? text.shortComplete : text.shortGiven;
}

export function fellBack(model: ModelSummary): boolean {
  return model.tried.length > 1;
}

export function fallbackSentence(model: ModelSummary): string {
  return text.fallback(structureName(model.covarianceRequested), structureName(model.covarianceUsed));
}

function modelSentence(report: Report, outcome: OutcomeResult, model: ModelSummary): string {
  const baseline = visitLabel(model.baselineVisit ?? '');
  const planned = report.plan.outcomes.find((o) => o.id === outcome.id);
  const changed = model.response === 'change';
  const response = changed ? text.change(outcome.label, baseline) : outcome.label;
  const terms = [
    ...(changed ? [text.baselineTerm(baseline)] : []),
    ...(planned?.model.covariates ?? []),
    isOneVisit(model) ? text.armOnly : model.kind === 'mmrm' ? text.armByVisit : text.armByDay,
  ].join(strings.listSeparator);
  if (isOneVisit(model)) return text.ancova(response, terms);
  return model.kind === 'mmrm'
    ? text.mmrm(response, terms)
    : text.randomEffects(response, terms, structureName(model.covarianceUsed));
}

function scoreSentences(score: ScoreSummary): string[] {
  if (isSingleItem(score)) {
    return [text.range(score.label, score.range[0], score.range[1]), text.single(score.scored)];
  }
  const rule = {
    half: text.half(score.scored, score.prorated, score.unscored),
    complete: text.complete(score.scored, score.unscored),
    given_as_score: text.given(score.scored),
  }[score.missingItems];
  return [text.range(score.label, score.range[0], score.range[1]), rule];
}

/** What the reader must know before using the numbers: the core's warnings, fallbacks, records left out. */
export function outcomeWarnings(outcome: OutcomeResult): string[] {
  const { model } = outcome;
  const messages = outcome.warnings.filter(({ code }) => code !== fallbackCode).map(({ message }) => message);
  if (model === null) return messages;
  return [
    ...(fellBack(model) ? [[fallbackSentence(model), ...triedLines(model)].join(' ')] : []),
    ...messages,
    ...model.excluded.map(({ n, reason }) => text.excluded(n, reason)),
  ];
}

/** The core's words for what `fallbackSentence` says in full. */
const fallbackCode = 'fallback_used';

function triedLines(model: ModelSummary): string[] {
  const failed = model.tried.filter(({ covariance }) => covariance !== model.covarianceUsed);
  return failed.map(({ covariance, message, status }) => text.triedLine(structureName(covariance), message || status));
}

/** Likelihood and information criteria, with what they counted. */
export function likelihoodSentences(model: ModelSummary): string[] {
  const sentences = [
    text.likelihood(
      formatNumber(model.minus2LogLik, 2),
      formatNumber(model.aic, 2),
      formatNumber(model.bic, 2),
      model.counted,
    ),
  ];
  if (model.random) sentences.push(text.residualSd(formatNumber(model.random.sigma, 3)));
  return sentences;
}
