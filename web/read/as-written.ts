// SPDX-License-Identifier: MIT
/**
 * The writing of cells that were read as numbers. An identifier is a label: 1.10 and 1.1 are two participants, although
 * they are one number. Kept for the columns whose numbers would be written in another way than they were.
 */
import type { Column, FactorColumn, Table } from '../contract/table.js';
import { isPacked, unpack, type PackedNumbers, type RawColumn } from './column-builder.js';
import { distinctTexts, findColumn } from './columns.js';
import type { ReadResult } from './types.js';

/** A column of numbers as it was written. */
export interface WrittenColumn {
  raw: RawColumn;
  /** By text of `raw`; packed cells are missing where their value is. */
  missing: boolean[];
}

/** True where a number of the column, written again, would not be the text it came from. */
export function losesWriting({ texts, codes, packed }: RawColumn, missing: readonly boolean[]): boolean {
  if (texts.some((text, i) => missing[i] !== true && String(Number(text)) !== text)) return true;
  if (!packed) return false;
  return codes.some((code, row) => code === isPacked && !isPlainForm(packed, row));
}

const afterComma = 32;
const mostDecimals = 15;

/** Whole numbers and the shortest form are written as JavaScript does, and so are decimals that end with no 0. */
function isPlainForm({ values, forms }: PackedNumbers, row: number): boolean {
  const form = forms[row] ?? 0;
  if (form >= afterComma) return false;
  if (form === 0 || form > mostDecimals) return true;
  const value = values[row] ?? NaN;
  return Math.abs(value) >= 1e-6 && Math.round(value * 10 ** form) % 10 !== 0;
}

/** True for a column of numbers that would lose its writing. */
export function isWritten({ written = [] }: ReadResult, name: string): boolean {
  return written.some(({ raw }) => raw.name === name);
}

/** The column as labels, each as it stands in the file. */
export function asLabels({ written }: Pick<ReadResult, 'written'>, column: Column): FactorColumn {
  if (column.kind === 'factor') return column;
  const kept = written?.find(({ raw }) => raw.name === column.name);
  if (kept) return labelsOf(kept);
  const levels = distinctTexts(column);
  const index = new Map(levels.map((level, code) => [Number(level), code]));
  return {
    kind: 'factor',
    name: column.name,
    codes: Int32Array.from(column.values, (value) => index.get(value) ?? -1),
    levels,
  };
}

function labelsOf({ raw, missing }: WrittenColumn): FactorColumn {
  const levels: string[] = [];
  const index = new Map<string, number>();
  const codeOf = (text: string): number => {
    const code = index.get(text) ?? levels.push(text) - 1;
    index.set(text, code);
    return code;
  };
  const { packed } = raw;
  const codes = raw.codes.map((code, row) => {
    if (code !== isPacked) return missing[code] === true ? -1 : codeOf(raw.texts[code] ?? '');
    return packed && !Number.isNaN(packed.values[row] ?? NaN) ? codeOf(unpack(packed, row)) : -1;
  });
  return { kind: 'factor', name: raw.name, codes, levels };
}

/** The table with the named columns as labels; without them as it is. */
export function tableWithLabels(file: ReadResult, names: readonly (string | undefined)[]): Table {
  const isNumber = names.some((name) => findColumn(file.table, name)?.kind === 'number');
  if (!isNumber) return file.table;
  const columns = file.table.columns.map((column) => (names.includes(column.name) ? asLabels(file, column) : column));
  return { ...file.table, columns };
}
