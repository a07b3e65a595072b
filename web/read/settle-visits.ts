// SPDX-License-Identifier: MIT
/** Which labels are one visit, and the order of time of a file's visits. */
import type { PlanFile } from '../contract/plan.js';
import { cellText, columnNames, distinctTexts, findColumn } from './columns.js';
import { listed, quoted } from './errors.js';
import { companionOf } from './names.js';
import { visitColumnAsItStands } from './prepare.js';
import type { Note, ReadResult } from './types.js';
import { flaggedBaseline } from './visit-column.js';
import { visitDays } from './visit-names.js';
import { orderVisits, type VisitOrder, type VisitRows } from './visit-order.js';
import { baselineOf } from './visits.js';

/** More labels than this are no planned visits. */
const mostLabels = 200;

/**
 * Writes `sameVisits` and `visitOrder` into the plan's entry where its visits have labels, and says what tells their order:
 * null where they are numbers. An order that nothing tells is not written: the user has to confirm it.
 */
export function settleVisits(planFile: PlanFile, file: ReadResult, notes: Note[]): VisitOrder['toldBy'] | null {
  if (planFile.windows || planFile.date !== undefined) return null;
  const same = sameVisits(planFile, file);
  if (same) {
    // Each label is taken as another once.
    const said = Object.entries(planFile.sameVisits ?? {}).map(([label, visit]) => [label, same[visit] ?? visit]);
    planFile.sameVisits = { ...same, ...(Object.fromEntries(said) as Record<string, string>) };
    const pairs = Object.entries(same).map(([label, visit]) => `${quoted(label)} as ${quoted(visit)}`);
    const message = `${file.name}: visits written in several ways are taken as one: ${listed(pairs, 6)}`;
    notes.push({ file: file.name, code: 'same_visits', message });
  }
  const labels = labelsOf(planFile, file);
  const isNumbered = labels.every((label) => /^-?\d+(\.\d+)?$/.test(label));
  if (labels.length < 2 || labels.length > mostLabels || isNumbered) return null;
  const order = hasNumbersBeside(planFile, file)
    ? { visits: labels, toldBy: 'labels' as const }
    : orderVisits(labels, rowsOf(planFile, file));
  const areDays = labels.every((label) => visitDays(label) !== null);
  // An order of the rows without a visit known as the baseline is one to confirm, too.
  const isSettled = order.toldBy === 'labels' || (order.toldBy === 'rows' && hasBaseline(order.visits, planFile, file));
  if (!areDays && isSettled) planFile.visitOrder = order.visits;
  return areDays ? 'labels' : order.toldBy;
}

function hasBaseline(visits: string[], planFile: PlanFile, file: ReadResult): boolean {
  const column = planFile.wide ? undefined : visitColumnAsItStands(file, planFile);
  const flagged = column ? flaggedBaseline(file.table, column) : null;
  return baselineOf({ visits, areNumbers: false, unit: 'none', flagged }) !== null;
}

function labelsOf(planFile: PlanFile, file: ReadResult): string[] {
  if (planFile.wide) return [...new Set(planFile.wide.map(({ visit }) => visit))];
  const column = visitColumnAsItStands(file, planFile);
  return column ? distinctTexts(column) : [];
}

/** AVISITN beside AVISIT: the levels stand in its order. */
function hasNumbersBeside({ visit, wide }: PlanFile, { table }: ReadResult): boolean {
  const companion = visit === undefined || wide ? undefined : companionOf(visit, columnNames(table));
  return findColumn(table, companion)?.kind === 'number';
}

/** A wide file's columns are as one participant's rows. */
function rowsOf(planFile: PlanFile, file: ReadResult): VisitRows {
  if (planFile.wide) {
    const order = columnNames(file.table);
    const columns = [...planFile.wide].sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
    return [[...new Set(columns.map(({ visit }) => visit))]];
  }
  const visits = visitColumnAsItStands(file, planFile);
  const ids = findColumn(file.table, planFile.id);
  if (!visits || !ids) return [];
  const rows = new Map<string, string[]>();
  for (let row = 0; row < file.table.rowCount; row++) {
    const [id, visit] = [cellText(ids, row), cellText(visits, row)];
    if (id === null || visit === null) continue;
    const own = rows.get(id);
    if (own) own.push(visit);
    else rows.set(id, [visit]);
  }
  return [...rows.values()];
}

/** Labels that differ in case, blanks and marks only, each with the spelling that most rows have. */
function sameVisits(planFile: PlanFile, file: ReadResult): Record<string, string> | null {
  const column = planFile.wide ? undefined : visitColumnAsItStands(file, planFile);
  if (column?.kind !== 'factor') return null;
  const counts = column.levels.map(() => 0);
  for (const code of column.codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  const groups = new Map<string, string[]>();
  const byCount = column.levels
    .map((level, code) => ({ level, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  for (const { level } of byCount) {
    const plain = level
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]+/g, '');
    groups.set(plain, [...(groups.get(plain) ?? []), level]);
  }
  const same = [...groups.values()].flatMap(([kept = '', ...others]) => others.map((label) => [label, kept] as const));
  return same.length > 0 ? Object.fromEntries(same) : null;
}
