// SPDX-License-Identifier: MIT
/** What counts as a number. Hexadecimal, "1_000", "Infinity" and the like do not. */

export type DecimalMark = '.' | ',';

const plain = /^[+-]?\d+(?:[eE][+-]?\d+)?$/;
const withPoint = /^[+-]?(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const withComma = /^[+-]?(?:\d+,\d+|,\d+)(?:[eE][+-]?\d+)?$/;
/** "1,234" is 1.234 to one half of the world and 1234 to the other; "0,125" is not in doubt. */
const doubtfulComma = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/;
const groupedByComma = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const groupedByPoint = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/;

export type NumberShape = 'plain' | 'point' | 'comma' | 'doubtful' | 'none';

/** How the text is written, before it is known which mark the file uses. */
export function numberShape(text: string): NumberShape {
  if (plain.test(text)) return 'plain';
  if (withPoint.test(text)) return 'point';
  if (doubtfulComma.test(text)) return 'doubtful';
  if (withComma.test(text)) return 'comma';
  return 'none';
}

/**
 * The number a trimmed text stands for, or NaN. Thousands separators are read only with `grouped`: when the user has
 * said which mark is the decimal one, the other can only separate thousands.
 */
export function parseNumber(text: string, decimal: DecimalMark, grouped = false): number {
  if (plain.test(text)) return finite(text);
  if (decimal === '.') {
    if (withPoint.test(text)) return finite(text);
    return grouped && groupedByComma.test(text) ? finite(text.replaceAll(',', '')) : NaN;
  }
  if (withComma.test(text)) return finite(text.replace(',', '.'));
  return grouped && groupedByPoint.test(text) ? finite(text.replaceAll('.', '').replace(',', '.')) : NaN;
}

function finite(text: string): number {
  const value = Number(text);
  return Number.isFinite(value) ? value : NaN;
}
