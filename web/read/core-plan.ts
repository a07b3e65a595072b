// SPDX-License-Identifier: MIT
/** The plan as the core takes it: without what was settled in its tables already. */
import type { Plan, PlanFile } from '../contract/plan.js';
import { armsPlan, withPlansArms } from './arms.js';
import { countsFromFirst, firstRecordColumn, rosterOf } from './first-record.js';

/** The same plan where the core knows all that it says. */
export function corePlan(plan: Plan): Plan {
  const isOwn = plan.files.some(({ dayZero, repeated }) => dayZero !== undefined || repeated !== undefined);
  return armsPlan(isOwn ? { ...plan, files: plan.files.map((file) => coreFile(file, plan)) } : plan);
}

function coreFile(file: PlanFile, plan: Plan): PlanFile {
  const known = { ...file };
  delete known.dayZero;
  delete known.repeated;
  const isStart = countsFromFirst(plan) && rosterOf(plan) === file;
  return isStart ? { ...known, startDate: firstRecordColumn } : known;
}

/** What a report says of its plan, with what the core was not told. */
export function withPlansOwn(reported: Plan, plan: Plan): Plan {
  const next = withPlansArms(reported, plan);
  const files = next.files.map((file) => {
    const { dayZero, repeated } = plan.files.find(({ name }) => name === file.name) ?? {};
    const known = { ...file };
    if (known.startDate === firstRecordColumn) delete known.startDate;
    return { ...known, ...(dayZero && { dayZero }), ...(repeated && { repeated }) };
  });
  return { ...next, files };
}
