// SPDX-License-Identifier: MIT
/** What a plan's choices made of the records, told with every result. */
import type { Plan, PlanFile, RepeatedRule } from '../contract/plan.js';
import type { Warning } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { cellText, findColumn } from './columns.js';
import { listed } from './errors.js';
import { countsFromFirst } from './first-record.js';
import { prepareWithFaults } from './prepare.js';
import { repeatedRows } from './repeated.js';
import type { ReadResult } from './types.js';

export function recordWarnings(plan: Plan, files: readonly ReadResult[]): Warning[] {
  return plan.files.flatMap((file) =>
    file.role === 'records' ? [...firstRecordWarning(plan, file), ...repeatedWarning(plan, file, files)] : [],
  );
}

function firstRecordWarning(plan: Plan, { name, date }: PlanFile): Warning[] {
  if (date === undefined || !countsFromFirst(plan)) return [];
  const message = `${name}: study days are counted from each participant's first record (column ${date}), as was chosen, since no start date is used; for a participant whose baseline is missing, all days are counted from a later visit`;
  return [{ code: 'days_from_first_record', message }];
}

const ruleWords: Record<RepeatedRule, string> = {
  first: 'the one that stands first in the file is used, as was chosen',
  last: 'the one that stands last in the file is used, as was chosen',
  mean: 'their mean is used, as was chosen',
  none: 'none of them is used, as was chosen',
};

function repeatedWarning(plan: Plan, file: PlanFile, files: readonly ReadResult[]): Warning[] {
  const { repeated } = file;
  if (repeated === undefined) return [];
  const { table } = prepareWithFaults(plan, { ...file, repeated: undefined }, files);
  const groups = table ? repeatedRows(table, file) : [];
  if (!table || groups.length === 0) return [];
  const told = groups.map((rows) => toldOf(table, file, rows));
  const message = `${file.name}: of several records of one participant at one visit, ${ruleWords[repeated]}: ${listed(told, 6)}`;
  return [{ code: 'repeated_records', message }];
}

function toldOf(table: Table, { id }: PlanFile, rows: readonly number[]): string {
  const ids = findColumn(table, id);
  const lines = rows.map((row) => String(table.originRow[row] ?? 0));
  return `participant ${(ids && cellText(ids, rows[0] ?? 0)) ?? ''} (rows ${listed(lines, 6)})`;
}
