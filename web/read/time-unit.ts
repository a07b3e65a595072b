// SPDX-License-Identifier: MIT
/** What the numbers of a file's visits count: by the names of its columns, and where those say "visit" by the numbers. */
import type { PlanFile, TimeUnit } from '../contract/plan.js';
import { distinctTexts } from './columns.js';
import { visitColumnAsItStands } from './prepare.js';
import { isRepeatInstance } from './repeat-instruments.js';
import type { Note, ReadResult } from './types.js';
import { timeUnitOfVisits, unitOfColumn, type VisitUnit } from './visit-names.js';

/** The unit of a records file, left out for days, with a note on what the names do not leave beyond doubt. */
export function settleTimeUnit(
  planFile: PlanFile,
  file: ReadResult,
  wide: { unit: VisitUnit; example: string },
  hasDiary: boolean,
  notes: Note[],
): void {
  const { visit, name } = planFile;
  if (visit === undefined || planFile.date !== undefined) return;
  const named = planFile.wide ? wide.unit : isRepeatInstance(visit) && hasDiary ? 'day' : unitOfColumn(visit);
  const unit = timeUnitOfVisits(visitsIn(planFile, file), named);
  if (unit === null) return;
  if (unit !== 'day') planFile.timeUnit = unit;
  const isSure = named === 'day' || named === 'none' || isRepeatInstance(visit);
  if (isSure) return;
  const what = planFile.wide
    ? `visits are numbered by ${named} as in the column names (${wide.example}) and ${taken[unit]}`
    : `the numbers in ${visit} are ${taken[unit]}${unit === named ? ', from its name' : ''}`;
  const message = `${name}: ${what}; \u201cVisits count\u201d beside the visit column (timeUnit in a plan) changes it`;
  notes.push({ file: name, code: 'visit_unit', message });
}

const taken: Record<TimeUnit, string> = {
  day: 'taken as days',
  week: 'read as weeks',
  month: 'read as months',
  visit: 'read as visit numbers',
};

function visitsIn(planFile: PlanFile, file: ReadResult): string[] {
  if (planFile.wide) return planFile.wide.map((each) => each.visit);
  const column = visitColumnAsItStands(file, planFile);
  return column ? distinctTexts(column) : [];
}
