// SPDX-License-Identifier: MIT
/**
 * What concerns single participants: trajectories, residuals, changes, and the influence of each on the estimates. Kept
 * apart from the report, which can be published without it.
 */

export interface Individual {
  outcomes: IndividualOutcome[];
}

export interface IndividualOutcome {
  /** Id of the outcome; outcomes that failed have no entry. */
  outcome: string;
  /** Every score, by participant in the order of the files; points in the order of visits. */
  trajectories: {
    participant: string;
    arm: string;
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
  /** Normalised residuals in order against normal quantiles (plotting positions (i - 3/8) / (n + 1/4)), with a simultaneous 95% band. */
  normalPlot: { theoretical: number; sample: number; lower: number; upper: number }[];
  /** Improvement from baseline at the effect's visit (positive is better), with what makes a cumulative responder curve; empty without a baseline. */
  gains: { visit: string; participant: string; arm: string; gain: number }[];
}

/** Each effect of the report without one participant. */
export interface Influence {
  outcomes: InfluenceOutcome[];
}

export interface InfluenceOutcome {
  outcome: string;
  /** In the order of the report's effects. */
  effects: { arm: string; reference: string; estimate: number; se: number; rows: InfluenceRow[] }[];
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
  status: string;
}
