// SPDX-License-Identifier: MIT
/** The plan: the only description of an analysis. The page edits it, the CLI runs it, a report echoes it. */

import type { Direction, InstrumentDefinition } from './instrument.js';
import type { DifferenceInterval } from './proportions.js';

export const planSchemaVersion = 1;

/** `visit`: the numbers of the visits (1, 2, 3), which are no time. */
export type TimeUnit = 'day' | 'week' | 'month' | 'visit';
export type FileRole = 'participants' | 'records' | 'events' | 'ignored';
/** Name of a built-in instrument (instruments/*.json) or of one of the plan's own `definitions`. */
export type InstrumentName = string;
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
  /** True where chance gave participants their arms; only then is "randomised" said of them. */
  randomised?: boolean;
  files: PlanFile[];
  /** Absent: levels in order of first appearance, fewest participants first. */
  arms?: PlanArms;
  /**
   * plain: identifiers that differ only in case, leading zeros, blanks or punctuation are one participant, called as in
   * the file that tells who took part. numbers: so is one that is nothing but the one number in the other ("7" and
   * "MS-007"), but not two with something of their own beside it ("MS-007" and "HC-7"). Default exact.
   */
  ids?: 'exact' | 'plain' | 'numbers';
  /** Files of records of which somebody said that it is right that most identifiers match nobody. */
  unmatchedIds?: string[];
  /** What was assumed on reading the files and somebody has confirmed: `<code>:<instrument>`, "baseline_visit:fss". */
  confirmed?: string[];
  /** Files with the same columns of which somebody said that the same identifiers in them are the same people. */
  samePeople?: string[];
  /** The plan's own instruments, in the form of the built-in ones; names must not clash with those. */
  definitions?: InstrumentDefinition[];
  instruments: PlanInstrument[];
  outcomes: PlanOutcome[];
  inference?: PlanInference;
  /** What the trial set out to estimate, in the words of whoever declares it; printed, never inferred. */
  estimand?: Estimand;
  baselineTable?: BaselineTablePlan;
  safety?: SafetyPlan;
  display?: Display;
  /** Results of a published trial to show beside ours, never computed with. */
  published?: PublishedEffects;
}

/** Values are those of the files' arm columns. */
export interface PlanArms {
  /** The first is the reference. A value that is neither here nor in `same` is left out of the analysis. */
  order: string[];
  /** Value -> the value it is taken as: {"placebo": "Placebo"}. */
  same?: Record<string, string>;
  /** Value -> the name it is shown by: {"1": "Ketamine"}. No two arms may have one name. */
  labels?: Record<string, string>;
  /** True once somebody said that the first is the reference; false where it is a guess that nobody has looked at. */
  referenceChosen?: boolean;
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
  /** Further columns of an events file. */
  bodySystem?: string;
  severity?: string;
  serious?: string;
  related?: string;
  /** Column with a date, in place of `visit` (records): the study day is counted from the participant's start date. */
  date?: string;
  /** Column with the date of randomisation or first dose: where the arm stands. */
  startDate?: string;
  /** Column with what the participant thought they were given, in one file only; `guesses` says what its values mean. */
  guess?: string;
  /** Value of `guess` -> arm, or null for "don't know". Default: names of arms as such, all else "don't know". */
  guesses?: Record<string, string | null>;
  /**
   * In place of a start date: day 0 is the date of the participant's first record in any file with dates. Said of one file
   * with a `date`, it holds for all.
   */
  dayZero?: 'first_record';
  /** What is used of several records of a participant at one visit, or on one day. Default: they are refused. */
  repeated?: RepeatedRule;
  /** Study day of the start date itself: 0 (default), or 1 with no day 0, as CDISC counts. */
  dayOfStart?: 0 | 1;
  /** What the numbers in `visit`, or of the `wide` columns, count (default day). Labels such as "Week 4" stay as they are. */
  timeUnit?: TimeUnit;
  /** Planned visits: the records of a participant are given to them by their days (visit numbers or dates). */
  windows?: VisitWindow[];
  /**
   * Days that lie scattered, without windows: each is analysed as a visit of its own, since somebody says so. Default:
   * nothing is analysed by visit then.
   */
  scatteredDays?: 'visits';
  /** Labels of visits in the order of time, where windows do not tell it. Default: as far as the labels tell. */
  visitOrder?: string[];
  /** Labels that are written in several ways: {"week 4": "Week 4"}. */
  sameVisits?: Record<string, string>;
  /** A wide file: these columns are gathered into one row per participant and visit. */
  wide?: WideColumn[];
  /** A file with one row per item or score: its rows are spread into one row per participant and visit. */
  parameters?: Parameters;
  reading?: ReadingOptions;
}

/** The record that stands first or last in the file, the mean of each number in them, or none of them. */
export type RepeatedRule = 'first' | 'last' | 'mean' | 'none';

