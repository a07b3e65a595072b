// SPDX-License-Identifier: MIT
/** What tells a report from other JSON. */
import type { Report } from '../contract/report.js';

/** A report has results beside its plan; a plan and a definition have none. */
export function looksLikeReport(value: unknown): value is Report {
  if (typeof value !== 'object' || value === null) return false;
  const { software, plan, files, arms, outcomes } = value as Partial<Record<keyof Report, unknown>>;
  return (
    [files, arms, outcomes].every((list) => Array.isArray(list)) &&
    [software, plan].every((part) => typeof part === 'object' && part !== null) &&
    (files as unknown[]).every(isFile)
  );
}

function isFile(value: unknown): boolean {
  const { name, sha256 } = (value ?? {}) as { name?: unknown; sha256?: unknown };
  return typeof name === 'string' && typeof sha256 === 'string';
}
