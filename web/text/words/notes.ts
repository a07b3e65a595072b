// SPDX-License-Identifier: MIT
/** The small print under the tables, and where an outcome stands in a sequence of tests. */
import type { TimeUnit } from '../../contract/plan.js';
import { timeSpan, timeWords } from './time.js';

/** A fixed sequence of tests; `place` is `of`. */
export const gateWords = {
  of: (position: number, total: number) => `Test ${position} of ${total} in the fixed sequence`,
  rejected: (place: string, level: string) => `${place}: significant at the ${level} level.`,
  last: (place: string, level: string, of: string) => `${place}: not significant at the ${level} level${of}.`,
  stops: (place: string, level: string, of: string) =>
    `${place}: not significant at the ${level} level${of}, which closes the tests after it.`,
  /** Which of several comparisons did not pass. */
  missed: (comparisons: string) => ` in ${comparisons}`,
  failed: (place: string) => `${place}: could not be done, which closes the tests after it.`,
  closed: (place: string) => `${place}: closed by an earlier test. The result is shown but is not confirmatory.`,
  shortRejected: 'significant',
  /** One comparison of several that did not all pass. */
  shortPassed: 'significant, but not every comparison',
  shortOpen: 'not significant',
  shortClosed: 'not confirmatory',
  short: (position: number, state: string) => `test ${position}: ${state}`,
};

export const noteWords = {
  direction: 'Direction is that of the estimate; the interval shows how much the data support it.',
  published: (citation: string) => `Published: ${citation}. Shown beside the result, never computed with.`,
  simulatedRows: 'Rows marked simulated come from made-up data; they are no evidence about any treatment.',
  chosenToAgree:
    'The made-up data were chosen to give estimates near the published ones: that they agree is by design.',
  n: 'n counts the participants in the model; the tables below give those at each visit.',
  nAtVisit:
    'n counts the participants in the model and, \u201cat visit\u201d, those of them with a value at the visit of the effect; the tables below give those at each visit.',
  overWindow: (
    label: string,
    span: { length: number; unit: TimeUnit },
    estimate: string,
    interval: string,
    points: string,
    level: string,
  ) =>
    `${label}: over ${timeSpan(String(span.length), span.unit)} the difference in change per ` +
    `${timeWords[span.unit].one} adds up to ${estimate} ${points} (${level} CI ${interval}).`,
  denominator: (arms: string) => `Percentages are of all participants of the arm: ${arms}.`,
  nInArm: (arm: string, n: number) => `${arm} ${n}`,
  eventsCounted: '\u201cevents\u201d counts every record.',
  participantsCounted: 'n counts participants with at least one such event; events counts every record.',
  adjusted: (label: string, method: string, family: string) =>
    `${label}: adjusted p values are by ${method} over ${family}.`,
  intervalsPlain: 'Confidence intervals are not adjusted, so that interval and adjusted p value may disagree.',
  sequence: (level: string) =>
    `Outcomes are tested in a fixed sequence at the ${level} level: each only after all before it were significant, in ` +
    'every comparison.',
  notAvailable: (reason: string) => `\u2014 ${reason}.`,
  direct: (lower: boolean) => (lower ? 'Lower scores mean less fatigue.' : 'Higher scores mean less fatigue.'),
  directOther: (lower: boolean) => (lower ? 'Lower scores are better.' : 'Higher scores are better.'),
};
