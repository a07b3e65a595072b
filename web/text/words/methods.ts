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
  shortCovariates: (names: readonly string[], baseline: boolean) =>
    `${[...(baseline ? ['baseline'] : []), ...names].join(' and ')} as covariates`,
  shortHalf: (prorated: number, scored: number) => `half rule, items filled in for ${prorated} of ${scored} scores`,
  shortSingle: 'a single item',
  shortComplete: 'complete questionnaires only',
  shortGiven: 'scores as given',
  equalWeights: 'LS means with equal weights',
  mmrm: (response: string, terms: string) =>
    `Mixed model for repeated measures: ${response} on ${terms}, with one covariance matrix between a participant\u2019s visits.`,
  randomEffects: (response: string, terms: string, effects: string) =>
    `Linear mixed model: ${response} on ${terms}, with ${effects} for each participant.`,
  ancova: (response: string, terms: string) => `Linear model of one visit: ${response} on ${terms}.`,
  shortAncova: (response: string) => `linear model of ${response} at one visit`,
  armOnly: 'arm',
  armByVisit: 'arm, visit and arm by visit',
  armByTime: (unit: TimeUnit) => `arm, ${timeWords[unit].term} and arm by ${timeWords[unit].term}`,
  covariance: (used: string) => `Covariance: ${used}.`,
  fallback:
    'The structure asked for ({requested}) could not be fitted; {used} was used, the next in the order set beforehand.',
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
  familyInPart: (family: string, tested: number, all: number) =>
    `${family} (${tested} of ${all}: the others are not estimable)`,
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
  /** A rule for missing items, as what scores come with. */
  rules: {
    half:
      'the half rule (a scale is scored when at least half of its items are answered, missing ones counted as the mean of ' +
      'those answered)',
    complete: 'complete questionnaires only',
    subscales:
      'the half rule for each subscale, and the total is the sum of its subscales, all of which it needs (missing items ' +
      'are counted as the mean of those answered)',
    atLeast:
      'the rule that a scale is scored when at least {least} of its items are answered, missing ones counted as the mean ' +
      'of those answered',
    other: 'the rule {rule}',
  },
  itemsMissing: (rule: string, scored: number, prorated: number, unscored: number) =>
    `Missing items: ${rule}; of ${plural(scored, 'score')}, ${prorated} had items filled in; ` +
    `${plural(unscored, 'record')} could not be scored.`,
  itemsComplete: (rule: string, scored: number, unscored: number) =>
    `Missing items: ${rule}; ${plural(scored, 'score')}, ${plural(unscored, 'record')} left out for missing items.`,
  scoring: (name: string) => `Scored as ${name}.`,
  change: 'change in {label} from {baseline}',
  percentChange: 'percent change in {label} from {baseline}',
  baselines: {
    last_before: 'the last record up to {unit} {at}',
    window_mean: 'the mean of {units} {from} to {to}{least}',
    column: 'the baseline in column {column}',
  },
  leastOfThem: ' (at least {least} of them)',
  baselineTerm: 'the score at {baseline}',
  baselineScore: 'the baseline score',
  weeklyMean:
    'Records were averaged by week (week 1 begins on day {first}; a week counts with at least {least} {days}).',
  auc:
    'Records were condensed to the area under the straight lines between them, divided by the {units} they span{from}{to} ' +
    '(at least {least} records).',
  aucFrom: ', from {unit} {day}',
  aucTo: ' to {unit} {day}',
  aucUpTo: ', up to {unit} {day}',
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
  /** `visit`: the baseline, where it is one. */
  withoutBaseline: (n: number, visit: string | null) =>
    `${plural(n, 'participant')} ${n === 1 ? 'is' : 'are'} not analysed: no value at the baseline${visit === null ? '' : `, ${visit}`}.`,
  excluded: (n: number, reason: string) => `${plural(n, 'record')} not used: ${reason}.`,
  formula: 'Formula',
  status: 'Fit',
  likelihood: (minus2: string, aic: string, bic: string, counted: string) =>
    `\u22122 log-likelihood ${minus2}; AIC ${aic}; BIC ${bic} (${counted}).`,
  residualSd: (sigma: string) => `Residual standard deviation ${sigma}.`,
  sha: (file: string, sha: string) => `${file} (SHA-256 ${sha.slice(0, 12)}\u2026)`,
  data: (files: string) => `Data: ${files}.`,
};
