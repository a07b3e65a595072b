// SPDX-License-Identifier: MIT
/**
 * The made-up report with every part a report can have. Its numbers come from no analysis and mean nothing; they are
 * chosen so that rounding, signs, missing values and limits without bound all occur.
 */
import type { BaselineTable, Blinding, Flow } from '../../web/contract/participants.js';
import type { ProportionComparison } from '../../web/contract/proportions.js';
import type { GeeResult, Report, ResponderTable, SafetyRow } from '../../web/contract/report.js';
import { outcomeOf, reportFixture } from './report-fixture.js';

/** Ketamine against midazolam. */
export function comparison(changes: Partial<ProportionComparison> = {}): ProportionComparison {
  return {
    arm: 'ketamine',
    reference: 'midazolam',
    difference: { method: 'miettinen_nurminen', estimate: 33.333, lower: -12.345, upper: 68.75 },
    ratio: { method: 'koopman', estimate: 2.0049, lower: 0.6123, upper: 8.512 },
    odds: { method: 'conditional_exact', estimate: 3.789, lower: 0.3412, upper: null },
    pValue: 0.0461,
    confidence: 0.95,
    ...changes,
  };
}

const nothing = { estimate: null, lower: null, upper: null };

/** No event in either arm: neither ratio is defined. */
export const undefinedComparison = comparison({
  difference: { method: 'miettinen_nurminen', estimate: 0, lower: -24.2, upper: 39.0 },
  ratio: { method: 'koopman', ...nothing },
  odds: { method: 'conditional_exact', ...nothing },
  pValue: 1,
});

const flow: Flow = {
  listed: 20,
  notRandomised: [{ code: 'no_arm', reason: 'no arm', n: 2 }],
  arms: [
    { arm: 'midazolam', randomised: 6 },
    { arm: 'ketamine', randomised: 12 },
  ],
  outcomes: [
    {
      outcome: 'fss',
      arms: [
        { arm: 'midazolam', randomised: 6, withBaseline: 6, analysed: 6, notAnalysed: [] },
        {
          arm: 'ketamine',
          randomised: 12,
          withBaseline: 11,
          analysed: 10,
          notAnalysed: [
            { code: 'no_baseline', reason: 'no baseline score', n: 1 },
            { code: 'no_score', reason: 'no score after baseline', n: 1 },
          ],
        },
      ],
      visits: [
        {
          visit: '7',
          arms: [
            { arm: 'midazolam', analysed: 5, missing: [{ code: 'visit_missing', reason: 'no record', n: 1 }] },
            { arm: 'ketamine', analysed: 10, missing: [{ code: 'no_baseline', reason: 'no baseline score', n: 1 }] },
          ],
        },
      ],
    },
    {
      outcome: 'dfs',
      arms: [
        { arm: 'midazolam', randomised: 6, withBaseline: null, analysed: 6, notAnalysed: [] },
        { arm: 'ketamine', randomised: 12, withBaseline: null, analysed: 12, notAnalysed: [] },
      ],
      visits: [],
    },
  ],
};

const ages = { n: 6, missing: 0, mean: 48.25, sd: 9.04, median: 49.5, q1: 41.25, q3: 55.0, min: 33, max: 61 };
const noAges = { mean: null, sd: null, median: null, q1: null, q3: null, min: null, max: null };

const baseline: BaselineTable = {
  rows: [
    {
      kind: 'number',
      name: 'age',
      source: 'column',
      label: 'Age, years',
      standardisedDifferences: [{ arm: 'ketamine', value: -0.1049 }],
      groups: [
        { arm: 'midazolam', ...ages },
        { arm: 'ketamine', ...ages, n: 11, missing: 1, mean: 47.1 },
        { arm: null, ...ages, n: 17, missing: 1 },
      ],
    },
    {
      kind: 'number',
      name: 'weight',
      source: 'column',
      label: 'Weight',
      standardisedDifferences: [{ arm: 'ketamine', value: null }],
      groups: [
        { arm: 'midazolam', n: 0, missing: 6, ...noAges },
        { arm: 'ketamine', n: 0, missing: 12, ...noAges },
        { arm: null, n: 0, missing: 18, ...noAges },
      ],
    },
    {
      kind: 'category',
      name: 'sex',
      source: 'column',
      label: 'Sex',
      levels: ['female', 'male'],
      standardisedDifferences: [{ arm: 'ketamine', value: 0.351 }],
      groups: [
        { arm: 'midazolam', n: 6, missing: 0, counts: [4, 2], percents: [66.667, 33.333] },
        { arm: 'ketamine', n: 12, missing: 0, counts: [6, 6], percents: [50, 50] },
        { arm: null, n: 18, missing: 0, counts: [10, 8], percents: [55.556, 44.444] },
      ],
    },
  ],
};

