// SPDX-License-Identifier: MIT
/** The cell that says whom a difference favours. */
import type { OutcomeResult, Report } from '../../contract/report.js';
import { directionText } from '../effect.js';
import { isScoreOnFatigue } from '../instrument.js';
import { numberCell, type TableCell } from './spec.js';

/** A difference that cannot be estimated favours nobody, and is not "no difference" either. */
export function directionCell(
  report: Report,
  outcome: OutcomeResult,
  row: { estimate: number | null; favours: string | null },
): TableCell {
  return numberCell(row.estimate, () =>
    directionText(row.favours, outcome.direction, isScoreOnFatigue(report, outcome.score)),
  );
}
