// SPDX-License-Identifier: MIT
/** Words for no value that stand in columns of numbers: age "nd", mfis_total "-". */
import type { ReadingOptions } from '../contract/plan.js';
import type { Column, FactorColumn, Table } from '../contract/table.js';
import { codesNote, type CodeCells } from './code-notes.js';
import { columnNames } from './columns.js';
import { listed, quoted } from './errors.js';
import { isYears, labelNumber } from './label-numbers.js';
import { columnsNamed, isIdName } from './names.js';
import { withoutLevels } from './missing-codes.js';
import { parseNumber, type DecimalMark } from './numbers.js';
import type { Note, ReadResult } from './types.js';

/** "none" is not among them, which may be a 0. */
const amongNumbers = new Set(
  `n/a n.a. n.a na nd n.d. n.d n/d - -- --- – — ? ?? null #null! #n/a missing miss unknown unk not_done not_available
  not_assessed not_applicable not_known not_recorded not_answered no_answer no_data k.a. k.a keine_angabe fehlt fehlend
  unbekannt nicht_bekannt nicht_erhoben nicht_beantwortet nicht_durchgeführt nicht_gemacht keine_daten manquant manquante
  non_fait non_renseigné non_renseigne inconnu n.r. refused verweigert blank leer`
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' ')),
);
/** Among words, most of these may be answers: "unknown", "-" beside "+". */
const amongWords = new Set([
  'n/a',
  'n.a.',
  'null',
  '#null!',
  '#n/a',
  'missing',
  'k.a.',
  'keine angabe',
  'fehlt',
  'fehlend',
]);
const dashes = new Set(['-', '--', '---', '–', '—']);

/** True for a word that can be no category of a column with these. */
export function isNoCategory(word: string, levels: readonly string[]): boolean {
  const plain = word.toLowerCase();
  return amongWords.has(plain) || (dashes.has(plain) && !levels.some((level) => /^(\+|pos)/i.test(level)));
}

/** At least so many numbers make a column one of numbers. */
const fewestNumbers = 3;
/** And at least this share of what is not missing, where there are slips. */
const leastNumbers = 0.8;

/**
 * A file with its columns of numbers, words for missing and ages with their unit ("28 J.") as numbers, and the options
 * that have it read so.
 */
export interface WithoutWords {
  file: ReadResult;
  missingIn: ReadingOptions['missingIn'];
  labelNumbers: string[];
}

/** Identifiers, arms, visits, dates and codes of rows are left as they are. */
export function withoutWords(file: ReadResult, notes: Note[]): WithoutWords {
  const set: CodeCells[] = [];
  const aged: CodeCells[] = [];
  const kept = placeColumns(file.table);
  const columns = file.table.columns.map((column): Column => {
    if (column.kind === 'number' || kept.has(column.name) || file.requested.types?.[column.name] === 'factor')
      return column;
    if (file.doubtful?.includes(column.name)) return column;
    return numbersOf(column, file.options.decimal, set, aged) ?? column;
  });
  if (set.length + aged.length === 0) return { file, missingIn: undefined, labelNumbers: [] };
  if (set.length > 0) notes.push(codesNote(file.name, 'missing_words', set));
  if (aged.length > 0) notes.push(yearsNote(file.name, aged));
  const missingIn: Record<string, string[]> = {};
  for (const { column, code } of set) missingIn[column] = [...(missingIn[column] ?? []), code];
  const labelNumbers = aged.map(({ column }) => column);
  return {
    file: { ...file, table: { ...file.table, columns } },
    missingIn: set.length > 0 ? missingIn : undefined,
    labelNumbers,
  };
}

function yearsNote(file: string, aged: readonly CodeCells[]): Note {
  const told = aged.map(
    ({ column, code, cells }) =>
      `${quoted(code)} in ${column} is ${labelNumber(code)} (${cells} such ${cells === 1 ? 'cell' : 'cells'})`,
  );
  return {
    file,
    code: 'years_with_unit',
    message: `${file}: years with their unit were read as numbers: ${listed(told, 6)}`,
  };
}

function placeColumns(table: Table): Set<string> {
  const names = columnNames(table);
  const roles = ['arm', 'visit', 'date', 'startDate', 'event', 'code'] as const;
  return new Set([...names.filter(isIdName), ...roles.flatMap((role) => columnsNamed(role, names))]);
}

/**
 * The numbers of the column, its words told in `set` and an example of its years with a unit in `aged`. A column of numbers
 * with a few slips beside stays text, without the words: what is left is for the user to mend. Undefined where it is no
 * column of numbers, or has neither words nor units.
 */
function numbersOf(
  column: FactorColumn,
  decimal: DecimalMark,
  set: CodeCells[],
  aged: CodeCells[],
): Column | undefined {
  const withUnit = column.levels.filter(isYears);
  // Beside a unit, each cell is read as the whole number in it.
  const values = column.levels.map((level) => (withUnit.length > 0 ? labelNumber(level) : parseNumber(level, decimal)));
  let years = 0;
  const counts = new Map<string, number>();
  let numbers = 0;
  let slips = 0;
  for (const code of column.codes) {
    const level = column.levels[code];
    if (level === undefined) continue;
    if (isYears(level)) years++;
    if (!Number.isNaN(values[code] ?? NaN) && (withUnit.length === 0 || isYears(level) || /^\d+$/.test(level)))
      numbers++;
    else if (amongNumbers.has(level.toLowerCase())) counts.set(level, (counts.get(level) ?? 0) + 1);
    else slips++;
  }
  const isMended = years > 0 ? slips === 0 : counts.size > 0 && numbers >= leastNumbers * (numbers + slips);
  if (numbers < fewestNumbers || !isMended) return undefined;
  if (years > 0) aged.push({ column: column.name, code: withUnit[0] ?? '', cells: years });
  for (const [code, cells] of counts) set.push({ column: column.name, code, cells });
  if (slips > 0) return withoutLevels(column, [...counts.keys()]);
  return { kind: 'number', name: column.name, values: Float64Array.from(column.codes, (code) => values[code] ?? NaN) };
}
