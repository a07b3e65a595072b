// SPDX-License-Identifier: MIT
/** Planned visits guessed from the days of records, for a user to confirm. */
import type { VisitWindow } from '../contract/plan.js';

/** The first day on treatment, where that is called day 1. */
const firstDay = 1;

/** Longer spans than ten years are no study days. */
const longestSpan = 3660;
/** More different days than this are looked at as no visits. */
const mostDays = 1000;

interface Cluster {
  first: number;
  last: number;
  count: number;
  mean: number;
  sd: number;
  median: number;
}

/**
 * Windows around the days that records cluster around. Where it is known whose records these are and enough participants
 * have the same number of days, the first days of these are one visit, the second the next. Else the days are split into
 * runs so that normal densities of their own fit best (classification likelihood with a penalty for each run). One run,
 * as of a diary, or runs that are not well apart are no visits, and nothing is suggested. The planned days are on the
 * grid of weeks where the runs are, else the middle days. Windows meet half-way between the planned days;
 * a day in the middle is the later's, as in the analysis. Outwards they reach as far as inwards, or as the run does.
 *
 * @param days study day of each record, repeated as often as it occurs.
 * @param people whose record each is.
 */
export function suggestWindows(days: readonly number[], people?: readonly (string | null)[]): VisitWindow[] {
  const isUsed = withoutStray(days);
  const whole = days.filter((day) => Number.isInteger(day) && isUsed(day));
  const distinct = [...new Set(whole)].sort((a, b) => a - b);
  const span = (distinct.at(-1) ?? 0) - (distinct[0] ?? 0);
  if (distinct.length < 2 || distinct.length > mostDays || span > longestSpan) return [];
  const own = daysByPerson(
    days.map((day) => (isUsed(day) ? day : NaN)),
    people ?? [],
  );
  const clusters = byPerson(own) ?? split(whole, distinct);
  if (!areClear(clusters)) return [];
  // Rounded from below, day 0 is -0, which is written with a sign.
  const planned = plannedDays(clusters).map((day) => day + 0);
  if (!areApart(own, planned)) return [];
  if (planned.some((day, v) => v > 0 && day <= (planned[v - 1] ?? -Infinity))) return [];
  return windowsAround(planned, (v) => clusters[v] ?? { first: NaN, last: NaN });
}

/**
 * Windows around planned days, in order, that meet half-way; outwards they reach as far as inwards, or as `runOf` the
 * first and the last does.
 */
function windowsAround(
  planned: readonly number[],
  runOf: (v: number) => Pick<Cluster, 'first' | 'last'>,
): VisitWindow[] {
  return planned.map((day, v) => {
    const [earlier, later, run] = [planned[v - 1], planned[v + 1], runOf(v)];
    const inBefore = earlier === undefined ? null : Math.floor((day - earlier) / 2);
    const inAfter = later === undefined ? null : Math.ceil((later - day) / 2) - 1;
    // What comes after treatment has begun is no baseline.
    const latest = day <= firstDay ? Math.max(0, firstDay - day) : Infinity;
    const before = inBefore ?? Math.max(inAfter ?? 0, day - run.first);
    const after = Math.min(latest, inAfter ?? Math.max(inBefore ?? 0, run.last - day));
    return { visit: `Day ${day}`, day, before, after };
  });
}

/** Windows around days that somebody names, in whatever order; outwards they reach as far as inwards. */
export function windowsOfPlanned(days: readonly number[]): VisitWindow[] {
  const planned = [...new Set(days)].sort((a, b) => a - b);
  return windowsAround(planned, (v) => ({ first: planned[v] ?? NaN, last: planned[v] ?? NaN }));
}

/** Records this many days beyond the middle half of all, or three times as far as that is wide, have a date that is none. */
const strayFrom = 200;

/** False for the days of single records far from all others: a year or month that was mistyped. */
function withoutStray(days: readonly number[]): (day: number) => boolean {
  const inOrder = days.filter((day) => !Number.isNaN(day)).sort((a, b) => a - b);
  const at = (share: number): number => inOrder[Math.floor(share * (inOrder.length - 1))] ?? NaN;
  const reach = Math.max(strayFrom, 3 * (at(0.75) - at(0.25)));
  const isUsed = (day: number): boolean => day >= at(0.25) - reach && day <= at(0.75) + reach;
  const strays = inOrder.filter((day) => !isUsed(day)).length;
  return strays <= Math.max(2, 0.02 * inOrder.length) ? isUsed : () => true;
}

function clusterOf(days: readonly number[]): Cluster {
  const inOrder = [...days].sort((a, b) => a - b);
  const count = days.length;
  const mean = days.reduce((sum, day) => sum + day, 0) / count;
  const sd = Math.sqrt(days.reduce((sum, day) => sum + (day - mean) ** 2, 0) / count);
  const at = (share: number): number => inOrder[Math.floor(share * (count - 1))] ?? NaN;
  return { first: at(0), last: at(1), count, mean, sd, median: at(0.5) };
}

/** More visits than this are a diary. */
const mostVisits = 20;

/** Each participant's different days, in order. */
function daysByPerson(days: readonly number[], people: readonly (string | null)[]): number[][] {
  const own = new Map<string, Set<number>>();
  for (const [row, day] of days.entries()) {
    const person = people[row] ?? null;
    if (person !== null && Number.isInteger(day)) own.set(person, (own.get(person) ?? new Set()).add(day));
  }
  return [...own.values()].map((set) => [...set].sort((a, b) => a - b));
}

