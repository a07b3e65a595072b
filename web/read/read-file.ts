// SPDX-License-Identifier: MIT
/** One file from bytes to a typed table. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ReadingOptions } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { decode, detectUtf16, type Encoding } from './decode.js';
import { detectDelimiter } from './delimiter.js';
import { inputError, listed, quoted } from './errors.js';
import { refuseForeign } from './foreign.js';
import { settleNames } from './header.js';
import { declaredDelimiter, readRecords } from './records.js';
import { defaultMissing, typeColumns } from './typing.js';
import type { Note, ReadResult, UsedReadingOptions } from './types.js';

/**
 * Reads a delimited text file. It never throws on bad input: `error` then says what is wrong and what to do, and the
 * table has no rows. Options override what would be detected.
 */
export function readFile(name: string, bytes: Uint8Array, options: ReadingOptions = {}): ReadResult {
  const hash = bytesToHex(sha256(bytes));
  const used: UsedReadingOptions = {
    encoding: options.encoding ?? 'utf-8',
    delimiter: options.delimiter ?? ',',
    decimal: options.decimal ?? '.',
    missing: [...(options.missing ?? defaultMissing)],
    types: { ...options.types },
  };
  const notes: Note[] = [];
  const result = (table: Table, preview: string[][], error: InputError | null): ReadResult => ({
    name,
    sha256: hash,
    options: used,
    requested: options,
    table,
    preview,
    notes,
    error,
  });
  const fail = (error: InputError, preview: string[][] = []): ReadResult =>
    result({ name, sha256: hash, rowCount: 0, originRow: new Int32Array(0), columns: [] }, preview, error);

  if (bytes.length === 0)
    return fail(inputError('empty_file', `${name} is empty: it has no header and no rows`, { file: name }));
  const wide = options.encoding ?? detectUtf16(bytes);
  const foreign = refuseForeign(name, bytes, wide === 'utf-16le' || wide === 'utf-16be');
  if (foreign) return fail(foreign);

  const { text, encoding, fallback } = decode(bytes, options.encoding);
  used.encoding = encoding;
  noteEncoding(name, text, encoding, fallback, notes);
  used.delimiter = options.delimiter ?? declaredDelimiter(text) ?? detectDelimiter(text);

  const records = readRecords(name, text, used.delimiter);
  if ('error' in records) return fail(records.error, records.preview);
  notes.push(...records.notes);
  const settled = settleNames(name, records.columns);
  if ('code' in settled) return fail(settled, records.preview);
  notes.push(...settled.notes);
  const columnNames = settled.columns.map((column) => column.name);
  for (const wished of Object.keys(used.types)) {
    if (columnNames.includes(wished)) continue;
    const message = `${name} has no column ${quoted(wished)} to set the type of: its columns are ${listed(columnNames)}`;
    return fail(inputError('unknown_column', message, { file: name, column: wished }), records.preview);
  }

  const typed = typeColumns(name, settled.columns, records.originRow, options);
  used.decimal = typed.decimal;
  notes.push(...typed.notes);
  const table = {
    name,
    sha256: hash,
    rowCount: records.originRow.length,
    originRow: records.originRow,
    columns: typed.columns,
  };
  return result(table, records.preview, null);
}

function noteEncoding(file: string, text: string, encoding: Encoding, fallback: boolean, notes: Note[]): void {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    notes.push({ file, code: 'utf16', message: `${file} was read as UTF-16` });
  }
  if (!fallback) return;
  const lines = text.split('\n');
  const line = lines.findIndex((words) => /[^\0-\x7f]/.test(words));
  const word = /\S*[^\0-\x7f]\S*/.exec(lines[line] ?? '')?.[0] ?? '';
  notes.push({
    file,
    code: 'windows_1252',
    message: `${file} is not UTF-8 and was read as Windows-1252 (Latin-1): if ${quoted(word)} in row ${line + 1} looks wrong, save it as CSV UTF-8`,
  });
}
