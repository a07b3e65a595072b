// SPDX-License-Identifier: MIT
/** A plan whose tables have become parts of another: a file for one more visit came. */
import type { Plan, PlanFile, Stack } from '../contract/plan.js';
import type { FileSummary } from '../engine/messages.js';

type Held = Pick<FileSummary, 'name' | 'options'>;

/** The entry of a table that was put together from some of the parts, or of one part without visits, is that of all. */
export function withGrownStacks(plan: Plan, held: readonly Held[]): Plan {
  return held.reduce((next, { name, options: { stack } }) => (stack ? grown(next, name, stack) : next), plan);
}

function grown(plan: Plan, name: string, stack: Stack): Plan {
  const names = new Set(stack.parts.map((part) => part.name));
  const isPart = (file: PlanFile): boolean => {
    const { reading, role, visit, date, wide } = file;
    if (reading?.stack) return reading.stack.parts.every((part) => names.has(part.name));
    if (!names.has(file.name)) return false;
    // Pieces have their visits themselves.
    if (stack.visit === undefined) return role === 'records' || role === 'participants';
    return role === 'records' && visit === undefined && date === undefined && !wide;
  };
  const first = plan.files.find((file) => isPart(file));
  const isThere = plan.files.some((file) => file.name === name && file !== first);
  if (!first || isThere || first.reading?.stack?.parts.length === stack.parts.length) return plan;
  const entry: PlanFile = {
    ...first,
    name,
    ...(stack.visit !== undefined && { visit: first.visit ?? stack.visit }),
    reading: { ...withoutOwn(first.reading), stack },
  };
  return {
    ...plan,
    files: plan.files.map((file) => (file === first ? entry : file)),
    instruments: plan.instruments.map((each) => (each.file === first.name ? { ...each, file: name } : each)),
  };
}

/** What is said of one file alone is said in its part. */
function withoutOwn(reading: PlanFile['reading'] = {}): NonNullable<PlanFile['reading']> {
  const common = { ...reading };
  for (const key of ['encoding', 'delimiter', 'sheet', 'headerRow'] as const) delete common[key];
  return common;
}
