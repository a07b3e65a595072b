// SPDX-License-Identifier: MIT
/** The plan: the only description of an analysis. The page edits it, the CLI runs it, a report echoes it. */

export const planSchemaVersion = 1;

export type FileRole = 'participants' | 'records' | 'events' | 'ignored';
export type InstrumentName = 'DFS' | 'FSS' | 'MFIS';
/** `sp_exp` goes by the days between visits, which must then be days; the others by the visits' order. */
export type CovarianceName = 'us' | 'toeph' | 'toep' | 'adh' | 'ad' | 'ar1h' | 'ar1' | 'csh' | 'cs' | 'sp_exp';
export type RandomName = 'intercept' | 'intercept_slope' | 'intercept_slope_uncorrelated';
/** What is left between a participant's days beside the random effects. */
export type ResidualName = 'independent' | 'ar1' | 'ar1h' | 'ad' | 'adh' | 'sp_exp';
/** Covariance of the coefficients: the model's own, or one that holds although the model's covariance is wrong. */
export type VcovMethod = 'model' | 'empirical' | 'empirical_jackknife' | 'empirical_bias_reduced';
/** Information on the covariance parameters that degrees of freedom are computed from. */
export type InformationKind = 'observed' | 'expected';
export type CovarianceGroups = 'none' | 'arm';
export type MultiplicityMethod = 'none' | 'bonferroni' | 'holm' | 'hochberg' | 'dunnett';
export type GateKind = 'none' | 'fixed_sequence';
export type DfMethod =
  | 'kenward_roger'
  | 'kenward_roger_linear'
  | 'kenward_roger_mmrm'
  | 'satterthwaite'
  | 'between_within'
  | 'residual'
  | 'asymptotic';
export type FitMethod = 'REML' | 'ML';

export interface Plan {
  schemaVersion: 1;
  title?: string;
  /** True for made data; every output then says "simulated". */
  simulated?: boolean;
  files: PlanFile[];
  /** Arm levels; the first is the reference. Absent: levels in order of first appearance, fewest participants first. */
  arms?: { order: string[] };
  instruments: PlanInstrument[];
  outcomes: PlanOutcome[];
  inference?: PlanInference;
  /** Results of a published trial to show beside ours, never computed with. */
  published?: PublishedEffects;
}

/** One input file: what it holds and which of its columns play a part. */
export interface PlanFile {
  name: string;
  /** A file with role `records` may hold the arm too (a single-file trial); then no participants file is needed. */
  role: FileRole;
  /** Column with the participant's identifier. */
  id?: string;
  arm?: string;
  /** Column with the visit or study day of a long file (numeric day, or a label such as "Week 4"). */
  visit?: string;
  /** Event term column (role events). */
  event?: string;
  /** A wide file: these columns are gathered into one row per participant and visit. */
  wide?: WideColumn[];
  reading?: ReadingOptions;
}

/** `column` of the file holds `variable` at `visit`: mfis_total_d28 holds mfis_total at visit "28". */
export interface WideColumn {
  column: string;
  variable: string;
  visit: string;
}

/** What was detected or overridden when the file was read. */
export interface ReadingOptions {
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  delimiter?: ',' | ';' | '\t' | '|';
  decimal?: '.' | ',';
  /** Cells read as missing besides the empty cell. Default NA, N/A, NaN, ".". */
  missing?: string[];
  /** Columns forced to a type. */
  types?: Record<string, 'number' | 'factor'>;
}

/** An instrument found in a file: which columns are its items, in item order, or which column is a score already. */
export interface PlanInstrument {
  /** Unique in the plan, lower case; scores are called `<id>.<scale>`: fss.total, mfis.total, mfis.physical, dfs.total. */
  id: string;
  instrument: InstrumentName;
  /** File name. */
  file: string;
  /** Item columns in item order (after gathering, for a wide file). */
  items?: string[];
  /** Or: columns that hold finished scores, by scale ({"total": "mfis_total"}). */
  scores?: Record<string, string>;
  /** FSS only: sum 9-63 (default) or mean 1-7. */
  scoring?: 'sum' | 'mean';
  /** half (default): a scale is scored when at least half of its items are answered, missing ones counted as the mean of
   *  those answered. complete: every item must be answered. */
  missingItems?: 'half' | 'complete';
}

export interface PlanOutcome {
  id: string;
  label: string;
  role: 'primary' | 'secondary';
  /** Score name, e.g. `fss.total`. */
  score: string;
  model: PlanModel;
  effect: PlanEffect;
  /**
   * Adjusts p values for their number (default none). A family is all differences from the reference arm of one kind:
   * at the visits (every arm and visit), averaged over the visits, or of slopes.
   */
  multiplicity?: MultiplicityMethod;
}

export type PlanModel = MmrmModel | RandomEffectsModel;

interface CommonModel {
  /** `change` from the baseline visit with baseline as covariate (mmrm default), or the `value` itself. */
  response: 'change' | 'value';
  /** Visit that is the baseline (default: the lowest day, or the first label). Used where response is `change`. */
  baselineVisit?: string;
  /** Visits analysed; default all but the baseline (change) or all (value). */
  visits?: string[];
  /** Extra covariates: columns of the participants file. */
  covariates?: string[];
  method?: FitMethod;
  df?: DfMethod;
  /** Default model. Kenward-Roger goes with it; beside another, Satterthwaite takes its place. */
  vcov?: VcovMethod;
  /** Default observed. */
  information?: InformationKind;
  /** Column of the records file with a weight above 0 per record; the residual variance is divided by it. */
  weights?: string;
}

/** response ~ baseline + covariates + arm * visit, one covariance matrix over the visits within a participant. */
export interface MmrmModel extends CommonModel {
  kind: 'mmrm';
  covariance?: CovarianceName;
  /** arm: one covariance matrix per arm. Default none: one for all. */
  covarianceGroups?: CovarianceGroups;
  /** Structures tried in turn when the one before does not converge. Default toeph, ar1h, csh, ar1, cs after us. */
  fallback?: CovarianceName[];
}

/** response ~ arm * day + covariates with a random intercept, or intercept and slope over day, per participant. */
export interface RandomEffectsModel extends CommonModel {
  kind: 'random_effects';
  random?: RandomName;
  /** Default independent. */
  residual?: ResidualName;
  fallback?: RandomName[];
}

export type PlanEffect =
  /** Difference of LS means at one visit. */
  | { kind: 'visit_difference'; visit: string }
  /** Difference of LS means averaged over the analysed visits, equal weights. */
  | { kind: 'average_difference' }
  /** Difference of slopes, in points per day; `window` days for the sentence on what it adds up to. */
  | { kind: 'slope_difference'; window?: number };

export interface PlanInference {
  confidence?: number;
  method?: FitMethod;
  df?: DfMethod;
  /**
   * fixed_sequence: outcomes are tested in the plan's order, the primary ones first, each at 1 - confidence, until one
   * is not rejected; those after it are reported but not confirmatory. Default none.
   */
  gate?: GateKind;
}

export interface PublishedEffects {
  citation: string;
  rows: { outcome: string; estimate: number; lower: number; upper: number; pValue: number }[];
}
