// SPDX-License-Identifier: MIT
/** Columns of chosen rows, and where each of their values stood in the files. */
import type { Column, ColumnOrigin } from '../contract/table.js';

/** The column with these of its rows; -1 makes a missing value. What it tells of the place of its values goes along. */
export function takeRows(column: Column, rows: readonly number[] | Int32Array): Column {
  const { origin } = column;
  const kept = origin && {
    origin: {
      ...origin,
      codes: Int32Array.from(rows, (row) => origin.codes[row] ?? -1),
      ...(origin.rows && { rows: Int32Array.from(rows, (row) => origin.rows?.[row] ?? 0) }),
    },
  };
  return column.kind === 'number'
    ? { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? NaN), ...kept }
    : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1), ...kept };
}

/**
 * Of a column put together from `sources`: `sourceOf` tells the source and `rows` the row of each of its values, -1 where it
 * has none. A source that was itself put together, as from the files of two centres, names the places that it came from.
 */
export function originOf(sources: readonly Column[], sourceOf: Int32Array, rows: Int32Array): ColumnOrigin {
  const names = sources.map(({ name, origin }) => origin?.names ?? [name]);
  const starts = names.map((_, at) => names.slice(0, at).flat().length);
  const codes = sourceOf.map((source, at) => {
    const row = rows[at] ?? -1;
    if (source < 0 || row < 0) return -1;
    const own = sources[source]?.origin ? (sources[source].origin.codes[row] ?? -1) : 0;
    return own < 0 ? -1 : (starts[source] ?? 0) + own;
  });
  return { codes, names: names.flat() };
}
