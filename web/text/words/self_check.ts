// SPDX-License-Identifier: MIT
/** Words of the page's check against stored results of other software. */
import type { QuantityKind } from '../../reference/compare.js';
import { counted, plural } from './plural.js';

const kinds: Record<QuantityKind, string> = {
  logLik: 'log-likelihood',
  covariance: '(co)variance',
  sigma: 'residual SD',
  estimate: 'estimate',
  se: 'SE',
  df: 'df',
  p: 'p',
  lower: 'lower limit',
  upper: 'upper limit',
  F: 'F',
  num_df: 'numerator df',
  den_df: 'denominator df',
};

export const selfCheckWords = {
  title: 'Check it yourself',
  lead:
    'R and its packages were run on simulated trials, and their results were stored with 15 digits. This button fits the ' +
    'same models to the same data now, in this tab, with the code that analyses your trial, and shows how many digits agree.',
  scope: (shown: { cases: number; numbers: number }, all: { cases: number; numbers: number }) =>
    `On this page: ${counted(shown.numbers)} numbers of ${counted(shown.cases)} models, chosen to cover covariance structures, ` +
    'methods of degrees of freedom, REML and ML, random effects and marginal means. The full list, ' +
    `${counted(all.numbers)} numbers of ${counted(all.cases)} cases with SAS and NIST among them, is docs/validation.md in the ` +
    'source code.',
  start: 'Run the check',
  again: 'Run it again',
  cancel: 'Stop the check',
  unable: 'This page cannot fit single models.',
  progress: (position: number, total: number, name: string) => `Case ${position} of ${total}: ${name}`,
  running: 'Checking',
  cancelled: (done: number, total: number) => `Stopped after ${done} of ${total} cases.`,
  total: (numbers: number, cases: number, seconds: string) =>
    `${counted(numbers)} numbers of ${plural(cases, 'model')} compared in ${seconds} s.`,
  least: (digits: string, what: string, name: string) =>
    `Every one agrees to at least ${digits} digits; the least is ${what} in ${name}.`,
  disagrees: (numbers: number, needed: number) =>
    `${plural(numbers, 'number')} ${numbers === 1 ? 'agrees' : 'agree'} to fewer than ${needed} digits: please report this ` +
    'with the name and version of your browser.',
  shares: (counts: readonly { digits: number; numbers: number }[]) =>
    `${counts.map(({ digits, numbers }) => `${counted(numbers)} to ${digits} or more digits`).join(', ')}.`,
  failed: (cases: number) => `${plural(cases, 'model')} could not be fitted.`,
  failedCase: (reason: string) => `could not be fitted: ${reason}`,
  caseLine: (numbers: number, digits: string) => `${plural(numbers, 'number')}, at least ${digits} digits`,
  worstFirst: 'Worst first. Open a model to see each number.',
  meaning:
    'Digits of agreement are \u2212log10(|ours \u2212 theirs| / |theirs|), at most the 15 that are stored. (Co)variances are measured ' +
    'against the standard deviations they belong to, limits against half the width of the interval. lme4 stops its search at ' +
    'about the 6th digit, and lmerTest and pbkrtest build on it: these agree less than mmrm, which was taken to the exact ' +
    'optimum. Very small p values magnify what differs.',
  df: (name: string) => `degrees of freedom: ${name}`,
  vcov: (name: string) => `standard errors: ${name}`,
  weights: (column: string) => `weights: ${column}`,
  madeBy: (names: string) => `Stored results: ${names}.`,
  caption: (name: string) => `Each number of ${name}, worst first`,
  quantity: 'Quantity',
  by: 'Theirs by',
  ours: 'Ours',
  theirs: 'Theirs',
  digits: 'Digits',
  ofQuantity: (kind: QuantityKind, of: string) => (of === '' ? kinds[kind] : `${kinds[kind]}: ${of}`),
};
