// SPDX-License-Identifier: MIT
/** Numbers by which the calculators on a page are told apart where nobody gave them a label. */

const taken = new Set<number>();

/** The lowest that none has. */
export function takeNumber(): number {
  let number = 1;
  while (taken.has(number)) number++;
  taken.add(number);
  return number;
}

export function giveNumberBack(number: number): void {
  taken.delete(number);
}
