// SPDX-License-Identifier: MIT
/** A number of things. */

/** "1 row", "2 rows". */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
