// SPDX-License-Identifier: MIT
/** Columns called like visits whose values are dates: they tell the day of a record, and no visit. */
import { distinctTexts, findColumn } from './columns.js';
import { isDateColumn, isDateText } from './dates.js';
import type { ReadResult } from './types.js';

/** 20240622, which is read as a number. */
const compactDate = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** 22/06/24: it has to be written with four digits first, but no visit is called so. */
const shortDate = /^(?:\d{1,2}[-/.]){2}\d{2}$/;

/**
 * True where nearly all values are dates and the others can be mistyped ones. A word among them, such as "Baseline", is a
 * visit, and then all of them are.
 */
export function areVisitDates(file: ReadResult, name: string): boolean {
  const column = findColumn(file.table, name);
  const texts = column ? distinctTexts(column) : [];
  if (!column || texts.length === 0) return false;
  if (column.kind === 'number') return texts.every((text) => compactDate.test(text));
  if (texts.every((text) => shortDate.test(text))) return true;
  return isDateColumn(file, name) && texts.every((text) => isDateText(file, text) || !/\p{L}/u.test(text));
}
