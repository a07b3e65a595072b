// SPDX-License-Identifier: MIT
/** Planned visits guessed from the days of records, for a user to confirm. Never applied by themselves. */
import type { VisitWindow } from '../contract/plan.js';

/** How far a day counts towards a peak, in days. */
const reach = 3;
/** Longer spans than ten years are no study days. */
const longestSpan = 3660;

/**
 * Windows around the days at which records pile up: counts by day are smoothed by a triangle of 3 days to either side,
 * its peaks with a valley of at most half their height between them are the visits, the busiest day of each is the
 * planned one (of equally busy days a multiple of 7). Windows reach as far as the days observed do, at most half-way to
 * the next visit, and never overlap. Empty where the days do not pile up, as in a diary.
 *
 * @param days study day of each record, repeated as often as it occurs.
 */
export function suggestWindows(days: readonly number[]): VisitWindow[] {
  const whole = days.filter((day) => Number.isInteger(day));
  if (whole.length === 0) return [];
  const first = whole.reduce((a, b) => Math.min(a, b));
  const last = whole.reduce((a, b) => Math.max(a, b));
  if (last - first > longestSpan) return [];
  const counts = Array.from({ length: last - first + 1 }, () => 0);
  for (const day of whole) counts[day - first] = (counts[day - first] ?? 0) + 1;
  const at = (day: number): number => counts[day - first] ?? 0;
  const planned = peaks(counts).map((peak) => busiest(peak + first, at));
  if (planned.length < 2) return [];
  return planned.map((day, v) => {
    const before = room(planned[v - 1], day, 'earlier');
    const after = room(planned[v + 1], day, 'later');
    const reachOf = (side: 1 | -1, most: number): number => {
      let farthest = 0;
      for (let k = 1; k <= most; k++) if (at(day + side * k) > 0) farthest = k;
      return farthest;
    };
    return { visit: `Day ${day}`, day, before: reachOf(-1, before), after: reachOf(1, after) };
  });
}

/** Days up to half-way to the neighbour, the odd one to the later visit; without a neighbour as far as days go. */
function room(neighbour: number | undefined, day: number, side: 'earlier' | 'later'): number {
  if (neighbour === undefined) return longestSpan;
  const between = Math.abs(neighbour - day) - 1;
  return side === 'later' ? Math.floor(between / 2) : Math.ceil(between / 2);
}

/** Positions of the peaks of the smoothed counts. */
function peaks(counts: readonly number[]): number[] {
  const smooth = counts.map((_, i) => {
    let sum = 0;
    for (let k = -reach; k <= reach; k++) sum += (reach + 1 - Math.abs(k)) * (counts[i + k] ?? 0);
    return sum;
  });
  const height = (i: number): number => smooth[i] ?? 0;
  const tallest = smooth.reduce((a, b) => Math.max(a, b), 0);
  const found: number[] = [];
  for (let i = 0; i < smooth.length; i++) {
    const isPeak = height(i) >= height(i - 1) && height(i) > height(i + 1) && height(i) >= 0.1 * tallest;
    if (!isPeak) continue;
    const before = found[found.length - 1];
    if (before === undefined) {
      found.push(i);
      continue;
    }
    const valley = Math.min(...smooth.slice(before, i + 1));
    if (valley <= 0.5 * Math.min(height(before), height(i))) found.push(i);
    else if (height(i) > height(before)) found[found.length - 1] = i;
  }
  return found;
}

/** The busiest day within the reach of a peak. */
function busiest(peak: number, at: (day: number) => number): number {
  const near = Array.from({ length: 2 * reach + 1 }, (_, k) => peak - reach + k);
  const most = Math.max(...near.map(at));
  const ties = near.filter((day) => at(day) === most);
  const nearest = [...ties].sort((a, b) => Math.abs(a - peak) - Math.abs(b - peak));
  return ties.find((day) => day % 7 === 0) ?? nearest[0] ?? peak;
}
