// SPDX-License-Identifier: MIT
/** Whether another plan reads the files held in another way. */
import type { Plan } from '../contract/plan.js';
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
