// SPDX-License-Identifier: MIT
/** One model on one table: what can be asked (FitRequest) and what is answered (FitResult). null = not available. */
import type { DfMethod, FitMethod, InformationKind, MultiplicityMethod, VcovMethod } from './plan.js';
import type { Estimate, Warning } from './report.js';

/** The `fit` command of the command line. Everything but `formula` has a default. */
export interface FitRequest {
  /** R syntax: `change ~ baseline + arm * visit + us(visit | id)`, `value ~ arm * day + (day | id)`. */
  formula: string;
  /** Default REML. */
  method?: FitMethod;
  /** Default kenward_roger for REML, satterthwaite for ML. */
  df?: DfMethod;
  /** Covariance of the coefficients. Default model. */
  vcov?: VcovMethod;
  /** Default observed. */
  information?: InformationKind;
  /** Level order by column; the first is the reference. Default: as R sorts in the C locale. */
  levels?: Record<string, string[]>;
  /** Numeric columns to treat as factors. */
  categorical?: string[];
  /** Column of weights; the residual variance is divided by them. */
  weights?: string;
  /** Default 0.95. */
  confidence?: number;
  /** Type of the F tests of the terms. Default III. */
  tests?: 'III' | 'II';
  emmeans?: EmmeansRequest;
  /** Adds `blups`. Default false. */
  blups?: boolean;
  /** Adds `rows`. Default false. */
  rows?: boolean;
  /** Adds `covarianceParameters` with intervals of this kind. */
  covarianceIntervals?: CovarianceIntervals;
  /** The formula of another model on the same table: adds `compare`. */
  compare?: string;
}

export type CovarianceIntervals = 'wald' | 'profile';

/** Marginal means over a reference grid, or slopes, and their contrasts. */
export interface EmmeansRequest {
  /** `arm | visit`: means of arm at each visit; `arm * visit`: of each combination. */
  specs: string;
  /** How factors that are not named are averaged over. Default equal, as in SAS. */
  weights?: 'equal' | 'proportional' | 'outer' | 'cells';
  /** Level by column that contrasts are taken against. Default: the first. */
  reference?: Record<string, string>;
  /** Values of a covariate (default: its mean), or the levels of a factor to keep (default: all). */
  at?: Record<string, number[] | string[]>;
  /** Slopes over this covariate in place of means. */
  trend?: string;
  /** Default reference: each level minus the reference. interaction: differences of differences over `specs`. */
  contrasts?: 'reference' | 'pairwise' | 'interaction';
  /** In place of `contrasts`: weights over the means within each group right of the bar, in the order of `emmeans`. */
  custom?: CustomContrast[];
  /** Adjusts p values for the number of contrasts within each group right of the bar. Default none. */
  adjust?: MultiplicityMethod;
}

export interface CustomContrast {
  name: string;
  weights: number[];
}

export interface FitResult {
  status: 'converged' | 'singular';
  method: FitMethod;
  df: DfMethod;
  vcov?: VcovMethod;
  information?: InformationKind;
  formula: string;
  nObservations: number;
  nSubjects: number;
  /** Rows left out for a missing value. */
  nExcluded: number;
  logLik: number;
  minus2LogLik: number;
  aic: number;
  aicc: number | null;
  bic: number;
  /** What AIC and BIC counted, in words. */
  counted: string;
  confidence: number;
  /** Named as in R: `armactive:visitV2`. */
  coefficients: (Estimate & { term: string })[];
  /** Covariance of the coefficients, in their order; adjusted where the degrees of freedom adjust it. */
  betaVcov: number[][];
  /** Columns that are combinations of others and were left out. */
  aliased: string[];
  /** Residual covariance matrices: one, or one per group. */
  covariance: { group: string | null; levels: string[]; matrix: number[][] }[];
  /** Residual standard deviation of a model without any covariance structure. */
  sigma?: number;
  /** `sigma`: null where the residuals have a covariance structure of their own. */
  random: { groups: { group: string; terms: string[]; covariance: number[][] }[]; sigma: number | null } | null;
  testsType?: 'III' | 'II';
  tests: { term: string; numDf: number; denDf: number | null; f: number; pValue: number }[];
  /** The rest is there where it was asked for. */
  emmeansWeights?: NonNullable<EmmeansRequest['weights']>;
  emmeans?: MarginalRow[];
  contrasts?: ContrastRow[];
  covarianceIntervals?: CovarianceIntervals;
  covarianceParameters?: CovarianceParameter[];
  blups?: RandomEffect[];
  rows?: FittedRow[];
  compare?: ModelComparison;
  warnings: Warning[];
  elapsedMs: number;
}

/** An estimate with the levels it stands for, each under its column's name. */
export type MarginalRow = Estimate & {
  /** False: the data cannot tell, and every number is null. */
  estimable?: false;
  [column: string]: number | string | boolean | null | undefined;
};

/** `contrast` is "active - placebo", or a custom contrast's name. */
export type ContrastRow = MarginalRow & {
  contrast: string;
  /** With `adjust`. */
  pAdjusted?: number | null;
  /** With `adjust` bonferroni or dunnett: simultaneous limits. */
  lowerAdjusted?: number | null;
  upperAdjusted?: number | null;
};

/** A variance, covariance, correlation or range: "sd(day)", "cor((Intercept),day)", "sigma", or SAS's "UN(2,1)", "CS". */
export interface CovarianceParameter {
  group: string;
  name: string;
  estimate: number;
  se: number | null;
  lower: number | null;
  upper: number | null;
}

/** A predicted random effect (BLUP): of `term` for one `level` of the grouping factor. */
export interface RandomEffect {
  group: string;
  level: string;
  term: string;
  estimate: number;
  se: number | null;
}

/** One row with complete covariates; where its response is missing it is predicted and its residuals are null. */
export interface FittedRow {
  /** Line of the file: the header is line 1. */
  row: number;
  /** Of the fixed effects alone. */
  fitted: number;
  /** With the random effects. */
  conditional: number;
  se: number | null;
  lower: number | null;
  upper: number | null;
  predictionLower: number | null;
  predictionUpper: number | null;
  /** Response minus `fitted`, and minus `conditional`. */
  residual: number | null;
  conditionalResidual: number | null;
  /** Divided by its standard deviation. */
  pearson: number | null;
  /** Freed of the correlation between a subject's rows. */
  normalized: number | null;
}

/** Likelihood-ratio test of the smaller of two models against the larger. */
export interface ModelComparison {
  smaller: ComparedModel;
  larger: ComparedModel;
  /** REML where both have the same fixed effects, else ML. */
  method: FitMethod;
  /** The models were fitted again by ML for the comparison. */
  refitted: boolean;
  statistic: number;
  df: number;
  pValue: number | null;
  /** Where a variance is tested at 0: from the mixture of chi-squared distributions. */
  pMixture: number | null;
  note: string;
}

export interface ComparedModel {
  formula: string;
  logLik: number;
  fixedParameters: number;
  covarianceParameters: number;
  status: string;
  warnings: Warning[];
}
