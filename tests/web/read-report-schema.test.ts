// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Estimate, OutcomeResult, Report } from '../../web/contract/report.js';
import { reportOf } from './example-support.js';

const load = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addSchema(load('schema/plan.schema.json'));
const validate = ajv.compile(load('schema/report.schema.json'));

const estimate: Estimate = { estimate: -5.2, se: 2.6, df: 15.8, t: -2, pValue: 0.06, lower: -10.4, upper: 0.1 };
const normal: Estimate = { ...estimate, df: null };
const pair = { arm: 'ketamine', reference: 'midazolam' };

const outcome: OutcomeResult = {
  id: 'fss',
  label: 'Fatigue Severity Scale (FSS)',
  role: 'secondary',
  score: 'fss.total',
  direction: 'lower_is_better',
  status: 'ok',
  error: null,
  warnings: [{ code: 'fallback', message: 'us did not converge' }],
  model: {
    kind: 'mmrm',
    formula: 'change ~ baseline + arm * visit + us(visit | id)',
    response: 'change',
    baselineVisit: '0',
    visits: ['7', '28'],
    method: 'REML',
    df: 'kenward_roger',
    confidence: 0.95,
    emmeansWeights: 'equal',
    covarianceRequested: 'us',
    covarianceUsed: 'toeph',
    tried: [{ covariance: 'us', status: 'iteration_limit', message: '' }],
    status: 'converged',
    nObservations: 36,
    nSubjects: 18,
    logLik: -100,
    minus2LogLik: 200,
    aic: 206,
    aicc: null,
    bic: 208.7,
    counted: '3 covariance parameters, 18 participants',
    covariance: [
      {
        group: null,
        levels: ['7', '28'],
        matrix: [
          [1, 0.5],
          [0.5, 1],
        ],
      },
    ],
    days: [7, 28],
    vcov: 'empirical',
    information: 'expected',
    weights: null,
    covarianceGroups: 'arm',
    residual: null,
    random: { groups: [{ group: 'id', terms: ['(Intercept)'], covariance: [[1]] }], sigma: 1 },
    aliased: [],
    excluded: [{ reason: 'no baseline', n: 1 }],
  },
  multiplicity: 'holm',
  gate: { position: 1, open: true, rejected: false, alpha: 0.05 },
  effects: [
    {
      ...estimate,
      pAdjusted: 0.12,
      ...pair,
      kind: 'visit_difference',
      visit: '7',
      n: { ketamine: 12, midazolam: 6 },
      favours: 'ketamine',
      overWindow: null,
      standardised: { by: 'baseline_sd', sd: 8, estimate: -0.65, lower: -1.3, upper: 0.01 },
      mcid: {
        value: 4,
        source: null,
        threshold: -4,
        position: 'compatible',
        besides: ['smaller_benefit', 'no_difference'],
        confidenceBeyond: 0.67,
        confidenceBetter: 0.97,
      },
    },
    {
      ...estimate,
      ...pair,
      kind: 'slope_difference',
      visit: null,
      n: { ketamine: 12, midazolam: 6 },
      favours: null,
      overWindow: { days: 7, estimate: -1, lower: -2, upper: 0 },
      standardised: null,
      mcid: null,
    },
  ],
  means: [{ ...normal, arm: 'ketamine', visit: null, n: 12 }],
  differences: [{ ...estimate, ...pair, pAdjusted: null, visit: '7', favours: null }],
  slopes: [{ ...estimate, arm: 'ketamine' }],
  slopeDifferences: [{ ...estimate, ...pair }],
  tests: [{ term: 'arm', numDf: 1, denDf: null, f: 4, pValue: 0.06 }],
  coefficients: [{ ...estimate, term: 'armketamine' }],
  observed: [{ arm: 'ketamine', visit: '7', n: 12, mean: 40, sd: null }],
};

const noRecord = { code: 'no_record', reason: 'no record', n: 1 };
const numbers = { n: 1, missing: 0, mean: 4, sd: null, median: 4, q1: 4, q3: 4, min: 4, max: 4 };
const index = { estimate: 0.7, se: 0.1, lower: 0.5, upper: 0.9, confidence: 0.95 };

const participants: Pick<Report, 'flow' | 'baseline' | 'blinding'> = {
  flow: {
    listed: 7,
    notRandomised: [{ code: 'no_arm', reason: 'arm missing', n: 1 }],
    arms: [{ arm: 'midazolam', randomised: 6 }],
    outcomes: [
      {
        outcome: 'fss',
        arms: [{ arm: 'midazolam', randomised: 6, withBaseline: null, analysed: 5, notAnalysed: [noRecord] }],
        visits: [{ visit: '7', arms: [{ arm: 'midazolam', analysed: 5, missing: [noRecord] }] }],
      },
    ],
  },
  baseline: {
    rows: [
      {
        name: 'fss.total',
        source: 'score',
        label: 'FSS',
        standardisedDifferences: [{ arm: 'ketamine', value: null }],
        kind: 'number',
        groups: [{ arm: null, ...numbers }],
      },
      {
        name: 'sex',
        source: 'column',
        label: 'sex',
        standardisedDifferences: [],
        kind: 'category',
        levels: ['f', 'm'],
        groups: [{ arm: 'midazolam', n: 0, missing: 6, counts: [0, 0], percents: [null, null] }],
      },
    ],
  },
  blinding: {
    file: 'people.csv',
    column: 'guess',
    guesses: ['midazolam', 'ketamine', "don't know"],
    counts: [{ arm: 'midazolam', n: 5, byGuess: [2, 2, 1] }],
    missing: [{ arm: 'midazolam', n: 1 }],
    james: index,
    bang: [{ arm: 'midazolam', ...index, se: 0, lower: null, upper: null }],
  },
};

