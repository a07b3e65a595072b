// SPDX-License-Identifier: MIT
/** The numbers that are usually written for "missing". */

/** Codes that are no value of a column they lie far from. */
export const strongCodes: readonly number[] = [-9, -8, -7, -99, -999, -9999, 999, 9999];

/** No slips of the finger are among them: a 9 for a 6, a 77 for a 7 must be told as the errors they may be. */
export const typicalCodes: readonly number[] = [...strongCodes, 99];
