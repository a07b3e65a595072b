// SPDX-License-Identifier: MIT
/** Number of cells up to the last that is not empty. */
export function cellsUsed(row: readonly string[]): number {
  let used = row.length;
  while (used > 0 && row[used - 1]?.trim() === '') used--;
  return used;
}
