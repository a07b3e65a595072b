// SPDX-License-Identifier: MIT
/** Columns of text to columns of numbers and factors. */
import type { ReadingOptions } from '../contract/plan.js';
import type { Column, FactorColumn } from '../contract/table.js';
import type { CodeCells } from './code-notes.js';
import { listed, quoted } from './errors.js';
import { losesWriting, type WrittenColumn } from './as-written.js';
import { isIdName } from './names.js';
import {
  isPacked,
  isWrittenWith,
  packedShapes,
  unpack,
  type PackedNumbers,
  type PackedShapes,
  type RawColumn,
} from './column-builder.js';
import {
  hasThousands,
  isDoubtfulPoint,
  minusSign,
  numberShape,
  parseNumber,
  type DecimalMark,
  type NumberShape,
} from './numbers.js';
import type { Note } from './types.js';

/** Cells read as missing unless the caller says otherwise; compared without regard to case. */
export const defaultMissing: readonly string[] = ['NA', 'N/A', 'NaN', '.'];

/** A column with at least this share of numbers, and at least `fewestNumbers` of them, is taken to be meant as numbers. */
const nearlyAll = 0.8;
const fewestNumbers = 3;

export interface Typed {
  columns: Column[];
  decimal: DecimalMark;
  /** Columns whose points may separate thousands or decimals; left as text. */
  doubtful: string[];
  /** Columns of numbers that would be written in another way than they were. */
  written: WrittenColumn[];
  /** Cells with the codes for missing that were asked for by column. */
  codesRead: CodeCells[];
  notes: Note[];
}

/** One column with what each of its distinct texts is. */
interface Candidate {
  raw: RawColumn;
  missing: boolean[];
  /** Cells per distinct text. */
  counts: Int32Array;
  /** Shapes of the cells that are no texts any more. */
  packed: PackedShapes;
  /** Numeric codes for missing: -9 is one however it is written. */
  missingNumbers: ReadonlySet<number>;
  /** Labels by name, by leading zeros or by the caller's wish: never read as numbers. */
  isLabel: boolean;
}

/** Types every column; the decimal mark is one for the whole file. Takes the columns out of `raws` as it goes. */
export function typeColumns(
  file: string,
  raws: RawColumn[],
  originRow: Int32Array,
  requested: ReadingOptions,
  isWorkbook = false,
): Typed {
  const common = (requested.missing ?? defaultMissing).map((text) => text.toLowerCase());
  const candidates = raws.splice(0).map((raw) => {
    const missing = new Set([...common, ...missingOf(requested, raw.name).map((text) => text.trim().toLowerCase())]);
    return candidateOf(raw, missing, requested.types?.[raw.name]);
  });
  const codesRead = candidates.flatMap((candidate) =>
    missingOf(requested, candidate.raw.name).map((code) => ({
      column: candidate.raw.name,
      code,
      cells: cellsWith(candidate, code),
    })),
  );
  const notes: Note[] = [];
  const doubtful = new Set<string>();
  const points = new Set<string>();
  // Numbers of a workbook are numbers already: another mark would take their point for thousands.
  const decimal = isWorkbook
    ? '.'
    : (requested.decimal ?? detectDecimal(file, candidates, notes, doubtful, points, requested.delimiter));
  const context: Context = {
    file,
    originRow,
    decimal,
    grouped: requested.decimal !== undefined,
    doubtful,
    points,
    written: [],
    notes,
  };
  const columns: Column[] = [];
  // What a column was made from may be large, and is let go before the next.
  for (let candidate = candidates.shift(); candidate; candidate = candidates.shift()) {
    columns.push(typeColumn(candidate, context, requested.types?.[candidate.raw.name] === 'number'));
  }
  return { columns, decimal, doubtful: [...points], written: context.written, codesRead, notes };
}

/** Texts that can mean missing in any column, in the spellings given. */
export function missingTexts(requested: ReadingOptions): Set<string> {
  return new Set(
    [...(requested.missing ?? []), ...Object.values(requested.missingIn ?? {}).flat()].map((t) => t.trim()),
  );
}

function missingOf(requested: ReadingOptions, column: string): readonly string[] {
  return Object.entries(requested.missingIn ?? {}).find(([name]) => name === column)?.[1] ?? [];
}

interface Context {
  file: string;
  originRow: Int32Array;
  decimal: DecimalMark;
  grouped: boolean;
  /** Columns already noted as `ambiguous_number`. */
  doubtful: Set<string>;
  /** Those among them whose point is in doubt, which are not read as numbers. */
  points: Set<string>;
  written: WrittenColumn[];
  notes: Note[];
}

