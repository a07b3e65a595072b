// SPDX-License-Identifier: MIT
/** The report: every number at full precision. web/ renders it and computes no statistic. null = not available. */
import type { BaselineTable, Blinding, Flow } from './participants.js';
import type { ProportionComparison } from './proportions.js';
import type {
  CovarianceGroups,
  GeeCovariance,
  InformationKind,
  MultiplicityMethod,
  Plan,
  ResidualName,
  ResponderRule,
  VcovMethod,
} from './plan.js';

export const reportSchemaVersion = 1;

export interface Report {
  schemaVersion: 1;
  software: { name: string; version: string };
  /** The plan with every default written out. */
  plan: Plan;
  simulated: boolean;
  files: ReportFile[];
  /** Reference arm first. */
  arms: { arm: string; participants: number }[];
  scores: ScoreSummary[];
  /** How the items were answered, by score and visit; absent in reports from before it was made. */
  quality?: QualityRow[];
  outcomes: OutcomeResult[];
  safety: SafetyTable | null;
  /** These three are absent in reports from before they were made. */
  flow?: Flow | null;
  baseline?: BaselineTable | null;
  /** Null: the plan names no column of guesses. */
  blinding?: Blinding | null;
  /** Warnings on the whole trial; each outcome has its own too. */
  warnings: Warning[];
  /** Input errors that took out a file or an outcome but not the rest. */
  errors: InputError[];
  elapsedMs: number;
  /** Where tables of the trial each have arms that another has not: nobody has said whether they are the same. */
  armsApart?: ArmsOfTable[];
  /** Of the page: what was assumed on reading the files and nobody has confirmed, by the plan's word for it. */
  assumed?: { assumption: string; message: string }[];
  /** In a report that was saved: SHA-256 of its plan (sorted keys, no spaces) and the day, YYYY-MM-DD. */
  exported?: { planSha256: string; date: string };
}

/** A table, or a part of one that is put together, and its arms by their values in the files. */
export interface ArmsOfTable {
  name: string;
  arms: string[];
}

export interface ReportFile {
  name: string;
  role: string;
  sha256: string;
  rows: number;
  participants: number;
  /** How the file was read, for scripts of other programs; absent in reports from before it was told. */
  read?: FileReading;
  /** Only where most identifiers of a file of records, or of those who take part, have no match in the other file. */
  ids?: IdMatch;
  /** Only where the file has rows of the same identifiers at the same visits as others with the same columns. */
  people?: SharedPeople & { others: string[] };
}

/** Identifiers that stand in more than one of some tables with the same columns: of one person, or of several. */
export interface SharedPeople {
  /** Identifiers that more than one of the tables has, and all that there are. */
  shared: number;
  distinct: number;
  /** Participants if no two tables have one in common. */
  apart: number;
  /** Of those shared, how many are in another arm in another table. */
  otherArms: number;
}

/** Identifiers of a file of records beside those of the file that tells who takes part. */
export interface IdMatch {
  /** The file that tells who takes part. */
  roster: string;
  /** Identifiers in the file of records, in the arms of the other, and in both. */
  own: number;
  listed: number;
  both: number;
  /** In both, if identifiers that differ only in case, leading zeros, blanks or punctuation were one. */
  plain: number;
  /** In both, if those with the same one number in them were one; absent where that number is not told for certain. */
  numbers?: number;
}

/** What was detected of a file or asked for: with these options it is read the same again. */
export interface FileReading {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  delimiter: ',' | ';' | '\t' | '|';
  decimal: '.' | ',';
  /** Sheet of a workbook; null for text. */
  sheet: string | null;
  /** Rows of the file itself, before wide columns are gathered or rows with one item each are put together. */
  rows: number;
  /** Places, from 1 and without the header, of rows that are no data (totals, remarks); they are not among `rows`. */
  notData?: number[];
  /** The same of each table that this one is put together from. */
  partsNotData?: number[][];
  /** Cells that the plan's codes for missing concern, in the file itself; absent where there are none. */
  missingCells?: { column: string; value: string; cells: number }[];
  /** Columns that are covariates of a model, and as what they were taken. */
  covariates: Record<string, 'number' | 'factor'>;
}

export interface Warning {
  code: string;
  message: string;
}

/** Every problem names file, row, column and value where it has them. `row` is the line in the file. */
export interface InputError {
  code: string;
  message: string;
  detail: {
    file?: string;
    row?: number;
    column?: string;
    value?: string;
    remedy?: string;
    /** All places, when there is more than one. */
    places?: { file?: string; row?: number; column?: string; value?: string }[];
  };
}

export interface ScoreSummary {
  /** e.g. mfis.total */
  score: string;
  instrument: string;
  scale: string;
  label: string;
  range: [number, number];
  direction: 'lower_is_better' | 'higher_is_better';
  /** Name of the scoring used; absent in reports from before there was a choice. */
  scoring?: string;
  /** half, complete, at_least_7, subscales, or given_as_score. */
  missingItems: string;
  /** What is not official or not verified about the instrument. */
  caution?: string;
  /** Records (participant by visit) scored, of these with missing items filled in by the rule, and left unscored. */
  scored: number;
  prorated: number;
  unscored: number;
}

