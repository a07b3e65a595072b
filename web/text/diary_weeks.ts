// SPDX-License-Identifier: MIT
/** The weeks that a diary's days make when they are averaged by week, before anything is worked out. */
import type { PlanSummary } from '../contract/plan.js';
import { withMinus } from './labels.js';
import { strings } from './strings.js';

type WeeklyMean = Extract<PlanSummary, { kind: 'weekly_mean' }>;

export interface DiaryWeeks {
  /** Numbers of the weeks that come about, with their first and last day in the data. */
  weeks: { week: number; from: number; to: number }[];
  /** Days of the data that are in none: before week 1, and in weeks with too few. */
  before: number[];
  few: number[];
  leastDays: number;
}

/** Null where the visits are no days. Days are those of anybody: a participant's own week may have fewer. */
export function weeksOf(
  visits: readonly string[],
  { firstDay = 1, leastDays = 4 }: Omit<WeeklyMean, 'kind'> = {},
): DiaryWeeks | null {
  const days = visits.map(Number).sort((a, b) => a - b);
  if (days.length === 0 || days.some((day) => !Number.isInteger(day))) return null;
  const byWeek = new Map<number, number[]>();
  for (const day of days) {
    const week = Math.floor((day - firstDay) / 7) + 1;
    byWeek.set(week, [...(byWeek.get(week) ?? []), day]);
  }
  const weeks: DiaryWeeks['weeks'] = [];
  const [before, few]: [number[], number[]] = [[], []];
  for (const [week, own] of byWeek) {
    if (week < 1) before.push(...own);
    else if (own.length < leastDays) few.push(...own);
    else weeks.push({ week, from: own[0] ?? NaN, to: own.at(-1) ?? NaN });
  }
  return { weeks, before, few, leastDays };
}

export const leavesDaysOut = ({ before, few }: DiaryWeeks): boolean => before.length + few.length > 0;

/** "Weekly means are of week 1 (days 1 to 7). Days 8 to 10 are left out: fewer than 4 days in a week." */
export function weeksText({ weeks, before, few, leastDays }: DiaryWeeks): string {
  const words = strings.picked.weeks;
  if (weeks.length === 0) return words.none(leastDays);
  const days = weeks.map(({ from, to }) => strings.visit.span(withMinus(String(from)), withMinus(String(to))));
  const [first, last] = [weeks[0]?.from ?? NaN, weeks.at(-1)?.to ?? NaN];
  const isUnbroken = weeks.every(({ week }, i) => week === (weeks[0]?.week ?? NaN) + i);
  const span = strings.visit.span(withMinus(String(first)), withMinus(String(last)));
  return [
    words.made(
      runsOf(weeks.map(({ week }) => week)),
      weeks.length,
      isUnbroken ? span : days.join(strings.listSeparator),
    ),
    ...(before.length > 0 ? [words.before(runsOf(before), before.length)] : []),
    ...(few.length > 0 ? [words.few(runsOf(few), few.length, leastDays)] : []),
  ].join(' ');
}

/** "0, 8 to 10", "-3 to -1" with the sign that is shown. */
function runsOf(days: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs
    .map((run) => run.map((day) => withMinus(String(day))) as [string, string])
    .map(([from, to]) => (from === to ? from : strings.visit.span(from, to)))
    .join(strings.listSeparator);
}
