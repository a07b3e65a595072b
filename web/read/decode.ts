// SPDX-License-Identifier: MIT
/** Bytes to text: UTF-8, UTF-16 or Windows-1252. */
import type { ReadingOptions } from '../contract/plan.js';

export type Encoding = NonNullable<ReadingOptions['encoding']>;

export interface Decoded {
  /** Without a byte order mark, every line end as "\n". */
  text: string;
  encoding: Encoding;
  /** True when the encoding was chosen because the bytes are not valid UTF-8. */
  fallback: boolean;
}

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

/**
 * Decodes with the encoding asked for, or else UTF-16 where detected, UTF-8 where valid, Windows-1252 otherwise.
 * It cannot fail: malformed bytes become U+FFFD only under an encoding the caller chose.
 */
export function decode(bytes: Uint8Array, requested?: Encoding): Decoded {
  const encoding = requested ?? detectUtf16(bytes);
  if (encoding) {
    const text = encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
    return { text: tidy(text), encoding, fallback: false };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: tidy(text), encoding: 'utf-8', fallback: false };
  } catch {
    return { text: tidy(decodeWindows1252(bytes)), encoding: 'windows-1252', fallback: true };
  }
}

/** What Windows-1252 has at 0x80 to 0x9F; the five unused bytes stay control characters. */
const windows1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Node 20's decoder of that name leaves 0x80 to 0x9F as control characters; browsers do not. This makes them agree. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (letter) => windows1252.charAt(letter.charCodeAt(0) - 0x80));
}

/** TextDecoder has removed the byte order mark; one line end makes line numbers simple. */
function tidy(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
}