/** One scale at one visit, over the participants analysed. */
export interface QualityRow {
  score: string;
  visit: string;
  /** Forms with at least one answer. */
  forms: number;
  /** Forms with every item of the scale answered; null for scores given as such. */
  complete: number | null;
  /** Items of these forms left unanswered, of all their items; null as above. */
  itemsMissing: number | null;
  itemsAsked: number | null;
  /** Scores, and of these at the lowest and highest possible score. */
  scored: number;
  atLowest: number;
  atHighest: number;
  /** Cronbach's alpha over the complete forms, with Feldt's interval; null with fewer than 2 items or 3 forms. */
  alpha: { estimate: number; lower: number; upper: number; forms: number; confidence: number } | null;
}

/** Responders by arm and visit; n are the participants with a baseline (where the rule needs one) and a score there. */
export interface ResponderTable {
  rule: ResponderRule;
  /** Points of change a responder has, where the rule comes to that (reliable_change: 1.96 standard errors). */
  threshold: number | null;
  rows: { arm: string; visit: string; n: number; responders: number; percent: number }[];
  /** Each arm against the reference, by visit; absent in reports from before it was made. */
  comparisons?: (ProportionComparison & { visit: string })[];
  /** Where the plan asks for it: odds ratios over all visits by generalised estimating equations. */
  gee?: GeeResult | null;
}

/** Logistic GEE: responder ~ arm * visit, exchangeable working correlation, robust covariance. */
export interface GeeResult {
  formula: string;
  /** Working correlation estimated. */
  correlation: number;
  /** Robust standard errors: `sandwich`, or corrected for few participants as Mancl and DeRouen. */
  vcov: GeeCovariance;
  nObservations: number;
  nSubjects: number;
  status: string;
  message: string;
  confidence: number;
  /** By visit: the odds ratio, its interval and p value on the t distribution with `df`; null df: the normal one. */
  rows: {
    arm: string;
    reference: string;
    visit: string;
    oddsRatio: number | null;
    logOdds: number | null;
    se: number | null;
    df: number | null;
    lower: number | null;
    upper: number | null;
    pValue: number | null;
  }[];
}

/** An estimate with its interval and test; all null where it is not estimable. `df` is null for a normal reference, too. */
export interface Estimate {
  estimate: number | null;
  se: number | null;
  df: number | null;
  t: number | null;
  pValue: number | null;
  lower: number | null;
  upper: number | null;
}

/** An outcome's place in a fixed sequence of tests (plan: inference.gate). */
export interface GateState {
  /** 1 is tested first. */
  position: number;
  /** Every outcome before it was rejected, so that its own test is confirmatory. */
  open: boolean;
  /** Open, and the p value of each of its effects is at most alpha. */
  rejected: boolean;
  alpha: number;
}

/** A p value adjusted for the family's number of tests; only where the outcome asks for one. */
interface Adjusted {
  pAdjusted?: number | null;
}

export interface OutcomeResult {
  id: string;
  label: string;
  role: 'primary' | 'secondary';
  score: string;
  direction: 'lower_is_better' | 'higher_is_better';
  /** failed: only id, label, role, score, error and warnings are filled. */
  status: 'ok' | 'failed';
  error: InputError | null;
  warnings: Warning[];
  model: ModelSummary | null;
  /** How p values are adjusted; absent in reports from before there was a choice. */
  multiplicity?: MultiplicityMethod;
  /** Null or absent: outcomes are not tested in sequence. */
  gate?: GateState | null;
  /** The number the plan asks for. */
  effects: EffectRow[];
  /** LS means by arm and visit (or day). visit null: averaged over the visits with equal weights. */
  means: MeanRow[];
  /** Differences of LS means, arm minus reference, by visit and (visit null) averaged. */
  differences: DifferenceRow[];
  /** Points per day by arm, and their differences; empty unless the model has a slope. */
  slopes: (Estimate & { arm: string })[];
  slopeDifferences: (Estimate & Adjusted & { arm: string; reference: string })[];
  /** Type III F tests by term; null where a term has none. */
  tests: { term: string; numDf: number; denDf: number | null; f: number | null; pValue: number | null }[];
  coefficients: (Estimate & { term: string })[];
  /** Observed means by arm and visit: no model. */
  observed: { arm: string; visit: string; n: number; mean: number; sd: number | null }[];
  /** Null or absent: the plan asks for none. */
  responders?: ResponderTable | null;
}

