// SPDX-License-Identifier: MIT
/** How many decimals an outcome's numbers are shown with: the plan's, or else by the scale. The report keeps every digit. */
import type { OutcomeResult, Report } from '../contract/report.js';

type Named = Pick<OutcomeResult, 'id' | 'score'>;

/** Points per day are small on every scale. */
export const slopeDecimals = 2;

/** A short scale (0-10 diary, 1-7 mean) has two decimals, a sum score one; the standard error has one more. */
export function scoreDecimals(range: readonly [number, number] | undefined): number {
  return range !== undefined && range[1] - range[0] <= 10 ? 2 : 1;
}

/** What the plan says for the outcome. */
function plannedDecimals({ plan }: Report, { id }: Named): number | undefined {
  return plan.outcomes.find((outcome) => outcome.id === id)?.decimals;
}

export function outcomeDecimals(report: Report, outcome: Named): number {
  const range = report.scores.find(({ score }) => score === outcome.score)?.range;
  return plannedDecimals(report, outcome) ?? scoreDecimals(range);
}

export function slopeDecimalsOf(report: Report, outcome: Named): number {
  return plannedDecimals(report, outcome) ?? slopeDecimals;
}

export function effectDecimals(report: Report, outcome: Named, kind: string): number {
  return kind === 'slope_difference' ? slopeDecimalsOf(report, outcome) : outcomeDecimals(report, outcome);
}
