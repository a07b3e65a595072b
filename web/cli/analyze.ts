// SPDX-License-Identifier: MIT
/** `analyze PLAN.json`: a whole trial as its plan says; of several plans each is a trial of its own. */
import type { Engine, OnProgress } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { InputError, Report } from '../contract/report.js';
import { analyzeFiles } from '../engine/files.js';
import type { ReadResult } from '../read/index.js';
import { progressText } from '../text/progress.js';
import { analyzeMany } from './batch.js';
import { exportReport } from './export.js';
import { analyzeOptions } from './options.js';
import { answerPlan, incomplete, type PlanAnswer } from './plan_command.js';
import { progressLine } from './progress_line.js';
import { readManyArguments } from './usage.js';

export function analyze(args: string[]): Promise<PlanAnswer> {
  const { files: plans, values } = readManyArguments(args, 'plan file', analyzeOptions);
  if (plans.length > 1 || values.jobs !== undefined || values.resume) return analyzeMany(plans, values);
  return answerPlan(args, analyzeOptions, analyzeNow, problemOf, async (report, engine, plan, files) => {
    if (values.export !== undefined) await exportReport(values.export, report, engine, plan, files);
  });
}

/** The report with the time it took; on a terminal it is told meanwhile how far it is. */
export function analyzeNow(engine: Engine, plan: Plan, files: ReadResult[]): Report {
  const start = performance.now();
  const line = progressLine();
  const hear: OnProgress = (progress) => line?.tell((seconds) => progressText(progress, plan.outcomes, seconds));
  try {
    const report = analyzeFiles(engine, plan, files, line ? hear : undefined);
    report.elapsedMs = performance.now() - start;
    return report;
  } finally {
    line?.end();
  }
}

/** What of the report failed; null where nothing did. */
export function problemOf(report: Report): InputError | null {
  const failed = report.outcomes.filter(({ status }) => status === 'failed');
  if (failed.length === 0 && report.errors.length === 0) return null;
  const reasons = [
    ...failed.map(({ id, error }) => `${id}: ${error?.message ?? 'failed'}`),
    ...report.errors.flatMap(({ message }) => (failed.some(({ error }) => error?.message === message) ? [] : message)),
  ];
  return incomplete('the report is', reasons, failed[0]?.error ?? report.errors[0]);
}