export type EffectRow = Estimate &
  Adjusted & {
    kind: 'visit_difference' | 'average_difference' | 'slope_difference';
    /** The visit of a visit difference. */
    visit: string | null;
    arm: string;
    reference: string;
    /** Participants analysed, by arm. */
    n: Record<string, number>;
    /** The arm the estimate points to, by the instrument's direction; null when exactly 0. */
    favours: string | null;
    /** slope_difference only: the difference times the window, with its interval. */
    overWindow: { days: number; estimate: number | null; lower: number | null; upper: number | null } | null;
    /** The estimate and its limits divided by an SD; absent in reports from before it was made. */
    standardised?: StandardisedEffect | null;
    /** How estimate and interval lie to the difference that matters; null where the outcome has none. */
    mcid?: AgainstMcid | null;
  };

/**
 * The estimate (of a slope: over its window; null without one) in SDs. baseline_sd: of the baseline scores of those
 * analysed, within arms (a change in points); model_sd: the model's of the response at the effect's visit (else).
 */
export interface StandardisedEffect {
  by: 'baseline_sd' | 'model_sd';
  sd: number;
  estimate: number;
  lower: number | null;
  upper: number | null;
}

export type BesidesMcid = 'smaller_benefit' | 'no_difference' | 'smaller_harm' | 'harm';

/**
 * With gain g = the estimate in the direction that is better (over the window, for a slope): `beyond`: the whole
 * interval is at least the MCID; `compatible`: the interval holds it; `short`: the whole interval lies below it.
 */
export interface AgainstMcid {
  value: number;
  source: string | null;
  /** The MCID on the scale of the estimate, with the sign of a benefit. */
  threshold: number;
  position: 'beyond' | 'compatible' | 'short';
  /** What the interval holds beside benefits of the MCID or more, in this order; `harm`: of the MCID or more. */
  besides: BesidesMcid[];
  /** Confidence distribution: P(T >= (threshold - g) / SE), and the same for 0. A reading of the interval, not a test. */
  confidenceBeyond: number;
  confidenceBetter: number;
}

export type MeanRow = Estimate & { arm: string; visit: string | null; n: number };
export type DifferenceRow = Estimate &
  Adjusted & {
    arm: string;
    reference: string;
    visit: string | null;
    favours: string | null;
  };

export interface ModelSummary {
  kind: 'mmrm' | 'random_effects';
  /** R formula with our column names: "change ~ baseline + arm * visit + us(visit | id)". */
  formula: string;
  response: 'change' | 'value' | 'percent_change';
  baselineVisit: string | null;
  visits: string[];
  /** The day of each of `visits`, where the model goes by days. */
  days?: number[] | null;
  method: 'REML' | 'ML';
  df: string;
  confidence: number;
  emmeansWeights: 'equal';
  /** Structure the plan asked for, the one used, and what happened to each tried. */
  covarianceRequested: string;
  covarianceUsed: string;
  tried: { covariance: string; status: string; message: string }[];
  status: string;
  nObservations: number;
  nSubjects: number;
  logLik: number;
  minus2LogLik: number;
  aic: number;
  aicc: number | null;
  bic: number;
  /** What AIC and BIC counted, in words. */
  counted: string;
  /** `sd` and `correlation`: the same matrix taken apart; absent in reports from before it was. */
  covariance: {
    group: string | null;
    levels: string[];
    matrix: number[][];
    sd?: (number | null)[];
    correlation?: (number | null)[][];
  }[];
  /** `sigma`: null where the residuals have a covariance structure of their own. */
  random: { groups: { group: string; terms: string[]; covariance: number[][] }[]; sigma: number | null } | null;
  /** The plan's choices, as used. Null: not of this kind of model. Absent: in reports from before there was a choice. */
  vcov?: VcovMethod;
  information?: InformationKind;
  weights?: string | null;
  covarianceGroups?: CovarianceGroups | null;
  residual?: ResidualName | null;
  aliased: string[];
  /** Records not used and why: {reason, n}. */
  excluded: { reason: string; n: number }[];
}

export interface SafetyTable {
  file: string;
  /** Participants per arm: the denominators. */
  arms: { arm: string; participants: number }[];
  /** First row is "any event" with term null. */
  rows: SafetyRow[];
  /** By body system, then its terms; empty where the file has no such column. Each system's first row has term null. */
  systems?: { system: string; rows: SafetyRow[] }[];
  /** Participants by the worst grade they had, as the column has them; null without the column. */
  severity?: SafetyBreakdown | null;
  serious?: SafetyBreakdown | null;
  related?: SafetyBreakdown | null;
  /** Events by study day, where the file tells it. */
  course?: { day: number; cells: { participants: number; events: number }[] }[] | null;
}

export interface SafetyRow {
  term: string | null;
  /** One entry per arm in the order of `arms`. */
  cells: { participants: number; percent: number; events: number }[];
  /** Each arm against the reference; absent in reports from before it was made. */
  comparisons?: ProportionComparison[];
}

/** `column` of the events file and a row per value of it; `worst`: participants are counted once, at their worst value. */
export interface SafetyBreakdown {
  column: string;
  worst: boolean;
  rows: SafetyRow[];
}
