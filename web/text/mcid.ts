// SPDX-License-Identifier: MIT
/** An effect against the difference that matters, in words; the core has placed it, nothing is computed here. */
import type { AgainstMcid, EffectRow, OutcomeResult, Report } from '../contract/report.js';
import { sourceText } from './instrument.js';
import { type NumberFormat } from './number.js';
import { contextOf } from './outcome_context.js';
import { mcidPopulation } from './published_mcid.js';
import { fill, textOf, type Part, type Path, type Segment } from './segments.js';
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

/** "from a benefit of 4 points or more to no difference"; null for an effect without an MCID. */
export function mcidPosition(report: Report, outcome: OutcomeResult, effect: EffectRow): string | null {
  const { mcid } = effect;
  if (!mcid) return null;
  const { at, values } = contextOf(report, outcome);
  const path = [...at, 'effects', outcome.effects.indexOf(effect)];
  const besides = textOf(besidesMcid(report, outcome, path, values));
  return words.position[mcid.position](amountText(report, outcome, effect, true), besides);
}

/**
 * What else the interval holds, from its better end to its worse: "through no difference to a smaller disadvantage", or,
 * where it holds no benefit of the MCID, "reaches from a smaller benefit to ..."; `at` is the effect.
 */
export function besidesMcid(report: Report, outcome: OutcomeResult, at: Path, values: ValueSegments): Segment[] {
  const mcid = outcome.effects[Number(at[at.length - 1])]?.mcid;
  const held = mcid?.besides ?? [];
  const [best, worst] = [held[0], held.at(-1)];
  if (!mcid || !best || !worst) return [];
  const called = (each: typeof best): Segment[] =>
    fill(words.besides[each], { amount: mcidAmount(report, outcome, at, values, true) });
  const isShort = mcid.position === 'short';
  const isThrough =
    held.includes('no_difference') && worst !== 'no_difference' && (!isShort || best !== 'no_difference');
  const ends = { best: called(best), worst: called(worst), through: isThrough ? words.through : '' };
  if (!isShort) return fill(words.upTo, ends);
  return fill(best === worst ? words.only : words.fromTo, ends);
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

/** " (an MCID published for multiple sclerosis)"; nothing of an MCID that the plan gives. */
export function publishedMcid(report: Report, outcome: OutcomeResult): Segment[] {
  const population = mcidPopulation(report, outcome);
  return population === null ? [] : fill(words.publishedMcid, { population });
}

/** "published for multiple sclerosis: Rooney 2019"; of an MCID that the plan gives, its source as it is there. */
export function mcidSource(report: Report, outcome: OutcomeResult, { source }: AgainstMcid): string | null {
  if (source === null) return null;
  const population = mcidPopulation(report, outcome);
  const own = sourceText(source);
  return population === null ? own : words.publishedIn(population, own.replace(` (${population})`, ''));
}

/** One note per outcome that has an MCID: what it is and where from; then what the shares are. */
export function mcidNotes(report: Report): string[] {
  const notes = report.outcomes.flatMap((outcome) => {
    const effect = outcome.effects.find(({ mcid }) => mcid);
    if (!effect?.mcid) return [];
    return [words.mcidIs(outcome.label, amountText(report, outcome, effect), mcidSource(report, outcome, effect.mcid))];
  });
  return notes.length === 0 ? [] : [...notes, words.sharesNote];
}
