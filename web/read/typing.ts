// SPDX-License-Identifier: MIT
/** Columns of text to columns of numbers and factors. */
import type { ReadingOptions } from '../contract/plan.js';
import type { Column, FactorColumn } from '../contract/table.js';
import { listed, quoted } from './errors.js';
import { isIdName } from './names.js';
import { numberShape, parseNumber, type DecimalMark } from './numbers.js';
import type { RawColumn } from './records.js';
import type { Note } from './types.js';

/** Cells read as missing unless the caller says otherwise; compared without regard to case. */
export const defaultMissing: readonly string[] = ['NA', 'N/A', 'NaN', '.'];

/** A column with at least this share of numbers, and at least `fewestNumbers` of them, is taken to be meant as numbers. */
const nearlyAll = 0.8;
const fewestNumbers = 3;

export interface Typed {
  columns: Column[];
  decimal: DecimalMark;
  notes: Note[];
}

/** One column with what each of its distinct texts is. */
interface Candidate {
  raw: RawColumn;
  missing: boolean[];
  /** Cells per distinct text. */
  counts: Int32Array;
  /** Labels by name, by leading zeros or by the caller's wish: never read as numbers. */
  isLabel: boolean;
}

/** Types every column; the decimal mark is one for the whole file. */
export function typeColumns(
  file: string,
  raws: readonly RawColumn[],
  originRow: Int32Array,
  requested: ReadingOptions,
): Typed {
  const missing = new Set((requested.missing ?? defaultMissing).map((text) => text.toLowerCase()));
  const candidates = raws.map((raw) => candidateOf(raw, missing, requested.types?.[raw.name]));
  const notes: Note[] = [];
  const doubtful = new Set<string>();
  const decimal = requested.decimal ?? detectDecimal(file, candidates, notes, doubtful);
  const context: Context = { file, originRow, decimal, grouped: requested.decimal !== undefined, doubtful, notes };
  const columns = candidates.map((candidate) =>
    typeColumn(candidate, context, requested.types?.[candidate.raw.name] === 'number'),
  );
  return { columns, decimal, notes };
}

interface Context {
  file: string;
  originRow: Int32Array;
  decimal: DecimalMark;
  grouped: boolean;
  /** Columns already noted as `ambiguous_number`. */
  doubtful: Set<string>;
  notes: Note[];
}

function candidateOf(raw: RawColumn, missing: Set<string>, wish: 'number' | 'factor' | undefined): Candidate {
  const counts = new Int32Array(raw.texts.length);
  for (const code of raw.codes) counts[code] = (counts[code] ?? 0) + 1;
  const isMissing = raw.texts.map((text) => text === '' || missing.has(text.toLowerCase()));
  const isLabel = wish === 'factor' || (wish !== 'number' && (isIdName(raw.name) || raw.texts.some(isCode)));
  return { raw, missing: isMissing, counts, isLabel };
}

/** "001" and numbers too long for a double are codes: as numbers they would not come back as they were written. */
function isCode(text: string): boolean {
  return /^0\d+$/.test(text) || /^\d{16,}$/.test(text);
}

/** Share of cells (missing ones aside) whose shape is among those given. */
function shareOf(candidate: Candidate, shapes: readonly string[]): number {
  let inside = 0;
  let all = 0;
  candidate.raw.texts.forEach((text, i) => {
    if (candidate.missing[i]) return;
    const count = candidate.counts[i] ?? 0;
    all += count;
    if (shapes.includes(numberShape(text))) inside += count;
  });
  return all === 0 ? 0 : inside / all;
}

function firstOfShape(candidate: Candidate, shape: string): string | undefined {
  return candidate.raw.texts.find((text, i) => !candidate.missing[i] && numberShape(text) === shape);
}

