// SPDX-License-Identifier: MIT
/** How many cells of a file the plan's codes for missing concern. */
import type { ReadingOptions } from '../contract/plan.js';
import type { Column } from '../contract/table.js';
import type { CodeCells } from './code-notes.js';
import { findColumn } from './columns.js';
import type { ReadResult } from './types.js';

/** By column and code; codes that no cell has are left out. A file read without a code has it in its table still. */
export function missingCells(
  { table, codesRead = [] }: Pick<ReadResult, 'table' | 'codesRead'>,
  { missingIn = {} }: ReadingOptions = {},
): CodeCells[] {
  return Object.entries(missingIn).flatMap(([name, codes]) => {
    const column = findColumn(table, name);
    return codes.flatMap((code) => {
      const read = codesRead.find((each) => each.column === name && each.code === code)?.cells ?? 0;
      const cells = read + (column ? cellsWith(column, code) : 0);
      return cells > 0 ? [{ column: name, code, cells }] : [];
    });
  });
}

function cellsWith(column: Column, code: string): number {
  if (column.kind === 'number') {
    const number = code.trim() === '' ? NaN : Number(code);
    return column.values.reduce((n, value) => (value === number ? n + 1 : n), 0);
  }
  const level = column.levels.indexOf(code);
  return level < 0 ? 0 : column.codes.reduce((n, each) => (each === level ? n + 1 : n), 0);
}

/** The same code in several tables that are put together. */
export function addedUp(parts: readonly (readonly CodeCells[] | undefined)[]): CodeCells[] {
  const sums: CodeCells[] = [];
  for (const each of parts.flatMap((part) => part ?? [])) {
    const known = sums.find(({ column, code }) => column === each.column && code === each.code);
    if (known) known.cells += each.cells;
    else sums.push({ ...each });
  }
  return sums;
}
