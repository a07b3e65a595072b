// SPDX-License-Identifier: MIT
/**
 * The npm library: the same engine without a page.
 *
 *     import { fit } from 'fatigue-calculator';
 *     const result = await fit({ formula: 'FEV1 ~ ARMCD * AVISIT + us(AVISIT | USUBJID)' }, { name: 'fev.csv', text });
 *
 * `loadEngine` gives the core itself, whose functions answer at once, on typed tables and in the thread that calls them.
 */
export { loadBuiltInEngine as loadEngine } from './built_in.js';
export { analyze, fit, read, score, stop, type CallOptions } from '../library/functions.js';
export type { TaskOptions } from '../library/queue.js';
export type { DataFile, DataInput, FileInput } from '../library/inputs.js';
export type { Row, Value } from '../library/rows.js';
export type { ReadAnswer, ScoreAnswer } from '../library/tasks.js';
export * from '../library/shared.js';
