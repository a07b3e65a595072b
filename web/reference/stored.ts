// SPDX-License-Identifier: MIT
/** Stored results of other software as the build selects them (scripts/lib/reference.mjs): one request, many numbers. */
import type { FitRequest } from '../contract/fit.js';

export interface ReferenceSet {
  /** What docs/validation.md reports, of which this is a selection. */
  all: { numbers: number; cases: number };
  /** Data as CSV, by file name. */
  files: Record<string, string>;
  cases: ReferenceCase[];
}

export interface ReferenceCase {
  /** The stored file, without .json. */
  name: string;
  file: string;
  request: FitRequest;
  /** What made each part, with its version. */
  software: { fit: string; inference: string; means: string };
  stored: StoredResult;
}

/** A table by column: level columns and names are text, statistics are numbers. */
export type StoredTable = Record<string, (string | number | null)[]>;

export interface StoredResult {
  logLik: number;
  /** Lower triangles, one per group. */
  covariance?: { group: string | null; matrix: number[][] }[];
  /** Variances (one term twice) and covariances of random effects. */
  random?: { group: string; terms: [string, string]; value: number }[];
  sigma?: number;
  coefficients: StoredTable;
  tests?: StoredTable;
  emmeans?: StoredTable;
  contrasts?: StoredTable;
}
