// SPDX-License-Identifier: MIT
/** What the data hold before anything is fitted: the `check` of the core. It names participants and is never published. */
import type { InputError, Warning } from './report.js';

export interface DataCheck {
  files: FileCheck[];
  /** Reference arm first. */
  arms: { arm: string; participants: number }[];
  /** Participants that stand in two arms or in none; `arms` as they stand in the files. */
  armProblems: { id: string; arms: string[] }[];
  /** One table per score of the plan. */
  scores: ScoreCheck[];
  /** Every problem found, errors that keep a file or an outcome out first. */
  problems: DataProblem[];
  warnings: Warning[];
}

export interface FileCheck {
  name: string;
  role: string;
  /** Rows of the file, and of these used. */
  rows: number;
  rowsUsed: number;
  /** Why rows are not used. */
  unused: { reason: string; n: number }[];
  participants: number;
  /** Identifiers that no participant has, and participants without a row here. At most 1,000 each. */
  unmatched: string[];
  withoutRows: string[];
  /** Identifiers (participants) or identifier and visit (records) that stand more than once. At most 1,000. */
  duplicates: { id: string; visit: string | null; rows: number[] }[];
}

export interface ScoreCheck {
  score: string;
  label: string;
  visits: string[];
  /** Participants with a score, by arm and visit, in the order of `arms` and `visits`. */
  counts: { arm: string; n: number[] }[];
  /** One per participant, arms together, at most 2,000: one letter per visit: s scored, p prorated, u unscored, - none. */
  participants: { id: string; arm: string; states: string }[];
  /** Participants beyond those listed. */
  more: number;
}

export interface DataProblem {
  /** out_of_range, not_a_number, before_start, date_impossible, outside_windows, ... */
  kind: string;
  severity: 'error' | 'warning';
  problem: InputError;
}
