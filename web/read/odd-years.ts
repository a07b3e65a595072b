// SPDX-License-Identifier: MIT
/**
 * Dates that lie about a year from a participant's other records and would be among them with the year before or after: a
 * mistyped year, as it seems. It is a question, and changes nothing.
 */
import { EngineError } from '../contract/engine.js';
import type { Plan, PlanFile } from '../contract/plan.js';
import type { InputError, Warning } from '../contract/report.js';
import { cellText, findColumn } from './columns.js';
import { dateColumn } from './dates.js';
import { inputError, listed, quoted, type Place } from './errors.js';
import { rosterOf } from './first-record.js';
import type { ReadResult } from './types.js';

/** Records further apart than this are no neighbours. */
const farDays = 180;
/** With the other year, a date is so near another one. */
const nearDays = 75;
/** A visit a year after another falls within so many days of it, or half of what usually lies between two records. */
const sameDays = 14;
/** More participants than this share, and this many, are a visit of the trial. */
const mostShare = 0.1;
const mostFew = 2;

interface Dated {
  row: number;
  day: number;
}

/** A date that may have another year than was meant. */
export interface OddDate extends Place {
  id: string;
}

export interface OddDates {
  file: ReadResult;
  column: string;
  dates: OddDate[];
}

/** Of each file with dates of records, and of the participants' start dates. */
export function oddYears(plan: Plan, files: readonly ReadResult[]): OddDates[] {
  const roster = rosterOf(plan);
  const starts = roster && datesOf(roster, roster.startDate, files);
  const firsts = new Map([...(starts?.byPerson ?? [])].map(([id, [first]]) => [id, first?.day ?? NaN]));
  const ofRecords = plan.files.flatMap((entry) => {
    const own = entry.role === 'records' ? datesOf(entry, entry.date, files) : null;
    if (!own) return [];
    const odd = [...own.byPerson].flatMap(([id, records]) =>
      farFromNeighbours(records)
        .filter((each) => isOdd(each, records, firsts.get(id)))
        .map(({ row }) => ({ id, row })),
    );
    return [{ own, odd: fewOf(odd, own) }];
  });
  const oddStarts = [...(roster?.role === 'participants' && starts ? starts.byPerson : [])].filter(([id, [start]]) => {
    const records = ofRecords.flatMap(({ own }) => own.byPerson.get(id) ?? []);
    return start !== undefined && isOddStart(start.day, records);
  });
  const ofStarts = starts
    ? [
        {
          own: starts,
          odd: fewOf(
            oddStarts.map(([id, [at]]) => ({ id, row: at?.row ?? 0 })),
            starts,
          ),
        },
      ]
    : [];
  return [...ofRecords, ...ofStarts].filter(({ odd }) => odd.length > 0).map(({ own, odd }) => placed(own, odd));
}

interface DatesOfFile {
  file: ReadResult;
  column: string;
  byPerson: ReadonlyMap<string, readonly Dated[]>;
}

function datesOf({ name, id }: PlanFile, column: string | undefined, files: readonly ReadResult[]): DatesOfFile | null {
  const file = files.find((each) => each.name === name);
  const ids = file && findColumn(file.table, id);
  const days = file && column !== undefined && !file.error ? daysIn(file, column) : null;
  if (!file || column === undefined || !ids || !days) return null;
  const byPerson = new Map<string, Dated[]>();
  for (const [row, day] of days.entries()) {
    const person = cellText(ids, row);
    if (person === null || Number.isNaN(day)) continue;
    const own = byPerson.get(person);
    if (own) own.push({ row, day });
    else byPerson.set(person, [{ row, day }]);
  }
  return { file, column, byPerson };
}

/** None where there are so many that they are a visit of the trial. */
function fewOf<Odd extends { id: string }>(odd: readonly Odd[], { byPerson }: DatesOfFile): readonly Odd[] {
  const people = new Set(odd.map(({ id }) => id)).size;
  return people > Math.max(mostFew, mostShare * byPerson.size) ? [] : odd;
}

function placed({ file, column }: DatesOfFile, odd: readonly { id: string; row: number }[]): OddDates {
  const cells = findColumn(file.table, column);
  const dates = odd.map(({ id, row }) => ({
    id,
    file: file.name,
    row: file.table.originRow[row] ?? 0,
    column: cells?.origin?.names[cells.origin.codes[row] ?? -1] ?? column,
    value: (cells && cellText(cells, row)) ?? '',
  }));
  return { file, column, dates };
}

