// SPDX-License-Identifier: MIT
/** The order of time of visits with labels: as the labels tell it, and where they do not, as the file's rows do. */
import { visitMeaning, type Phase, type VisitMeaning } from './visit-meaning.js';

export interface VisitOrder {
  /** In the order of time, or as near to it as is known. */
  visits: string[];
  /** What tells it; `nothing` where labels and rows leave it open. */
  toldBy: 'labels' | 'rows' | 'nothing';
}

/** Labels of one participant, in the order of the rows. */
export type VisitRows = readonly (readonly string[])[];

const ranks: Record<Phase, number> = {
  screening: 0,
  entry: 1,
  baseline: 2,
  treatment: 3,
  end: 4,
  follow_up: 5,
  unplanned: 6,
};

/** Puts labels in order. `rows` are asked only where the labels leave a pair open, and believed where they never contradict the labels. */
export function orderVisits(labels: readonly string[], rows: VisitRows): VisitOrder {
  const meanings = new Map(labels.map((label) => [label, visitMeaning(label)]));
  const byCount = sharedCount([...meanings.values()]);
  const compare = (a: string, b: string): number | null => {
    const [one, other] = [meanings.get(a), meanings.get(b)];
    return one && other ? (byCount ? countOrder(one, other) : meaningOrder(one, other)) : null;
  };
  const byLabels = total(labels, compare);
  if (byLabels) return { visits: byLabels, toldBy: 'labels' };
  const before = precedence(labels, rows);
  const contradicts = labels.some((a) =>
    labels.some((b) => (compare(a, b) ?? 0) < 0 && before(a, b) !== null && (before(a, b) ?? 0) > 0),
  );
  const byRows = contradicts ? null : total(labels, (a, b) => compare(a, b) ?? before(a, b));
  if (byRows) return { visits: byRows, toldBy: 'rows' };
  return { visits: guessed(labels, meanings), toldBy: 'nothing' };
}

/** True where every label counts the same thing: V1 Screening, V2 Baseline, V3 Week 4. */
function sharedCount(meanings: readonly VisitMeaning[]): boolean {
  const planned = meanings.filter(({ phase }) => phase !== 'unplanned');
  const [first] = planned;
  const isShared = planned.every(({ count }) => count !== null && count.of === first?.count?.of);
  return isShared && new Set(planned.map(({ count }) => count?.number)).size === planned.length;
}

function countOrder(one: VisitMeaning, other: VisitMeaning): number | null {
  const unplanned = Number(one.phase === 'unplanned') - Number(other.phase === 'unplanned');
  if (unplanned !== 0) return unplanned;
  return one.count && other.count ? one.count.number - other.count.number || null : null;
}

/** Below 0 where `one` is earlier; null where the labels do not tell. */
function meaningOrder(one: VisitMeaning, other: VisitMeaning): number | null {
  const isCounted = one.count !== null && one.count.of === other.count?.of;
  if (isCounted) return countOrder(one, other);
  if (one.phase === null && other.phase === null) return null;
  if (other.phase === null) return phaseBesideCount(one.phase, other.count);
  if (one.phase === null) {
    const turned = phaseBesideCount(other.phase, one.count);
    return turned === null ? null : -turned;
  }
  // An end without a time may come before a "Month 12" that is a follow-up, or after it.
  const isOpen = (end: VisitMeaning, timed: VisitMeaning): boolean =>
    end.phase === 'end' && timed.phase === 'treatment';
  if (isOpen(one, other) || isOpen(other, one)) return null;
  const phase = ranks[one.phase] - ranks[other.phase];
  if (phase !== 0) return phase;
  if (one.days !== null && other.days !== null) return one.days - other.days || null;
  // "before" stands beside "baseline": the one that is called so is the last before treatment.
  if (one.isNamedBaseline !== other.isNamedBaseline) return one.isNamedBaseline ? 1 : -1;
  return null;
}

/** Of a phase and a visit that has only a number: "Visit 2" is after a baseline, "Visit 1" may be the screening before it. */
function phaseBesideCount(phase: Phase | null, count: VisitMeaning['count']): number | null {
  if (phase === 'unplanned') return 1;
  if (phase === null || phase === 'treatment' || count === null) return null;
  if (ranks[phase] > ranks.treatment) return 1;
  return count.number > 1 ? -1 : null;
}

/** The labels in the order of a comparison that tells each pair; null where it does not, or goes round in circles. */
function total(labels: readonly string[], compare: (a: string, b: string) => number | null): string[] | null {
  const placed: string[] = [];
  for (const label of labels) {
    const earlier = labels.filter((other) => other !== label && (compare(other, label) ?? 0) < 0).length;
    const later = labels.filter((other) => other !== label && (compare(other, label) ?? 0) > 0).length;
    if (earlier + later !== labels.length - 1 || placed[earlier] !== undefined) return null;
    placed[earlier] = label;
  }
  return placed;
}

/** Of the participants with both visits, nine in ten have to have them in the same order. */
const agreeing = 0.9;

/** Below 0 where the rows of `a` come before those of `b` in nearly all participants; null where they do not agree. */
function precedence(labels: readonly string[], rows: VisitRows): (a: string, b: string) => number | null {
  const at = new Map(labels.map((label, i) => [label, i]));
  const first = labels.map(() => labels.map(() => 0));
  for (const own of rows) {
    const seen = [...new Set(own.flatMap((label) => at.get(label) ?? []))];
    seen.forEach((early, i) => {
      for (const late of seen.slice(i + 1)) {
        const counts = first[early];
        if (counts) counts[late] = (counts[late] ?? 0) + 1;
      }
    });
  }
  return (a, b) => {
    const [i = -1, j = -1] = [at.get(a), at.get(b)];
    const [ahead, behind] = [first[i]?.[j] ?? 0, first[j]?.[i] ?? 0];
    if (ahead + behind === 0) return null;
    if (ahead >= agreeing * (ahead + behind)) return -1;
    return behind >= agreeing * (ahead + behind) ? 1 : null;
  };
}

/** By phase and time as far as known; what has neither stays where it first appears, behind the baseline. */
function guessed(labels: readonly string[], meanings: ReadonlyMap<string, VisitMeaning>): string[] {
  const keyOf = (label: string): [number, number] => {
    const meaning = meanings.get(label);
    const rank = meaning?.phase ? ranks[meaning.phase] : ranks.treatment;
    return [rank, meaning?.days ?? Infinity];
  };
  return [...labels].sort((a, b) => {
    const [[phase, days], [otherPhase, otherDays]] = [keyOf(a), keyOf(b)];
    return phase - otherPhase || (days === otherDays ? 0 : days - otherDays);
  });
}
