// SPDX-License-Identifier: MIT
/** Days are counted from one thing: what was chosen last. */
import type { Plan, PlanFile } from '../contract/plan.js';
import type { Patch } from '../elements/events.js';
import { omit } from '../elements/omit.js';

/** The plan after an edit of one of its files, without what the edit took the place of. */
export function withOneDayZero(plan: Plan, name: string, patch: Patch<PlanFile>): Plan {
  if (patch.startDate !== undefined) return { ...plan, files: plan.files.map(withoutFirstRecord) };
  if (patch.dayZero !== undefined) return { ...plan, files: plan.files.map((file) => omit(file, 'startDate')) };
  const isDated = !('date' in patch) || patch.date !== undefined;
  if (isDated) return plan;
  return { ...plan, files: plan.files.map((file) => (file.name === name ? withoutFirstRecord(file) : file)) };
}

/** What the first day is called is said of the start date, too. */
function withoutFirstRecord(file: PlanFile): PlanFile {
  return file.dayZero === undefined ? file : omit(omit(file, 'dayZero'), 'dayOfStart');
}