const report: Report = {
  schemaVersion: 1,
  software: { name: 'fatigue-calculator', version: '0.1.0' },
  plan: { schemaVersion: 1, files: [], instruments: [], outcomes: [] },
  simulated: true,
  files: [{ name: 'diary.csv', role: 'records', sha256: 'a'.repeat(64), rows: 144, participants: 18 }],
  arms: [{ arm: 'midazolam', participants: 6 }],
  scores: [
    {
      score: 'fss.total',
      instrument: 'FSS',
      scale: 'total',
      label: 'FSS',
      range: [9, 63],
      direction: 'lower_is_better',
      missingItems: 'half',
      scored: 80,
      prorated: 3,
      unscored: 1,
    },
    {
      score: 'fatigue.t_score',
      instrument: 'Neuro-QoL Fatigue',
      scale: 't_score',
      label: 'T score',
      range: [29.5, 74.1],
      direction: 'lower_is_better',
      scoring: 'sum',
      missingItems: 'at_least_7',
      caution: 'computed',
      scored: 80,
      prorated: 0,
      unscored: 1,
    },
  ],
  quality: [
    {
      score: 'fss.total',
      visit: '0',
      forms: 18,
      complete: 17,
      itemsMissing: 2,
      itemsAsked: 162,
      scored: 18,
      atLowest: 0,
      atHighest: 1,
      alpha: { estimate: 0.9, lower: 0.8, upper: 0.96, forms: 17, confidence: 0.95 },
    },
    {
      score: 'dfs.total',
      visit: '0',
      forms: 18,
      complete: null,
      itemsMissing: null,
      itemsAsked: null,
      scored: 18,
      atLowest: 0,
      atHighest: 1,
      alpha: null,
    },
  ],
  outcomes: [
    outcome,
    {
      ...outcome,
      gate: null,
      id: 'dfs',
      status: 'failed',
      model: null,
      error: { code: 'x', message: 'y', detail: { row: 3, places: [{ value: '?' }] } },
    },
  ],
  safety: {
    file: 'ae.csv',
    arms: [{ arm: 'midazolam', participants: 6 }],
    rows: [{ term: null, cells: [{ participants: 2, percent: 33.3, events: 3 }] }],
  },
  ...participants,
  warnings: [],
  errors: [],
  elapsedMs: 12.5,
};

test('a report of the contract validates', () => {
  validate(report);
  expect(validate.errors).toBeNull();
});

test.each(['ketamine-pilot', 'follow-on', 'daily-diary'] as const)('the report of %s validates', (example) => {
  validate(reportOf(example));
  expect(validate.errors).toBeNull();
});

test('a report from before participants were counted validates', () => {
  const before: Partial<Report> = { ...report };
  for (const key of ['flow', 'baseline', 'blinding'] as const) delete before[key];
  validate(before);
  expect(validate.errors).toBeNull();
  expect(validate({ ...report, flow: null, baseline: null, blinding: null })).toBe(true);
});

test.each<[string, unknown]>([
  ['an unknown key', { ...report, extra: 1 }],
  ['a missing key', { ...report, outcomes: undefined }],
  ['text for a number', { ...report, elapsedMs: '12' }],
  ['a plan that is none', { ...report, plan: { schemaVersion: 1 } }],
  ['a rule for missing items nobody knows', { ...report, scores: [{ ...report.scores[0], missingItems: 'most' }] }],
  ['a quality row without its forms', { ...report, quality: [{ score: 'fss.total', visit: '0' }] }],
  ['a gate without a state', { ...report, outcomes: [{ ...outcome, gate: { position: 1 } }] }],
  ['an adjustment nobody knows', { ...report, outcomes: [{ ...outcome, multiplicity: 'tukey' }] }],
  ['a flow without its outcomes', { ...report, flow: { ...participants.flow, outcomes: null } }],
  ['a baseline row of no kind', { ...report, baseline: { rows: [{ name: 'age', source: 'column' }] } }],
  ['an index without an estimate', { ...report, blinding: { ...participants.blinding, james: { se: 1 } } }],
  ['an outcome without effects', { ...report, outcomes: [{ ...outcome, effects: null }] }],
])('%s does not validate', (_, value) => {
  expect(validate(JSON.parse(JSON.stringify(value)))).toBe(false);
});
