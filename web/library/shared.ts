// SPDX-License-Identifier: MIT
/** What both entries of the npm package have: the engine's functions on typed tables, and the types of the contracts. */
export {
  analyzeFiles,
  checkFiles,
  individualFiles,
  influenceFiles,
  parsePlan,
  prepareTables,
  prepareTablesLeniently,
  proposePlan,
  readFile,
  readTables,
} from './checked.js';
export { EngineError, type Engine, type OnProgress, type Progress } from '../contract/engine.js';
export type * from '../contract/fit.js';
export type { ScoreCounts, ScoredRow, ScoreRequest, ScoreResult } from '../contract/engine.js';
export type { Column, FactorColumn, NumberColumn, Table } from '../contract/table.js';
export type * from '../contract/check.js';
export type * from '../contract/individual.js';
export type * from '../contract/plan.js';
export type * from '../contract/report.js';
export { planSchema, type PreparedTables, type ReadResult } from '../read/index.js';
