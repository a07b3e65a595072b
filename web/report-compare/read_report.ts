// SPDX-License-Identifier: MIT
/** A report that was saved, from its JSON. */
import type { Plan } from '../contract/plan.js';
import { reportSchemaVersion, type Report } from '../contract/report.js';
import { engineError } from '../read/errors.js';
import { parsePlan } from '../read/plan.js';

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

/** @throws EngineError where the report is of a newer version, or the plan in it cannot be used. */
export function planOfReport(report: Report): Plan {
  const version: unknown = report.schemaVersion;
  if (version !== reportSchemaVersion) {
    const remedy = 'open it with the version that wrote it';
    throw engineError(
      'bad_report',
      `the report's schemaVersion is ${JSON.stringify(version)}: this version reads reports of schemaVersion ${reportSchemaVersion}; ${remedy}`,
      { remedy },
    );
  }
  return parsePlan(JSON.stringify(report.plan));
}

function isFile(value: unknown): boolean {
  const { name, sha256 } = (value ?? {}) as { name?: unknown; sha256?: unknown };
  return typeof name === 'string' && typeof sha256 === 'string';
}
