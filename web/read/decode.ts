// SPDX-License-Identifier: MIT
/** Bytes to text, piece by piece: UTF-8, UTF-16 or Windows-1252. */
import type { ReadingOptions } from '../contract/plan.js';

export type Encoding = NonNullable<ReadingOptions['encoding']>;

/** The UTF-16 flavour of the bytes, by byte order mark or because every other byte is 0, else null. */
export function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = Math.min(bytes.length & ~1, 2000);
  if (sample < 4) return null;
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  const half = sample / 2;
  if (zeros[1] > 0.7 * half && zeros[0] < 0.05 * half) return 'utf-16le';
  if (zeros[0] > 0.7 * half && zeros[1] < 0.05 * half) return 'utf-16be';
  return null;
}

/** Thrown by a strict decoder: the bytes are no UTF-8. */
export class NotUtf8 extends Error {}

/**
 * Text without a byte order mark, every line end as "\n", however the bytes are cut into pieces. Malformed bytes become
 * U+FFFD, or are refused with NotUtf8 by a `strict` decoder.
 */
export class TextPieces {
  private readonly _decoder: TextDecoder;
  private readonly _isSingleByte: boolean;
  private _isStart = true;
  private _endedInReturn = false;

  constructor(encoding: Encoding, strict = false) {
    this._decoder = new TextDecoder(encoding, { fatal: strict });
    this._isSingleByte = encoding === 'windows-1252';
  }

  next(bytes: Uint8Array): string {
    return this._tidy(this._decode(bytes, true));
  }

  end(): string {
    return this._tidy(this._decode(new Uint8Array(0), false));
  }

  private _decode(bytes: Uint8Array, stream: boolean): string {
    try {
      const text = this._decoder.decode(bytes, { stream });
      return this._isSingleByte ? asWindows1252(text) : text;
    } catch (error) {
      throw error instanceof TypeError ? new NotUtf8() : error;
    }
  }

  /** A return at the end of a piece is a line end; a newline at the start of the next then belongs to it. */
  private _tidy(decoded: string): string {
    let text = decoded;
    if (text === '') return '';
    if (this._isStart && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    this._isStart = false;
    const belongsToLast = this._endedInReturn && text.charCodeAt(0) === 0x0a;
    this._endedInReturn = text.endsWith('\r');
    if (belongsToLast) text = text.slice(1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
}

/** The encoding asked for, or else UTF-16 where detected, UTF-8 where the first bytes are valid, else Windows-1252. */
export function detectEncoding(head: Uint8Array, isWhole: boolean): Encoding {
  const utf16 = detectUtf16(head);
  if (utf16) return utf16;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWhole });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** What Windows-1252 has at 0x80 to 0x9F; the five unused bytes stay control characters. */
const windows1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Node 20's decoder of that name leaves 0x80 to 0x9F as control characters; browsers do not. This makes them agree. */
function asWindows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (letter) => windows1252.charAt(letter.charCodeAt(0) - 0x80));
}

/** Finds the first word with a letter beyond ASCII, by which a reader can judge an encoding that was chosen. */
export class FirstForeignWord {
  /** The word and its line, counted from 1, once found. */
  found: { word: string; line: number } | null = null;
  private _line = 1;
  private _rest = '';

  next(text: string): void {
    if (this.found) return;
    const all = this._rest + text;
    const at = all.search(/[^\0-\x7f]/);
    const lastBreak = all.lastIndexOf('\n');
    if (at === -1 || lastBreak < at) {
      // Nothing yet, or its line goes on in the next piece: what is complete and plain is only counted.
      const until = at === -1 ? lastBreak + 1 : all.lastIndexOf('\n', at) + 1;
      this._line += countBreaks(all.slice(0, until));
      this._rest = all.slice(until);
      if (this._rest.length > 10_000) this.end();
      return;
    }
    this._take(all, at);
  }

  end(): void {
    const at = this.found ? -1 : this._rest.search(/[^\0-\x7f]/);
    if (at !== -1) this._take(this._rest, at);
  }

  private _take(text: string, at: number): void {
    const start = text.lastIndexOf('\n', at) + 1;
    const [line = ''] = text.slice(start, start + 100_000).split('\n');
    this.found = {
      word: /\S*[^\0-\x7f]\S*/.exec(line)?.[0] ?? '',
      line: this._line + countBreaks(text.slice(0, start)),
    };
  }
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