/**
 * A planned visit and the days around it. A record goes to the nearest planned day whose window holds it (of two equally
 * near, the later); of several records for one visit the nearest that has the score is used (of two equally near, the
 * later); none twice.
 */
export interface VisitWindow {
  /** Label of the visit, as outcomes name it. */
  visit: string;
  day: number;
  before: number;
  after: number;
}

/** `column` holds a code per row (PARAMCD, QSTESTCD, field_name), `value` the answer or score. */
export interface Parameters {
  column: string;
  value: string;
  entries: { code: string; variable: string }[];
  /** Only rows with one of these values in each of these columns are used ("" for an empty cell): ANL01FL is "Y". */
  only?: { column: string; values: string[] }[];
  /** The cell of `column` in the rows with `code` is a variable, too: ADaM's BASE, which differs between parameters. */
  beside?: { code: string; column: string; variable: string }[];
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
  /** Further codes for missing, by column: {"fss_3": ["-9", "999"]}. */
  missingIn?: Record<string, string[]>;
  /** Order of day, month and year in dates that could be read in two ways. ISO dates need none. */
  dates?: 'dmy' | 'mdy' | 'ymd';
  /** Sheet of a workbook. Default the first with cells. */
  sheet?: string;
  /** Only the rows of this repeating instrument of a REDCap export; '' for the rows of none. */
  repeatInstrument?: string;
  /** Columns with labels such as "1 - Never" or "Never (1)", or with percents ("81,0%"), whose one number is the value. */
  labelNumbers?: string[];
  /** Columns in which the other decimal mark is one as well: "4,5" is 4.5 in a file with decimal points. */
  eitherDecimal?: string[];
  /** Columns forced to a type. */
  types?: Record<string, 'number' | 'factor'>;
  /** Line with the names of the columns, as the program that shows the file counts. Default: found. */
  headerRow?: number;
  /** Rows, by their line in the file, that look like a total or a remark and are data all the same. */
  dataRows?: number[];
  /** The table is put together from several: one sheet, or one file, per visit. */
  stack?: Stack;
}

/**
 * Tables with the same columns, one under the other. With `visit`, a column of that name has the visit that each part is
 * of, and all parts name theirs; without it, the parts have the visits of their rows themselves. With `id`, identifiers of
 * the parts are those of different people: before each in that column stands the `idPrefix` of its part.
 */
export interface Stack {
  visit?: string;
  id?: string;
  parts: StackPart[];
}

/**
 * `name` is a file, or a sheet of a workbook ("trial.xlsx › Week 4"). A stack of one part may have that part's name: all
 * rows of the file are of one visit.
 */
export interface StackPart {
  name: string;
  visit?: string;
  /** What the identifiers of this part begin with in the table: "berlin-" makes 7 "berlin-7". */
  idPrefix?: string;
  reading?: Pick<ReadingOptions, 'encoding' | 'delimiter' | 'sheet' | 'headerRow'>;
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
  /** Name of one of the definition's scorings; default its first. */
  scoring?: string;
  /** The items, found by their numbers, and the scoring, the usual one, are a proposal that nobody has confirmed yet. */
  proposed?: true;
  /** Default and choices by the definition. */
  missingItems?: MissingItems;
  /** Required where the definition's direction is `declared` (a VAS that may stand upside-down), else not allowed. */
  direction?: Direction;
}

/**
 * When a scale with missing items is scored, the mean of the answered items standing in for the missing ones.
 * half: at least half of its items are answered. complete: all are. atLeast: at least so many, or all of a scale that has fewer. subscales: half for each
 * subscale; a total is the sum of its (prorated) subscales and needs them all. scales: a rule of its own by scale,
 * `half` for those not named.
 */
export type MissingItems = SimpleMissingItems | 'subscales' | { scales: Record<string, SimpleMissingItems> };
export type SimpleMissingItems = 'half' | 'complete' | { atLeast: number };

export interface PlanOutcome {
  id: string;
  label: string;
  role: 'primary' | 'secondary';
  /** Score name, e.g. `fss.total`. */
  score: string;
  /** Condenses each participant's records before they are analysed. */
  summary?: PlanSummary;
  model: PlanModel;
  effect: PlanEffect;
  /** Counts responders by arm and visit beside the model. */
  responder?: ResponderRule;
  /**
   * Odds ratios of a response over all visits by logistic GEE (exchangeable correlation), beside the exact comparisons at
   * each visit. `sandwich`: robust standard errors with the normal distribution. `mancl_derouen`: corrected for few
   * participants, with t. Default: none.
   */
  responderGee?: GeeCovariance;
  /**
   * The difference that matters, in units of the response. Default: the instrument's first for this scale and scoring
   * (none for a percent change); `none`: not shown.
   */
  mcid?: Mcid | 'none';
  /** Decimals of estimates; default by the scale. */
  decimals?: number;
  /**
   * Adjusts p values for their number (default none). A family is all differences from the reference arm of one kind:
   * at the visits (every arm and visit), averaged over the visits, or of slopes.
   */
  multiplicity?: MultiplicityMethod;
}

