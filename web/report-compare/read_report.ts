// SPDX-License-Identifier: MIT
/** A report that was saved, from its JSON. */
import type { Plan } from '../contract/plan.js';
import { reportSchemaVersion, type Report } from '../contract/report.js';
import { engineError } from '../read/errors.js';
import { parsePlan } from '../read/plan.js';

export { looksLikeReport } from '../read/report-shape.js';

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