function candidateOf(raw: RawColumn, missing: Set<string>, wish: 'number' | 'factor' | undefined): Candidate {
  const counts = new Int32Array(raw.texts.length);
  const { codes } = raw;
  for (let row = 0; row < codes.length; row++) if (codes[row] !== isPacked) counts[codes[row]!]!++;
  const isLabel = wish === 'factor' || (wish !== 'number' && (isIdName(raw.name) || raw.texts.some(isCode)));
  const missingNumbers = new Set(
    isLabel ? [] : [...missing].map(numberAsWritten).filter((code) => !Number.isNaN(code)),
  );
  const isMissing = raw.texts.map(
    (text) =>
      text === '' ||
      missing.has(text.toLowerCase()) ||
      (missingNumbers.size > 0 && missingNumbers.has(numberAsWritten(text))),
  );
  return { raw, missing: isMissing, counts, packed: packedShapes(raw), missingNumbers, isLabel };
}

function cellsWith({ raw, counts, isLabel }: Candidate, code: string): number {
  const written = code.trim().toLowerCase();
  const number = isLabel ? NaN : numberAsWritten(written);
  const isIt = (text: string): boolean => text.toLowerCase() === written || numberAsWritten(text) === number;
  const ofTexts = raw.texts.reduce((n, text, i) => (isIt(text) ? n + (counts[i] ?? 0) : n), 0);
  const { packed, codes } = raw;
  if (!packed || Number.isNaN(number)) return ofTexts;
  return codes.reduce((n, each, row) => (each === isPacked && packed.values[row] === number ? n + 1 : n), ofTexts);
}

/** The number of a text that is one with either decimal mark: "-9", "-9.0" and "-9,0" are -9; else NaN. */
function numberAsWritten(text: string): number {
  const shape = numberShape(text);
  if (shape === 'plain' || shape === 'point') return parseNumber(text, '.');
  return shape === 'comma' ? parseNumber(text, ',') : NaN;
}

/** "001" and numbers too long for a double are codes: as numbers they would not come back as they were written. */
function isCode(text: string): boolean {
  return /^0\d+$/.test(text) || /^\d{16,}$/.test(text);
}

/** Share of cells (missing ones aside) whose shape is among those given. */
function shareOf(candidate: Candidate, shapes: readonly NumberShape[]): number {
  let inside = 0;
  let all = 0;
  for (const [shape, count] of Object.entries(candidate.packed.counts)) {
    all += count;
    if (shapes.includes(shape as NumberShape)) inside += count;
  }
  candidate.raw.texts.forEach((text, i) => {
    if (candidate.missing[i]) return;
    const count = candidate.counts[i] ?? 0;
    all += count;
    if (shapes.includes(numberShape(text))) inside += count;
  });
  return all === 0 ? 0 : inside / all;
}

function firstOfShape(candidate: Candidate, ...shapes: NumberShape[]): string | undefined {
  const among = candidate.raw.texts.find((text, i) => !candidate.missing[i] && shapes.includes(numberShape(text)));
  return among ?? shapes.map((shape) => candidate.packed.first[shape]).find((text) => text !== undefined);
}

/** Shapes that show the decimal mark, those without one, and all that can stand in a column of such numbers. */
const commaShapes = ['comma', 'groupedComma'] as const;
const pointShapes = ['point', 'groupedPoint'] as const;
const commaColumn = ['plain', 'grouped', 'doubtful', ...commaShapes] as const;
const pointColumn = ['plain', 'grouped', ...pointShapes] as const;

/** Fewer cells than this share of a column are a slip. */
const mostRareCommas = 0.2;

