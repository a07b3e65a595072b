// SPDX-License-Identifier: MIT
/** A table that was put together from several, as these again. */
import type { Plan, PlanFile } from '../contract/plan.js';
import { omit } from '../elements/omit.js';

/** The entries of the parts: nothing is said of them yet but how they are read. Codes for missing are found anew. */
export function partsOf({ reading }: PlanFile): PlanFile[] {
  const { stack, ...common } = omit(reading ?? {}, 'missingIn');
  return (stack?.parts ?? []).map((part) => ({
    name: part.name,
    role: 'ignored',
    reading: { ...common, ...part.reading },
  }));
}

/** The plan with the parts in the place of the table; `others` is the plan without the table and what is made of it. */
export function takenApart(plan: Plan, name: string, others: Plan): Plan {
  const files = plan.files.flatMap((file) => (file.name === name ? partsOf(file) : [file]));
  return { ...others, files };
}
