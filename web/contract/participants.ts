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
  /**
   * `no_arm`, `arm_not_in_plan` (not randomised). Of an outcome, in the order in which they apply to a participant:
   * `no_record` (none in the file), `no_baseline`, `baseline_not_positive` (percent change), `covariate_missing`; then of
   * the record that came nearest: `weight_missing`, `unscored` (too few items), `too_few_days` (to summarise), `no_score`,
   * `day_not_summarised`, `outside_windows`, `start_date_missing`, `date_impossible`, `date_missing`, `visit_unknown` (a
   * record without a visit); `visit_missing` (no record at the visit).
   */
  code: string;
  /** The same in words. */
  reason: string;
  n: number;
}

/**
 * Participants with a baseline and a row in the model; one entry of `arms` per arm of the report. Outcomes that failed
 * have none. randomised = analysed + notAnalysed, and at every visit analysed + missing.
 */
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
  /**
   * One entry per arm other than the reference: (mean - mean of the reference) / pooled SD, for categories Yang and
   * Dalton's, which has no sign; null where not defined. Empty where the plan asks for none.
   */
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
  /** Columns of the counts: the arms in the report's order, then "don't know". */
  guesses: string[];
  counts: { arm: string; n: number; byGuess: number[] }[];
  /** Asked and not answered, by arm. */
  missing: { arm: string; n: number }[];
  /** 0: all guesses right, 0.5: chance, 1: nobody guesses (or two arms all wrong). Null where an arm has no answers. */
  james: BlindingIndex | null;
  /** By arm with answers: 1 all right, 0 chance, -1 all wrong (-1 / (arms - 1) with more than two arms). */
  bang: ({ arm: string } & BlindingIndex)[];
}

/** Limits are null where the standard error is 0: answers that are all alike. */
export interface BlindingIndex {
  estimate: number;
  se: number | null;
  lower: number | null;
  upper: number | null;
  confidence: number;
}
