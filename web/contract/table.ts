// SPDX-License-Identifier: MIT
/**
 * The typed table that crosses into the WebAssembly core. Reading (web/read) makes it, the core checks and joins it.
 * Missing is NaN in a number column and -1 in a factor column; it is never 0.
 */
export interface NumberColumn {
  kind: 'number';
  name: string;
  values: Float64Array;
  /** Only for a column gathered from several columns or rows of the file: where each value stood. */
  origin?: ColumnOrigin;
}

export interface FactorColumn {
  kind: 'factor';
  name: string;
  /** Index into `levels`, -1 where missing. */
  codes: Int32Array;
  /** Distinct values, in order of first appearance. */
  levels: string[];
  origin?: ColumnOrigin;
}

/** `names[codes[row]]` is the column of the file that row's value came from; -1 where a missing value stands nowhere. */
export interface ColumnOrigin {
  codes: Int32Array;
  names: string[];
  /** Line of the file per value, where one row of the table comes from several lines; 0 where there is none. */
  rows?: Int32Array;
}

export type Column = NumberColumn | FactorColumn;

export interface Table {
  /** File name as the user knows it; messages name it. */
  name: string;
  /** SHA-256 of the file's bytes, lower-case hex. */
  sha256: string;
  rowCount: number;
  /** Line of the file each row came from: the header is line 1, so the first data row is usually 2. */
  originRow: Int32Array;
  columns: Column[];
}
