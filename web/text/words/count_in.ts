// SPDX-License-Identifier: MIT

/** How a language writes a whole number of things, with what it puts between thousands. */
export function countIn(locale: string): (n: number) => string {
  const format = new Intl.NumberFormat(locale);
  return (n) => format.format(n);
}
