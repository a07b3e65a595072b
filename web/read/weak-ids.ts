// SPDX-License-Identifier: MIT
/** Columns called "Nr" or "Pat": they number participants, or rows, or something else, and only their values can tell. */
import type { Table } from '../contract/table.js';
import { cellText, distinctTexts, findColumn, isMissing } from './columns.js';
import { compactName } from './names.js';

/** As plainName makes them, those that speak of a patient first. An "N" alone is a summary's count. */
const weakNames: readonly string[] = [
  ...['pat', 'patno', 'patn', 'patnº', 'patnum', 'pt', 'numero', 'número', 'numéro', 'nummer', 'number', 'num', 'nro'],
  ...['nr', 'nº', 'no'],
];

/** As compactName, with one sign for N° and Nº. */
const plainName = (column: string): string => compactName(column.replace(/°/g, 'º'));

/** True for a name that may be that of an identifier where nothing else is. */
export const isWeakIdName = (column: string): boolean => weakNames.includes(plainName(column));

/** The columns of the file that have a part already; `when` tells the rows of a participant apart. */
export interface KnownColumns {
  arm: string | undefined;
  when: string | undefined;
}

/** At least this share of rows must be of another participant or visit than all others. */
const nearlyAll = 0.9;

/**
 * The best of the columns with such a name whose values can be those of participants: one value per row where rows have no
 * visits, else values that come back, each nearly always at another visit. No value is missing or in two arms.
 */
export function weakIdColumn(
  table: Table,
  { arm, when }: KnownColumns,
  taken: ReadonlySet<string | undefined>,
): string | undefined {
  const rank = (name: string): number => weakNames.indexOf(plainName(name));
  const named = table.columns.filter(({ name }) => isWeakIdName(name) && !taken.has(name));
  const fitting = named.filter((column) => {
    const rows = Array.from({ length: table.rowCount }, (_, row) => row);
    if (table.rowCount < 2 || rows.some((row) => isMissing(column, row))) return false;
    const people = distinctTexts(column).length;
    const differing = (names: readonly (string | undefined)[]): number => {
      const parts = names.map((name) => findColumn(table, name));
      const keys = rows.map((row) =>
        JSON.stringify([cellText(column, row), ...parts.map((part) => part && cellText(part, row))]),
      );
      return new Set(keys).size;
    };
    const isOfOneArm = differing([arm]) === people;
    const isPlausible =
      when === undefined
        ? people === table.rowCount
        : people > 1 && people < table.rowCount && differing([when]) >= nearlyAll * table.rowCount;
    return isOfOneArm && isPlausible;
  });
  return fitting.sort((a, b) => rank(a.name) - rank(b.name))[0]?.name;
}
