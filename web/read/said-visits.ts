// SPDX-License-Identifier: MIT
/** What somebody said of visits that tables put together call differently. */
import type { PlanFile } from '../contract/plan.js';
import { findColumn } from './columns.js';
import { listed, quoted } from './errors.js';
import { partName } from './stack-parts.js';
import type { Note, ReadResult } from './types.js';

/** Tells which visits are taken as which, with the tables that have them. */
export function noteSaidVisits({ visit, sameVisits = {}, reading }: PlanFile, file: ReadResult, notes: Note[]): void {
  const parts = (reading?.stack ?? file.requested.stack)?.parts ?? [];
  const pairs = Object.entries(sameVisits).map(([label, other]) => {
    const own = [...partsWith(label, visit, file)].flatMap((at) => parts[at] ?? []).map(partName);
    const where = own.length > 0 ? ` (${own.join(', ')})` : '';
    return [quoted(label) + where, quoted(other)].join(' = ');
  });
  if (pairs.length === 0) return;
  const message = `${file.name}: visits of different names are taken as one, as was said: ${listed(pairs, 12)}`;
  notes.push({ file: file.name, code: 'said_visits', message });
}

function partsWith(label: string, visit: string | undefined, { table }: ReadResult): Set<number> {
  const column = findColumn(table, visit);
  const { origin } = column ?? {};
  if (column?.kind !== 'factor' || !origin) return new Set();
  const level = column.levels.indexOf(label);
  return new Set(Array.from(origin.codes).filter((_, row) => column.codes[row] === level));
}
