// SPDX-License-Identifier: MIT
/**
 * REDCap writes the rows of every repeating instrument into one file. Each instrument's rows are a table of their own,
 * so that the instances of one are no visits of another.
 */
import type { Column, Table } from '../contract/table.js';
import { isPacked } from './column-builder.js';
import { cellText, isMissing } from './columns.js';
import { inputError, listed, quoted } from './errors.js';
import { compactName } from './names.js';
import type { ReadResult } from './types.js';

const instrumentNames = ['redcaprepeatinstrument', 'repeatinstrument'];
const instanceNames = ['redcaprepeatinstance', 'repeatinstance'];

export function isRepeatInstance(column: string | undefined): boolean {
  return column !== undefined && instanceNames.includes(compactName(column));
}

function instrumentColumn(table: Table): Column | undefined {
  return table.columns.find(({ name }) => instrumentNames.includes(compactName(name)));
}

/** Values of the column that tells the instrument, '' for rows of none; empty unless there are several. */
export function repeatInstruments({ table, error }: ReadResult): string[] {
  const column = instrumentColumn(table);
  if (error || !column) return [];
  const found = new Set<string>();
  for (let row = 0; row < table.rowCount; row++) found.add(cellText(column, row) ?? '');
  return found.size > 1 ? [...found].sort() : [];
}

/** The rows of one repeating instrument ('' of none), without the columns that are empty in them. */
export function rowsOfInstrument(file: ReadResult, instrument: string): ReadResult {
  if (file.error) return file;
  const { table, name } = file;
  const column = instrumentColumn(table);
  const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => column && (cellText(column, row) ?? '') === instrument,
  );
  if (rows.length === 0) {
    const known = repeatInstruments(file).map(quoted);
    const what = column
      ? `has no row with ${quoted(instrument)} in ${column.name}: it has ${listed(known)}`
      : 'has no column redcap_repeat_instrument';
    const error = inputError('unknown_repeat_instrument', `${name} ${what}`, { file: name, value: instrument });
    return { ...file, table: { ...table, rowCount: 0, originRow: new Int32Array(0), columns: [] }, error };
  }
  const taken = Int32Array.from(rows);
  const used = table.columns.filter((each) => rows.some((row) => !isMissing(each, row)));
  const names = new Set(used.map((each) => each.name));
  const written = file.written?.filter(({ raw }) => names.has(raw.name));
  return {
    ...file,
    table: {
      ...table,
      rowCount: rows.length,
      originRow: taken.map((row) => table.originRow[row] ?? 0),
      columns: used.map((each) => takeRows(each, taken)),
    },
    ...(written && {
      written: written.map(({ raw, missing }) => ({
        missing,
        raw: {
          ...raw,
          codes: taken.map((row) => raw.codes[row] ?? isPacked),
          packed: raw.packed && {
            values: Float64Array.from(taken, (row) => raw.packed?.values[row] ?? NaN),
            forms: Uint8Array.from(taken, (row) => raw.packed?.forms[row] ?? 0),
          },
        },
      })),
    }),
  };
}

function takeRows(column: Column, rows: Int32Array): Column {
  if (column.kind === 'number')
    return { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) };
  const codes = rows.map((row) => column.codes[row] ?? -1);
  const used = [...new Set(codes)].filter((code) => code >= 0).sort((a, b) => a - b);
  const recoded = new Map(used.map((code, i) => [code, i]));
  return {
    ...column,
    codes: codes.map((code) => recoded.get(code) ?? -1),
    levels: used.map((code) => column.levels[code] ?? ''),
  };
}
