// SPDX-License-Identifier: MIT
/** Columns of dates to days since 1970-01-01. Nothing is guessed: an order of day and month that no value shows is asked for. */
import type { ReadingOptions } from '../contract/plan.js';
import type { FactorColumn, NumberColumn } from '../contract/table.js';
import { findColumn } from './columns.js';
import { engineError, listed, maxPlaces, quoted, type Place } from './errors.js';
import type { Note, ReadResult } from './types.js';

export type DateOrder = NonNullable<ReadingOptions['dates']>;

/** What one text says: a day, part of a date, something in two orders, or nothing about a date. */
type Written =
  | { kind: 'day'; year: number; month: number; day: number }
  /** Three numbers, the year last, whose first two may be day and month or month and day. */
  | { kind: 'open'; first: number; second: number; year: number }
  /** The same with points between: day, month, year, unless the plan says otherwise. */
  | { kind: 'dotted'; first: number; second: number; year: number }
  /** Three numbers, none with four digits. */
  | { kind: 'short' }
  | { kind: 'partial' }
  | { kind: 'none' };

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const named = /^(\d{1,2})[-/. ]{0,2}([A-Za-zÄä]{3})[A-Za-zÄä]*[-/., ]*(\d{4})(?:[:T ]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const namedFirst = /^([A-Za-zÄä]{3})[A-Za-zÄä]*[-/. ]+(\d{1,2})[,]?[-/. ]+(\d{4})$/;
const shortYear = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$|^\d{1,2}[-/. ]?[A-Za-z]{3}[-/. ]?\d{2}$/;
/** "2024-03", "2024", "UN-MAR-2024", "2024-03-UN", "2024---05". */
const partial =
  /^\d{4}(?:[-/.](?:\d{1,2}|UNK?|-)?)?$|^\d{4}-(?:\d{2}|UNK?|-)-(?:UNK?|-)$|^(?:UNK?|--)[-/ ]?(?:[A-Za-z]{3}|UNK|\d{1,2})[-/ ]?\d{4}$|^\d{4}---\d{1,2}$|^(?:[A-Za-z]{3}|\d{1,2})[-/. ]\d{4}$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = new Map(months.map((name, i) => [name, i + 1]));
for (const [name, month] of Object.entries({ mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12 })) monthNames.set(name, month);

function written(text: string, asked?: DateOrder): Written {
  const yearMonthDay = iso.exec(text) ?? yearFirst.exec(text) ?? compact.exec(text);
  if (yearMonthDay) {
    const [year = NaN, month = NaN, day = NaN] = yearMonthDay.slice(1, 4).map(Number);
    return { kind: 'day', year, month, day };
  }
  const numbers = yearLast.exec(text);
  if (numbers) {
    const [first = NaN, second = NaN, year = NaN] = [numbers[1], numbers[3], numbers[4]].map(Number);
    // A point stands between day, month and year in no other order, unless the plan says that it does.
    if (numbers[2] === '.' && asked !== 'mdy') return { kind: 'day', year, month: second, day: first };
    return { kind: 'open', first, second, year };
  }
  const dayMonth = named.exec(text);
  const monthDay = dayMonth ? null : namedFirst.exec(text);
  const [day, name] = dayMonth ? [dayMonth[1], dayMonth[2]] : [monthDay?.[2], monthDay?.[1]];
  const month = monthNames.get(name?.toLowerCase() ?? '');
  if (month !== undefined) return { kind: 'day', year: Number((dayMonth ?? monthDay)?.[3]), month, day: Number(day) };
  if (shortYear.test(text)) return { kind: 'short' };
  return { kind: partial.test(text) ? 'partial' : 'none' };
}

/** Days since 1970-01-01 of a day of the Gregorian calendar, or NaN where there is no such day. */
function daysOf(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return NaN;
  return Math.round(date.getTime() / 86_400_000);
}

export interface DateColumn {
  /** Days since 1970-01-01; NaN where missing or only partly known. */
  column: NumberColumn;
  notes: Note[];
}

/** A column is taken for dates when at least this share of its values are. */
const nearlyAll = 0.8;

/** What may be a date, in whatever order day and month stand, or a part of one. */
const dateKinds: readonly string[] = ['day', 'open', 'partial'];

/** True for a date or a part of one. */
export const isDateText = ({ requested }: ReadResult, text: string): boolean =>
  dateKinds.includes(written(text, requested.dates).kind);

/** True for a date whose year has two digits: it is refused until it is written with four. */
export const isShortDate = (text: string): boolean => written(text).kind === 'short';

/** True for a column whose values are nearly all dates, in whatever order day and month stand. */
export function isDateColumn(file: ReadResult, name: string): boolean {
  const column = findColumn(file.table, name);
  return column?.kind === 'factor' && areDates(column.levels, file.requested.dates);
}

/** The same of the values themselves. */
export function areDates(levels: readonly string[], asked?: DateOrder): boolean {
  const kinds = levels.map((level) => written(level, asked).kind);
  const dates = kinds.filter((kind) => dateKinds.includes(kind)).length;
  return kinds.some((kind) => kind === 'day' || kind === 'open') && dates >= nearlyAll * levels.length;
}

/**
 * The column as days since 1970-01-01. Times of day are left out. A partial date ("2024-03") is missing, and noted.
 *
 * @throws EngineError `not_a_date` naming rows and values: no dates, days that never were, years of two digits;
 * `ambiguous_date` when "05/03/2024" stands in the column, no value shows the order, and the plan does not say it.
 */
export function dateColumn(file: ReadResult, name: string): DateColumn {
  const column = findColumn(file.table, name);
  if (!column) {
    throw engineError('unknown_column', `${file.name} has no column ${quoted(name)}`, {
      file: file.name,
      column: name,
    });
  }
  const factor = column.kind === 'factor' ? column : compactDates(column);
  const texts = factor.levels.map((level) => written(level, file.requested.dates));
  const order = orderOf(file, factor, texts);
  const values = texts.map((text) => {
    if (text.kind === 'day') return daysOf(text.year, text.month, text.day);
    if (text.kind !== 'open' && text.kind !== 'dotted') return NaN;
    const isMonthFirst = text.kind === 'dotted' ? file.requested.dates === 'mdy' : order === 'mdy';
    const [day, month] = isMonthFirst ? [text.second, text.first] : [text.first, text.second];
    return daysOf(text.year, month, day);
  });
  refuseOthers(file, factor, texts, values);
  const partly = placesOf(file, factor, (code) => texts[code]?.kind === 'partial');
  const notes: Note[] = [];
  if (partly.length > 0) {
    const message = `${file.name}, column ${name}: partial dates are missing here: ${told(partly)}`;
    notes.push({ file: file.name, code: 'partial_date', message });
  }
  const days = Float64Array.from(factor.codes, (code) => values[code] ?? NaN);
  return { column: { kind: 'number', name, values: days }, notes };
}

/** 20240305 is read as a number before it is known to be a date. */
function compactDates(column: NumberColumn): FactorColumn {
  const levels: string[] = [];
  const known = new Map<number, number>();
  const codes = Int32Array.from(column.values, (value) => {
    if (Number.isNaN(value)) return -1;
    const code = known.get(value) ?? levels.push(String(value)) - 1;
    known.set(value, code);
    return code;
  });
  return { kind: 'factor', name: column.name, codes, levels };
}

/** The order of day and month: as the plan says, or as some value shows that fits in one order only. */
function orderOf(file: ReadResult, column: FactorColumn, texts: readonly Written[]): DateOrder {
  const asked = file.requested.dates;
  // Year first settles nothing about a date whose year stands last.
  if (asked && asked !== 'ymd') return asked;
  const open = texts.map((text) => (text.kind === 'open' ? text : null));
  const showsDayFirst = open.findIndex((text) => text !== null && text.first > 12 && text.second <= 12);
  const showsMonthFirst = open.findIndex((text) => text !== null && text.second > 12 && text.first <= 12);
  const hasOpen = open.some(
    (text) => text !== null && text.first <= 12 && text.second <= 12 && text.first !== text.second,
  );
  const remedy = 'set the order of day and month for this file, or write dates as 2024-03-05';
  const refuse = (why: string, codes: readonly number[]): never => {
    const places = placesOf(file, column, (code) => codes.includes(code));
    throw engineError('ambiguous_date', `${file.name}, column ${column.name}: ${why}: ${remedy}`, {
      ...places[0],
      remedy,
      places: places.slice(0, maxPlaces),
    });
  };
  if (showsDayFirst >= 0 && showsMonthFirst >= 0) {
    const [a, b] = [showsDayFirst, showsMonthFirst].map((code) => quoted(column.levels[code] ?? ''));
    refuse(`${a ?? ''} has the day first and ${b ?? ''} the month`, [showsDayFirst, showsMonthFirst]);
  }
  if (showsMonthFirst >= 0) return 'mdy';
  if (showsDayFirst < 0 && hasOpen) {
    const code = open.findIndex((text) => text !== null && text.first !== text.second);
    refuse(`${quoted(column.levels[code] ?? '')} can be day and month or month and day`, [code]);
  }
  return 'dmy';
}

function refuseOthers(file: ReadResult, column: FactorColumn, texts: readonly Written[], values: readonly number[]) {
  const isBad = (code: number): boolean => texts[code]?.kind !== 'partial' && Number.isNaN(values[code] ?? NaN);
  const places = placesOf(file, column, isBad);
  if (places.length === 0) return;
  const kinds = new Set(column.levels.flatMap((_, code) => (isBad(code) ? [texts[code]?.kind] : [])));
  const remedy = kinds.has('short')
    ? 'write years with four digits'
    : 'correct them, or write dates as 2024-03-05 and leave unknown ones empty';
  const message = `${file.name}, column ${column.name}: not all of its values are dates: ${told(places)}: ${remedy}`;
  throw engineError('not_a_date', message, { ...places[0], remedy, places: places.slice(0, maxPlaces) });
}

/** Where the values with such a code stand. */
function placesOf(file: ReadResult, column: FactorColumn, has: (code: number) => boolean): Place[] {
  const among = column.levels.map((_, code) => has(code));
  const places: Place[] = [];
  column.codes.forEach((code, row) => {
    if (code < 0 || !among[code]) return;
    const value = column.levels[code] ?? '';
    places.push({ file: file.name, row: file.table.originRow[row] ?? 0, column: column.name, value });
  });
  return places;
}

function told(places: readonly Place[]): string {
  const words = places.slice(0, 6).map(({ row, value }) => `row ${row ?? 0} has ${quoted(value ?? '')}`);
  return places.length > 6 ? `${words.slice(0, 5).join(', ')} and ${places.length - 5} more` : listed(words);
}
