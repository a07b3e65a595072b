// SPDX-License-Identifier: MIT
/** A number of things. */
import { countIn } from './count_in.js';

/** "1", "1,000,000". */
export const counted = countIn('en');

/** "1 row", "1,000,000 rows". */
export const plural = (n: number, one: string, many = `${one}s`): string => `${counted(n)} ${n === 1 ? one : many}`;
