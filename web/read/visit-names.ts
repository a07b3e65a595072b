// SPDX-License-Identifier: MIT
/** Visits as they are written in column names ("_d28", "week4_") and in cells ("Week 4", "Baseline"). */

/** What the number of a visit counts; `none` for a baseline word or a bare number. */
export type VisitUnit = 'day' | 'week' | 'month' | 'visit' | 'time' | 'none';

export interface NamedVisit {
  visit: string;
  unit: VisitUnit;
  /** The name without the visit. */
  rest: string;
}

const units: Record<string, VisitUnit> = {
  d: 'day',
  day: 'day',
  tag: 'day',
  w: 'week',
  wk: 'week',
  week: 'week',
  woche: 'week',
  m: 'month',
  mo: 'month',
  mon: 'month',
  month: 'month',
  monat: 'month',
  v: 'visit',
  vis: 'visit',
  visit: 'visit',
  visite: 'visit',
  t: 'time',
  tp: 'time',
  time: 'time',
  timepoint: 'time',
};
const unitPattern = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .join('|');
const baselinePattern = 'baseline|base|bas|bl|bsl|pre';
/** "_d28", "_28d", "_baseline", "_post". */
const visitPattern = `(?:(${unitPattern})_?(\\d+)|(\\d+)_?(${unitPattern})|(${baselinePattern})|(post))`;
const suffix = new RegExp(`^(.+?)_${visitPattern}$`);
const prefix = new RegExp(`^${visitPattern}_(.+)$`);

/** Lower case with "_" between the parts: "MFIS Total.D28" becomes "mfis_total_d28". */
export function snakeName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

/** The visit a snake-case name carries as suffix or prefix, or null. A baseline word is visit "0". */
export function visitInName(snake: string): NamedVisit | null {
  const after = suffix.exec(snake);
  if (after) return named(after[1], after.slice(2));
  const before = prefix.exec(snake);
  return before ? named(before[7], before.slice(1)) : null;
}

function named(rest: string | undefined, found: readonly (string | undefined)[]): NamedVisit {
  const [unitBefore, numberAfter, numberBefore, unitAfter, , post] = found;
  const number = numberAfter ?? numberBefore;
  return {
    rest: rest ?? '',
    visit: post ?? (number === undefined ? '0' : String(Number(number))),
    unit: units[unitBefore ?? unitAfter ?? ''] ?? 'none',
  };
}

/** Days a visit lies after baseline as far as its text says, or null: "28", "Day 28" and "Week 4" are 28. */
export function visitDays(visit: string, unit: VisitUnit = 'day'): number | null {
  const text = visit.trim().toLowerCase();
  const perUnit = { day: 1, week: 7 } as const;
  if (/^-?\d+(\.\d+)?$/.test(text)) return unit === 'day' || unit === 'week' ? Number(text) * perUnit[unit] : null;
  const match = /^(d|day|tag|w|wk|week|woche)[ _.-]*(\d+)$/.exec(text);
  if (match) return Number(match[2]) * (match[1]?.startsWith('w') ? 7 : 1);
  return isBaselineWord(text) ? 0 : null;
}

/** Days by which a label stands in the order of time: also "3 months", "Month 6", "12 weeks"; null where it tells none. */
export function visitTime(visit: string): number | null {
  const days = visitDays(visit);
  if (days !== null) return days;
  const text = visit.trim().toLowerCase();
  const match = /^(-?\d+(?:\.\d+)?)[ _.-]*([a-z]+?)s?$/.exec(text) ?? /^([a-z]+?)s?[ _.-]*(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) return null;
  const [number, word] = /\d/.test(match[1] ?? '') ? [match[1], match[2]] : [match[2], match[1]];
  const perUnit: Partial<Record<string, number>> = { day: 1, week: 7, month: 30.4375, year: 365.25 };
  const length = perUnit[/^(y|yr|year|jahr|jahre)$/.test(word ?? '') ? 'year' : (units[word ?? ''] ?? '')];
  return length === undefined ? null : Number(number) * length;
}

/** Visits of no plan: they are in no order and no effect is planned at one. */
export function isUnplanned(visit: string): boolean {
  return /unscheduled|unplanned|early[ _-]?term|withdraw|discontinu|^et$|^uns/i.test(visit.trim());
}

/** "Baseline", "Screening", "Pre-infusion": words for the visit before treatment. */
export function isBaselineWord(visit: string): boolean {
  return /^(baseline|base|bl|basis|screening|pre([ _-]?(treatment|dose|infusion))?)$/i.test(visit.trim());
}

/** What the numbers of a visit column count, by its name. */
export function unitOfColumn(column: string): VisitUnit {
  const snake = snakeName(column);
  if (/day|tag$|^(?:a|qs|ae|vs)dy$/.test(snake)) return 'day';
  if (/week|woche/.test(snake)) return 'week';
  if (/month|monat/.test(snake)) return 'month';
  return /visit|visitn/.test(snake) ? 'visit' : 'time';
}
