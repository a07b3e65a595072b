// SPDX-License-Identifier: MIT
/** Columns called like visits whose values are dates: they tell the day of a record, and no visit. */
import { distinctTexts, findColumn } from './columns.js';
import { isDateColumn, isDateText, isShortDate } from './dates.js';
import type { ReadResult } from './types.js';

/** 20240622, which is read as a number. */
const compactDate = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/**
 * True where nearly all values are dates and the others can be mistyped ones. A word among them, such as "Baseline", is a
 * visit, and then all of them are.
 */
export function areVisitDates(file: ReadResult, name: string): boolean {
  const column = findColumn(file.table, name);
  const texts = column ? distinctTexts(column) : [];
  if (!column || texts.length === 0) return false;
  if (column.kind === 'number') return texts.every((text) => compactDate.test(text));
  // No visit is called 22/06/24 or 22-Jun-24.
  if (texts.every(isShortDate)) return true;
  return isDateColumn(file, name) && texts.every((text) => isDateText(file, text) || !/\p{L}/u.test(text));
}

/** 08:15: when on a day, and on none. */
export function areTimesOfDay(file: ReadResult, name: string): boolean {
  const column = findColumn(file.table, name);
  return column?.kind === 'factor' && column.levels.every((text) => /^\d{1,2}:\d{2}(?::\d{2})?$/.test(text));
}
