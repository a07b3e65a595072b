// SPDX-License-Identifier: MIT
/** What counts as a number. Hexadecimal, "1_000", "Infinity", "5%" and the like do not. */

export type DecimalMark = '.' | ',';

const plain = /^[+-]?\d+(?:[eE][+-]?\d+)?$/;
const withPoint = /^[+-]?(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const withComma = /^[+-]?(?:\d+,\d+|,\d+)(?:[eE][+-]?\d+)?$/;
/** "1,234" is 1.234 to one half of the world and 1234 to the other; "0,125" is not in doubt. */
const doubtfulComma = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** "1.050" in a file that shows no other decimal point and looks like one with decimal commas. */
const doubtfulPoint = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/** True for a point that may separate thousands as well as decimals. */
export function isDoubtfulPoint(written: string): boolean {
  return doubtfulPoint.test(withHyphen(written));
}

/** Thousands in groups of three, which may stand only where the decimal mark is known: "1,234", "1.234", "1 234". */
const groups = (mark: string): string => `[+-]?[1-9]\\d{0,2}(?:${mark}\\d{3})+`;
const groupedByComma = new RegExp(`^${groups(',')}(?:\\.\\d*)?$`);
const groupedByPoint = new RegExp(`^${groups('\\.')}(?:,\\d*)?$`);
/** Space, apostrophes, no-break, thin and narrow no-break space. */
const spacedByPoint = new RegExp(`^${groups("[ '\u2019\u00a0\u2009\u202f]")}(?:\\.\\d*)?$`);
const spacedByComma = new RegExp(`^${groups("[ '\u2019\u00a0\u2009\u202f]")}(?:,\\d*)?$`);

/** Written so that both marks show, or that a mark stands twice: "1,234.5", "1,234,567", "1'234.5", "1 234.5". */
const clearlyPoint =
  /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,}|(?:[ '\u2019\u00a0\u2009\u202f]\d{3})+\.\d+)$/;
/** "1.234,5", "1.234.567", "1 234,5", "1'234,5". */
const clearlyComma =
  /^[+-]?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,}|(?:[ '\u2019\u00a0\u2009\u202f]\d{3})+,\d+)$/;
/** "1'234" and "1 234" with a no-break space separate nothing but thousands. */
const clearlyGrouped = /^[+-]?[1-9]\d{0,2}(?:['\u2019\u00a0\u2009\u202f]\d{3})+$/;

export type NumberShape =
  'plain' | 'point' | 'comma' | 'doubtful' | 'groupedPoint' | 'groupedComma' | 'grouped' | 'none';

/** How the text is written, before it is known which mark the file uses. */
export function numberShape(written: string): NumberShape {
  const text = withHyphen(written);
  if (plain.test(text)) return 'plain';
  if (withPoint.test(text)) return 'point';
  if (doubtfulComma.test(text)) return 'doubtful';
  if (withComma.test(text)) return 'comma';
  if (clearlyPoint.test(text)) return 'groupedPoint';
  if (clearlyComma.test(text)) return 'groupedComma';
  return clearlyGrouped.test(text) ? 'grouped' : 'none';
}

/**
 * The number a trimmed text stands for, or NaN. Thousands separators are read where the text itself leaves no doubt
 * ("1.234,5"), or with `grouped`: the user has said which mark is the decimal one, or the column has shown it, and the
 * other can only separate thousands.
 */
export function parseNumber(written: string, decimal: DecimalMark, grouped = false): number {
  const text = withHyphen(written);
  if (plain.test(text)) return finite(text);
  if (decimal === '.') {
    if (withPoint.test(text)) return finite(text);
    const isGrouped = grouped && (groupedByComma.test(text) || spacedByPoint.test(text));
    return isGrouped || clearlyPoint.test(text) || clearlyGrouped.test(text) ? finite(without(text, ',')) : NaN;
  }
  if (withComma.test(text)) return finite(text.replace(',', '.'));
  const isGrouped = grouped && (groupedByPoint.test(text) || spacedByComma.test(text));
  if (!isGrouped && !clearlyComma.test(text) && !clearlyGrouped.test(text)) return NaN;
  return finite(without(text, '.').replace(',', '.'));
}

/** True when thousands were separated in a text that parseNumber reads. */
export function hasThousands(written: string, decimal: DecimalMark): boolean {
  const text = withHyphen(written);
  return !plain.test(text) && !(decimal === '.' ? withPoint : withComma).test(text);
}

/** The minus sign of typesetters. */
export const minusSign = '\u2212';

function withHyphen(text: string): string {
  return text.startsWith(minusSign) ? `-${text.slice(1)}` : text;
}

function without(text: string, mark: string): string {
  return text.replaceAll(mark, '').replace(/[ '\u2019\u00a0\u2009\u202f]/g, '');
}

function finite(text: string): number {
  const value = Number(text);
  return Number.isFinite(value) ? value : NaN;
}
