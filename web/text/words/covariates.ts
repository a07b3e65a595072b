// SPDX-License-Identifier: MIT
/** Words of the columns that an outcome is adjusted for. */
import { counted, plural } from './plural.js';

export const covariateWords = {
  label: 'Adjusted for',
  technical: 'covariates',
  lead: (files: string) => `Columns of ${files}. Choose what the protocol names.`,
  leadRecords: (files: string) =>
    `Columns of ${files}: only what is the same in all rows of a participant can be adjusted for. Choose what the protocol names.`,
  elseBaseline: 'Without any, only the baseline is adjusted for.',
  elseNothing: 'Without any, nothing is adjusted for.',
  noFile: 'The file that tells who is in which arm is not there yet.',
  noColumns: (files: string) => `${files} has no column that can be adjusted for.`,
  taken: (column: string) => `${column} is taken`,
  asNumber: 'as a number, with one slope',
  asCategories: (n: number | null) => (n === null ? 'as categories' : `as ${plural(n, 'category', 'categories')}`),
  /** `values`: the first few of `count`; none are known of many numbers. */
  takenAs: (as: 'number' | 'factor', count: number | null, values: readonly string[]) => {
    const list = `${values.join(', ')}${count !== null && count > values.length ? ', \u2026' : ''}`;
    if (as === 'number') return count === null ? 'as a number' : `as a number (${list})`;
    return `${plural(count ?? 0, 'category', 'categories')} (${list})`;
  },
  missing: (n: number) =>
    n === 1
      ? '1 without a value, who is not analysed then'
      : `${counted(n)} without a value, who are not analysed then`,
  notThere: 'its file is not there',
  gone: (files: string) => `cannot be adjusted for: no free column of ${files}. Uncheck it.`,
  cell: (row: number, value: string) =>
    value === '' ? `line ${row} is empty` : `line ${row} has \u201c${value}\u201d`,
  varies: (column: string, cells: string) =>
    `${column} is not the same in all rows of a participant (${cells}), so it cannot be adjusted for. Uncheck it.`,
  forAll: (list: string) => `Adjust all outcomes for ${list}`,
  forNone: 'Adjust no outcome for anything',
  sameForAll: 'The same for all outcomes.',
  /** In the one line of an outcome. */
  inLine: (list: string) => `adjusted for ${list}`,
};
