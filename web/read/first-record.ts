// SPDX-License-Identifier: MIT
/**
 * Study days without a start date: day 0 is the participant's first record, where somebody chose so. The core counts from a
 * start date, so that it is given a column with the date of each participant's first record.
 */
import { EngineError } from '../contract/engine.js';
import type { Plan, PlanFile } from '../contract/plan.js';
import type { NumberColumn, Table } from '../contract/table.js';
import { asLabels, tableWithLabels } from './as-written.js';
import { cellText, findColumn } from './columns.js';
import { dateColumn } from './dates.js';
import { joinedIds } from './join-ids.js';
import type { ReadResult } from './types.js';

type Files = Pick<Plan, 'files'>;

/** Name of the column that the core is given. */
export const firstRecordColumn = 'date of the first record';

/** Said of one file with dates, it holds for all. */
export const countsFromFirst = ({ files }: Files): boolean =>
  files.some(({ role, date, dayZero }) => role === 'records' && date !== undefined && dayZero === 'first_record');

/** Where the core looks for start dates: the file of participants, or else the first of records with arms. */
export const rosterOf = ({ files }: Files): PlanFile | undefined =>
  files.find(({ role }) => role === 'participants') ??
  files.find(({ role, arm }) => role === 'records' && arm !== undefined);

/** The table with that column, where it is the one that the core looks in. */
export function withFirstRecords(table: Table, planFile: PlanFile, plan: Plan, files: readonly ReadResult[]): Table {
  if (!countsFromFirst(plan) || rosterOf(plan)?.name !== planFile.name) return table;
  const ids = findColumn(table, planFile.id);
  if (!ids) return table;
  const first = firstRecords(plan, files);
  const values = Float64Array.from({ length: table.rowCount }, (_, row) => first.get(cellText(ids, row) ?? '') ?? NaN);
  const column: NumberColumn = { kind: 'number', name: firstRecordColumn, values };
  return { ...table, columns: [...table.columns, column] };
}

/** The earliest date of each participant in the plan's files of records, as days since 1970-01-01. */
export function firstRecords(plan: Plan, files: readonly ReadResult[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { name, role, id, date } of plan.files) {
    const file = files.find((each) => each.name === name);
    const ids = file && findColumn(tableWithLabels(file, [id]), id);
    if (role !== 'records' || date === undefined || !ids) continue;
    const people = joinedIds(asLabels({}, ids), plan, files);
    for (const [row, day] of daysOf(file, date).entries()) {
      const person = cellText(people, row);
      if (person === null || !isPossible(day)) continue;
      first.set(person, Math.min(first.get(person) ?? Infinity, Math.floor(day)));
    }
  }
  return first;
}

/** Dates that cannot be read are told of with their own file. */
function daysOf(file: ReadResult, date: string): Float64Array {
  try {
    return dateColumn(file, date).column.values;
  } catch (error) {
    if (error instanceof EngineError) return new Float64Array();
    throw error;
  }
}

/** Years 1900 to 2100, as the core has it. */
const isPossible = (day: number): boolean => day >= -25567 && day < 47847;
