// SPDX-License-Identifier: MIT
/** `analyze PLAN.json`: a whole trial as its plan says. */
import type { Engine } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { InputError, Report } from '../contract/report.js';
import { analyzeFiles } from '../engine/files.js';
import type { ReadResult } from '../read/index.js';
import { exportReport } from './export.js';
import { analyzeOptions } from './options.js';
import { answerPlan, incomplete, type PlanAnswer } from './plan_command.js';

export function analyze(args: string[]): Promise<PlanAnswer> {
  return answerPlan(args, analyzeOptions, run, problemOf, async (report, engine, plan, files, values) => {
    if (values['export'] !== undefined) await exportReport(values['export'], report, engine, plan, files);
  });
}

function run(engine: Engine, plan: Plan, files: ReadResult[]): Report {
  const start = performance.now();
  const report = analyzeFiles(engine, plan, files);
  report.elapsedMs = performance.now() - start;
  return report;
}

function problemOf(report: Report): InputError | null {
  const failed = report.outcomes.filter(({ status }) => status === 'failed');
  if (failed.length === 0 && report.errors.length === 0) return null;
  const reasons = [
    ...failed.map(({ id, error }) => `${id}: ${error?.message ?? 'failed'}`),
    ...report.errors.flatMap(({ message }) => (failed.some(({ error }) => error?.message === message) ? [] : message)),
  ];
  return incomplete('the report is', reasons, failed[0]?.error ?? report.errors[0]);
}
