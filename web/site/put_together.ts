// SPDX-License-Identifier: MIT
/** Tables of a plan as one, as somebody asked for it. */
import type { Plan, PlanFile, ReadingOptions, Stack } from '../contract/plan.js';
import { mergedCodes } from '../read/likely-codes.js';
import { stackName } from '../read/stack-parts.js';

interface Asked {
  reading: ReadingOptions & { stack: Stack };
  sameVisits?: Record<string, string>;
}

/**
 * The entry of the table in the place of the first of its parts; nothing is said of it yet but how it is read, and which
 * of its visits are one. `others` is
 * the plan without the parts and what is made of them.
 */
export function putTogether(plan: Plan, { reading, sameVisits }: Asked, others: Plan): Plan {
  const names = reading.stack.parts.map(({ name }) => name);
  const kept = others.files.map(({ name }) => name);
  const own = plan.files.filter(({ name }) => names.includes(name)).map((file) => file.reading?.missingIn ?? {});
  const missingIn = mergedCodes(reading.missingIn, ...own);
  const read = Object.keys(missingIn).length === 0 ? reading : { ...reading, missingIn };
  const name = stackName(names, kept);
  const entry: PlanFile = { name, role: 'ignored', reading: read, ...(sameVisits && { sameVisits }) };
  const at = plan.files.findIndex(({ name }) => names.includes(name));
  const before = plan.files.slice(0, Math.max(0, at)).filter(({ name }) => kept.includes(name)).length;
  return { ...others, files: [...others.files.slice(0, before), entry, ...others.files.slice(before)] };
}