/**
 * weekly_mean: days firstDay to firstDay + 6 are "week 1" and so on (default firstDay 1); a week counts with at least
 * `leastDays` (default 4) days. For a change, the days up to the baseline's are in no week. auc_per_day: area under the straight lines between the records from day `from` to day
 * `to` (default all after the baseline), divided by the days they span: one record "auc" per participant, from at
 * least `leastDays` (default 2) records; a `from` up to the baseline takes the baseline's record into the area. Both need visits that are days.
 */
export type PlanSummary =
  | { kind: 'weekly_mean'; firstDay?: number; leastDays?: number }
  | { kind: 'auc_per_day'; from?: number; to?: number; leastDays?: number };

/**
 * Who is a responder at a visit. change: better than baseline by at least `by` points, in the score's direction.
 * percent_change: by at least `by` percent. cut_off: on the good side of `value`; `inclusive` (default false) counts the
 * value itself. reliable_change: |change| / (sd sqrt(2 (1 - reliability))) above 1.96 in the good direction (Jacobson and
 * Truax 1991); `sd` default that of the baseline scores of all arms.
 */
export type GeeCovariance = 'sandwich' | 'mancl_derouen';

export type ResponderRule =
  | { kind: 'change'; by: number }
  | { kind: 'percent_change'; by: number }
  | { kind: 'cut_off'; value: number; inclusive?: boolean }
  | { kind: 'reliable_change'; reliability: number; sd?: number };

/**
 * Another baseline than one visit. last_before: the last record up to and with `day`. window_mean: mean of the records
 * from day `from` to day `to`, at least `leastDays` (default 1) of them. column: a column of the records file that
 * repeats the baseline (ADaM's BASE). For the first two, visits must be days, and the days up to theirs are not analysed.
 */
export type BaselineRule =
  | { kind: 'last_before'; day: number }
  | { kind: 'window_mean'; from: number; to: number; leastDays?: number }
  | { kind: 'column'; column: string };

export type PlanModel = MmrmModel | RandomEffectsModel;

interface CommonModel {
  /** `change` from the baseline visit with baseline as covariate (mmrm default), or the `value` itself. */
  response: 'change' | 'value' | 'percent_change';
  /** Visit that is the baseline (default: the lowest day, or the first label). Used where response is a change. */
  baselineVisit?: string;
  /** In place of `baselineVisit`. */
  baseline?: BaselineRule;
  /** Visits analysed; default all but the baseline (change) or all (value). */
  visits?: string[];
  /** Extra covariates: columns of the participants file or, without one, of the records with the arm; one value each. */
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
  /**
   * Difference of LS means at one visit. `meantFor`: the visit that was chosen, where the file's windows have none that
   * holds it yet; `visit` is reported until they do. `proposed`: taken as it is the last, which nobody has confirmed yet.
   */
  | { kind: 'visit_difference'; visit: string; meantFor?: string; proposed?: true }
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

export interface Mcid {
  value: number;
  source?: string;
}

/** ICH E9(R1): the attributes, each in words. */
export interface Estimand {
  population?: string;
  treatment?: string;
  variable?: string;
  intercurrentEvents?: { event: string; strategy: IntercurrentStrategy }[];
  summary?: string;
}
export type IntercurrentStrategy =
  'treatment_policy' | 'hypothetical' | 'composite' | 'while_on_treatment' | 'principal_stratum';

/**
 * Default columns: all of the participants file but identifier, arm, dates and guesses, of at most 10 levels; of a
 * single-file trial those with one value per participant. Standardised differences are shown on request.
 */
export interface BaselineTablePlan {
  columns?: string[];
  /** Default false. */
  standardisedDifferences?: boolean;
}

export interface SafetyPlan {
  /** Interval of risk differences: of side effects and of responders. Default miettinen_nurminen. */
  interval?: DifferenceInterval;
}

export interface Display {
  /** A pilot trial: intervals first, p values hidden, the MCID drawn. */
  pilot?: boolean;
  style?: NumberStyleName;
  /** BCP 47 tag of the number format ("de"); default that of the page. */
  locale?: string;
}
export type NumberStyleName = 'default' | 'nejm' | 'jama' | 'lancet' | 'annals';

export interface PublishedEffects {
  citation: string;
  /** Of simulated data: they were chosen to give estimates near these. Every output then says so. */
  chosenToAgree?: boolean;
  rows: { outcome: string; estimate: number; lower: number; upper: number; pValue: number }[];
}
