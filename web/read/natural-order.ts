// SPDX-License-Identifier: MIT
/** The order in which a reader lists names that hold numbers: "0.25 mg" before "0.5 mg", "arm 2" before "arm 10". */

const parts = (text: string): string[] => text.split(/(\d+(?:[.,]\d+)?)/);

/** Odd parts are the numbers, with a point or a comma before their decimals. */
export function naturalOrder(one: string, other: string): number {
  const [left, right] = [parts(one), parts(other)];
  for (const [at, part] of left.entries()) {
    const beside = right[at];
    if (beside === undefined) return 1;
    const isNumber = at % 2 === 1;
    const order = isNumber ? valueOf(part) - valueOf(beside) : part.localeCompare(beside, 'en');
    if (order !== 0) return order;
  }
  return left.length - right.length || one.localeCompare(other, 'en');
}

const valueOf = (digits: string): number => Number(digits.replace(',', '.'));
