// SPDX-License-Identifier: MIT
/** How many identifiers of a file of records are those of participants: too few, and the results are of a remnant. */
import type { Plan, PlanFile } from '../contract/plan.js';
import type { IdMatch } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { armShown } from './arms.js';
import { cellText, distinctTexts, findColumn } from './columns.js';
import { numberPairs, plainId, rosterOf } from './join-ids.js';

/**
 * The counts where more than half of the file's identifiers, or of the participants in an arm, match nobody; null where
 * enough do, where none does (an error of its own), and for the file that tells who takes part itself.
 */
export function poorIdMatch(plan: Plan, name: string, tables: readonly Table[]): IdMatch | null {
  const roster = rosterOf(plan);
  const file = plan.files.find((each) => each.name === name);
  if (!roster || file?.role !== 'records' || roster.name === name) return null;
  const listed = armed(plan, roster, tableOf(roster, tables));
  const ids = findColumn(tableOf(file, tables), file.id);
  if (!ids || listed.length === 0) return null;
  const own = distinctTexts(ids);
  const both = shared(own, listed);
  if (both === 0 || (2 * both >= own.length && 2 * both >= listed.length)) return null;
  const plain = shared(own.map(plainId), listed.map(plainId));
  const numbers = numberPairs(own, listed).length;
  return { roster: roster.name, own: own.length, listed: listed.length, both, plain, ...(numbers > 0 && { numbers }) };
}

const noTable: Table = { name: '', sha256: '', rowCount: 0, columns: [], originRow: new Int32Array() };

const tableOf = ({ name }: PlanFile, tables: readonly Table[]): Table =>
  tables.find((table) => table.name === name) ?? noTable;

function shared(own: readonly string[], others: readonly string[]): number {
  const known = new Set(others);
  return new Set(own.filter((id) => known.has(id))).size;
}

/** Participants with an arm that is analysed. */
function armed({ arms }: Plan, { id, arm }: PlanFile, table: Table): string[] {
  const [ids, values] = [findColumn(table, id), findColumn(table, arm)];
  if (!ids || !values) return [];
  const order = arms && new Set(arms.order.map((value) => armShown(value, arms)));
  const found = new Set<string>();
  for (let row = 0; row < table.rowCount; row++) {
    const [own, value] = [cellText(ids, row), cellText(values, row)];
    if (own !== null && value !== null && (!order || order.has(value))) found.add(own);
  }
  return [...found];
}
