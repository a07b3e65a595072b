// SPDX-License-Identifier: MIT
/** How many decimals an outcome's numbers are shown with. The report keeps every digit. */
import type { OutcomeResult, Report } from '../contract/report.js';

/** Points per day are small on every scale. */
export const slopeDecimals = 2;

/** A short scale (0-10 diary, 1-7 mean) has two decimals, a sum score one; the standard error has one more. */
export function scoreDecimals(range: readonly [number, number] | undefined): number {
  return range !== undefined && range[1] - range[0] <= 10 ? 2 : 1;
}

export function outcomeDecimals(report: Report, outcome: Pick<OutcomeResult, 'score'>): number {
  return scoreDecimals(report.scores.find((s) => s.score === outcome.score)?.range);
}

export function effectDecimals(report: Report, outcome: Pick<OutcomeResult, 'score'>, kind: string): number {
  return kind === 'slope_difference' ? slopeDecimals : outcomeDecimals(report, outcome);
}
