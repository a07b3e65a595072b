// SPDX-License-Identifier: MIT
/**
 * Several records of one participant at one visit, or on one day: what the plan says to make of them. Without a word of the
 * plan they are left as they are, and the core refuses them.
 */
import type { PlanFile, RepeatedRule } from '../contract/plan.js';
import type { Column, Table } from '../contract/table.js';
import { cellText, findColumn, isMissing } from './columns.js';
import { takeRows } from './take-rows.js';

/** Columns of scores or answers, which tell nothing of who takes part. */
type Measured = ReadonlySet<string>;

/** Rows of one participant and visit, in the order of the file. */
export function repeatedRows(table: Table, { id, visit, date, wide }: PlanFile): number[][] {
  const ids = findColumn(table, id);
  const when = findColumn(table, date ?? visit ?? (wide ? 'visit' : undefined));
  if (!ids || !when) return [];
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const person = cellText(ids, row);
    const at = date !== undefined && when.kind === 'number' ? dayText(when.values[row]) : cellText(when, row);
    if (person === null || at === null) continue;
    const key = JSON.stringify([person, at]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter((rows) => rows.length > 1);
}

const dayText = (day = NaN): string | null => (Number.isNaN(day) ? null : String(Math.floor(day)));

/**
 * One row for each such group, or none, as the rule of the file says; the table itself where it says nothing. Who is in
 * the trial does not hang on it: where only rows set aside tell somebody's arm, one of them stays, without what is
 * `measured`.
 */
export function withRepeatedSettled(table: Table, planFile: PlanFile, measured: Measured): Table {
  const rule = planFile.repeated;
  if (rule === undefined) return table;
  const groups = repeatedRows(table, planFile);
  if (groups.length === 0) return table;
  const inTrial = rule === 'none' ? rowsOfMembers(table, planFile, groups) : new Set<number>();
  const dropped = new Set(
    groups.flatMap((rows) => rows.filter((row) => row !== keptOf(rows, rule) && !inTrial.has(row))),
  );
  const kept = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => !dropped.has(row));
  const groupOf = new Map(groups.map((rows) => [keptOf(rows, rule), rows]));
  const columns = table.columns.map((column) => {
    const taken = takeRows(column, kept);
    if (measured.has(column.name)) blank(taken, kept, inTrial);
    return rule === 'mean' ? withMeans(taken, column, kept, groupOf) : taken;
  });
  const originRow = Int32Array.from(kept, (row) => table.originRow[row] ?? 0);
  return { ...table, rowCount: kept.length, originRow, columns };
}

/** The row that stands for all; none where all are set aside. */
function keptOf(rows: readonly number[], rule: RepeatedRule): number | undefined {
  if (rule === 'none') return undefined;
  return rule === 'last' ? rows[rows.length - 1] : rows[0];
}

/** The first row with the arm of each participant whose rows outside of the groups do not tell it. */
function rowsOfMembers(table: Table, { id, arm }: PlanFile, groups: readonly number[][]): Set<number> {
  const [ids, arms] = [findColumn(table, id), findColumn(table, arm)];
  if (!ids || !arms) return new Set();
  const grouped = new Set(groups.flat());
  const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => !isMissing(arms, row));
  const told = new Set(rows.filter((row) => !grouped.has(row)).map((row) => cellText(ids, row)));
  const members = new Set<number>();
  for (const row of rows) {
    const person = cellText(ids, row);
    if (told.has(person)) continue;
    told.add(person);
    members.add(row);
  }
  return members;
}

/** `taken` is a copy of its own. */
function blank(taken: Column, kept: readonly number[], rows: ReadonlySet<number>): void {
  kept.forEach((row, at) => {
    if (!rows.has(row)) return;
    if (taken.kind === 'number') taken.values[at] = NaN;
    else taken.codes[at] = -1;
  });
}

/** Means of the numbers that are there; of labels the first. */
function withMeans(
  taken: Column,
  source: Column,
  kept: readonly number[],
  groupOf: ReadonlyMap<number | undefined, readonly number[]>,
): Column {
  kept.forEach((row, at) => {
    const known = (groupOf.get(row) ?? []).filter((each) => !isMissing(source, each));
    const [first] = known;
    if (first === undefined) return;
    if (taken.kind === 'factor' && source.kind === 'factor') taken.codes[at] = source.codes[first] ?? -1;
    if (taken.kind !== 'number' || source.kind !== 'number') return;
    taken.values[at] = known.reduce((sum, each) => sum + (source.values[each] ?? 0), 0) / known.length;
  });
  return taken;
}
