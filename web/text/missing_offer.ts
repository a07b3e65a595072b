// SPDX-License-Identifier: MIT
/** What cells of an error can be taken as: missing (a 12 among answers of 1 to 7, "n/a?"), or a number ("4,5" as 4.5). */
import type { InputError } from '../contract/report.js';

/** Values by column as messages name it, in one file. */
export interface MissingOffer {
  file: string;
  values: Record<string, string[]>;
  cells: number;
}

/** A number with the other decimal mark than the file's, as a slip: "4,5". "1,234" may be a thousand. */
const otherMark = /^[+-]?\d*([.,])(?!\d{3}$)\d+$/;

/** Cells of an error that are numbers with the other decimal mark, all of them. */
export function decimalOffer(error: InputError): MissingOffer | null {
  const offer = error.code === 'not_a_number' ? missingOffer(error) : null;
  return offer &&
    Object.values(offer.values)
      .flat()
      .every((value) => otherMark.test(value))
    ? offer
    : null;
}

/** "4,5" as "4.5", and the other way round. */
export const withOtherMark = (value: string): string =>
  value.includes(',') ? value.replace(',', '.') : value.replace('.', ',');

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
