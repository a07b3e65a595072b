// SPDX-License-Identifier: MIT
/**
 * A column of text while it grows. Each distinct cell is kept once and rows hold its code, so that typing looks at each
 * value once and memory does not grow with the text. In a column with very many distinct cells, those that are plainly
 * written numbers are kept as numbers, with how they were written, and can be written again as they were.
 */
import { numberShape, type NumberShape } from './numbers.js';

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
const dictionarySize = 50_000;

const chunkBits = 16;
const chunkSize = 1 << chunkBits;
const within = chunkSize - 1;

export class ColumnBuilder {
  private readonly _codes: Int32Array[] = [];
  private readonly _index = new Map<string, number>();
  private readonly _texts: string[] = [];
  private readonly _values: (Float64Array | undefined)[] = [];
  private readonly _forms: (Uint8Array | undefined)[] = [];
  private _current = new Int32Array(0);
  private _hasPacked = false;
  private readonly _neverPacked: ReadonlySet<string>;

  /** `neverPacked` are texts that may mean missing. */
  constructor(neverPacked: ReadonlySet<string>) {
    this._neverPacked = neverPacked;
  }

  /** Rows come in order, without gaps. */
  set(row: number, cell: string): void {
    const at = row & within;
    if (at === 0) {
      this._current = new Int32Array(chunkSize);
      this._codes.push(this._current);
    }
    const code = this._index.get(cell);
    this._current[at] = code ?? this._newCode(cell, row);
  }

  finish(name: string, rowCount: number): RawColumn {
    this._index.clear();
    const codes = joined(this._codes, new Int32Array(rowCount));
    const packed = this._hasPacked
      ? {
          values: joined(this._values, new Float64Array(rowCount)),
          forms: joined(this._forms, new Uint8Array(rowCount)),
        }
      : null;
    return { name, codes, texts: this._texts, packed };
  }

  private _newCode(cell: string, row: number): number {
    if (this._texts.length >= dictionarySize && !this._neverPacked.has(cell) && this._pack(cell, row)) return isPacked;
    const code = this._texts.push(ownCopy(cell)) - 1;
    this._index.set(this._texts[code] ?? cell, code);
    return code;
  }

  private _pack(cell: string, row: number): boolean {
    const form = formOf(cell);
    if (form === null) return false;
    this._hasPacked = true;
    const chunk = row >> chunkBits;
    const values = (this._values[chunk] ??= new Float64Array(chunkSize));
    const forms = (this._forms[chunk] ??= new Uint8Array(chunkSize));
    values[row & within] = Number(form >= withComma ? cell.replace(',', '.') : cell);
    forms[row & within] = form;
    return true;
  }
}

const fixed = /^-?(?:0|[1-9]\d*)(?:([.,])(\d+))?$/;

/**
 * How a number is written, if it can be written again from its value alone: with up to 15 digits (then the decimals say
 * all), or exactly as JavaScript writes the value. Codes with leading zeros or 16 digits and more are not numbers.
 */
function formOf(cell: string): number | null {
  const match = fixed.exec(cell);
  if (match) {
    const digits = cell.length - (cell.startsWith('-') ? 1 : 0) - (match[1] === undefined ? 0 : 1);
    const isNegativeZero = cell.startsWith('-') && !/[1-9]/.test(cell);
    if (digits <= 15 && !isNegativeZero) return (match[2]?.length ?? 0) + (match[1] === ',' ? withComma : 0);
  }
  const value = Number(cell);
  return Number.isFinite(value) && String(value) === cell && !/^-?\d{16,}$/.test(cell) ? shortest : null;
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
      const form = packed.forms[row] ?? 0;
      const isSimple = form < shortest;
      const shape = isSimple ? (form === 0 ? 'plain' : 'point') : numberShape(unpack(packed, row));
      counts[shape]++;
      first[shape] ??= unpack(packed, row);
    });
  }
  return { counts, first };
}

/** A piece of a long text keeps all of it alive: what is kept for long gets letters of its own. */
function ownCopy(cell: string): string {
  return cell.length < 13 ? cell : `${cell}\0`.slice(0, -1);
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
