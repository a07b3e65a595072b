// SPDX-License-Identifier: MIT
/** Characteristics that stand in the first rows of a participant only, as in exports with a row per event. */
import type { Column, Table } from '../contract/table.js';
import { cellText, distinctTexts, findColumn, isMissing } from './columns.js';

/**
 * The table with the value of a characteristic in all rows of its participant, where it stands at the baseline visit or
 * before and nowhere says otherwise. What is only known later is no characteristic at the start, and stays as it is.
 */
export function withFilledParticipants(
  table: Table,
  id: string | undefined,
  visit: string | undefined,
  baselines: readonly string[],
  kept: ReadonlySet<string>,
): Table {
  const [ids, visits] = [findColumn(table, id), findColumn(table, visit)];
  if (!ids || !visits) return table;
  const early = earlyVisits(visits, baselines);
  const rows = Array.from({ length: table.rowCount }, (_, row) => row);
  const people = rows.map((row) => cellText(ids, row));
  const isEarly = rows.map((row) => isMissing(visits, row) || early.has(cellText(visits, row) ?? ''));
  const columns = table.columns.map((column) => {
    const isIts = column.name !== id && column.name !== visit && !kept.has(column.name);
    return isIts ? filled(column, people, isEarly) : column;
  });
  return { ...table, columns };
}

/** Visits up to the baseline: the last that an outcome names, or else the first. */
function earlyVisits(visits: Column, baselines: readonly string[]): Set<string> {
  const order = distinctTexts(visits);
  if (visits.kind === 'number') order.sort((a, b) => Number(a) - Number(b));
  const last = Math.max(0, ...baselines.map((baseline) => order.indexOf(baseline)));
  return new Set(order.slice(0, last + 1));
}

function filled(column: Column, people: readonly (string | null)[], isEarly: readonly boolean[]): Column {
  const source = new Map<string, number>();
  let gaps = 0;
  for (const [row, person] of people.entries()) {
    if (person === null) continue;
    if (isMissing(column, row)) {
      gaps++;
      continue;
    }
    const first = source.get(person);
    if (first !== undefined && cellText(column, first) !== cellText(column, row)) return column;
    // Repeated in every row, it may stand at a later visit too, but must be known before.
    if (first === undefined && isEarly[row] !== true) return column;
    if (first === undefined) source.set(person, row);
  }
  if (gaps === 0 || source.size === 0) return column;
  const from = people.map((person, row) => (isMissing(column, row) ? (source.get(person ?? '') ?? row) : row));
  if (column.kind === 'number')
    return { ...column, values: Float64Array.from(from, (row) => column.values[row] ?? NaN) };
  return { ...column, codes: Int32Array.from(from, (row) => column.codes[row] ?? -1) };
}
