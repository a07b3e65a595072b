// SPDX-License-Identifier: MIT
/** An effect against the difference that matters, in words; the core has placed it, nothing is computed here. */
import type { AgainstMcid, EffectRow, OutcomeResult, Report } from '../contract/report.js';
import { type NumberFormat } from './number.js';
import { contextOf } from './outcome_context.js';
import { fill, listed, textOf, type Part, type Path, type Segment } from './segments.js';
import { strings } from './strings.js';
import { modelUnit } from './time_unit.js';
import type { ValueSegments } from './value_segments.js';

const words = strings.effects;

/** "4 points", "0.5 points over 7 days", with "or more" on request; `at` is the effect. */
export function mcidAmount(
  report: Report,
  outcome: OutcomeResult,
  at: Path,
  values: ValueSegments,
  orMore = false,
): Segment[] {
  const effect = outcome.effects[Number(at[at.length - 1])];
  const unit = outcome.model?.response === 'percent_change' ? words.units.percent : words.units.points;
  return fill(words.amount, {
    value: values.exact([...at, 'mcid', 'value']),
    unit,
    orMore: orMore ? words.orMore : '',
    over: effect?.overWindow ? fill(words.over, windowParts(report, outcome, at, values)) : '',
  });
}

/** What a slope adds up over, "7" and "days"; `at` is the effect. */
export function windowParts(
  report: Report,
  outcome: OutcomeResult,
  at: Path,
  values: ValueSegments,
): { length: Part; times: Part } {
  const effect = outcome.effects[Number(at[at.length - 1])];
  const { one, many } = strings.time[modelUnit(report, outcome)];
  return { length: values.exact([...at, 'overWindow', 'days']), times: effect?.overWindow?.days === 1 ? one : many };
}

function amountText(report: Report, outcome: OutcomeResult, effect: EffectRow, orMore = false): string {
  const { at, values } = contextOf(report, outcome);
  const path = [...at, 'effects', outcome.effects.indexOf(effect)];
  return textOf(mcidAmount(report, outcome, path, values, orMore));
}

/** "compatible with a benefit of 4 points or more"; null for an effect without an MCID. */
export function mcidPosition(report: Report, outcome: OutcomeResult, effect: EffectRow): string | null {
  const { mcid } = effect;
  if (!mcid) return null;
  const { at, values } = contextOf(report, outcome);
  const path = [...at, 'effects', outcome.effects.indexOf(effect)];
  const besides = textOf(besidesMcid(report, outcome, path, values));
  return words.position[mcid.position](amountText(report, outcome, effect, true), besides);
}

/** "a smaller benefit, no difference and a disadvantage of 4 points or more": what else the interval holds; `at` is the effect. */
export function besidesMcid(report: Report, outcome: OutcomeResult, at: Path, values: ValueSegments): Segment[] {
  const effect = outcome.effects[Number(at[at.length - 1])];
  const entries = (effect?.mcid?.besides ?? []).map((held) =>
    held === 'harm'
      ? fill(words.besides.harm, { amount: mcidAmount(report, outcome, at, values, true) })
      : words.besides[held],
  );
  return listed(entries, strings.listSeparator, words.and);
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
  const notes = report.outcomes.flatMap((outcome) => {
    const effect = outcome.effects.find(({ mcid }) => mcid);
    if (!effect?.mcid) return [];
    return [words.mcidIs(outcome.label, amountText(report, outcome, effect), effect.mcid.source)];
  });
  return notes.length === 0 ? [] : [...notes, words.sharesNote];
}
