// SPDX-License-Identifier: MIT
/** Two proportions compared: responders, side effects. */

export type DifferenceInterval = 'miettinen_nurminen' | 'newcombe' | 'agresti_min';

/** `arm` against `reference`; percents are of 100. Null: not defined for these counts. */
export interface ProportionComparison {
  arm: string;
  reference: string;
  /** Risk difference in percentage points. */
  difference: { method: DifferenceInterval; estimate: number; lower: number | null; upper: number | null };
  /** Risk ratio with Koopman's score interval. */
  ratio: { method: 'koopman'; estimate: number | null; lower: number | null; upper: number | null };
  /** Odds ratio of the conditional likelihood, with its exact interval (as R's fisher.test). Null upper: without bound. */
  odds: { method: 'conditional_exact'; estimate: number | null; lower: number | null; upper: number | null };
  /** Two-sided, Fisher's exact test. */
  pValue: number;
  confidence: number;
}
