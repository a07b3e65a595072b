// SPDX-License-Identifier: MIT
/**
 * A column of text while it grows. Each distinct cell is kept once and rows hold its code, so that typing looks at each
 * value once and memory does not grow with the text. In a column with very many distinct cells, those that are plainly
 * written numbers are kept as numbers, with how they were written, and can be written again as they were.
 */
import { numberShape, type NumberShape } from './numbers.js';
import { TextIndex } from './text-index.js';

export interface RawColumn {
  name: string;
  /** Per row, index into `texts`, or `isPacked`. */
  codes: Int32Array;
  /** Distinct cells, trimmed, in order of first appearance. */
  texts: string[];
  packed: PackedNumbers | null;
}

/** By row; meaningless where the code is not `isPacked`. */
export interface PackedNumbers {
  values: Float64Array;
  /** 0 to 15: that many decimals. With `withComma` added: after a comma. `shortest`: as JavaScript writes numbers. */
  forms: Uint8Array;
}

export const isPacked = -1;
const withComma = 32;
const shortest = 31;

/** Distinct texts after which numbers are packed. */
const dictionarySize = 10_000;

const chunkBits = 16;
const chunkSize = 1 << chunkBits;
const within = chunkSize - 1;

export class ColumnBuilder {
  private readonly _codes: Int32Array[] = [];
  private readonly _index = new TextIndex();
  private readonly _values: (Float64Array | undefined)[] = [];
  private readonly _forms: (Uint8Array | undefined)[] = [];
  private _hasPacked = false;
  private readonly _neverPacked: ReadonlySet<string>;

  /** `neverPacked` are texts that may mean missing. */
  constructor(neverPacked: ReadonlySet<string>) {
    this._neverPacked = neverPacked;
  }

  /** The cell of a row is `text` from `from` to `to`, without spaces around it. Rows come in order, without gaps. */
  set(row: number, text: string, from = 0, to = text.length): void {
    const chunk = (this._codes[row >> chunkBits] ??= new Int32Array(chunkSize));
    chunk[row & within] = this._codeOf(row, text, from, to);
  }

  finish(name: string, rowCount: number): RawColumn {
    const codes = joined(this._codes, new Int32Array(rowCount));
    const packed = this._hasPacked
      ? {
          values: joined(this._values, new Float64Array(rowCount)),
          forms: joined(this._forms, new Uint8Array(rowCount)),
        }
      : null;
    return { name, codes, texts: this._index.texts, packed };
  }

  private _codeOf(row: number, text: string, from: number, to: number): number {
    const isFull = this._index.texts.length >= dictionarySize;
    if (isFull && this._pack(row, text, from, to)) return isPacked;
    const code = this._index.find(text, from, to);
    return code >= 0 ? code : this._index.add(text.slice(from, to), code);
  }

  private _pack(row: number, text: string, from: number, to: number): boolean {
    if (this._neverPacked.size > 0 && this._neverPacked.has(text.slice(from, to))) return false;
    const form = formOf(text, from, to);
    if (form < 0) return false;
    this._hasPacked = true;
    const chunk = row >> chunkBits;
    const values = (this._values[chunk] ??= new Float64Array(chunkSize));
    const forms = (this._forms[chunk] ??= new Uint8Array(chunkSize));
    values[row & within] = formValue;
    forms[row & within] = form;
    return true;
  }
}

/** The number of the text that formOf was last asked about. */
let formValue = 0;

/**
 * How a number is written, if it can be written again from its value alone: with up to 15 digits (then the decimals say
 * all), or exactly as JavaScript writes the value; else -1. Codes with leading zeros or 16 digits and more are not
 * numbers. With so few digits both the digits and the power of ten are exact, so the quotient is the nearest number.
 */
