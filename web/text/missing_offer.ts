// SPDX-License-Identifier: MIT
/** Cells of an error that can be taken as missing: a 12 among answers of 1 to 7, "n/a?" among numbers. */
import type { InputError } from '../contract/report.js';

/** Values by column as messages name it, in one file. */
export interface MissingOffer {
  file: string;
  values: Record<string, string[]>;
  cells: number;
}

const codes = ['item_out_of_range', 'score_out_of_range', 'out_of_range', 'not_a_number', 'year_differs'];

/** More cells are no slips: the answers may be coded in another way, and would be lost. */
export const mostCells = 20;

/** What can be offered for an error, or null. Each place must name its file, column and value. */
export function missingOffer({ code, detail }: InputError): MissingOffer | null {
  const places = detail.places && detail.places.length > 0 ? detail.places : [detail];
  if (!codes.includes(code) || places.length > mostCells) return null;
  const values: Record<string, string[]> = {};
  const [first = {}] = places;
  const file = first.file ?? detail.file;
  for (const place of places) {
    const { column, value } = place;
    if (column === undefined || value === undefined || value === '' || (place.file ?? file) !== file) return null;
    const known = Object.hasOwn(values, column) ? (values[column] ?? []) : [];
    values[column] = known.includes(value) ? known : [...known, value];
  }
  return file === undefined ? null : { file, values, cells: places.length };
}
