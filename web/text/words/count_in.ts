// SPDX-License-Identifier: MIT

/** How a language writes a whole number of things, with what it puts between thousands; what is no number stays as it is. */
export function countIn(locale: string): (n: number) => string {
  const format = new Intl.NumberFormat(locale);
  return (n) => (Number.isFinite(n) ? format.format(n) : String(n));
}
