// SPDX-License-Identifier: MIT
/** An effect against the difference that matters, in words; the core has placed it, nothing is computed here. */
import type { AgainstMcid, EffectRow, OutcomeResult, Report } from '../contract/report.js';
import { numbersOf, type NumberFormat } from './number.js';
import { strings } from './strings.js';
import { modelUnit } from './time_unit.js';

const words = strings.effects;

/** "4 points", "4 points over 7 days", or as `write` has it. */
function mcidAmount(
  report: Report,
  outcome: OutcomeResult,
  effect: EffectRow,
  mcid: AgainstMcid,
  numbers: NumberFormat,
  write = words.amount,
): string {
  const unit = outcome.model?.response === 'percent_change' ? words.units.percent : words.units.points;
  const length = effect.overWindow ? numbers.published(effect.overWindow.days, 0) : null;
  const span = length === null ? null : { length, unit: modelUnit(report, outcome) };
  return write(numbers.published(mcid.value, 0), unit, span);
}

/** "compatible with a benefit of 4 points or more"; null for an effect without an MCID. */
export function mcidPosition(report: Report, outcome: OutcomeResult, effect: EffectRow): string | null {
  const { mcid } = effect;
  if (!mcid) return null;
  return words.position[mcid.position](mcidAmount(report, outcome, effect, mcid, numbersOf(report), words.orMore));
}

/** A share as a whole percent that never reads 0% or 100%. */
export function shareText(share: number, numbers: NumberFormat): string {
  if (share < 0.01) return `<${numbers.percent(1)}`;
  if (share > 0.99) return `>${numbers.percent(99)}`;
  return numbers.percent(100 * share);
}

/** "93% on the side of benefit, 71% beyond the MCID" */
export function mcidShares({ confidenceBetter, confidenceBeyond }: AgainstMcid, numbers: NumberFormat): string {
  return words.shares(shareText(confidenceBetter, numbers), shareText(confidenceBeyond, numbers));
}

/** One note per outcome that has an MCID: what it is and where from; then what the shares are. */
export function mcidNotes(report: Report): string[] {
  const numbers = numbersOf(report);
  const notes = report.outcomes.flatMap((outcome) => {
    const effect = outcome.effects.find(({ mcid }) => mcid);
    const mcid = effect?.mcid;
    if (!effect || !mcid) return [];
    return [words.mcidIs(outcome.label, mcidAmount(report, outcome, effect, mcid, numbers), mcid.source)];
  });
  return notes.length === 0 ? [] : [...notes, words.sharesNote];
}
