// SPDX-License-Identifier: MIT
/** `individual PLAN.json` and `influence PLAN.json`: what concerns single participants, apart from the report. */
import type { FailedOutcome } from '../contract/individual.js';
import type { InputError } from '../contract/report.js';
import { individualFiles, influenceFiles } from '../engine/files.js';
import { individualOptions, influenceOptions } from './options.js';
import { answerPlan, incomplete, type PlanAnswer } from './plan_command.js';

export function individual(args: string[]): Promise<PlanAnswer> {
  return answerPlan(args, individualOptions, individualFiles, problemOf);
}

export function influence(args: string[]): Promise<PlanAnswer> {
  return answerPlan(args, influenceOptions, (engine, plan, files) => influenceFiles(engine, plan, files), problemOf);
}

function problemOf({ failed }: { failed: FailedOutcome[] }): InputError | null {
  if (failed.length === 0) return null;
  const reasons = failed.map(({ outcome, error }) => `${outcome}: ${error.message}`);
  return incomplete('the answer is', reasons, failed[0]?.error);
}
