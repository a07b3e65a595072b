// SPDX-License-Identifier: MIT
/** What the core can be asked, the same for the page's worker, the CLI and tests. */
import type { FitRequest, FitResult } from './fit.js';
import type { DataCheck } from './check.js';
import type { Individual, Influence } from './individual.js';
import type { Direction, InstrumentDefinition } from './instrument.js';
import type { MissingItems, Plan } from './plan.js';
import type { InputError, Report } from './report.js';
import type { Table } from './table.js';

export type * from './fit.js';

/** One instrument on one table: the `score` command of the command line. */
export interface ScoreRequest {
  instrument: string;
  /** Item columns in item order. Default: recognised by their names. */
  items?: string[];
  /** Columns to repeat beside each row's scores. */
  id?: string[];
  scoring?: string;
  missingItems?: MissingItems;
  /** For an instrument whose direction must be declared. */
  direction?: Direction;
  /** An instrument of the caller's own; `instrument` is then its name. */
  definition?: InstrumentDefinition;
}

export interface ScoreResult {
  instrument: string;
  scoring: string;
  /** half, complete, at_least_7, subscales, or by_scale. */
  missingItems: string;
  caution?: string;
  items: string[];
  scales: (ScoreCounts & {
    score: string;
    label: string;
    range: [number, number];
    direction: 'lower_is_better' | 'higher_is_better';
  })[];
  rows: ScoredRow[];
  /** Counts of the instrument's first scale. */
  summary: ScoreCounts;
}

/** Rows scored, of these with missing items filled in by the rule, and left unscored. */
export interface ScoreCounts {
  scored: number;
  prorated: number;
  unscored: number;
}

/** The columns asked for as `id`, and the row's scores by scale. */
export interface ScoredRow {
  row: number;
  scores: Record<string, number | null>;
  answered: number;
  prorated: boolean;
  [id: string]: unknown;
}

/** Where a calculation stands. */
export interface Progress {
  stage: string;
  /** Id of the outcome of the plan. */
  outcome?: string;
  iteration: number;
  /** -2 log-likelihood so far. */
  objective: number;
}

/** Called while the core works. It must return soon: the core waits for it. */
export type OnProgress = (progress: Progress) => void;

export interface Engine {
  version(): string;
  fit(request: FitRequest, table: Table, onProgress?: OnProgress): FitResult;
  score(request: ScoreRequest, table: Table): ScoreResult;
  analyze(plan: Plan, tables: Table[], onProgress?: OnProgress): Report;
  /** What the data hold, before anything is fitted. Never throws for what is wrong with the data. */
  check(plan: Plan, tables: Table[]): DataCheck;
  /** What concerns single participants; apart from the report, which can be published without it. */
  individual(plan: Plan, tables: Table[]): Individual;
  /**
   * Every outcome refitted without each of `count` participants from the `from`th on (in the order of the files; 0 is the
   * first), so that a caller can stop in between. `outcomes` with the rows of these participants only. The first call
   * analyses the trial with all of them; those that follow with the same plan and tables go on from there.
   */
  influence(plan: Plan, tables: Table[], from: number, count: number): Influence;
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