/** The file's decimal mark: a comma where columns of numbers are written with it and none is written with a point. */
function detectDecimal(
  file: string,
  candidates: readonly Candidate[],
  notes: Note[],
  doubtfulColumns: Set<string>,
  doubtfulPoints: Set<string>,
  delimiter: ReadingOptions['delimiter'],
): DecimalMark {
  const open = candidates.filter((candidate) => !candidate.isLabel);
  // As long as nothing shows what the point is, it may separate thousands where the file looks like one with commas.
  const inDoubt = open.every((c) => showsNoPoint(c)) ? open.filter(hasPointInDoubt) : [];
  const doubtPoints = (): void => {
    for (const { raw, ...candidate } of inDoubt) {
      const example = firstOfShape({ raw, ...candidate }, 'point') ?? '';
      doubtfulColumns.add(raw.name);
      doubtfulPoints.add(raw.name);
      notes.push({ file, code: 'ambiguous_number', message: ambiguousMessage(file, raw.name, example) });
    }
  };
  const isWritten = (c: Candidate, own: readonly NumberShape[], all: readonly NumberShape[], other: NumberShape) => {
    // Beside "1.234,5" the point of "1.234" separates thousands, and so with the marks exchanged.
    const shapes = firstOfShape(c, own[1] ?? 'none') === undefined ? all : [...all, other];
    return firstOfShape(c, ...own) !== undefined && shareOf(c, shapes) >= nearlyAll;
  };
  const commas = open.filter((c) => isWritten(c, commaShapes, commaColumn, 'point'));
  // Where commas part the cells, a quoted "4,5" among whole numbers is a slip that is asked about, not a file's habit.
  const withComma = delimiter === ',' && commas.every(isRareComma) ? [] : commas;
  const withPoint = open.filter(
    (c) => !withComma.includes(c) && !inDoubt.includes(c) && isWritten(c, pointShapes, pointColumn, 'doubtful'),
  );
  const comma = withComma[0];
  const point = withPoint[0];
  const example = (c: Candidate, shapes: readonly NumberShape[]): string =>
    `${quoted(firstOfShape(c, ...shapes) ?? '')} in column ${c.raw.name}`;
  if (comma && point) {
    notes.push({
      file,
      code: 'mixed_decimals',
      message: `${file} has decimal commas (${example(comma, commaShapes)}) and decimal points (${example(point, pointShapes)}): write all numbers the same way, or set the decimal mark; until then the point is taken`,
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
      message: `${file}: numbers were read with a decimal comma (${example(comma, commaShapes)}; columns with one: ${columns}); set the decimal mark if that is wrong`,
    });
    doubtPoints();
    return ',';
  }
  if (delimiter === ';') doubtPoints();
  for (const candidate of open) {
    const doubtful = firstOfShape(candidate, 'doubtful');
    if (!doubtful || shareOf(candidate, ['plain', 'point', 'doubtful']) < nearlyAll) continue;
    if (firstOfShape(candidate, 'groupedPoint')) continue;
    doubtfulColumns.add(candidate.raw.name);
    notes.push({ file, code: 'ambiguous_number', message: ambiguousMessage(file, candidate.raw.name, doubtful) });
  }
  return '.';
}

/** A column of whole numbers but for a few. */
function isRareComma(candidate: Candidate): boolean {
  return shareOf(candidate, commaShapes) < mostRareCommas && shareOf(candidate, commaColumn) === 1;
}

/** No text of the column shows what a point is: each that has one may as well have it for thousands. */
function showsNoPoint({ raw, missing, packed }: Candidate): boolean {
  const points = raw.texts.filter((text, i) => !missing[i] && ['point', 'groupedPoint'].includes(numberShape(text)));
  return packed.counts.point + packed.counts.groupedPoint === 0 && points.every(isDoubtfulPoint);
}

/** A column of numbers, some with such a point and none with another mark. */
function hasPointInDoubt(candidate: Candidate): boolean {
  return firstOfShape(candidate, 'point') !== undefined && shareOf(candidate, ['plain', 'point']) === 1;
}

/** Shared with the check before an analysis, which refuses such a column. */
export function ambiguousMessage(file: string, column: string, value: string, row?: number): string {
  const where = row === undefined ? file : `${file}, row ${row}`;
  return `${where}, column ${column}: ${quoted(value)} can be a number with decimals or one with thousands: ${ambiguousRemedy}`;
}
export const ambiguousRemedy = 'set the decimal mark of this file, or write the numbers without thousands separators';

