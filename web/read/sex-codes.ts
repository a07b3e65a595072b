// SPDX-License-Identifier: MIT
/** Columns of sex or gender that hold codes: 1 and 2 are two groups, of which a mean says nothing. */
import type { ReadingOptions } from '../contract/plan.js';
import type { Table } from '../contract/table.js';
import { distinctTexts } from './columns.js';
import type { ReadResult } from './types.js';
import { snakeName } from './visit-names.js';

const sexName = /(?:^|_)(?:sex[on]?|sexe|sesso|gender|geschlecht|genre|genero)(?:_?(?:code|cd|num|n|c))?$/;
const mostCodes = 3;

export const isSexColumn = (name: string): boolean => sexName.test(snakeName(name));

/** Types for the plan: such columns of a few whole numbers are labels, unless the caller has said what they are. */
export function sexTypes({ table, requested }: ReadResult): ReadingOptions['types'] {
  const own = requested.types ?? {};
  const found = sexColumns(table).filter((name) => !Object.hasOwn(own, name));
  return Object.fromEntries(found.map((name) => [name, 'factor' as const]));
}

function sexColumns({ columns }: Table): string[] {
  return columns.flatMap((column) => {
    if (column.kind !== 'number' || !isSexColumn(column.name)) return [];
    const codes = distinctTexts(column);
    return codes.length > 0 && codes.length <= mostCodes && codes.every((code) => /^\d$/.test(code))
      ? [column.name]
      : [];
  });
}

/** The same types, or more of them that make labels of such columns, which is done when the tables are prepared. */
export function areSameTypes({ requested }: ReadResult, wanted: ReadingOptions['types'] = {}): boolean {
  const before = requested.types ?? {};
  const isKept = Object.entries(before).every(([name, type]) => wanted[name] === type);
  const added = Object.entries(wanted).filter(([name]) => !Object.hasOwn(before, name));
  return isKept && added.every(([name, type]) => type === 'factor' && isSexColumn(name));
}
