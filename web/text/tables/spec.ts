// SPDX-License-Identifier: MIT
/** A table as data: what a page, a file or a test can each make something of. The first column heads its row. */
import { isAvailable, notAvailable, type NumberFormat } from '../number.js';
import { strings } from '../strings.js';

export interface TableColumn {
  label: string;
  /** Small print under the label. */
  detail?: string;
  /** Neighbouring columns of one group stand under its name. */
  group?: string;
  /** Numbers align at the right. */
  numeric?: boolean;
}

export interface TableCell {
  text: string;
  detail?: string;
  /** Why there is no number; becomes a note under the table. */
  reason?: string;
}

export interface TableRow {
  header: TableCell;
  cells: TableCell[];
  /** `published`: somebody else's numbers. `summary`: an average or total. */
  kind?: 'published' | 'summary';
}

export interface TableGroup {
  /** A heading row over the group. */
  heading?: string;
  rows: TableRow[];
}

export interface TableSpec {
  caption: string;
  simulated: boolean;
  columns: TableColumn[];
  groups: TableGroup[];
  notes: string[];
}

/** A cell of a number that may be missing: the dash comes with its reason. */
export function numberCell(
  value: number | null | undefined,
  write: (value: number) => string,
  reason = strings.reasons.notEstimable,
): TableCell {
  return isAvailable(value) ? { text: write(value) } : { text: notAvailable, reason };
}

/** Degrees of freedom, infinite where there are none and yet a p value: of the normal distribution. */
export function dfCell(df: number | null, row: { pValue: number | null }, numbers: NumberFormat): TableCell {
  return numberCell(row.pValue, () => numbers.df(df));
}

/** A p value, with the adjusted one beneath where there is one. */
export function pValueCell(
  row: { pValue: number | null; pAdjusted?: number | null } | undefined,
  numbers: NumberFormat,
): TableCell {
  const cell = numberCell(row?.pValue, (p) => numbers.pValue(p));
  if (!isAvailable(row?.pAdjusted)) return cell;
  return { ...cell, detail: strings.tables.adjusted(numbers.pValue(row.pAdjusted)) };
}

/** The notes, then each reason for a dash, once. */
export function allNotes(table: TableSpec): string[] {
  const cells = table.groups.flatMap((group) => group.rows.flatMap((row) => [row.header, ...row.cells]));
  const reasons = new Set(cells.flatMap((cell) => (cell.reason === undefined ? [] : [cell.reason])));
  return [...table.notes, ...[...reasons].map((reason) => strings.notes.notAvailable(reason))];
}

/** The class of a table with many columns, or with more: it is set smaller and closer, so that the last does not suffer. */
export function densityOf({ length }: readonly TableColumn[]): '' | 'many' | 'many most' {
  if (length < 9) return '';
  return length < 12 ? 'many' : 'many most';
}

/** Between an estimate and its interval in parentheses a narrow cell may go on in a second line, and nowhere else. */
export const estimateParts = (text: string): string[] => text.split(/ (?=\([^)]* )/);

/** A short name, as that of a visit, is not broken into lines. */
export const isShort = ({ text }: TableCell): boolean => text.length <= 12;

/** Small print that is an interval stays on one line. */
export const isInterval = (detail: string): boolean => /^[\d\u2212]/.test(detail);
