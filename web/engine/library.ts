// SPDX-License-Identifier: MIT
/**
 * The npm library: the same engine without a page.
 *
 *     import { loadEngine, readFile } from 'fatigue-calculator';
 *     const engine = await loadEngine();
 *     const { table } = await readFile('fev.csv', bytes);
 *     const fit = engine.fit({ formula: 'FEV1 ~ ARMCD * AVISIT + us(AVISIT | USUBJID)' }, table);
 */
export { loadBuiltInEngine as loadEngine } from './built_in.js';
export { analyzeFiles, checkFiles, individualFiles, influenceFiles } from './files.js';
export { EngineError, type Engine, type OnProgress, type Progress } from '../contract/engine.js';
export type * from '../contract/fit.js';
export type { ScoreCounts, ScoredRow, ScoreRequest, ScoreResult } from '../contract/engine.js';
export type { Column, FactorColumn, NumberColumn, Table } from '../contract/table.js';
export type * from '../contract/check.js';
export type * from '../contract/individual.js';
export type * from '../contract/plan.js';
export type * from '../contract/report.js';
export {
  parsePlan,
  planSchema,
  prepareTables,
  prepareTablesLeniently,
  proposePlan,
  readFile,
  readTables,
  type PreparedTables,
  type ReadResult,
} from '../read/index.js';
