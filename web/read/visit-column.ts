// SPDX-License-Identifier: MIT
/** The visit column as it is analysed: labels without what tells the arm, in the order of the number beside them. */
import type { PlanFile } from '../contract/plan.js';
import type { Column, FactorColumn, Table } from '../contract/table.js';
import { cellText, columnNames, findColumn } from './columns.js';
import { companionOf, compactName } from './names.js';

/**
 * A column of labels whose levels stand in the order of its numeric companion (AVISITN beside AVISIT), where there is
 * one; other columns as they are. Labels that the plan's `sameVisits` has are another's. REDCap's events lose the arm at their end: week_4_arm_1 and week_4_arm_2 are week_4.
 */
export function visitColumn(
  table: Table,
  { visit: name, sameVisits = {} }: Pick<PlanFile, 'visit' | 'sameVisits'>,
): Column | undefined {
  const column = findColumn(table, name);
  if (name === undefined || column?.kind !== 'factor') return column;
  const labels = recoded(withoutArms(column), (level) => sameVisits[level] ?? level);
  const companion = findColumn(table, companionOf(name, columnNames(table)));
  return companion?.kind === 'number' ? orderedBy(labels, companion.values) : labels;
}

const armInEvent = /_arm_\d+[a-z]?$| \(Arm \d+: .*\)$/;

/** True for a column of REDCap events with the arm in each of them. */
export function hasArmInEvents(column: Column): boolean {
  return column.kind === 'factor' && areArmedEvents(column.name, column.levels);
}

function areArmedEvents(column: string, labels: readonly string[]): boolean {
  const isEvent = ['redcapeventname', 'eventname'].includes(compactName(column));
  return isEvent && labels.length > 0 && labels.every((label) => armInEvent.test(label));
}

/** The labels of a visit column as visits are called. */
export function visitsCalled(column: string, labels: readonly string[]): string[] {
  return areArmedEvents(column, labels) ? labels.map((label) => label.replace(armInEvent, '')) : [...labels];
}

function withoutArms(column: FactorColumn): FactorColumn {
  if (!hasArmInEvents(column)) return column;
  return recoded(column, (level) => level.replace(armInEvent, ''));
}

/** With other labels; levels that get the same one become one. */
function recoded(column: FactorColumn, labelOf: (level: string) => string): FactorColumn {
  const labels = column.levels.map(labelOf);
  const levels = [...new Set(labels)];
  const at = labels.map((label) => levels.indexOf(label));
  return { ...column, codes: column.codes.map((code) => at[code] ?? -1), levels };
}

/** By the lowest number that stands beside each level; a level without a number comes last. */
function orderedBy(column: FactorColumn, numbers: Float64Array): FactorColumn {
  const lowest = column.levels.map(() => Infinity);
  for (const [row, code] of column.codes.entries()) {
    const number = numbers[row] ?? NaN;
    if (code >= 0 && number < (lowest[code] ?? Infinity)) lowest[code] = number;
  }
  const order = column.levels.map((_, code) => code).sort((a, b) => compare(lowest[a], lowest[b]));
  const recoded = new Int32Array(order.length);
  for (const [at, code] of order.entries()) recoded[code] = at;
  const levels = order.map((code) => column.levels[code] ?? '');
  return { ...column, codes: column.codes.map((code) => recoded[code] ?? -1), levels };
}

function compare(a = Infinity, b = Infinity): number {
  return a === b ? 0 : a - b;
}

const flagNames = ['ablfl', 'qsblfl', 'qslobxfl', 'baselineflag'];

/** The visit that a baseline flag (ABLFL, QSBLFL) marks in nearly all flagged rows, or null. */
export function flaggedBaseline(table: Table, visits: Column): string | null {
  const flag = table.columns.find(({ name }) => flagNames.includes(compactName(name)));
  if (!flag) return null;
  const counts = new Map<string, number>();
  let flagged = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const visit = cellText(visits, row);
    if (visit === null || !/^(y|yes|1)$/i.test(cellText(flag, row) ?? '')) continue;
    flagged++;
    counts.set(visit, (counts.get(visit) ?? 0) + 1);
  }
  const found = [...counts].find(([, count]) => count >= 0.9 * flagged);
  return found?.[0] ?? null;
}
