// SPDX-License-Identifier: MIT
/** The core has dates as days since 1970-01-01; in an error they stand as in the file. */
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { cellText, findColumn } from '../read/columns.js';
import { columnOfOrigin } from '../read/stack.js';
import type { ReadResult } from '../read/index.js';

type Place = InputError['detail'];

const isNumber = /^-?\d+(\.\d+)?$/;

export function datesAsWritten<Kind extends InputError>(error: Kind, plan: Plan, files: readonly ReadResult[]): Kind {
  const { places } = error.detail;
  const written = <Own extends Place>(place: Own): Own => {
    const value = dateAt({ ...place, file: place.file ?? error.detail.file }, plan, files);
    return value === null ? place : { ...place, value };
  };
  return { ...error, detail: { ...written(error.detail), ...(places && { places: places.map(written) }) } };
}

/** The cell of a place in a column of dates; null for any other. */
function dateAt(
  { file: name, row, column: place, value }: Omit<Place, 'file'> & { file: string | undefined },
  plan: Plan,
  files: readonly ReadResult[],
): string | null {
  const entry = plan.files.find((each) => each.name === name);
  if (!entry || row === undefined || place === undefined || value === undefined || !isNumber.test(value)) return null;
  const column = entry.reading?.stack ? columnOfOrigin(place, entry.reading.stack.parts) : place;
  if (column !== entry.date && column !== entry.startDate) return null;
  const table = files.find((each) => each.name === name)?.table;
  const dates = table && findColumn(table, column);
  if (!dates) return null;
  // Parts put together may have the same row each: the place names the part.
  const at = table.originRow.findIndex(
    (line, i) => line === row && (dates.origin?.names[dates.origin.codes[i] ?? -1] ?? column) === place,
  );
  return at < 0 ? null : cellText(dates, at);
}