function typeColumn(candidate: Candidate, context: Context, wished: boolean): Column {
  const { raw, missing, counts } = candidate;
  if (candidate.isLabel || (context.points.has(raw.name) && !wished)) return factorColumn(candidate);
  // One number that shows which mark separates thousands settles it for its column.
  const shows = firstOfShape(candidate, context.decimal === '.' ? 'groupedPoint' : 'groupedComma') !== undefined;
  const grouped = context.grouped || shows;
  const read = (text: string): number => parseNumber(text, context.decimal, grouped);
  const values = new Float64Array(raw.texts.length).fill(NaN);
  let numbers = 0;
  let others = 0;
  let thousands: string | undefined;
  let minus: string | undefined;
  raw.texts.forEach((text, i) => {
    if (missing[i]) return;
    const value = read(text);
    values[i] = value;
    if (Number.isNaN(value)) others += counts[i] ?? 0;
    else {
      numbers += counts[i] ?? 0;
      if (hasThousands(text, context.decimal)) thousands ??= text;
      if (text.startsWith(minusSign)) minus ??= text;
    }
  });
  const isWritten = losesWriting(raw, missing);
  const unread = unpackOthers(raw, context.decimal, read);
  const packedCount = Object.values(candidate.packed.counts).reduce((sum, count) => sum + count, 0);
  numbers += packedCount - unread.count;
  others += unread.count;
  thousands ??= unread.thousands;
  if (others > 0) {
    const factor = factorColumn(candidate);
    const meant = wished || (numbers >= fewestNumbers && numbers / (numbers + others) >= nearlyAll);
    if (meant && !context.doubtful.has(raw.name)) context.notes.push(notANumberNote(factor, context, grouped));
    return factor;
  }
  const note = (code: string, what: string): void => {
    context.notes.push({ file: context.file, code, message: `${context.file}, column ${raw.name}: ${what}` });
  };
  if (thousands !== undefined) note('thousands_separator', `${quoted(thousands)} was read as ${read(thousands)}`);
  if (minus !== undefined) {
    note('typographic_minus', `the minus sign in ${quoted(minus)} is not a hyphen and was read as one: ${read(minus)}`);
  }
  const all = raw.packed?.values ?? new Float64Array(raw.codes.length);
  raw.codes.forEach((code, row) => {
    if (code !== isPacked) all[row] = values[code] ?? NaN;
  });
  if (raw.packed && candidate.missingNumbers.size > 0)
    all.forEach((value, row) => candidate.missingNumbers.has(value) && (all[row] = NaN));
  if (isWritten) context.written.push({ raw: { ...raw, packed: unread.packed }, missing });
  return { kind: 'number', name: raw.name, values: all };
}

/**
 * Packed cells are kept as if their mark were the decimal one. Those written with the other mark are read again as
 * thousands, in place, or counted where they cannot be; `packed` of the result is as the cells were written.
 */
function unpackOthers(
  raw: RawColumn,
  decimal: DecimalMark,
  read: (text: string) => number,
): { count: number; thousands: string | undefined; packed: PackedNumbers | null } {
  const { packed } = raw;
  let count = 0;
  let thousands: string | undefined;
  if (!packed) return { count, thousands, packed };
  const again: { row: number; value: number }[] = [];
  raw.codes.forEach((code, row) => {
    if (code !== isPacked) return;
    const form = packed.forms[row] ?? 0;
    if (form === 0 || isWrittenWith(form, decimal)) return;
    const text = unpack(packed, row);
    const value = read(text);
    if (Number.isNaN(value)) count++;
    else {
      again.push({ row, value });
      if (hasThousands(text, decimal)) thousands ??= text;
    }
  });
  // A column that turns out to be text must still be able to write its cells as they were.
  if (count > 0 || again.length === 0) return { count, thousands, packed };
  const before = { ...packed, values: packed.values.slice() };
  for (const { row, value } of again) packed.values[row] = value;
  return { count, thousands, packed: before };
}

function notANumberNote(column: FactorColumn, context: Context, grouped: boolean): Note {
  const bad = column.levels.map((level) => Number.isNaN(parseNumber(level, context.decimal, grouped)));
  const places: string[] = [];
  let count = 0;
  column.codes.forEach((code, row) => {
    if (code < 0 || !bad[code]) return;
    if (count++ >= 5) return;
    places.push(`row ${context.originRow[row] ?? 0} has ${quoted(column.levels[code] ?? '')}`);
  });
  const told = count > 5 ? `${places.join(', ')} and ${count - 5} more` : listed(places);
  const message = `${context.file}, column ${column.name}: not all of its values are numbers: ${told}; it is used as text`;
  const values = column.levels.filter((_, code) => bad[code]);
  return { file: context.file, code: 'not_a_number', message, textIn: { column: column.name, values } };
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
  const { packed } = raw;
  // Packed cells join the texts; what stood in the file before the packing began is there already.
  const known = new Map<string, number>(packed ? raw.texts.map((text, i) => [text, recoded[i] ?? -1]) : []);
  const levelOf = (row: number): number => {
    if (!packed) return -1;
    const text = unpack(packed, row);
    const level = known.get(text) ?? levels.push(text) - 1;
    known.set(text, level);
    return level;
  };
  const codes = raw.codes.map((code, row) => (code === isPacked ? levelOf(row) : (recoded[code] ?? -1)));
  return { kind: 'factor', name: raw.name, codes, levels };
}
