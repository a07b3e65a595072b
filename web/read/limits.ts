// SPDX-License-Identifier: MIT
/** How much is read, told before it is reached: what a tab of a browser has been measured to hold (bench/README.md). */
import { inputError } from './errors.js';
import type { InputError } from '../contract/report.js';

export const limits = {
  /** Bytes of a file. */
  bytes: 500_000_000,
  /** Bytes of a workbook's parts when unpacked. */
  unpackedBytes: 1_000_000_000,
  rows: 5_000_000,
  columns: 16_384,
  /** Rows times columns. */
  cells: 100_000_000,
  /** Characters of a cell. */
  cellLength: 1_000_000,
} as const;

export type Limit = keyof typeof limits;

const remedies: Record<Limit, string> = {
  bytes: 'leave out columns or rows that the analysis does not need, or split the file',
  unpackedBytes: 'save the sheet as CSV UTF-8, and drop that file',
  rows: 'leave out rows that the analysis does not need',
  columns: 'leave out columns that the analysis does not need, or check the delimiter',
  cells: 'leave out columns or rows that the analysis does not need',
  cellLength: 'look there for a quotation mark that is not closed, or leave that column out',
};

/** "up to 500 MB, 5,000,000 rows, ..." for the page to tell beside the place where files are dropped. */
export function limitsSentence(): string {
  return (
    `A file can have up to ${amount('bytes')}, ${amount('rows')}, ${amount('columns')} and ${amount('cells')}, ` +
    `with up to ${amount('cellLength')} in one.`
  );
}

/** The error for a file beyond a limit; `row` is where it is passed, if it is passed at one. */
export function tooLarge(name: string, limit: Limit, row?: number): InputError {
  const where = row === undefined ? '' : `, passed in row ${row}`;
  const message = `${name} is too large: ${meaning[limit]} may be at most ${amount(limit)}${where}: ${remedies[limit]}`;
  const detail = { file: name, remedy: remedies[limit], ...(row === undefined ? {} : { row }) };
  return inputError('file_too_large', message, detail);
}

const meaning: Record<Limit, string> = {
  bytes: 'a file',
  unpackedBytes: 'a workbook, unpacked,',
  rows: 'a file',
  columns: 'a file',
  cells: 'a file',
  cellLength: 'a cell',
};

function amount(limit: Limit): string {
  const value = limits[limit];
  if (limit === 'bytes' || limit === 'unpackedBytes') return `${value / 1_000_000} MB`;
  const unit = { rows: 'rows', columns: 'columns', cells: 'cells', cellLength: 'characters' }[limit];
  return `${value.toLocaleString('en-US')} ${unit}`;
}
