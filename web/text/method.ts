// SPDX-License-Identifier: MIT
/** The method line under a result: everything needed to repeat it, in sentences. */
import type { Flow } from '../contract/participants.js';
import type { ModelSummary, OutcomeResult, Report, ScoreSummary } from '../contract/report.js';
import type { TimeUnit } from '../contract/plan.js';
import { instrumentNamed } from '../read/instruments.js';
import { plainNumber } from './instrument.js';
import { plainFallbackNote, plainFitNote } from './fit_notes.js';
import { structureName, technicalName, visitLabel, visitList } from './labels.js';
import { leastItems, missingItemsText } from './missing_items.js';
import { defaultNumbers, isAvailable, type NumberFormat } from './number.js';
import { contextOf, planned } from './outcome_context.js';
import { showsTests } from './pilot.js';
import { withParameterWords } from './parameter_words.js';
import { isOneVisit, responseText, summarySentences, termSegments } from './response.js';
import { fill, textOf } from './segments.js';
import { strings } from './strings.js';
import { modelUnit, outcomeUnit } from './time_unit.js';
import { translated } from './translated.js';

const text = strings.methods;

/** The sentences of one outcome's method line; none for an outcome without a model. */
export function methodSentences(report: Report, outcome: OutcomeResult): string[] {
  const { model } = outcome;
  if (model === null) return [];
  const score = report.scores.find((s) => s.score === outcome.score);
  return [
    ...summarySentences(contextOf(report, outcome)).map(textOf),
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
    ...(showsTests(report) ? adjustedTexts(outcome) : []),
    text.means,
    ...(model.visits.length > 0 ? [text.visits(visitList(model.visits, outcomeUnit(report, outcome)))] : []),
    text.counts(model.nObservations, model.nSubjects),
    ...(score ? scoreSentences(report, score) : []),
    text.software(report.software.name, report.software.version),
  ];
}

/** The method line of one outcome for the headline table; the full one stands in the outcome's section. */
export function shortMethod(report: Report, outcome: OutcomeResult): string | null {
  const { model } = outcome;
  if (model === null) return null;
  const summary = planned(report, outcome)?.summary;
  const unit = modelUnit(report, outcome);
  const score = report.scores.find((s) => s.score === outcome.score);
  return text.short(outcome.label, [
    shortModel(model, responseText(report, outcome), unit),
    ...(summary ? [summary.kind === 'weekly_mean' ? text.shortWeekly : text.shortAuc(unit)] : []),
    ...(fellBack(model) ? [text.shortFallback(structureName(model.covarianceRequested))] : []),
    ...shortCovariates(report, outcome, model),
    ...optionTexts(model, {
      perArm: text.shortPerArm,
      residual: text.shortResidual,
      vcov: text.shortVcov,
      weights: text.shortWeights,
    }),
    `${model.method}, ${text.dfNames[model.df] ?? model.df}`,
    ...(model.kind === 'mmrm' ? [text.equalWeights] : []),
    ...(score ? [shortScore(report, score)] : []),
  ]);
}

function shortCovariates(report: Report, outcome: OutcomeResult, { response }: ModelSummary): string[] {
  const own = planned(report, outcome)?.model.covariates ?? [];
  const hasBaseline = response !== 'value';
  if (own.length > 0) return [text.shortCovariates(own, hasBaseline)];
  return hasBaseline ? [text.shortBaseline] : [];
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
  const { vcov, timed } = strings.choices;
  const isUsual = { residual: 'independent', vcov: 'model' };
  return [
    ...(model.covarianceGroups === 'arm' && !isOneVisit(model) ? [words.perArm] : []),
    ...(model.residual && model.residual !== isUsual.residual
      ? [words.residual(technicalName(timed('day').residual, model.residual))]
      : []),
    ...(model.vcov && model.vcov !== isUsual.vcov ? [words.vcov(technicalName(vcov, model.vcov))] : []),
    ...(model.information === 'expected' && words.expected !== undefined ? [words.expected] : []),
    ...(model.weights ? [words.weights(model.weights)] : []),
  ];
}

/** How and over what p values are adjusted: nothing where they are not. */
function adjustment(outcome: OutcomeResult): [method: string, family: string] | null {
  const { multiplicity, model } = outcome;
  if (model === null || !multiplicity || multiplicity === 'none') return null;
  return [technicalName(strings.choices.multiplicity, multiplicity), adjustedFamily(outcome)];
}

