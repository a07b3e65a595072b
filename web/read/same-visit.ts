// SPDX-License-Identifier: MIT
/** Whether two labels of visits say the same, or what cannot be of one visit. */
import type { Phase, VisitMeaning } from './visit-meaning.js';

/** Phases that may be told of one visit: the last visit under treatment is its end, or has a time. */
const stages: Record<Phase, number> = {
  screening: 0,
  entry: 1,
  baseline: 1,
  treatment: 2,
  end: 2,
  follow_up: 2,
  unplanned: 3,
};

/** "BL" and "Baseline", "W4" and "Day 28", "V2" and "Visit 2", "EOT" and "end of treatment". */
export function saySame(one: VisitMeaning, other: VisitMeaning): boolean {
  if (contradict(one, other)) return false;
  const isSamePhase = one.phase !== null && one.phase === other.phase;
  if (isSamePhase && one.phase === 'baseline') return true;
  if (one.days !== null || other.days !== null) return isSamePhase && one.days === other.days;
  if (one.count && other.count) return wordOf(one.count.of) === wordOf(other.count.of);
  return isSamePhase && !one.count && !other.count;
}

/** Other times, other numbers of one count, or one before treatment and one after. */
export function contradict(one: VisitMeaning, other: VisitMeaning): boolean {
  if (one.phase !== null && other.phase !== null && stages[one.phase] !== stages[other.phase]) return true;
  if (one.days !== null && other.days !== null) return !areOneTime(one.days, other.days);
  const isOneCount = one.count && other.count && wordOf(one.count.of) === wordOf(other.count.of);
  return isOneCount === true && one.count?.number !== other.count?.number;
}

/** "V" and "visit" count the same, and so do "T" and "time point". */
const wordOf = (of: string): string => of.charAt(0);

const month = 30.4375;
/** By this share a month is more than four weeks. */
const monthOverWeeks = 0.1;

/** Equal, or months beside weeks: three months are twelve weeks. */
function areOneTime(one: number, other: number): boolean {
  if (one === other) return true;
  const isInMonths = one % month === 0 && one !== 0;
  const isBeside = isInMonths !== (other % month === 0 && other !== 0);
  return isBeside && Math.abs(one - other) <= monthOverWeeks * Math.max(one, other);
}
