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
  w: 'week',
  wk: 'week',
  week: 'week',
  m: 'month',
  mo: 'month',
  month: 'month',
  v: 'visit',
  visit: 'visit',
  t: 'time',
  tp: 'time',
  time: 'time',
  timepoint: 'time',
};
const unitPattern = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .join('|');
const baselinePattern = 'baseline|base|bl|bsl';
const suffix = new RegExp(`^(.+?)_(?:(?:(${unitPattern})_?(\\d+))|(${baselinePattern}))$`);
const prefix = new RegExp(`^(?:(?:(${unitPattern})_?(\\d+))|(${baselinePattern}))_(.+)$`);

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
  if (after) return named(after[1], after[2], after[3]);
  const before = prefix.exec(snake);
  return before ? named(before[4], before[1], before[2]) : null;
}

function named(rest: string | undefined, unit: string | undefined, number: string | undefined): NamedVisit {
  return {
    rest: rest ?? '',
    visit: number === undefined ? '0' : String(Number(number)),
    unit: units[unit ?? ''] ?? 'none',
  };
}

/** Days a visit lies after baseline as far as its text says, or null: "28", "Day 28" and "Week 4" are 28. */
export function visitDays(visit: string, unit: VisitUnit = 'day'): number | null {
  const text = visit.trim().toLowerCase();
  const perUnit = { day: 1, week: 7 } as const;
  if (/^-?\d+(\.\d+)?$/.test(text)) return unit === 'day' || unit === 'week' ? Number(text) * perUnit[unit] : null;
  const match = /^(d|day|w|wk|week)[ _.-]*(\d+)$/.exec(text);
  if (match) return Number(match[2]) * (match[1]?.startsWith('w') ? 7 : 1);
  return isBaselineWord(text) ? 0 : null;
}

/** "Baseline", "Screening", "Pre-infusion": words for the visit before treatment. */
export function isBaselineWord(visit: string): boolean {
  return /^(baseline|base|bl|screening|pre([ _-]?(treatment|dose|infusion))?)$/i.test(visit.trim());
}

/** What the numbers of a visit column count, by its name. */
export function unitOfColumn(column: string): VisitUnit {
  const snake = snakeName(column);
  if (/day/.test(snake)) return 'day';
  if (/week/.test(snake)) return 'week';
  if (/month/.test(snake)) return 'month';
  return /visit|visitn/.test(snake) ? 'visit' : 'time';
}
