// SPDX-License-Identifier: MIT
/** What the core can be asked, the same for the page's worker, the CLI and tests. */
import type { Plan } from './plan.js';
import type { InputError, Report } from './report.js';
import type { Table } from './table.js';

/** One model on one table: design.md's `fit` command. */
export interface FitRequest {
  formula: string;
  method?: 'REML' | 'ML';
  df?: string;
  vcov?: 'model' | 'empirical' | 'empirical_jackknife' | 'empirical_bias_reduced';
  information?: 'observed' | 'expected';
  /** Level order by column; the first is the reference. */
  levels?: Record<string, string[]>;
  /** Numeric columns to treat as factors. */
  categorical?: string[];
  weights?: string;
  confidence?: number;
  emmeans?: { specs: string; weights?: 'equal' | 'proportional'; reference?: Record<string, string> };
}

/** One instrument on one table: design.md's `score` command. */
export interface ScoreRequest {
  instrument: string;
  items?: string[];
  id?: string[];
  scoring?: 'sum' | 'mean';
  missingItems?: 'half' | 'complete';
}

export interface Engine {
  version(): string;
  fit(request: FitRequest, table: Table): unknown;
  score(request: ScoreRequest, table: Table): unknown;
  analyze(plan: Plan, tables: Table[]): Report;
}

/** Thrown for every input or analysis error of the core. */
export class EngineError extends Error {
  readonly code: string;
  readonly detail: InputError['detail'];
  constructor(error: InputError) {
    super(error.message);
    this.name = 'EngineError';
    this.code = error.code;
    this.detail = error.detail;
  }
}
