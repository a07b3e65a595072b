// SPDX-License-Identifier: MIT
/**
 * Decodes LZMA, which packs the WebAssembly a quarter smaller than what browsers unpack themselves. Only what the build
 * makes: a raw stream with lc = 3, lp = 0, pb = 0, and the size of the output known.
 *
 * Method: an adaptive binary range coder. Each decision (literal or match, length, distance) has a probability that is
 * kept in 11 bits and moved a 32nd of the way after each bit. See the LZMA specification in the LZMA SDK.
 */

const literalContextBits = 3;

/** Where each kind of decision keeps its probabilities. */
const isMatch = 0;
const isRep = isMatch + 12;
const isRep0 = isRep + 12;
const isRep1 = isRep0 + 12;
const isRep2 = isRep1 + 12;
const isRep0Long = isRep2 + 12;
const distanceSlot = isRep0Long + 12;
const distanceSpecial = distanceSlot + 4 * 64;
const distanceAlign = distanceSpecial + 128;
const matchLength = distanceAlign + 16;
/** A length has two choices, then 8, 8 or 256 values. */
const lengthSize = 2 + 8 + 8 + 256;
const repLength = matchLength + lengthSize;
const literals = repLength + lengthSize;
const probabilityCount = literals + (0x300 << literalContextBits);

class BitReader {
  private readonly _bytes: Uint8Array;
  private readonly _probabilities = new Uint16Array(probabilityCount).fill(1024);
  private _next = 5;
  private _range = 0xffffffff;
  private _code: number;

  constructor(bytes: Uint8Array) {
    this._bytes = bytes;
    this._code = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  }

  bit(index: number): number {
    const probability = this._probabilities[index]!;
    const bound = (this._range >>> 11) * probability;
    const isOne = this._code >= bound;
    if (isOne) {
      this._range -= bound;
      this._code -= bound;
      this._probabilities[index] = probability - (probability >> 5);
    } else {
      this._range = bound;
      this._probabilities[index] = probability + ((2048 - probability) >> 5);
    }
    this._normalize();
    return isOne ? 1 : 0;
  }

  /** `count` bits, highest first, each with the probability of the bits before it. */
  tree(base: number, count: number): number {
    let node = 1;
    for (let i = 0; i < count; i++) node = (node << 1) | this.bit(base + node);
    return node - (1 << count);
  }

  reverseTree(base: number, count: number): number {
    let node = 1;
    let value = 0;
    for (let i = 0; i < count; i++) {
      const bit = this.bit(base + node);
      node = (node << 1) | bit;
      value |= bit << i;
    }
    return value;
  }

  /** `count` bits without probabilities. */
  direct(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      this._range >>>= 1;
      const isOne = this._code >= this._range;
      if (isOne) this._code -= this._range;
      value = value * 2 + (isOne ? 1 : 0);
      this._normalize();
    }
    return value;
  }

  length(base: number): number {
    if (this.bit(base) === 0) return 2 + this.tree(base + 2, 3);
    if (this.bit(base + 1) === 0) return 10 + this.tree(base + 10, 3);
    return 18 + this.tree(base + 18, 8);
  }

  distance(length: number): number {
    const slot = this.tree(distanceSlot + 64 * Math.min(length - 2, 3), 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) * 2 ** count;
    if (slot < 14) return high + this.reverseTree(distanceSpecial + high - slot, count);
    return high + this.direct(count - 4) * 16 + this.reverseTree(distanceAlign, 4);
  }

  private _normalize(): void {
    if (this._range >= 0x1000000) return;
    this._range = (this._range << 8) >>> 0;
    this._code = ((this._code << 8) | (this._bytes[this._next++] ?? 0)) >>> 0;
  }
}

/** The `size` bytes that `packed` holds. Throws a RangeError when it is damaged. */
export function decodeLzma(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const reader = new BitReader(packed);
  const output = new Uint8Array(size);
  const recent = [0, 0, 0, 0];
  let state = 0;
  let at = 0;
  while (at < size) {
    if (reader.bit(isMatch + state) === 0) {
      output[at] = literal(reader, output, at, state >= 7 ? recent[0]! : -1);
      at++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length = 1;
    if (reader.bit(isRep + state) === 0) {
      length = reader.length(matchLength);
      recent.unshift(reader.distance(length));
      recent.pop();
      state = state < 7 ? 7 : 10;
    } else {
      const which = repeated(reader, state);
      if (which > 0) recent.unshift(...recent.splice(which, 1));
      const isShort = which === 0 && reader.bit(isRep0Long + state) === 0;
      if (!isShort) length = reader.length(repLength);
      state = isShort ? (state < 7 ? 9 : 11) : state < 7 ? 8 : 11;
    }
    const from = at - recent[0]! - 1;
    if (from < 0 || at + length > size) throw new RangeError('the packed WebAssembly is damaged');
    for (let i = 0; i < length; i++) output[at + i] = output[from + i]!;
    at += length;
  }
  return output;
}

/** Which of the four distances used last is used again. */
function repeated(reader: BitReader, state: number): number {
  if (reader.bit(isRep0 + state) === 0) return 0;
  if (reader.bit(isRep1 + state) === 0) return 1;
  return reader.bit(isRep2 + state) === 0 ? 2 : 3;
}

/** A byte; after a match, guided by the byte that the match would have gone on with. */
function literal(reader: BitReader, output: Uint8Array, at: number, distance: number): number {
  const before = at > 0 ? output[at - 1]! : 0;
  const base = literals + 0x300 * (before >> (8 - literalContextBits));
  let node = 1;
  if (distance >= 0) {
    let guide = output[at - distance - 1]!;
    while (node < 0x100) {
      const expected = (guide >> 7) & 1;
      guide <<= 1;
      const bit = reader.bit(base + ((1 + expected) << 8) + node);
      node = (node << 1) | bit;
      if (bit !== expected) break;
    }
  }
  while (node < 0x100) node = (node << 1) | reader.bit(base + node);
  return node & 0xff;
}
