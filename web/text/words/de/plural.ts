// SPDX-License-Identifier: MIT
/** A number of things. */
import { countIn } from '../count_in.js';

/** "1", "1.000.000". */
export const counted = countIn('de');

/** "1 Zeile", "1.000.000 Zeilen". */
export const plural = (n: number, one: string, many: string): string => `${counted(n)} ${n === 1 ? one : many}`;
