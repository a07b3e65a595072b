// SPDX-License-Identifier: MIT
/** Cells of effects that more than one table has. */
import type { EffectRow, OutcomeResult, Report } from '../../contract/report.js';
import { mcidPosition, mcidShares } from '../mcid.js';
import { notAvailable, numbersOf } from '../number.js';
import { strings } from '../strings.js';
import type { TableCell } from './spec.js';

const words = strings.effects;

/** "from a benefit of 4 points or more to a smaller one", with the shares of the confidence distribution beneath. */
export function mcidCell(report: Report, outcome: OutcomeResult, effect: EffectRow): TableCell {
  const position = mcidPosition(report, outcome, effect);
  if (position === null || !effect.mcid) return { text: notAvailable, reason: words.noMcid };
  return { text: position, detail: mcidShares(effect.mcid, numbersOf(report)) };
}

/** "−0.53 (−1.06 to 0.01)", with the SD it is in beneath. */
export function standardisedCell(report: Report, { standardised }: EffectRow, decimals: number): TableCell {
  if (!standardised) return { text: notAvailable, reason: words.noStandardised };
  const numbers = numbersOf(report);
  const { estimate, lower, upper, by, sd } = standardised;
  return {
    text: `${numbers.number(estimate, 2)} (${numbers.interval(lower, upper, 2)})`,
    detail: words.sd(words.standardisedSds[by], numbers.number(sd, decimals + 1)),
  };
}