/** Nearly always none: the others need not be looked at. */
function farFromNeighbours(records: readonly Dated[]): Dated[] {
  const sorted = [...records].sort((a, b) => a.day - b.day);
  const gapAt = (i: number): number => (sorted[i]?.day ?? Infinity) - (sorted[i - 1]?.day ?? -Infinity);
  return sorted.filter((_, i) => gapAt(i) > farDays && gapAt(i + 1) > farDays);
}

function isOdd({ row, day }: Dated, records: readonly Dated[], start: number | undefined): boolean {
  const others = records.filter((each) => each.row !== row).map((each) => each.day);
  const all = start === undefined ? others : [...others, start];
  // Of two dates, nothing tells which is wrong.
  if (all.length < 2 || distance(day, all) <= farDays) return false;
  return [-1, 1].some((years) => {
    const meant = yearsLater(day, years);
    return distance(meant, all) <= nearDays && distance(meant, others) > toleranceOf(others);
  });
}

/** The baseline may be on the start date itself. */
function isOddStart(start: number, records: readonly Dated[]): boolean {
  const days = records.map(({ day }) => day);
  if (days.length < 2 || distance(start, days) <= farDays) return false;
  return [-1, 1].some((years) => distance(yearsLater(start, years), days) <= nearDays);
}

/** A visit a year after another one is a visit: it stands near that, and a slip among the others. */
function toleranceOf(others: readonly number[]): number {
  const sorted = [...others].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((day, i) => day - (sorted[i] ?? 0));
  return Math.min(sameDays, ...gaps.map((gap) => gap / 2));
}

const distance = (day: number, others: readonly number[]): number =>
  Math.min(...others.map((other) => Math.abs(other - day)));

function yearsLater(day: number, years: number): number {
  const date = new Date(day * 86_400_000);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return Math.round(date.getTime() / 86_400_000);
}

/** Dates that cannot be read are told of by themselves. */
function daysIn(file: ReadResult, date: string): Float64Array | null {
  try {
    return findColumn(file.table, date) ? dateColumn(file, date).column.values : null;
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** To be told with the data: `year_differs` where each can be set aside by its value, else `odd_year`. */
export function oddYearProblem({ file, column, dates }: OddDates): InputError {
  const told = dates.map(({ row, value, id }) => `row ${row ?? 0} (${quoted(value ?? '')}, participant ${id})`);
  const it = dates.length === 1 ? 'it' : 'them';
  const message = `${file.name}, column ${column}: ${listed(told, 6)} ${differ(dates)}: a mistyped year? Correct ${it} in the file, or read ${it} as missing`;
  const code = areOnlyThere(file, column, dates) ? 'year_differs' : 'odd_year';
  const places = dates.map((date): Place => ({
    file: file.name,
    row: date.row ?? 0,
    column: date.column ?? column,
    value: date.value ?? '',
  }));
  return inputError(code, message, { file: file.name, places });
}

/** To be told with results, without what stands in the rows. */
export function oddYearWarning({ file, column, dates }: OddDates): Warning {
  const rows = listed(
    dates.map(({ row }) => String(row ?? 0)),
    6,
  );
  const message = `${file.name}, column ${column}: ${dates.length === 1 ? 'row' : 'rows'} ${rows} ${differ(dates)}: a mistyped year? Correct it in the file, or have it read as missing beside the file under "Data"`;
  return { code: 'year_differs', message };
}

const differ = (dates: readonly OddDate[]): string =>
  `${dates.length === 1 ? 'differs' : 'differ'} by a year from the participant's other records`;

/** True where no other row has one of the values: read as missing, they would be so everywhere. */
function areOnlyThere({ table }: ReadResult, column: string, dates: readonly OddDate[]): boolean {
  const cells = findColumn(table, column);
  if (!cells) return false;
  const values = new Set(dates.map(({ value }) => value ?? ''));
  let count = 0;
  for (let row = 0; row < table.rowCount; row++) if (values.has(cellText(cells, row) ?? '')) count++;
  return count === dates.length;
}
