// SPDX-License-Identifier: MIT
/**
 * What is shown of a report must be there and be of its kind: a number that is text, or an arm that is not there, would be
 * shown as something else than it is. In step with schema/report.schema.json, as far as a reader sees it.
 */
import type { Report } from '../../contract/report.js';
import { misshapen, type Shape } from './shape.js';

const interval = { estimate: 'n', lower: 'n', upper: 'n' };
const openInterval = { estimate: 'n0', lower: 'n0', upper: 'n0' };
/** What is not estimable has no numbers. */
const estimate = { ...openInterval, se: 'n0', df: 'n0', t: 'n0', pValue: 'n0' };
const ofPair = { arm: 's', reference: 's' };
const direction = 'lower_is_better|higher_is_better';
const warnings: Shape = [{ code: 's', message: 's' }];
const place = { 'file?': 's', 'row?': 'i', 'column?': 's', 'value?': 's' };
const inputError = { code: 's', message: 's', detail: { ...place, 'remedy?': 's', 'places?': [place] } } as const;
const armCounts: Shape = [{ arm: 's', participants: 'i' }];
const reasons: Shape = [{ code: 's', reason: 's', n: 'i' }];

const comparison = {
  ...ofPair,
  'visit?': 's',
  difference: { method: 'miettinen_nurminen|newcombe|agresti_min', ...openInterval },
  ratio: { method: 'koopman', ...openInterval },
  odds: { method: 'conditional_exact', ...openInterval },
  pValue: 'n0',
  confidence: 'c',
};

const effect: Shape = {
  ...estimate,
  ...ofPair,
  kind: 'visit_difference|average_difference|slope_difference',
  visit: 's0',
  n: { '*': 'i' },
  favours: 's0',
  'pAdjusted?': 'n0',
  overWindow0: { days: 'n', ...openInterval },
  'standardised0?': { by: 'baseline_sd|model_sd', sd: 'n', ...openInterval, estimate: 'n' },
  'mcid0?': {
    value: 'n',
    source: 's0',
    threshold: 'n',
    position: 'beyond|compatible|short',
    besides: ['smaller_benefit|no_difference|smaller_harm|harm'],
    confidenceBeyond: 'n',
    confidenceBetter: 'n',
  },
};

const model: Shape = {
  kind: 'mmrm|random_effects',
  formula: 's',
  response: 'change|value|percent_change',
  baselineVisit: 's0',
  visits: ['s'],
  'days0?': ['n'],
  method: 'REML|ML',
  df: 's',
  confidence: 'c',
  emmeansWeights: 'equal',
  covarianceRequested: 's',
  covarianceUsed: 's',
  tried: [{ covariance: 's', status: 's', message: 's' }],
  status: 's',
  nObservations: 'i',
  nSubjects: 'i',
  logLik: 'n',
  minus2LogLik: 'n',
  aic: 'n',
  aicc: 'n0',
  bic: 'n',
  counted: 's',
  covariance: [{ group: 's0', levels: ['s'], matrix: [['n']], 'sd?': ['n0'], 'correlation?': [['n0']] }],
  random0: { groups: [{ group: 's', terms: ['s'], covariance: [['n']] }], sigma: 'n0' },
  'vcov?': 'model|empirical|empirical_jackknife|empirical_bias_reduced',
  'information?': 'observed|expected',
  'weights?': 's0',
  'covarianceGroups?': 'none|arm0',
  'residual?': 'independent|ar1|ar1h|ad|adh|sp_exp0',
  aliased: ['s'],
  excluded: [{ reason: 's', n: 'i' }],
};

const gee = {
  formula: 's',
  correlation: 'n0',
  vcov: 'sandwich|mancl_derouen',
  nObservations: 'i',
  nSubjects: 'i',
  status: 's',
  message: 's',
  confidence: 'c',
  rows: [
    {
      ...ofPair,
      visit: 's',
      oddsRatio: 'n0',
      logOdds: 'n0',
      se: 'n0',
      df: 'n0',
      lower: 'n0',
      upper: 'n0',
      pValue: 'n0',
    },
  ],
} as const;

const outcome: Shape = {
  id: 's',
  label: 's',
  role: 'primary|secondary',
  score: 's',
  direction,
  status: 'ok|failed',
  error0: inputError,
  warnings,
  model0: model,
  effects: [effect],
  means: [{ ...estimate, arm: 's', visit: 's0', n: 'i' }],
  differences: [{ ...estimate, ...ofPair, visit: 's0', favours: 's0', 'pAdjusted?': 'n0' }],
  slopes: [{ ...estimate, arm: 's' }],
  slopeDifferences: [{ ...estimate, ...ofPair, 'pAdjusted?': 'n0' }],
  tests: [{ term: 's', numDf: 'n', denDf: 'n0', f: 'n0', pValue: 'n0' }],
  coefficients: [{ ...estimate, term: 's' }],
  observed: [{ arm: 's', visit: 's', n: 'i', mean: 'n', sd: 'n0' }],
  'multiplicity?': 'none|bonferroni|holm|hochberg|dunnett',
  'gate0?': { position: 'i', open: 'b', rejected: 'b', alpha: 'c' },
  'responders0?': {
    rule: {
      kind: 'change|percent_change|cut_off|reliable_change',
      ...{ 'by?': 'n', 'value?': 'n', 'inclusive?': 'b', 'reliability?': 'n', 'sd?': 'n' },
    },
    threshold: 'n0',
    rows: [{ arm: 's', visit: 's', n: 'i', responders: 'i', percent: 'n' }],
    'comparisons?': [comparison],
    'gee0?': gee,
  },
};

