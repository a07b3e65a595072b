// SPDX-License-Identifier: MIT
/** What a plan's choices made of the records, told with every result. */
import type { Plan, PlanFile, RepeatedRule } from '../contract/plan.js';
import type { Warning } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { listed, quoted } from './errors.js';
import { countsFromFirst } from './first-record.js';
import { prepareWithFaults } from './prepare.js';
import { repeatedRows } from './repeated.js';
import { tableParts } from './sheet-names.js';
import type { ReadResult } from './types.js';
import { visitsOfNames } from './visit-of-table.js';

/** Of records from before the start date, windows keep those that are in one: the core tells of them all. */
export const beforeStartInWindows =
  ({ files }: Plan) =>
  (warning: Warning): Warning => {
    const file = files.find(
      ({ name, windows }) => warning.message.startsWith(`${name}: `) && (windows ?? []).length > 0,
    );
    if (warning.code !== 'before_start' || !file) return warning;
    const [found] = warning.message.split('; kept, ');
    return {
      ...warning,
      message: `${found ?? ''}; used, with study days below 0, where a visit window holds the day, and else not used`,
    };
  };

export function recordWarnings(plan: Plan, files: readonly ReadResult[]): Warning[] {
  return plan.files.flatMap((file) =>
    file.role === 'records'
      ? [...givenVisitsWarning(file), ...firstRecordWarning(plan, file), ...repeatedWarning(plan, file, files)]
      : [],
  );
}

/** Visits that the names of the tables do not tell are somebody's word. */
function givenVisitsWarning({ name, reading }: PlanFile): Warning[] {
  const { visit, parts = [] } = reading?.stack ?? {};
  const names = parts.map((part) => tableParts(part.name)?.part ?? part.name);
  const visits = parts.map((part) => part.visit ?? '');
  if (visit === undefined || JSON.stringify(visitsOfNames(names)) === JSON.stringify(visits)) return [];
  const told = names.map((each, i) => `${quoted(each)} is ${quoted(visits[i] ?? '')}`);
  const message = `${name}: the visits are as they were given for each table: ${listed(told, 20)}`;
  return [{ code: 'visits_given', message }];
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
  const told = groups.map((rows) => rowsOf(table, rows));
  const message = `${file.name}: of several records of one participant at one visit, ${ruleWords[repeated]}: ${told.slice(0, 6).join('; ')}${told.length > 6 ? `; and ${told.length - 6} more` : ''}`;
  return [{ code: 'repeated_records', message }];
}

const rowsOf = ({ originRow }: Table, rows: readonly number[]): string =>
  `rows ${listed(
    rows.map((row) => String(originRow[row] ?? 0)),
    6,
  )}`;
