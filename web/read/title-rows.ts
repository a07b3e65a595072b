// SPDX-License-Identifier: MIT
/** Where the header of a table stands when titles stand above it, and whether there is one at all. */
import { cellsUsed } from './cells-used.js';
import { numberShape } from './numbers.js';

export interface WrittenRow {
  cells: readonly string[];
  line: number;
}

/** Rows that are looked at before the header is settled. */
export const mostTitleRows = 30;

/** A title has at most this share of the header's cells. */
const mostTitleShare = 1 / 3;
/** A header names at least this share of its columns, and has at most this share of numbers and dates. */
const leastNamed = 0.6;
const mostNumbers = 0.2;
/** At least this share of the rows below is not longer than the header. */
const leastAlike = 0.8;
/** Names of columns are not as long as remarks. */
const longestName = 200;

const filled = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

const isValue = (cell: string): boolean =>
  numberShape(cell) !== 'none' || /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(cell) || /^\d[\d.,]*\s*%$/.test(cell);

/** Texts, all different, hardly a number among them. */
function isHeader(names: readonly string[]): boolean {
  if (names.length < 2 || new Set(names).size < names.length) return false;
  if (names.some((name) => name.length > longestName)) return false;
  return names.filter(isValue).length <= mostNumbers * names.length;
}

/**
 * The place of the header among the first rows that are not empty: the first row, unless it and all others above a plain
 * header are plainly titles. A plain header has as many cells as the rows below it, and these have something in them.
 */
export function headerAt(rows: readonly WrittenRow[]): number {
  const counts = rows.map(({ cells }) => filled(cells).length);
  const most = Math.max(0, ...counts);
  for (const [at, { cells }] of rows.entries()) {
    const count = counts[at] ?? 0;
    const isTitled = at > 0 && counts.slice(0, at).every((above) => above === 1 || above <= mostTitleShare * count);
    if (isTitled && isHeader(filled(cells)) && isFollowed(cells.length, count, rows.slice(at + 1))) return at;
    // What is more than a title may be the header itself, whatever stands below it.
    if (count > 1 && count > mostTitleShare * most) return 0;
  }
  return 0;
}

/** Rows of the same width, one of them with at least half as many cells as there are names. */
function isFollowed(width: number, count: number, below: readonly WrittenRow[]): boolean {
  const used = below.map(({ cells }) => cellsUsed(cells)).filter((cells) => cells <= width);
  return (
    used.length >= leastAlike * below.length &&
    count >= leastNamed * Math.max(0, ...used) &&
    below.some(({ cells }) => filled(cells).length >= Math.max(2, count / 2))
  );
}

/** True where at least half of the cells are values: a row of data, not of names. */
export function looksLikeData(cells: readonly string[]): boolean {
  const names = filled(cells);
  return names.length > 1 && 2 * names.filter(isValue).length >= names.length;
}