const safetyRows: Shape = [
  { term: 's0', cells: [{ participants: 'i', percent: 'n', events: 'i' }], 'comparisons?': [comparison] },
];
const breakdown: Shape = { column: 's', worst: 'b', rows: safetyRows };

const report: Shape = {
  software: { name: 's', version: 's' },
  plan: {
    ...{ 'title?': 's', 'simulated?': 'b', 'randomised?': 'b' },
    'arms?': { order: ['s'], 'labels?': { '*': 's' } },
    files: [{ name: 's', role: 'participants|records|events|ignored' }],
    instruments: [{ id: 's', instrument: 's', file: 's' }],
    outcomes: [{ id: 's', label: 's', score: 's', 'decimals?': 'i', model: {}, effect: {} }],
    'display?': { 'pilot?': 'b', 'style?': 'default|nejm|jama|lancet|annals', 'locale?': 's' },
    'published?': { citation: 's', rows: [{ outcome: 's', ...interval, pValue: 'n' }] },
  },
  simulated: 'b',
  files: [{ name: 's', role: 's', sha256: 's', rows: 'i', participants: 'i' }],
  arms: armCounts,
  scores: [
    {
      ...{ score: 's', instrument: 's', scale: 's', label: 's', range: ['n'], direction, missingItems: 's' },
      ...{ 'scoring?': 's', 'caution?': 's', scored: 'i', prorated: 'i', unscored: 'i' },
    },
  ],
  'quality?': [
    {
      ...{ score: 's', visit: 's', forms: 'i', complete: 'i0', itemsMissing: 'i0', itemsAsked: 'i0' },
      ...{ scored: 'i', atLowest: 'i', atHighest: 'i', alpha0: { ...interval, forms: 'i', confidence: 'c' } },
    },
  ],
  outcomes: [outcome],
  safety0: {
    file: 's',
    arms: armCounts,
    rows: safetyRows,
    'systems?': [{ system: 's', rows: safetyRows }],
    'severity0?': breakdown,
    'serious0?': breakdown,
    'related0?': breakdown,
    'course0?': [{ day: 'n', cells: [{ participants: 'i', events: 'i' }] }],
  },
  'flow0?': {
    listed: 'i',
    notRandomised: reasons,
    arms: [{ arm: 's', randomised: 'i' }],
    outcomes: [
      {
        outcome: 's',
        arms: [{ arm: 's', randomised: 'i', withBaseline: 'i0', analysed: 'i', notAnalysed: reasons }],
        visits: [{ visit: 's', arms: [{ arm: 's', analysed: 'i', missing: reasons }] }],
      },
    ],
  },
  'baseline0?': {
    rows: [{ name: 's', source: 'column|score', label: 's', standardisedDifferences: [{ arm: 's', value: 'n0' }] }],
  },
  warnings,
  errors: [inputError],
  elapsedMs: 'n',
};

const baselineGroup = { arm: 's0', n: 'i', missing: 'i' };
const ofNumbers: Shape = {
  kind: 'number',
  groups: [{ ...baselineGroup, mean: 'n0', sd: 'n0', median: 'n0', q1: 'n0', q3: 'n0', min: 'n0', max: 'n0' }],
};
const ofLevels: Shape = {
  kind: 'category',
  levels: ['s'],
  groups: [{ ...baselineGroup, counts: ['i'], percents: ['n0'] }],
};

/** Where the report is not what it must be, such as `outcomes[0].label`; null where it is. */
export function brokenPlace(value: Report): string | null {
  const found = misshapen(value, report) ?? brokenBaseline(value) ?? unknownArm(value) ?? unevenCells(value);
  return found === null ? null : found.slice(1);
}

function brokenBaseline({ baseline }: Report): string | null {
  for (const [i, row] of (baseline?.rows ?? []).entries()) {
    const found = misshapen(row, row.kind === 'number' ? ofNumbers : ofLevels);
    if (found !== null) return `.baseline.rows[${i}]${found}`;
  }
  return null;
}

/** Results are of arms that the report has. */
function unknownArm({ arms, outcomes }: Report): string | null {
  const known = new Set(arms.map(({ arm }) => arm));
  for (const [i, each] of outcomes.entries())
    for (const key of ['effects', 'means', 'differences', 'slopes', 'slopeDifferences', 'observed'] as const)
      for (const [at, row] of each[key].entries()) {
        const { arm, reference = arm }: { arm: string; reference?: string } = row;
        if (!known.has(arm) || !known.has(reference)) return `.outcomes[${i}].${key}[${at}].arm`;
      }
  return null;
}

/** Cells stand in the order of the arms. */
function unevenCells({ safety }: Report): string | null {
  if (!safety) return null;
  const rows = [safety, ...(safety.systems ?? []), safety.severity, safety.serious, safety.related].flatMap(
    (part) => part?.rows ?? [],
  );
  return rows.every(({ cells }) => cells.length === safety.arms.length) ? null : '.safety.rows';
}
