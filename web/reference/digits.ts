// SPDX-License-Identifier: MIT
/** How far two numbers agree. */

/** Stored results have 15 significant digits: no more can be seen. */
export const mostDigits = 15;

/** -log10 of the difference relative to `scale`, from 0 to 15; 0 where there is no number to compare. */
export function digitsOfAgreement(ours: number, theirs: number, scale = Math.abs(theirs)): number {
  if (ours === theirs) return mostDigits;
  const digits = -Math.log10(Math.abs(ours - theirs) / scale);
  return Number.isNaN(digits) ? 0 : Math.min(Math.max(digits, 0), mostDigits);
}
