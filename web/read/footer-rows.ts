// SPDX-License-Identifier: MIT
/** Remarks below the last row of a table: "# end", "Source: eCRF of 3 September". */

/** More rows in a row with one cell each are no remarks. */
export const mostFooterRows = 10;

/** A narrower table has rows of one cell by its nature. */
const leastWidth = 3;

const words =
  'end|ende|eof|fin|end of (?:file|data)|total|totals|gesamt|sum|summe|mean|means|average|mittel|mittelwert|moyenne|sd|median|note|notes|notiz|anmerkung|remark|remarks|source|quelle|legend|legende|n';
const startsAsRemark = /^(?:[#*;]|\/\/|--)/;
const isWord = new RegExp(`^(?:${words})(?:\\s*[:=(].*)?[.:]?$`, 'i');

/** The one cell of the row that is not empty, where it is the first and the table is wide enough; else null. */
export function onlyCell(cells: readonly string[], width: number): string | null {
  const [first = '', ...others] = cells;
  return width >= leastWidth && first.trim() !== '' && others.every((cell) => cell.trim() === '') ? first.trim() : null;
}

/**
 * True for a cell that is a remark and no identifier: marked as one, called a total or the like, or several words; fewer
 * words do where the row is cut short. An identifier alone is a participant without values, or a row that was cut off.
 */
export function isRemark(cell: string, isShort: boolean): boolean {
  if (startsAsRemark.test(cell) || isWord.test(cell)) return true;
  return cell.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= (isShort ? 2 : 4);
}
