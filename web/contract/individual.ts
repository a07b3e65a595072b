// SPDX-License-Identifier: MIT
/**
 * What concerns single participants: trajectories, residuals, changes, and the influence of each on the estimates. Kept
 * apart from the report, which can be published without it.
 */
import type { InputError } from './report.js';

export interface Individual {
  outcomes: IndividualOutcome[];
  failed: FailedOutcome[];
}

/** An outcome that has no entry, and why: as in the report. */
export interface FailedOutcome {
  outcome: string;
  error: InputError;
}

export interface IndividualOutcome {
  /** Id of the outcome; outcomes that failed have no entry. */
  outcome: string;
  /** Every score, before a summary condenses them, by participant in the order of the files; points in the order of visits. */
  trajectories: {
    participant: string;
    arm: string;
    /** `isBaseline`: at the baseline's visit, or one up to the last of a rule for the baseline. */
    points: { visit: string; day: number | null; value: number; isBaseline: boolean }[];
  }[];
  /** One per row of the model, in its order. */
  residuals: {
    participant: string;
    arm: string;
    visit: string;
    fitted: number;
    /** y - Xb, and the same divided by the Cholesky factor of V: independent, variance 1. */
    marginal: number;
    normalised: number;
  }[];
  /**
   * Normalised residuals in order against normal quantiles (plotting positions (i - 3/8) / (n + 1/4)), with a band that
   * holds all residuals of a model that is right with probability 0.95.
   */
  normalPlot: { theoretical: number; sample: number; lower: number; upper: number }[];
  /**
   * Improvement from baseline at the effect's visit, or at each analysed visit where the effect averages over them: what
   * makes a cumulative responder curve. Positive is better; in percent of the baseline where the response is. Those with
   * a baseline and a score there. Empty for slopes and without a baseline.
   */
  gains: { visit: string; participant: string; arm: string; gain: number }[];
}

/** Each effect of the report without one participant. */
export interface Influence {
  outcomes: InfluenceOutcome[];
  failed: FailedOutcome[];
  /** Those with a row in the model of some outcome: all there are to leave out. */
  participants: number;
}

/** Where an influence analysis stands. */
export interface InfluenceProgress {
  /** Participants left out so far, and all of them. */
  done: number;
  total: number;
  /** Estimate of the time the rest takes, in milliseconds; null before the first is left out. */
  msLeft: number | null;
  /** It was stopped there, or broke off. */
  isStopped?: true;
}

export interface InfluenceOutcome {
  outcome: string;
  /** In the order of the report's effects. */
  effects: {
    arm: string;
    reference: string;
    /** Of all participants, as in the report. */
    estimate: number | null;
    se: number | null;
    /** Participants with records in the outcome's model, in the order of the files. */
    rows: InfluenceRow[];
  }[];
}

export interface InfluenceRow {
  participant: string;
  arm: string;
  /** Without the participant, by the same model and structure; null where it did not converge. */
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  pValue: number | null;
  /** (all - without) / SE of all: how far this participant alone moves the estimate. */
  moves: number | null;
  /**
   * `converged` or `singular`, or why there are no numbers: another status of the fit (`iteration_limit`,
   * `singular_hessian`, ...), `arm_without_data`, `not_estimable`, or the code of an error (`unknown_visit`,
   * `too_few_observations`, ...).
   */
  status: string;
}
