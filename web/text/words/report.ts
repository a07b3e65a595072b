// SPDX-License-Identifier: MIT
/** Words of the choices on how results are told. */
import type { DifferenceInterval } from '../../contract/proportions.js';
import type { IntercurrentStrategy, NumberStyleName } from '../../contract/plan.js';

const styles: Record<NumberStyleName, string> = {
  default: 'as on this page',
  nejm: 'New England Journal of Medicine',
  jama: 'JAMA',
  lancet: 'The Lancet',
  annals: 'Annals of Internal Medicine',
};

const intervals: Record<DifferenceInterval, string> = {
  miettinen_nurminen: 'score (Miettinen and Nurminen)',
  newcombe: 'hybrid score (Newcombe)',
  agresti_min: 'exact unconditional (Agresti and Min)',
};

const strategies: Record<IntercurrentStrategy, string> = {
  treatment_policy: 'treatment policy',
  hypothetical: 'hypothetical',
  composite: 'composite',
  while_on_treatment: 'while on treatment',
  principal_stratum: 'principal stratum',
};

export const reportWords = {
  title: 'How results are told',
  pilot: 'Pilot trial',
  pilotNo: 'no: with p values',
  pilotYes: 'yes: intervals without p values',
  randomised: 'Arms given by chance',
  randomisedNo: 'not said: \u201cassigned\u201d is written',
  randomisedYes: 'yes: \u201crandomised\u201d is written',
  style: 'Numbers as in',
  styles,
  locale: 'Language of numbers',
  localeHint: 'such as de or fr; empty: English',
  localeBad: 'not a language the browser knows',
  interval: 'Interval of risk differences',
  intervals,
  standardised: 'Standardised differences at baseline',
  no: 'no',
  yes: 'yes',
  estimand: 'Estimand, in your words',
  estimandNote: 'ICH E9(R1). Printed as written here; nothing is read out of a model.',
  attributes: {
    population: 'Population',
    treatment: 'Treatments compared',
    variable: 'Variable',
    summary: 'Summary measure',
  },
  event: (n: number) => `Intercurrent event ${n}`,
  strategy: 'Strategy',
  strategies,
  addEvent: 'Add an intercurrent event',
  removeEvent: (event: string) => `Remove ${event || 'the event'}`,
  remove: 'Remove',
  mcid: 'Difference that matters, points',
  mcidHint: (value: string, population: string) => `empty: the published one, ${value} (${population})`,
  mcidPercent: 'empty: none, for published ones are in points and not in percent',
  mcidUnknown: 'empty: none, for none is published for this score',
  mcidUse: 'Difference that matters',
  mcidUsed: 'shown',
  mcidNone: 'not shown',
  decimals: 'Decimals of estimates',
  decimalsHint: 'empty: by the scale',
  guess: 'Column with what participants guessed',
  guessMeans: (value: string) => `\u201c${value}\u201d means`,
  guessUnknown: 'do not know',
};