/** Over which differences, and over how many where some are not estimable: no p value is adjusted for these. */
export function adjustedFamily({ effects, differences, slopeDifferences }: OutcomeResult): string {
  const kind = effects[0]?.kind ?? 'visit_difference';
  const family =
    kind === 'slope_difference'
      ? slopeDifferences
      : differences.filter(({ visit }) => (visit === null) === (kind === 'average_difference'));
  const tested = family.filter(({ pValue }) => isAvailable(pValue)).length;
  return tested === family.length ? text.family[kind] : text.familyInPart(text.family[kind], tested, family.length);
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

const isSingleItem = ({ plan }: Report, { instrument }: ScoreSummary): boolean =>
  instrumentNamed(instrument, plan.definitions)?.items.count === 1;

function shortModel(model: ModelSummary, response: string, unit: TimeUnit): string {
  const structure = structureName(model.covarianceUsed);
  if (isOneVisit(model)) return text.shortAncova(response);
  return model.kind === 'mmrm'
    ? text.shortMmrm(response, structure)
    : text.shortRandomEffects(response, structure, unit);
}

function shortScore(report: Report, score: ScoreSummary): string {
  const { missingItems, prorated, scored } = score;
  if (missingItems === 'given_as_score') return text.shortGiven;
  if (isSingleItem(report, score)) return text.shortSingle;
  const least = leastItems(missingItems);
  if (least !== null) return text.shortAtLeast(least, prorated, scored);
  if (missingItems === 'half') return text.shortHalf(prorated, scored);
  if (missingItems === 'subscales') return text.shortSubscales(prorated, scored);
  return missingItems === 'complete' ? text.shortComplete : missingItems;
}

export function fellBack(model: ModelSummary): boolean {
  return model.tried.length > 1;
}

export function fallbackSentence(model: ModelSummary): string {
  const [requested, used] = [structureName(model.covarianceRequested), structureName(model.covarianceUsed)];
  return textOf(fill(text.fallback, { requested, used }));
}

function modelSentence(report: Report, outcome: OutcomeResult, model: ModelSummary): string {
  const response = responseText(report, outcome);
  const terms = textOf(termSegments(contextOf(report, outcome), model));
  if (isOneVisit(model)) return text.ancova(response, terms);
  return model.kind === 'mmrm'
    ? text.mmrm(response, terms)
    : text.randomEffects(response, terms, structureName(model.covarianceUsed));
}

/** Range, scoring, rule for missing items with its counts, caution. */
function scoreSentences(report: Report, score: ScoreSummary): string[] {
  const definition = instrumentNamed(score.instrument, report.plan.definitions);
  const isChoice = (definition?.scorings.length ?? 1) > 1 && score.missingItems !== 'given_as_score';
  return [
    text.range(score.label, plainNumber(score.range[0]), plainNumber(score.range[1])),
    ...(isChoice && score.scoring !== undefined ? [text.scoring(score.scoring)] : []),
    ruleSentence(report, score),
    ...(score.caution === undefined ? [] : [asSentence(translated(score.caution))]),
  ];
}

function ruleSentence(report: Report, score: ScoreSummary): string {
  const { missingItems, scored } = score;
  if (missingItems === 'given_as_score') return text.given(scored);
  if (isSingleItem(report, score)) return text.single(scored);
  return missingItemsText(report, score);
}

const asSentence = (words: string): string => {
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
};

/** What the reader must know before using the numbers: the core's warnings, fallbacks, records left out. */
export function outcomeWarnings(outcome: OutcomeResult, unit: TimeUnit = 'day', flow?: Flow | null): string[] {
  const { model } = outcome;
  const inWords = (message: string): string => translated(withParameterWords(message, model?.visits ?? [], unit));
  const messages = outcome.warnings
    .filter(({ code }) => code !== fallbackCode)
    .map((warning) => plainFitNote(warning, inWords(warning.message)));
  if (model === null) return messages;
  return [
    ...(fellBack(model)
      ? [plainFallbackNote([fallbackSentence(model), ...triedLines(model).map(inWords)].join(' '))]
      : []),
    ...messages,
    ...withoutBaseline(outcome, unit, flow),
    ...model.excluded.map(({ n, reason }) => text.excluded(n, translated(reason))),
  ];
}

/** How many participants a change leaves out, whose baseline is missing. */
function withoutBaseline({ id, model }: OutcomeResult, unit: TimeUnit, flow?: Flow | null): string[] {
  const reasons = flow?.outcomes.find(({ outcome }) => outcome === id)?.arms.flatMap((arm) => arm.notAnalysed) ?? [];
  const n = reasons.reduce((sum, reason) => sum + (reason.code === 'no_baseline' ? reason.n : 0), 0);
  const visit = model?.baselineVisit ?? null;
  return n === 0 ? [] : [text.withoutBaseline(n, visit === null ? null : visitLabel(visit, unit))];
}

/** The core's words for what `fallbackSentence` says in full. */
const fallbackCode = 'fallback_used';

function triedLines(model: ModelSummary): string[] {
  const failed = model.tried.filter(({ covariance }) => covariance !== model.covarianceUsed);
  return failed.map(({ covariance, message, status }) =>
    text.triedLine(structureName(covariance), translated(message || status)),
  );
}

/** Likelihood and information criteria, with what they counted. */
export function likelihoodSentences(model: ModelSummary, numbers: NumberFormat = defaultNumbers): string[] {
  const sentences = [
    text.likelihood(
      numbers.number(model.minus2LogLik, 2),
      numbers.number(model.aic, 2),
      numbers.number(model.bic, 2),
      translated(model.counted),
    ),
  ];
  const sigma = model.random?.sigma ?? null;
  if (sigma !== null) sentences.push(text.residualSd(numbers.number(sigma, 3)));
  return sentences;
}
