// SPDX-License-Identifier: MIT
/** Tells of columns that are text although they are meant as numbers: a second line of names, units, limits of assays. */
import type { FactorColumn } from '../contract/table.js';
import { listed, quoted } from './errors.js';
import { numberShape, parseNumber } from './numbers.js';
import type { Note, ReadResult } from './types.js';

/** Fewer different values may be categories: doses of "10 mg" and "20 mg". */
const fewestValues = 5;
const fewestNumbers = 3;
/** Rows below the header that may name or explain the columns again. */
const mostHeaderRows = 2;

const withUnit = /^([<>≤≥]=?)?\s*[-+]?\d[\d.,]*\s*(%|\p{L}[\p{L}\d/²³^.µ·*-]{0,11})?$/u;

/** `known` are columns whose numbers are taken all the same. */
export function noteOddCells(file: ReadResult, notes: Note[], known: readonly string[] = []): void {
  const columns = file.table.columns.filter(
    (column): column is FactorColumn => column.kind === 'factor' && !known.includes(column.name),
  );
  const isNumber = (text: string): boolean => !Number.isNaN(parseNumber(text, file.options.decimal));
  noteHeaderRows(file, columns, isNumber, notes);
  const told = columns.flatMap(({ name, codes, levels }) => {
    const used = new Set<number>(codes);
    const texts = levels.filter((_, code) => used.has(code));
    const odd = texts.filter((text) => numberShape(text) === 'none');
    const isMeant =
      texts.every((text) => isNumber(text) || withUnit.test(text)) && !texts.some((text) => /^0\d/.test(text));
    const [first] = odd;
    return isMeant && texts.length >= fewestValues && first !== undefined && isAlike(odd)
      ? `${quoted(first)} in ${name}`
      : [];
  });
  if (told.length === 0) return;
  const message = `${file.name}: ${listed(told, 6)} ${told.length === 1 ? 'is' : 'are'} text, since more than a number stands in the cell, and the column is one of categories; write the numbers alone if it is meant as numbers`;
  notes.push({ file: file.name, code: 'number_with_text', message });
}

/** All have the same unit, or the signs of limits ("<5"): names such as "A1" and dates have neither. */
function isAlike(texts: readonly string[]): boolean {
  const units = new Set(texts.map((text) => withUnit.exec(text)?.[2]?.toLowerCase() ?? ''));
  return units.size === 1 || (units.size === 2 && units.has(''));
}

/** Text in the first rows of columns that otherwise hold numbers. */
function noteHeaderRows(
  { name, table }: ReadResult,
  columns: readonly FactorColumn[],
  isNumber: (text: string) => boolean,
  notes: Note[],
): void {
  const found = columns.flatMap((column) => {
    const isText = (row: number): boolean => !isNumber(column.levels[column.codes[row] ?? -1] ?? '');
    let rows = 0;
    while (rows < mostHeaderRows && (column.codes[rows] ?? -1) >= 0 && isText(rows)) rows++;
    const rest = Array.from(column.codes.subarray(rows).keys(), (row) => row + rows).filter(
      (row) => (column.codes[row] ?? -1) >= 0,
    );
    const isHeader = rows > 0 && rest.length >= fewestNumbers && !rest.some(isText);
    return isHeader ? [{ rows, example: column.levels[column.codes[0] ?? -1] ?? '', column: column.name }] : [];
  });
  const [first] = found;
  // One cell may be a slip; names and labels have letters, and limits ("<5") are told apart.
  if (!first || (found.length === 1 && !/^\P{N}*\p{L}\P{N}*$/u.test(first.example))) return;
  const shown = found.at(-1) ?? first;
  const rows = Math.max(...found.map((each) => each.rows));
  const which =
    rows === 1
      ? `row ${table.originRow[0] ?? 0} looks`
      : `rows ${table.originRow[0] ?? 0} and ${table.originRow[1] ?? 0} look`;
  const message = `${name}: ${which} like more names, labels or units below the header (${quoted(shown.example)} in ${shown.column}, where all else is numbers) and ${rows === 1 ? 'is' : 'are'} taken as data; the first row must name every column, and the data follow it: remove what stands between`;
  notes.push({ file: name, code: 'second_header', message });
}
