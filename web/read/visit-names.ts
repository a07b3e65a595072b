// SPDX-License-Identifier: MIT
/** Visits as they are written in column names ("_d28", "week4_") and in cells ("Week 4", "Baseline"). */
import type { TimeUnit } from '../contract/plan.js';

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
const baselinePattern = 'baseline|base|basis|bas|bl|bsl|pre|prae|prä|vor|vorher|before|avant';
const latePattern = `post|nach|nachher|after|ende|eot|(?:fup?|follow_?up|katamnese)(?:_?\\d+(?:_?(?:${unitPattern}))?)?`;
/** "_d28", "_28d", "_baseline", "_post", "_follow_up", "_fu_3m". */
const visitPattern = `(?:(${unitPattern})_?(\\d+)|(\\d+)_?(${unitPattern})|(${baselinePattern})|(${latePattern}))`;
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
  const [unitBefore, numberAfter, numberBefore, unitAfter, , late] = found;
  const number = numberAfter ?? numberBefore;
  return {
    rest: rest ?? '',
    visit: late ?? (number === undefined ? '0' : String(Number(number))),
    unit: units[unitBefore ?? unitAfter ?? ''] ?? 'none',
  };
}

/** Days a visit lies after baseline as far as its text says, or null: "28", "Day 28" and "Week 4" are 28. */
export function visitDays(visit: string, unit: VisitUnit = 'day'): number | null {
  const text = visit.trim().toLowerCase();
  const perUnit = { day: 1, week: 7 } as const;
  if (/^-?\d+(\.\d+)?$/.test(text)) return unit === 'day' || unit === 'week' ? Number(text) * perUnit[unit] : null;
  const numbered = numberedVisit(text);
  if (numbered?.unit === 'day' || numbered?.unit === 'week') return numbered.number * perUnit[numbered.unit];
  return dayZero.test(text) ? 0 : null;
}

/** The words that the core takes for day 0, and no others: an order by days is left to it. */
const dayZero = /^(baseline|base|bl|screening|pre([ _-]?(treatment|dose|infusion))?)$/i;

/** Names of a baseline visit, for a pattern without case. */
export const baselineNames =
  'base[ -]?line[ -]?(?:visite?|erhebung|messung|untersuchung)?|base|bl|bsl|basis[ -]?(?:visite?|erhebung|linie|messung|untersuchung|wert|daten|befragung|termin)?';
/** Words for the visit before treatment that no other visit has. */
const entryNames =
  'ausgangs(?:wert|messung|untersuchung|erhebung|befund)|eingangs(?:untersuchung|messung|erhebung|visite|befund|befragung)|erst(?:untersuchung|erhebung|messung|visite|befragung)|inclusion|einschluss|einschlussvisite|aufnahme|aufnahmevisite|aufnahmeuntersuchung';
const baselineWords = new RegExp(`^(?:${baselineNames}|${entryNames})$`, 'i');

/** Days of a visit for telling which comes first: as visitDays, with months of mean length. */
export function visitOrder(visit: string): number | null {
  const numbered = numberedVisit(visit.trim().toLowerCase());
  if (numbered?.unit === 'month') return numbered.number * 30.4375;
  return isBaselineWord(visit) ? 0 : visitDays(visit);
}

const timeUnits: readonly [RegExp, VisitUnit][] = [
  [/^(d|days?|tage?)$/, 'day'],
  [/^(w|wks?|weeks?|wochen?)$/, 'week'],
  [/^(m|mo|mon|months?|monate?)$/, 'month'],
];

/** "week 4", "week_4", "4 weeks", "day -7". */
function numberedVisit(text: string): { unit: VisitUnit; number: number } | null {
  const after = /^([a-z]+)([ _.-]*)(\d+)$/.exec(text);
  const before = after ? null : /^(\d+)[ _.-]*([a-z]+)$/.exec(text);
  const word = after?.[1] ?? before?.[2] ?? '';
  const unit = timeUnits.find(([words]) => words.test(word))?.[1];
  if (unit === undefined) return null;
  // In "week-4" the dash separates, in "d-7" it is a minus.
  const isNegative = (after?.[2]?.endsWith(' -') ?? false) || /^[dw]-\d/.test(text);
  return { unit, number: Number(after?.[3] ?? before?.[1]) * (isNegative ? -1 : 1) };
}

/** Visits that no plan has at a time of its own: unscheduled ones, and those of an early end. */
export function isUnplanned(visit: string): boolean {
  return /unsch|unplanned|außerplanm|early[ _-]?(term|disc|end|withdr)|discontin|withdraw|^et$|abbruch/i.test(
    visit.trim(),
  );
}

/** "Baseline", "Screening", "Pre-infusion", "Inclusion": words for the visit before treatment. */
export function isBaselineWord(visit: string): boolean {
  return dayZero.test(visit.trim()) || baselineWords.test(visit.trim());
}

/** What the numbers of a visit column count, by its name. */
export function unitOfColumn(column: string): VisitUnit {
  const snake = snakeName(column);
  if (/day|tag$|jours?$|^(?:a|qs|ae|vs|visit_?)dy$/.test(snake)) return 'day';
  if (/week|woche|semaine|(?:^|_|study)wks?(?:no|nr|num)?(?:_|$)/.test(snake)) return 'week';
  if (/month|monat|mois$|(?:^|_)mos?(?:_|$)/.test(snake)) return 'month';
  return /visit|visitn/.test(snake) ? 'visit' : 'time';
}

const isNumber = (visit: string): boolean => /^-?\d+(\.\d+)?$/.test(visit);

/**
 * Null where no visit is a bare number. Columns called visit or time hold visit numbers where these are consecutive from
 * 0 or 1, and days else.
 */
export function timeUnitOfVisits(visits: readonly string[], named: VisitUnit): TimeUnit | null {
  const numbers = visits.filter(isNumber).map(Number);
  if (numbers.length === 0) return null;
  if (named !== 'visit' && named !== 'time') return named === 'none' ? 'day' : named;
  const inOrder = [...new Set(numbers)].sort((a, b) => a - b);
  const [first = NaN] = inOrder;
  const isCounted = (first === 0 || first === 1) && inOrder.every((number, i) => number === first + i);
  return isCounted ? 'visit' : 'day';
}
