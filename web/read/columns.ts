// SPDX-License-Identifier: MIT
/** Small questions about the columns of a table. */
import type { Column, Table } from '../contract/table.js';

export function columnNames(table: Table): string[] {
  return table.columns.map((column) => column.name);
}

export function findColumn(table: Table, name: string | undefined): Column | undefined {
  return name === undefined ? undefined : table.columns.find((column) => column.name === name);
}

/** The cell as text, or null where missing. */
export function cellText(column: Column, row: number): string | null {
  if (column.kind === 'factor') return column.levels[column.codes[row] ?? -1] ?? null;
  const value = column.values[row] ?? NaN;
  return Number.isNaN(value) ? null : String(value);
}

export function isMissing(column: Column, row: number): boolean {
  return column.kind === 'factor' ? (column.codes[row] ?? -1) < 0 : Number.isNaN(column.values[row] ?? NaN);
}

/** Distinct values that are not missing, in order of first appearance. */
export function distinctTexts(column: Column): string[] {
  if (column.kind === 'factor') {
    const used = new Set<number>(column.codes);
    return column.levels.filter((_, code) => used.has(code));
  }
  const seen = new Set<number>();
  for (const value of column.values) if (!Number.isNaN(value)) seen.add(value);
  return Array.from(seen, String);
}

/** True when no value stands in two rows and none is missing. */
export function isKey(column: Column, rowCount: number): boolean {
  return rowCount > 0 && distinctTexts(column).length === rowCount;
}
