// SPDX-License-Identifier: MIT
/** Stands in until dates are read. */
import type { NumberColumn } from '../contract/table.js';
import { engineError } from './errors.js';
import type { Note, ReadResult } from './types.js';

export interface DateColumn {
  /** Days since 1970-01-01; NaN where missing or only partly known. */
  column: NumberColumn;
  notes: Note[];
}

/** @throws EngineError always. */
export function dateColumn(file: ReadResult, name: string): DateColumn {
  throw engineError('dates_not_read', `${file.name}: the dates of column ${name} cannot be read yet`);
}
