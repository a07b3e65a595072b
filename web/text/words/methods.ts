// SPDX-License-Identifier: MIT
/** Words of the method lines under a result. */
import type { TimeUnit } from '../../contract/plan.js';
import { plural } from './plural.js';
import { timeWords } from './time.js';

export const methodWords = {
  /** One clause of the headline table's method line. */
  short: (label: string, clauses: readonly string[]) => `${label}: ${clauses.join('; ')}.`,
  shortMmrm: (response: string, covariance: string) =>
    `mixed model for repeated measures of ${response}, ${covariance} covariance`,
  shortRandomEffects: (response: string, effects: string, unit: TimeUnit) =>
    `linear mixed model of ${response} over ${timeWords[unit].many}, ${effects}`,
  shortFallback: (requested: string) => `in place of ${requested}, which could not be fitted`,
  shortBaseline: 'baseline as covariate',
  shortHalf: (prorated: number, scored: number) => `half rule, items filled in for ${prorated} of ${scored} scores`,
  shortSingle: 'a single item',
  shortComplete: 'complete questionnaires only',
  shortGiven: 'scores as given',
  equalWeights: 'LS means with equal weights',
  mmrm: (response: string, terms: string) =>
    `Mixed model for repeated measures: ${response} on ${terms}, with one covariance matrix between a participant\u2019s visits.`,
  randomEffects: (response: string, terms: string, effects: string) =>
    `Linear mixed model: ${response} on ${terms}, with ${effects} for each participant.`,
  change: (label: string, baseline: string) => `change in ${label} from ${baseline}`,
  baselineTerm: (baseline: string) => `the score at ${baseline}`,
  ancova: (response: string, terms: string) => `Linear model of one visit: ${response} on ${terms}.`,
  shortAncova: (response: string) => `linear model of ${response} at one visit`,
  armOnly: 'arm',
  armByVisit: 'arm, visit and arm by visit',
  armByTime: (unit: TimeUnit) => `arm, ${timeWords[unit].term} and arm by ${timeWords[unit].term}`,
  covariance: (used: string) => `Covariance: ${used}.`,
  fallback: (requested: string, used: string) =>
    `The covariance asked for (${requested}) could not be fitted; ${used} was used, the next in the order set beforehand.`,
  triedLine: (structure: string, what: string) => `(${structure}: ${what}.)`,
  perArm: 'One covariance matrix per arm.',
  shortPerArm: 'one covariance matrix per arm',
  residual: (structure: string) => `Residuals of a participant: ${structure}.`,
  shortResidual: (structure: string) => `${structure} residuals`,
  vcov: (name: string) => `Standard errors: ${name}.`,
  shortVcov: (name: string) => `${name} standard errors`,
  expected: 'Degrees of freedom from the expected information.',
  weights: (column: string) => `Records weighted by ${column}.`,
  shortWeights: (column: string) => `weighted by ${column}`,
  adjusted: (method: string, family: string) => `p values adjusted by ${method} over ${family}.`,
  family: {
    visit_difference: 'the differences of all arms at all visits',
    average_difference: 'the averaged differences of all arms',
    slope_difference: 'the slope differences of all arms',
  },
  estimation: (method: string, df: string) => `${method}; ${df}.`,
  dfNames: {
    kenward_roger: 'Kenward-Roger standard errors and degrees of freedom',
    kenward_roger_linear: 'linear Kenward-Roger standard errors and degrees of freedom',
    kenward_roger_mmrm: 'Kenward-Roger as in the R package mmrm',
    satterthwaite: 'Satterthwaite degrees of freedom',
    between_within: 'between-within degrees of freedom',
    residual: 'residual degrees of freedom',
    asymptotic: 'normal approximation',
  } as Record<string, string>,
  means: 'LS means weigh visits and factor levels equally and hold covariates at their mean.',
  visits: (visits: string) => `Visits analysed: ${visits}.`,
  counts: (observations: number, subjects: number) =>
    `${plural(observations, 'record')} of ${plural(subjects, 'participant')}.`,
  half: (scored: number, prorated: number, unscored: number) =>
    `Missing items: half rule (a scale is scored when at least half of its items are answered, missing ones counted as ` +
    `the mean of those answered); of ${plural(scored, 'score')}, ${prorated} had items filled in; ` +
    `${plural(unscored, 'record')} could not be scored.`,
  complete: (scored: number, unscored: number) =>
    `Missing items: complete questionnaires only; ${plural(scored, 'score')}, ` +
    `${plural(unscored, 'record')} left out for missing items.`,
  atLeast: (least: number, scored: number, prorated: number, unscored: number) =>
    `Missing items: a scale is scored when at least ${least} of its items are answered, missing ones counted as ` +
    `the mean of those answered; of ${plural(scored, 'score')}, ${prorated} had items filled in; ` +
    `${plural(unscored, 'record')} could not be scored.`,
  subscales: (scored: number, prorated: number, unscored: number) =>
    `Missing items: half rule for each subscale, and the total is the sum of its subscales, all of which it needs; ` +
    `of ${plural(scored, 'score')}, ${prorated} had items filled in; ${plural(unscored, 'record')} could not be scored.`,
  otherRule: (rule: string, scored: number, prorated: number, unscored: number) =>
    `Missing items: rule ${rule}; of ${plural(scored, 'score')}, ${prorated} had items filled in; ` +
    `${plural(unscored, 'record')} could not be scored.`,
  scoring: (name: string) => `Scored as ${name}.`,
  percentChange: (label: string, baseline: string) => `percent change in ${label} from ${baseline}`,
  baselineRules: {
    last_before: (at: string, unit: TimeUnit) => `the last record up to ${timeWords[unit].one} ${at}`,
    window_mean: (span: { from: string; to: string; unit: TimeUnit }, least: number) =>
      `the mean of ${timeWords[span.unit].many} ${span.from} to ${span.to}${least > 1 ? ` (at least ${least} of them)` : ''}`,
    column: (column: string) => `the baseline in column ${column}`,
  },
  baselineScore: 'the baseline score',
  weeklyMean: (first: string, least: number) =>
    `Records were averaged by week (week 1 begins on day ${first}; a week counts with at least ${plural(least, 'day')}).`,
  /** `from` and `to` as "day 7". */
  auc: (from: string | null, to: string | null, least: number, unit: TimeUnit) =>
    `Records were condensed to the area under the straight lines between them, divided by the ` +
    `${timeWords[unit].many} they span` +
    `${from === null ? '' : `, from ${from}`}${to === null ? '' : `${from === null ? ',' : ''} to ${to}`}` +
    ` (at least ${plural(least, 'record')}).`,
  shortWeekly: 'weekly means',
  shortAuc: (unit: TimeUnit) => `area under the curve per ${timeWords[unit].one}`,
  shortAtLeast: (least: number, prorated: number, scored: number) =>
    `scored with at least ${plural(least, 'item')}, items filled in for ${prorated} of ${scored} scores`,
  shortSubscales: (prorated: number, scored: number) =>
    `half rule by subscale, items filled in for ${prorated} of ${scored} scores`,
  single: (scored: number) => `A single item, ${plural(scored, 'answer')}.`,
  given: (scored: number) => `Scores as given in the file (${scored}).`,
  range: (label: string, low: string, high: string) => `${label} runs from ${low} to ${high}.`,
  software: (name: string, version: string) => `${name} ${version}.`,
  excluded: (n: number, reason: string) => `${plural(n, 'record')} not used: ${reason}.`,
  formula: 'Formula',
  status: 'Fit',
  likelihood: (minus2: string, aic: string, bic: string, counted: string) =>
    `\u22122 log-likelihood ${minus2}; AIC ${aic}; BIC ${bic} (${counted}).`,
  residualSd: (sigma: string) => `Residual standard deviation ${sigma}.`,
  sha: (file: string, sha: string) => `${file} (SHA-256 ${sha.slice(0, 12)}\u2026)`,
  data: (files: string) => `Data: ${files}.`,
};
