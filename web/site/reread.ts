// SPDX-License-Identifier: MIT
/** What of the files held a change of the plan has read in another way. */
import type { Plan } from '../contract/plan.js';
import type { PlanEdit } from '../elements/events.js';
import { omit } from '../elements/omit.js';
import type { FileSummary } from '../engine/client.js';

/** The plan for files that are read in the way they are found to be. */
export const readAsFound = (plan: Plan): Plan => ({ ...plan, files: plan.files.map((file) => omit(file, 'reading')) });

/** Whether the files held must be read again, or gone through again, when one plan takes the place of another. */
export function isReadOtherwise(before: Plan, after: Plan, held: readonly FileSummary[]): boolean {
  const readingOf = ({ files, definitions }: Plan): string =>
    JSON.stringify([files.map(({ name, reading }) => [name, reading]), definitions]);
  const isKnown = ({ name }: FileSummary): boolean => after.files.some((file) => file.name === name);
  return readingOf(before) !== readingOf(after) || !held.every(isKnown);
}

/** `isAll`: their way of reading is all that changes of them. */
export interface ReadAnew {
  files: readonly string[];
  isAll: boolean;
}

/** The files that a change has read in another way; null where there are none. */
export function readAnew(edit: PlanEdit): ReadAnew | null {
  if (edit.kind === 'covariates' && edit.taken) return { files: edit.taken.files, isAll: true };
  if (edit.kind !== 'file' || !('reading' in edit.patch)) return null;
  return { files: [edit.name], isAll: Object.keys(edit.patch).length === 1 };
}