/** The file's decimal mark: a comma where columns of numbers are written with it and none is written with a point. */
function detectDecimal(
  file: string,
  candidates: readonly Candidate[],
  notes: Note[],
  doubtfulColumns: Set<string>,
): DecimalMark {
  const open = candidates.filter((candidate) => !candidate.isLabel);
  const withComma = open.filter(
    (c) => firstOfShape(c, 'comma') !== undefined && shareOf(c, ['plain', 'comma', 'doubtful']) >= nearlyAll,
  );
  const withPoint = open.filter(
    (c) => firstOfShape(c, 'point') !== undefined && shareOf(c, ['plain', 'point']) >= nearlyAll,
  );
  const comma = withComma[0];
  const point = withPoint[0];
  const example = (c: Candidate, shape: string): string =>
    `${quoted(firstOfShape(c, shape) ?? '')} in column ${c.raw.name}`;
  if (comma && point) {
    notes.push({
      file,
      code: 'mixed_decimals',
      message: `${file} has decimal commas (${example(comma, 'comma')}) and decimal points (${example(point, 'point')}): write all numbers the same way, or set the decimal mark; until then the point is taken`,
    });
    return '.';
  }
  if (comma) {
    const columns = listed(
      withComma.map((c) => c.raw.name),
      6,
    );
    notes.push({
      file,
      code: 'decimal_comma',
      message: `${file}: numbers were read with a decimal comma (${example(comma, 'comma')}; columns with one: ${columns}); set the decimal mark if that is wrong`,
    });
    return ',';
  }
  for (const candidate of open) {
    const doubtful = firstOfShape(candidate, 'doubtful');
    if (!doubtful || shareOf(candidate, ['plain', 'point', 'doubtful']) < nearlyAll) continue;
    doubtfulColumns.add(candidate.raw.name);
    notes.push({ file, code: 'ambiguous_number', message: ambiguousMessage(file, candidate.raw.name, doubtful) });
  }
  return '.';
}

/** Shared with the check before an analysis, which refuses such a column. */
export function ambiguousMessage(file: string, column: string, value: string, row?: number): string {
  const where = row === undefined ? file : `${file}, row ${row}`;
  return `${where}, column ${column}: ${quoted(value)} can be a number with decimals or one with thousands: ${ambiguousRemedy}`;
}
export const ambiguousRemedy = 'set the decimal mark of this file, or write the numbers without thousands separators';

function typeColumn(candidate: Candidate, context: Context, wished: boolean): Column {
  const { raw, missing, counts } = candidate;
  if (candidate.isLabel) return factorColumn(candidate);
  const values = new Float64Array(raw.texts.length).fill(NaN);
  let numbers = 0;
  let others = 0;
  let grouped: string | undefined;
  raw.texts.forEach((text, i) => {
    if (missing[i]) return;
    const value = parseNumber(text, context.decimal, context.grouped);
    values[i] = value;
    if (Number.isNaN(value)) others += counts[i] ?? 0;
    else {
      numbers += counts[i] ?? 0;
      if (context.grouped && grouped === undefined && Number.isNaN(parseNumber(text, context.decimal))) grouped = text;
    }
  });
  if (others > 0) {
    const factor = factorColumn(candidate);
    const meant = wished || (numbers >= fewestNumbers && numbers / (numbers + others) >= nearlyAll);
    if (meant && !context.doubtful.has(raw.name)) context.notes.push(notANumberNote(factor, context));
    return factor;
  }
  if (grouped !== undefined) {
    const message = `${context.file}, column ${raw.name}: ${quoted(grouped)} was read as ${parseNumber(grouped, context.decimal, true)}`;
    context.notes.push({ file: context.file, code: 'thousands_separator', message });
  }
  return { kind: 'number', name: raw.name, values: Float64Array.from(raw.codes, (code) => values[code] ?? NaN) };
}

function notANumberNote(column: FactorColumn, context: Context): Note {
  const bad = column.levels.map((level) => Number.isNaN(parseNumber(level, context.decimal, context.grouped)));
  const places: string[] = [];
  column.codes.forEach((code, row) => {
    if (code < 0 || !bad[code]) return;
    places.push(`row ${context.originRow[row] ?? 0} has ${quoted(column.levels[code] ?? '')}`);
  });
  const message = `${context.file}, column ${column.name}: not all of its values are numbers: ${listed(places, 5)}; it is used as text`;
  return { file: context.file, code: 'not_a_number', message };
}

/** True for a column of text that nearly all is numbers. */
export function isMeantAsNumbers(column: FactorColumn, decimal: DecimalMark): boolean {
  const isNumber = column.levels.map(
    (level) => !Number.isNaN(parseNumber(level, decimal)) || numberShape(level) === 'doubtful',
  );
  let numbers = 0;
  let all = 0;
  for (const code of column.codes) {
    if (code < 0) continue;
    all++;
    if (isNumber[code]) numbers++;
  }
  return numbers >= fewestNumbers && numbers >= nearlyAll * all;
}

function factorColumn({ raw, missing }: Candidate): FactorColumn {
  const levels: string[] = [];
  const recoded = Int32Array.from(raw.texts, (text, i) => (missing[i] ? -1 : levels.push(text) - 1));
  return { kind: 'factor', name: raw.name, codes: raw.codes.map((code) => recoded[code] ?? -1), levels };
}