function formOf(text: string, from: number, to: number): number {
  const isNegative = text.charCodeAt(from) === 0x2d;
  const start = isNegative ? from + 1 : from;
  let digits = 0;
  let mark = -1;
  let markCode = 0;
  for (let i = start; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits = digits * 10 + (code - 0x30);
    else if ((code === 0x2e || code === 0x2c) && mark < 0 && i > start && i < to - 1) {
      mark = i;
      markCode = code;
    } else return shortestForm(text, from, to);
  }
  const length = to - start - (mark < 0 ? 0 : 1);
  const wholeDigits = (mark < 0 ? to : mark) - start;
  if (length === 0 || (text.charCodeAt(start) === 0x30 && wholeDigits > 1)) return -1;
  if (length > 15 || (isNegative && digits === 0)) return shortestForm(text, from, to);
  const decimals = mark < 0 ? 0 : to - mark - 1;
  const value = digits / powersOfTen[decimals]!;
  formValue = isNegative ? -value : value;
  return decimals + (markCode === 0x2c ? withComma : 0);
}

const powersOfTen = Array.from({ length: 16 }, (_, i) => 10 ** i);

function shortestForm(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (to - from > 25 || !(first === 0x2d || (first >= 0x30 && first <= 0x39))) return -1;
  const cell = text.slice(from, to);
  formValue = Number(cell);
  return Number.isFinite(formValue) && String(formValue) === cell && !/^-?\d{16,}$/.test(cell) ? shortest : -1;
}

/** The text of a packed cell, as it stood in the file. */
export function unpack({ values, forms }: PackedNumbers, row: number): string {
  const value = values[row] ?? NaN;
  const form = forms[row] ?? 0;
  if (form === shortest) return String(value);
  return form >= withComma ? value.toFixed(form - withComma).replace('.', ',') : value.toFixed(form);
}

/** True for a form whose value is the number, when `decimal` is the decimal mark. */
export function isWrittenWith(form: number, decimal: '.' | ','): boolean {
  return decimal === '.' ? form <= shortest : form >= withComma;
}

export interface PackedShapes {
  counts: Record<NumberShape, number>;
  /** The first text of each shape. */
  first: Partial<Record<NumberShape, string>>;
}

/** What numberShape says of the packed cells. */
export function packedShapes(column: RawColumn): PackedShapes {
  const counts: PackedShapes['counts'] = {
    plain: 0,
    point: 0,
    comma: 0,
    doubtful: 0,
    groupedPoint: 0,
    groupedComma: 0,
    grouped: 0,
    none: 0,
  };
  const first: PackedShapes['first'] = {};
  const { packed, codes } = column;
  if (packed) {
    codes.forEach((code, row) => {
      if (code !== isPacked) return;
      const shape = shapeOf(packed, row);
      counts[shape]++;
      first[shape] ??= unpack(packed, row);
    });
  }
  return { counts, first };
}

function joined<Numbers extends Int32Array | Float64Array | Uint8Array>(
  chunks: readonly (Numbers | undefined)[],
  target: Numbers,
): Numbers {
  chunks.forEach((chunk, i) => {
    if (chunk) target.set(chunk.subarray(0, target.length - i * chunkSize), i * chunkSize);
  });
  return target;
}

function shapeOf(packed: PackedNumbers, row: number): NumberShape {
  const form = packed.forms[row] ?? 0;
  if (form === 0) return 'plain';
  if (form < shortest) return 'point';
  const size = Math.abs(packed.values[row] ?? 0);
  if (form > withComma) return form === withComma + 3 && size >= 1 && size < 1000 ? 'doubtful' : 'comma';
  return size >= 1e-6 && !Number.isInteger(size) ? 'point' : numberShape(unpack(packed, row));
}

/** Growing list of whole numbers. */
export class IntegerList {
  length = 0;
  private readonly _chunks: Int32Array[] = [];

  push(value: number): void {
    const at = this.length++ & within;
    if (at === 0) this._chunks.push(new Int32Array(chunkSize));
    const chunk = this._chunks[this._chunks.length - 1];
    if (chunk) chunk[at] = value;
  }

  finish(): Int32Array {
    return joined(this._chunks, new Int32Array(this.length));
  }
}
