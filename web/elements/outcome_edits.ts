// SPDX-License-Identifier: MIT
/** What choosing a baseline, a summary or a responder rule changes in an outcome, as plain functions. */
import type { InstrumentBand, InstrumentChange, InstrumentDefinition } from '../contract/instrument.js';
import type {
  BaselineRule,
  PlanInstrument,
  PlanModel,
  PlanOutcome,
  PlanSummary,
  ResponderRule,
} from '../contract/plan.js';
import { bandsOf, changesOf } from '../text/instrument.js';
import { snakeName } from '../read/visit-names.js';
import { strings } from '../text/strings.js';
import { withKind, withoutUndefined, type KeptModels } from './model_kind.js';

export type SummaryKind = 'none' | PlanSummary['kind'];
export type ResponderKind = 'none' | ResponderRule['kind'];

/** The model with a rule for the baseline in place of one visit. */
export function withBaseline(model: PlanModel, rule: BaselineRule): PlanModel {
  return withoutUndefined({ ...model, baseline: rule, baselineVisit: undefined });
}

/** The model with one visit as baseline; '' is the first. */
export function withBaselineVisit(model: PlanModel, visit: string): PlanModel {
  const baselineVisit = visit === '' ? undefined : visit;
  return withoutUndefined({ ...model, baseline: undefined, baselineVisit });
}

/** Null where a column must be chosen first. `words`: what the score's instrument is called. */
export function usualBaseline(
  kind: BaselineRule['kind'],
  columns: readonly string[],
  words: readonly string[] = [],
): BaselineRule | null {
  switch (kind) {
    case 'last_before':
      return { kind, day: 0 };
    case 'window_mean':
      return { kind, from: -7, to: -1 };
    case 'column': {
      const column = baselineColumn(columns, words);
      return column === undefined ? null : { kind, column };
    }
  }
}

const startWords =
  /^(?:baseline|base|bl|bsl|basis|bas|ausgangswert|ausgang|pre|prae|prä|vor|vorher|screening|scr|before|avant|t0)$/;
const scoreWords = /^(?:fatigue|fatig|score|total|sum|mean|value|val|wert|summe|gesamt)$/;

/** A baseline by its name: first that of the instrument, then one of nothing else; "pain_baseline" is another's. */
function baselineColumn(columns: readonly string[], words: readonly string[]): string | undefined {
  const own = new Set(words.map(snakeName).flatMap((word) => [word, ...word.split('_')]));
  const starts = columns.flatMap((column) => {
    const parts = snakeName(column).split('_');
    const others = parts.filter((part) => !startWords.test(part));
    return others.length < parts.length ? [{ column, others }] : [];
  });
  const isOwn = (part: string): boolean => own.has(part);
  const best =
    starts.find(({ others }) => others.some(isOwn)) ??
    starts.find(({ others }) => others.every((o) => scoreWords.test(o)));
  return best?.column;
}

/**
 * The outcome with its records condensed in another way. A summary has visits of its own, so what named the records'
 * visits goes, but for the baseline, which is theirs; a straight line over days becomes a mean at every visit. `told`
 * says what changed along.
 */
export function withSummary(
  outcome: PlanOutcome,
  summary: PlanSummary | undefined,
  visits: readonly string[],
  kept: KeptModels,
): { patch: Pick<PlanOutcome, 'model' | 'effect'> & { summary: PlanSummary | undefined }; told: string[] } {
  const told: string[] = [];
  let { model, effect } = outcome;
  if (summary && model.kind === 'random_effects') {
    ({ model, effect } = withKind(outcome, 'mmrm', visits, kept));
    told.push(strings.outcome.switchedToMmrm);
  }
  const isOther = summary?.kind !== outcome.summary?.kind;
  if (isOther) {
    if (effect.kind === 'visit_difference') {
      effect = { kind: 'average_difference' };
      told.push(strings.outcome.effectSwitched);
    }
    model = withoutUndefined({ ...model, visits: undefined });
  }
  if (summary && model.weights !== undefined) {
    model = withoutUndefined({ ...model, weights: undefined });
    told.push(strings.outcome.weightsDropped);
  }
  return { patch: { model, effect, summary }, told };
}

export function usualSummary(kind: SummaryKind): PlanSummary | undefined {
  return kind === 'none' ? undefined : { kind };
}

/** Visits are known by score, but a summary has visits of its own. */
export const visitsKey = ({ id, score, summary }: Pick<PlanOutcome, 'id' | 'score' | 'summary'>): string =>
  summary === undefined ? score : `summary of ${id}`;

/** What is published for the score of an outcome: for a responder rule to start from. */
export interface Offers {
  mcid: InstrumentChange | undefined;
  icc: InstrumentChange | undefined;
  bands: InstrumentBand[];
}

export function offersFor(
  score: string,
  instrument: PlanInstrument | null,
  definition: InstrumentDefinition | undefined,
): Offers {
  const none: Offers = { mcid: undefined, icc: undefined, bands: [] };
  if (!instrument || !definition) return none;
  const scale = score.slice(score.lastIndexOf('.') + 1);
  return {
    mcid: changesOf(definition, 'mcid', scale, instrument.scoring)[0],
    icc: changesOf(definition, 'icc', scale, instrument.scoring)[0],
    bands: bandsOf(definition, scale, instrument.scoring),
  };
}

/** The rule with what is published; null where a number must be given first, since none is known. */
export function usualResponder(kind: ResponderKind, { mcid, icc, bands }: Offers): ResponderRule | null {
  switch (kind) {
    case 'none':
    case 'percent_change':
      return null;
    case 'change':
      return mcid ? { kind, by: mcid.value } : null;
    case 'cut_off':
      return bands[0] ? cutOffOf(bands[0]) : null;
    case 'reliable_change':
      return icc ? { kind, reliability: icc.value } : null;
  }
}

/**
 * The rule after the score became another, or is scored in another way. A published number gives way to that of the new
 * score, a number of one's own is asked for anew: points of one scale are none of another. Percents hold for all.
 */
export function responderFor(
  rule: ResponderRule | undefined,
  before: Offers,
  after: Offers,
): ResponderRule | undefined {
  if (!rule || rule.kind === 'percent_change') return rule;
  const isPublished =
    rule.kind === 'cut_off'
      ? before.bands.some((band) => isBandOf(rule, band))
      : JSON.stringify(usualResponder(rule.kind, before)) === JSON.stringify(rule);
  return isPublished ? (usualResponder(rule.kind, after) ?? undefined) : undefined;
}

/** The good side of a band: from 38 on is bad, so below 38 is good; above 36 is bad, so 36 itself is good. */
export function cutOffOf({ from, above }: InstrumentBand): ResponderRule {
  return above === undefined
    ? { kind: 'cut_off', value: from ?? 0, inclusive: false }
    : { kind: 'cut_off', value: above, inclusive: true };
}

export function isBandOf(rule: ResponderRule, band: InstrumentBand): boolean {
  const own = cutOffOf(band);
  return (
    rule.kind === 'cut_off' &&
    own.kind === 'cut_off' &&
    rule.value === own.value &&
    (rule.inclusive ?? false) === own.inclusive
  );
}
