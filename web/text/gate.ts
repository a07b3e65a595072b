// SPDX-License-Identifier: MIT
/** An outcome's place in a fixed sequence of tests, in words. */
import type { GateState, OutcomeResult } from '../contract/report.js';
import { formatConfidence } from './number.js';
import { strings } from './strings.js';

const text = strings.gate;

/** The sentence beside an outcome; null where outcomes are not tested in sequence. */
export function gateSentence({ gate, status }: Pick<OutcomeResult, 'gate' | 'status'>, total: number): string | null {
  if (!gate) return null;
  const place = text.of(gate.position, total);
  const level = gateLevel(gate);
  if (!gate.open) return text.closed(place);
  if (gate.rejected) return text.rejected(place, level);
  const isLast = gate.position === total;
  if (status === 'failed' && !isLast) return text.failed(place);
  return isLast ? text.last(place, level) : text.stops(place, level);
}

/** "test 2: not confirmatory", for a table's small print. */
export function shortGate({ position, open, rejected }: GateState): string {
  return text.short(position, rejected ? text.shortRejected : open ? text.shortOpen : text.shortClosed);
}

/** "5%" */
export const gateLevel = ({ alpha }: GateState): string => formatConfidence(alpha);
