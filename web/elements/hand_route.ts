// SPDX-License-Identifier: MIT
/** What is filled in when somebody says what a file or its columns hold: what their names tell plainly, to be corrected. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { FileRole, PlanFile, PlanInstrument } from '../contract/plan.js';
import { columnsNamed, compactName } from '../read/names.js';
import { isWeakIdName } from '../read/weak-ids.js';
import type { Patch } from './events.js';
import { columnPatch, type ColumnKey } from './file_edits.js';

/** Columns that are chosen for a file of each role. */
export const roleColumns: Record<FileRole, readonly ColumnKey[]> = {
  participants: ['id', 'arm'],
  records: ['id', 'visit', 'arm'],
  events: ['id', 'event', 'visit'],
  ignored: [],
};
/** What may be an identifier where somebody has said that the file is the trial's; alone, it may number the rows. */
const weakIds = ['code', 'kürzel', 'kuerzel', 'initials', 'initialen', 'name'];

export const eventColumns: readonly ColumnKey[] = ['bodySystem', 'severity', 'serious', 'related'];

/** Another role, with the columns of it that are still open and that a column is called like. */
export function rolePatch(
  role: FileRole,
  plan: PlanFile,
  columns: readonly string[],
  preview: readonly string[][],
): Patch<PlanFile> {
  const taken = new Set(Object.values(plan));
  const wanted: readonly ColumnKey[] = [
    ...roleColumns[role],
    ...(role === 'events' ? eventColumns : []),
    ...(role === 'participants' ? (['startDate'] as const) : []),
  ];
  const patch: Patch<PlanFile> = { role };
  const isPlaced = plan.visit !== undefined || plan.date !== undefined || plan.wide !== undefined;
  for (const key of wanted) {
    if (plan[key] !== undefined || (key === 'visit' && isPlaced)) continue;
    const named = [...columnsNamed(key, columns), ...(key === 'id' ? columns.filter(isWeakId) : [])];
    const column = named.find((name) => !taken.has(name));
    if (column === undefined) continue;
    taken.add(column);
    Object.assign(patch, key === 'visit' ? withoutDate(columnPatch(key, column, preview)) : { [key]: column });
  }
  return patch;
}

const isWeakId = (column: string): boolean => isWeakIdName(column) || weakIds.includes(compactName(column));

const withoutDate = ({ visit, timeUnit }: Patch<PlanFile>): Patch<PlanFile> =>
  timeUnit === undefined ? { visit } : { visit, timeUnit };

/**
 * Columns that are numbered from 1 to the number of items behind one word (q1 to q9), as the items; none where there is no
 * such word, or more than one, or where the numbers go on.
 */
export function numberedItems(
  { items }: InstrumentDefinition,
  columns: readonly string[],
  instruments: readonly PlanInstrument[],
): string[] {
  const taken = new Set(instruments.flatMap(({ items: own = [], scores = {} }) => [...own, ...Object.values(scores)]));
  const series = new Map<string, Map<number, string>>();
  for (const column of columns) {
    const [, stem, digits] = /^(.*?\D)0*(\d+)$/.exec(column) ?? [];
    if (stem === undefined || digits === undefined || taken.has(column)) continue;
    const numbers = series.get(stem.toLowerCase()) ?? new Map<number, string>();
    series.set(stem.toLowerCase(), numbers.set(Number(digits), column));
  }
  const wanted = Array.from({ length: items.count }, (_, i) => i + 1);
  const complete = [...series.values()].filter(
    (numbers) => numbers.size === items.count && wanted.every((item) => numbers.has(item)),
  );
  const [only] = complete;
  return only && complete.length === 1 && items.count > 1 ? wanted.map((item) => only.get(item) ?? '') : [];
}
