// SPDX-License-Identifier: MIT
/** What a cell of a workbook holds, as text: numbers at full precision, dates as ISO dates. */

export type NumberFormat = 'date' | 'elapsed' | 'number' | 'percent';

const builtInDates: readonly [number, number][] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
];

/** What a number format makes of a number. A workbook stores dates as numbers of days; only the format tells. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (id === 46) return 'elapsed';
    if (id === 9 || id === 10) return 'percent';
    return builtInDates.some(([from, to]) => id >= from && id <= to) ? 'date' : 'number';
  }
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(h+|m+|s+)\]/i.test(positive)) return 'elapsed';
  const letters = positive.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '');
  if (positive.includes('%')) return 'percent';
  return /[ymdhs]/i.test(letters) && !/[0#?]/.test(letters.replace(/s\.0+/gi, 's')) ? 'date' : 'number';
}

const daySeconds = 86_400;

/**
 * The text of a number under its format. Days are counted from 1899-12-30, so that serial 61 is 1900-03-01, and with
 * `is1904` from 1904-01-01. Excel takes 1900 for a leap year: serial 60 is a day that never was, and those before it
 * are one later than that count says. A number below 1 is a time of day.
 */
export function numberText(value: number, format: NumberFormat, is1904: boolean): string {
  if (format === 'number' || format === 'percent' || value < 0) return String(value);
  const seconds = Math.round(value * daySeconds);
  if (format === 'elapsed') return clock(seconds);
  const [days, rest] = [Math.floor(seconds / daySeconds), seconds % daySeconds];
  if (days === 0 && !is1904) return clock(rest);
  if (days === 60 && !is1904) return '1900-02-29';
  const since1970 = is1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569);
  if (since1970 > 2_932_896) return String(value);
  const date = new Date(since1970 * daySeconds * 1000).toISOString().slice(0, 10);
  return rest === 0 ? date : `${date}T${clock(rest)}`;
}

function clock(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
}

/** Characters that XML cannot hold are written as _x000D_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Column of an address such as "AB12", counted from 0, or -1. */
export function columnIndex(address: string): number {
  let index = 0;
  for (let i = 0; i < address.length; i++) {
    const letter = address.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
    if (index > 1_000_000) break;
  }
  return index - 1;
}

/** Column counted from 0 as in an address: 27 is "AB". */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}