const blinding: Blinding = {
  file: 'participants.csv',
  column: 'guess',
  guesses: ['midazolam', 'ketamine', 'don\u2019t know'],
  counts: [
    { arm: 'midazolam', n: 5, byGuess: [3, 1, 1] },
    { arm: 'ketamine', n: 12, byGuess: [2, 8, 2] },
  ],
  missing: [
    { arm: 'midazolam', n: 1 },
    { arm: 'ketamine', n: 0 },
  ],
  james: { estimate: 0.4567, se: 0.1012, lower: 0.2584, upper: 0.655, confidence: 0.95 },
  bang: [
    { arm: 'midazolam', estimate: 0.4, se: null, lower: null, upper: null, confidence: 0.95 },
    { arm: 'ketamine', estimate: 0.5, se: 0.23, lower: 0.049, upper: 0.951, confidence: 0.95 },
  ],
};

const responders: ResponderTable = {
  rule: { kind: 'change', by: 4 },
  threshold: 4,
  rows: [
    { arm: 'midazolam', visit: '7', n: 6, responders: 2, percent: 33.333 },
    { arm: 'ketamine', visit: '7', n: 12, responders: 8, percent: 66.667 },
  ],
  comparisons: [{ visit: '7', ...comparison() }],
};

const gee: GeeResult = {
  formula: 'responder ~ arm * visit',
  correlation: 0.4321,
  vcov: 'mancl_derouen',
  nObservations: 34,
  nSubjects: 18,
  status: 'converged',
  message: '',
  confidence: 0.95,
  rows: [
    {
      ...{ arm: 'ketamine', reference: 'midazolam', visit: '7' },
      ...{ oddsRatio: 4.0321, logOdds: 1.3943, se: 0.93, df: 15.8, lower: 0.5601, upper: 29.03, pValue: 0.1534 },
    },
    {
      ...{ arm: 'ketamine', reference: 'midazolam', visit: '14' },
      ...{ oddsRatio: null, logOdds: null, se: null, df: null, lower: null, upper: null, pValue: null },
    },
  ],
};

const safetyRow = (term: string | null, own: [number, number], comparisons = [comparison()]): SafetyRow => ({
  term,
  cells: [
    { participants: own[0], percent: (100 * own[0]) / 6, events: own[0] + 1 },
    { participants: own[1], percent: (100 * own[1]) / 12, events: own[1] + 3 },
  ],
  comparisons,
});

/** A copy of its own for each test, which may change it. */
export function fullReport(): Report {
  const report = reportFixture();
  const fss = outcomeOf(report, 'fss');
  const dfs = outcomeOf(report, 'dfs');
  const mcid = {
    ...{ value: 4, source: 'Rooney 2019', threshold: -4, position: 'compatible' as const },
    besides: ['smaller_benefit', 'no_difference', 'smaller_harm'] as const,
    ...{ confidenceBetter: 0.9312, confidenceBeyond: 0.7149 },
  };
  Object.assign(report, { flow, baseline, blinding });
  report.plan.baselineTable = { standardisedDifferences: true };
  fss.responders = { ...responders, gee };
  Object.assign(fss.effects[0]!, {
    standardised: { by: 'baseline_sd', sd: 9.8765, estimate: -0.5268, lower: -1.0529, upper: 0.0142 },
    mcid,
  });
  Object.assign(dfs.effects[0]!, {
    standardised: null,
    mcid: { ...mcid, value: 0.5, source: null, threshold: -0.0714, position: 'short', confidenceBeyond: 0.0012 },
  });
  report.safety = {
    ...report.safety!,
    rows: [safetyRow(null, [3, 11]), safetyRow('dizziness', [0, 0], [undefinedComparison])],
    systems: [{ system: 'nervous system', rows: [safetyRow(null, [3, 9]), safetyRow('headache', [2, 4])] }],
    severity: { column: 'grade', worst: true, rows: [safetyRow('mild', [2, 6]), safetyRow('severe', [1, 2])] },
    serious: { column: 'serious', worst: false, rows: [safetyRow('Y', [0, 1])] },
    related: null,
  };
  return structuredClone(report);
}
