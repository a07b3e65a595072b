// SPDX-License-Identifier: MIT
/** Columns in which somebody said that the other decimal mark is one as well: "4,5" in a file with points. */
import type { FactorColumn, Table } from '../contract/table.js';
import { isDoubtfulPoint, numberShape, type DecimalMark } from './numbers.js';

/** "4,5" as "4.5" for a file with decimal points, and the other way round; null for all else, "1,234" included. */
export function withFilesMark(text: string, decimal: DecimalMark): string | null {
  const shape = numberShape(text);
  if (decimal === '.') return shape === 'comma' ? text.replace(',', '.') : null;
  return shape === 'point' && !isDoubtfulPoint(text) ? text.replace('.', ',') : null;
}

/** The table with the numbers of these columns written as the file writes numbers. */
export function withEitherDecimal(table: Table, names: readonly string[] = [], decimal: DecimalMark): Table {
  if (names.length === 0) return table;
  const columns = table.columns.map((column) =>
    column.kind === 'factor' && names.includes(column.name) ? rewritten(column, decimal) : column,
  );
  return { ...table, columns };
}

function rewritten(column: FactorColumn, decimal: DecimalMark): FactorColumn {
  const texts = column.levels.map((level) => withFilesMark(level, decimal) ?? level);
  const levels = [...new Set(texts)];
  const place = texts.map((text) => levels.indexOf(text));
  return { ...column, levels, codes: column.codes.map((code) => place[code] ?? -1) };
}
