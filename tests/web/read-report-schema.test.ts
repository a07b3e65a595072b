// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Estimate, OutcomeResult, Report } from '../../web/contract/report.js';

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
  warnings: [],
  errors: [],
  elapsedMs: 12.5,
};

test('a report of the contract validates', () => {
  validate(report);
  expect(validate.errors).toBeNull();
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
  ['an outcome without effects', { ...report, outcomes: [{ ...outcome, effects: null }] }],
])('%s does not validate', (_, value) => {
  expect(validate(JSON.parse(JSON.stringify(value)))).toBe(false);
});
