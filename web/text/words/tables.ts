// SPDX-License-Identifier: MIT
/** Words of the tables: columns, captions, visits, directions and what a dash means. */
import type { TimeUnit } from '../../contract/plan.js';
import { timeWords } from './time.js';

export const visitWords = {
  /** Sentence form: "day 7"; a visit that is not a number keeps its own label. */
  numbered: (number: string, unit: TimeUnit) => `${timeWords[unit].one} ${number}`,
  listed: (numbers: string, unit: TimeUnit) => `${timeWords[unit].many} ${numbers}`,
  area: 'AUC',
  average: 'average over visits',
  averageOver: (visits: string) => `average over ${visits}`,
  perUnit: (unit: TimeUnit) => `change per ${timeWords[unit].one}`,
  span: (first: string, last: string) => `${first} to ${last}`,
  over: (change: string, span: string) => `${change}, ${span}`,
};

export const tableWords = {
  outcome: 'Outcome',
  when: 'When',
  arm: 'Arm',
  visit: 'Visit',
  n: 'n',
  nAtVisit: 'n analysed (observed at visit)',
  atVisit: (counts: string) => `${counts} at visit`,
  meanSe: 'LS mean (SE)',
  observedMean: 'Mean',
  sd: 'SD',
  se: 'SE',
  ci: (level: string) => `${level} CI`,
  df: 'df',
  t: 't',
  p: 'p',
  adjusted: (p: string) => `adjusted ${p}`,
  difference: 'Difference',
  differenceSe: 'Difference (SE)',
  differenceOf: (arm: string, reference: string) => `${arm} minus ${reference}`,
  direction: 'Direction',
  points: 'points',
  pointsPer: (unit: TimeUnit) => `points per ${timeWords[unit].one}`,
  percentagePoints: 'percentage points',
  percentPer: (unit: TimeUnit) => `percentage points per ${timeWords[unit].one}`,
  armOf: (arm: string, participants: number) => `${arm} (${participants})`,
  participants: 'n (%)',
  events: 'events',
  event: 'Event',
  anyEvent: 'Any event',
  term: 'Term',
  estimate: 'Estimate',
  f: 'F',
  numDf: 'df1',
  denDf: 'df2',
  published: 'Published',
  primary: 'primary',
  secondary: 'secondary',
  simulated: 'simulated',
};

export const captionWords = {
  headline: (arms: string) => `Effect on each outcome, ${arms}`,
  headlineSeveral: 'Effect on each outcome, each arm minus the reference arm',
  means: (label: string) => `${label}: least-squares means by arm and visit`,
  meansChange: (label: string, baseline: string) =>
    `${label}, change from ${baseline}: least-squares means by arm and visit`,
  meansPercentChange: (label: string, baseline: string) =>
    `${label}, percent change from ${baseline}: least-squares means by arm and visit`,
  differences: (label: string) => `${label}: difference between arms by visit`,
  slopes: (label: string, unit: TimeUnit) => `${label}: change per ${timeWords[unit].one} by arm`,
  safety: 'Side effects by arm',
  coefficients: (label: string) => `${label}: coefficients of the model`,
  tests: (label: string) => `${label}: tests of the terms (type III)`,
  covariance: (label: string) => `${label}: covariance matrix between visits`,
  randomEffects: (label: string) => `${label}: covariance of the random effects`,
  observed: (label: string) => `${label}: observed means, no model`,
  plotMeans: (label: string) => `${label}: least-squares means`,
  plotTable: 'The numbers are in the table below.',
};

export const reasonWords = {
  notEstimable: 'not estimable from these data',
  notInPlan: 'not part of the published result given in the plan',
  noSpread: 'one value has no spread',
  testedOnce: 'same test as the slope',
};

export const directionWords = {
  lower: (arm: string) => `Lower fatigue with ${arm}`,
  better: (arm: string) => `Better score with ${arm}`,
  higher: (arm: string) => `Better score with ${arm}`,
  none: 'No difference',
  asPublished: 'as published',
};
