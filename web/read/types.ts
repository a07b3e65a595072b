// SPDX-License-Identifier: MIT
/** What reading hands on: plain objects that can be cloned to a worker and back. */
import type { ReadingOptions } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import type { WrittenColumn } from './as-written.js';
import type { CodeCells } from './code-notes.js';
import type { SetAside } from './set-aside.js';

/** Something the user should know that does not stop the analysis. */
export interface Note {
  code: string;
  message: string;
  /** File the note is about; absent when it is about the whole plan. */
  file?: string;
  /** The plan's instrument, or the column, it is about. */
  about?: string;
  /** Results rest on it, and neither the data nor anybody has said it: a baseline, a scoring. */
  assumes?: true;
  /** What it tells to be read as missing, in a note on that: it is true as long as the reading options have them. */
  codesSet?: CodeCells[];
  /** The column that it tells to be text, and the values that are no numbers. */
  textIn?: { column: string; values: string[] };
}

/** Every reading option as it was used: detected, or overridden by the caller. */
export type UsedReadingOptions = Required<Omit<ReadingOptions, OnlyAsked>> & Pick<ReadingOptions, OnlyAsked>;
/** Options with no default of their own, or (sheet) for workbooks only. `headerRow` is always told of a file. */
type OnlyAsked =
  | 'missingIn'
  | 'dates'
  | 'sheet'
  | 'repeatInstrument'
  | 'labelNumbers'
  | 'eitherDecimal'
  | 'dataRows'
  | 'headerRow'
  | 'stack';

/** One file, read. Either `error` is null and `table` is filled, or `error` says why not and `table` has no rows. */
export interface ReadResult {
  name: string;
  /** SHA-256 of the bytes as dropped, lower-case hex; empty when the file was refused before it was read. */
  sha256: string;
  /** What was used. */
  options: UsedReadingOptions;
  /** What the caller asked for; everything else in `options` was detected. */
  requested: ReadingOptions;
  table: Table;
  /** Header and the first rows as text, for showing. */
  preview: string[][];
  notes: Note[];
  /** Cells that the codes asked for have made missing. */
  codesRead?: CodeCells[];
  /** Columns left as text whose points may separate thousands or decimals. */
  doubtful?: string[];
  /** Columns of numbers that would be written in another way than they were: as identifiers they keep their writing. */
  written?: WrittenColumn[];
  /** Of the tables that this one is put together from, in their order: the same. */
  partsSetAside?: SetAside[][];
  /** Rows that look like totals or remarks, those included that are data all the same. */
  setAside?: SetAside[];
  error: InputError | null;
}