/** The visits of those who have the most days that a third of the participants has: their first days, their second... */
function byPerson(own: readonly (readonly number[])[]): Cluster[] | undefined {
  const sizes = new Map<number, number>();
  for (const { length } of own) sizes.set(length, (sizes.get(length) ?? 0) + 1);
  const common = [...sizes].filter(([, people]) => people >= 3 && 3 * people >= own.length);
  const visits = Math.max(0, ...common.map(([length]) => length));
  if (visits < 2 || visits > mostVisits) return undefined;
  const complete = own.filter(({ length }) => length === visits);
  return Array.from({ length: visits }, (_, v) => clusterOf(complete.map((each) => each[v] ?? NaN)));
}

/** Nearly nobody has two days that are nearest to the same planned day. */
function areApart(own: readonly (readonly number[])[], planned: readonly number[]): boolean {
  const nearest = (day: number): number => {
    const misses = planned.map((each) => Math.abs(each - day));
    return misses.lastIndexOf(Math.min(...misses));
  };
  const all = own.reduce((sum, each) => sum + each.length, 0);
  const apart = own.reduce((sum, each) => sum + new Set(each.map(nearest)).size, 0);
  return all - apart <= 0.05 * all;
}

/** Added to the variance of a run, in days squared: scatter below a day or so tells nothing of what was planned. */
const smoothing = 1;

/** The best split of the days into runs. */
function split(days: readonly number[], distinct: readonly number[]): Cluster[] {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const sums = [{ n: 0, x: 0, xx: 0 }];
  for (const day of distinct) {
    const { n, x, xx } = sums.at(-1) ?? { n: 0, x: 0, xx: 0 };
    const count = counts.get(day) ?? 0;
    sums.push({ n: n + count, x: x + count * day, xx: xx + count * day * day });
  }
  const penalty = Math.log(days.length);
  const costOf = (from: number, to: number): number => {
    const [a, b] = [sums[from], sums[to]];
    const n = (b?.n ?? 0) - (a?.n ?? 0);
    const mean = ((b?.x ?? 0) - (a?.x ?? 0)) / n;
    const variance = Math.max(0, ((b?.xx ?? 0) - (a?.xx ?? 0)) / n - mean * mean);
    return n * Math.log(variance + smoothing) - 2 * n * Math.log(n / days.length) + penalty;
  };
  const best = [0];
  const cutBefore = [0];
  for (let to = 1; to <= distinct.length; to++) {
    let [least, at] = [Infinity, 0];
    for (let from = 0; from < to; from++) {
      const cost = (best[from] ?? 0) + costOf(from, to);
      if (cost < least) [least, at] = [cost, from];
    }
    best.push(least);
    cutBefore.push(at);
  }
  const clusters: Cluster[] = [];
  for (let to = distinct.length; to > 0; to = cutBefore[to] ?? 0) {
    const [low, high] = [distinct[cutBefore[to] ?? 0] ?? NaN, distinct[to - 1] ?? NaN];
    clusters.unshift(clusterOf(days.filter((day) => day >= low && day <= high)));
  }
  return clusters;
}

/**
 * Several runs of records about as many, since each participant comes once to a visit: none of a few stray records, and
 * none that may be two visits. Neighbours lie at least four of their SDs apart.
 */
function areClear(clusters: readonly Cluster[]): boolean {
  const sizes = clusters.map(({ count }) => count).sort((a, b) => a - b);
  const median = sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
  return (
    clusters.length > 1 &&
    clusters.every(({ count }) => count >= Math.max(2, median / 3) && count <= 1.6 * median) &&
    clusters.every(({ mean, sd }, v) => {
      const before = clusters[v - 1];
      return before === undefined || mean - before.mean >= 2 * (sd + before.sd);
    })
  );
}

/** How far the middle of a run may lie from its planned day. */
const tolerance = ({ sd, count }: Cluster): number => 0.5 + (3 * sd) / Math.sqrt(count);

/** All on one grid of weeks, counted from day 0 or from day 1, where the runs allow it; else each by itself: a week, or the middle day. */
function plannedDays(clusters: readonly Cluster[]): number[] {
  const grids = [0, 1].map((start) => {
    const days = clusters.map(({ mean }) => start + 7 * Math.round((mean - start) / 7));
    const misses = clusters.map((cluster, v) => Math.abs(cluster.mean - (days[v] ?? 0)));
    const isOn = clusters.every((cluster, v) => (misses[v] ?? 0) <= tolerance(cluster));
    return { days, isOn, miss: misses.reduce((sum, miss) => sum + miss * miss, 0) };
  });
  const [best] = grids.filter(({ isOn }) => isOn).sort((a, b) => a.miss - b.miss);
  return best?.days ?? clusters.map(plannedDay);
}

function plannedDay(cluster: Cluster): number {
  const { mean, median } = cluster;
  const week = 7 * Math.round(mean / 7);
  if (Math.abs(mean - week) <= tolerance(cluster)) return week;
  // A few late records draw the mean away.
  return Math.abs(mean - median) <= 1 ? Math.round(mean) : median;
}
