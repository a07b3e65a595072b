// SPDX-License-Identifier: MIT
/** An outcome's place in a fixed sequence of tests, in words. */
import type { EffectRow, GateState, OutcomeResult, Report } from '../contract/report.js';
import { formatConfidence, isAvailable } from './number.js';
import { strings } from './strings.js';

const text = strings.gate;

type Gated = Pick<OutcomeResult, 'gate' | 'status'> & { effects?: readonly EffectRow[] };

/** The outcomes in the order in which they are tested; none where they are not tested in sequence. */
export const inSequence = ({ outcomes }: Report): OutcomeResult[] =>
  outcomes.filter(({ gate }) => gate).sort((a, b) => (a.gate?.position ?? 0) - (b.gate?.position ?? 0));

/** The outcome that stopped the sequence; undefined where every one was rejected. */
export const stoppedBy = (report: Report): OutcomeResult | undefined =>
  inSequence(report).find(({ gate }) => gate?.open && !gate.rejected);

/** Whether one comparison passes the level of its outcome, which needs all of them to. */
export function passes({ pValue, pAdjusted }: EffectRow, { alpha }: GateState): boolean {
  const p = pAdjusted ?? pValue;
  return isAvailable(p) && p <= alpha;
}

/** "ketamine minus midazolam" */
export const comparisonOf = ({ arm, reference }: EffectRow): string => strings.tables.differenceOf(arm, reference);

/** The sentence beside an outcome; null where outcomes are not tested in sequence. */
export function gateSentence({ gate, status, effects = [] }: Gated, total: number): string | null {
  if (!gate) return null;
  const place = text.of(gate.position, total);
  const level = gateLevel(gate);
  if (!gate.open) return text.closed(place);
  if (gate.rejected) return text.rejected(place, level);
  const isLast = gate.position === total;
  if (status === 'failed' && !isLast) return text.failed(place);
  const missed = effects.length > 1 ? effects.filter((effect) => !passes(effect, gate)).map(comparisonOf) : [];
  const of = missed.length === 0 ? '' : text.missed(missed.join(strings.listSeparator));
  return isLast ? text.last(place, level, of) : text.stops(place, level, of);
}

/** "test 2: not confirmatory", for the small print of an effect's row; without an effect, of the outcome. */
export function shortGate(gate: GateState, effect?: EffectRow): string {
  const { position, open, rejected } = gate;
  if (!open) return text.short(position, text.shortClosed);
  if (rejected) return text.short(position, text.shortRejected);
  return text.short(position, effect && passes(effect, gate) ? text.shortPassed : text.shortOpen);
}

/** "5%" */
export const gateLevel = ({ alpha }: GateState): string => formatConfidence(alpha);
