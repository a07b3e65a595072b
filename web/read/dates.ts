// SPDX-License-Identifier: MIT
/** Stands in until dates are read. */
import type { NumberColumn } from '../contract/table.js';
import { engineError } from './errors.js';
import type { ReadResult } from './types.js';

/** The column's dates as days since 1970-01-01. */
export function dateColumn(file: ReadResult, column: string): NumberColumn {
  throw engineError('dates_not_read', `${file.name}: the dates of column ${column} cannot be read yet`);
}
