// SPDX-License-Identifier: MIT
/** A diary's column called "Fatigue" or "Müdigkeit heute": its values and days tell that it is a rating from 0 to 10. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import { EngineError } from '../contract/engine.js';
import { strongCodes } from './codes.js';
import { cellText, findColumn } from './columns.js';
import { dateColumn } from './dates.js';
import type { FileDetection } from './detect.js';
import { listed } from './errors.js';
import { isFatigueName } from './free-names.js';
import type { InstrumentColumn } from './instrument-names.js';
import type { Note } from './types.js';
import { snakeName, unitOfColumn } from './visit-names.js';

const rating = 'NRS Fatigue';
/** Each participant has at least this many days, not further apart than this, by the median. */
const fewestDays = 4;
const furthestApart = 2;
/** Answers of a scale from 1 to 7 do not exceed it. */
const beyondSeven = 7;

/** Takes such a column as the rating; where there are several, the first, and says so. */
export function addDailyRating(
  detection: FileDetection,
  definitions: readonly InstrumentDefinition[],
  notes: Note[],
): void {
  const { file, isWide, parameters, instruments } = detection;
  const definition = definitions.find(({ name }) => name === rating);
  const isKnown = instruments.some((column) => column.definition === definition);
  if (file.error || !definition || isKnown || isWide || parameters || !isDaily(detection)) return;
  const taken = new Set(instruments.map(({ column }) => column));
  const [chosen, ...others] = file.table.columns.flatMap(({ name }) =>
    isFatigueName(snakeName(name)) && !taken.has(name) && isZeroToTen(detection, name) ? [name] : [],
  );
  if (chosen === undefined) return;
  const column: InstrumentColumn = {
    column: chosen,
    definition,
    part: { kind: 'item', item: 1 },
    visit: null,
    unit: 'none',
  };
  detection.instruments = [...instruments, column];
  const more = others.length > 0 ? `; ${listed(others)} could be it too` : '';
  const message = `${file.name}: ${chosen} is taken as ${rating}, one rating a day from 0 to 10, by its name and its values; remove it if something else is rated${more}`;
  notes.push({ file: file.name, code: 'daily_rating', message });
}

function isZeroToTen({ file: { table } }: FileDetection, name: string): boolean {
  const column = findColumn(table, name);
  if (column?.kind !== 'number') return false;
  const values = Array.from(column.values).filter((value) => !Number.isNaN(value) && !strongCodes.includes(value));
  const isRating = (value: number): boolean => value >= 0 && value <= 10 && Number.isInteger(2 * value);
  // A slip of the finger is told of as out of range.
  return values.filter(isRating).length >= 0.95 * values.length && values.some((v) => isRating(v) && v > beyondSeven);
}

/** Whether most participants have records of days one after the other. */
function isDaily(detection: FileDetection): boolean {
  const { file, id } = detection;
  const ids = findColumn(file.table, id);
  const days = daysOf(detection);
  if (!ids || !days) return false;
  const own = new Map<string, Set<number>>();
  for (const [row, day] of days.entries()) {
    const person = cellText(ids, row);
    if (person !== null && !Number.isNaN(day)) own.set(person, (own.get(person) ?? new Set()).add(day));
  }
  const people = [...own.values()].map((set) => [...set].sort((a, b) => a - b));
  const gaps = people.flatMap((inOrder) => inOrder.slice(1).map((day, i) => day - (inOrder[i] ?? day)));
  return median(people.map(({ length }) => length)) >= fewestDays && median(gaps) <= furthestApart;
}

/** The days of the rows, from whatever day; null where visits are none. */
function daysOf({ file, visit, date }: FileDetection): Float64Array | null {
  const column = findColumn(file.table, visit);
  if (column) return column.kind === 'number' && unitOfColumn(column.name) === 'day' ? column.values : null;
  if (date === undefined) return null;
  try {
    return dateColumn(file, date).column.values;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return null;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
