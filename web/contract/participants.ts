// SPDX-License-Identifier: MIT
/** Who was in the trial, how they compared at its start, and whether the blind held. Counts and summaries only. */

/** Participants through the trial, by arm in the order of the report's `arms`. */
export interface Flow {
  /** Everyone in the files that tell who takes part. */
  listed: number;
  /** Of these, not counted in an arm, and why: no arm, an arm the plan leaves out. */
  notRandomised: Reason[];
  arms: { arm: string; randomised: number }[];
  outcomes: OutcomeFlow[];
}

export interface Reason {
  /** A code (`no_baseline`, `no_score`, `unscored`, `visit_missing`, `covariate_missing`, `no_arm`, `arm_not_in_plan`). */
  code: string;
  /** The same in words. */
  reason: string;
  n: number;
}

/** Participants with a record, a baseline and a row in the model; one entry of `arms` per arm of the report. */
export interface OutcomeFlow {
  /** Id of the outcome. */
  outcome: string;
  arms: {
    arm: string;
    randomised: number;
    /** With a baseline score; null where the outcome has no baseline. */
    withBaseline: number | null;
    /** With at least one row in the model. */
    analysed: number;
    /** Why the others are not; each participant once, under the first reason that applies. */
    notAnalysed: Reason[];
  }[];
  /** By analysed visit: participants in the model there, and why the other randomised ones are not. */
  visits: { visit: string; arms: { arm: string; analysed: number; missing: Reason[] }[] }[];
}

/** Characteristics at the start, by arm and in all; no tests. */
export interface BaselineTable {
  rows: BaselineRow[];
}

export type BaselineRow = BaselineNumberRow | BaselineCategoryRow;

interface BaselineRowBase {
  /** Column of the participants file, or the score whose baseline it is. */
  name: string;
  source: 'column' | 'score';
  label: string;
  /** One entry per arm other than the reference: (mean - mean of the reference) / pooled SD, for categories Yang and Dalton's; null where not defined. */
  standardisedDifferences: { arm: string; value: number | null }[];
}

export interface BaselineNumberRow extends BaselineRowBase {
  kind: 'number';
  /** By arm in the report's order, then all together (`arm` null). Quartiles as R's type 7. */
  groups: {
    arm: string | null;
    n: number;
    missing: number;
    mean: number | null;
    sd: number | null;
    median: number | null;
    q1: number | null;
    q3: number | null;
    min: number | null;
    max: number | null;
  }[];
}

export interface BaselineCategoryRow extends BaselineRowBase {
  kind: 'category';
  levels: string[];
  /** `counts` in the order of `levels`; percentages are of `n`, those with a value. */
  groups: { arm: string | null; n: number; missing: number; counts: number[]; percents: (number | null)[] }[];
}

/** What participants thought they were given. */
export interface Blinding {
  file: string;
  column: string;
  /** Rows: arms of the report; columns: guesses, arms first, then "don't know". */
  guesses: string[];
  counts: { arm: string; n: number; byGuess: number[] }[];
  /** Asked and not answered, by arm. */
  missing: { arm: string; n: number }[];
  /** 0: all right or all wrong guesses alike; 1: complete blinding; see methods. */
  james: BlindingIndex | null;
  /** By arm: -1 all wrong, 0 chance, 1 all right. */
  bang: ({ arm: string } & BlindingIndex)[];
}

export interface BlindingIndex {
  estimate: number;
  se: number | null;
  lower: number | null;
  upper: number | null;
  confidence: number;
}
