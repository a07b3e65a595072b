// SPDX-License-Identifier: MIT
/**
 * Rows as objects to a typed table. Nothing is guessed: numbers are numbers, text is a label, and null, undefined, NaN and
 * an empty text are missing. Text that looks like numbers throughout could be meant either way, and the models would
 * differ, so it is refused unless the request tells what the column is.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { EngineError } from '../contract/engine.js';
import type { Column, Table } from '../contract/table.js';
import { limits } from '../read/limits.js';

export type Value = number | string | boolean | null | undefined;
export type Row = Readonly<Record<string, Value>>;

/**
 * What the request tells of a column. `label`: text is a label whatever it looks like; `number`: text that looks like
 * numbers is numbers; `untold`: such text is refused; `unused`: the column is left out.
 */
export type Meaning = 'label' | 'number' | 'untold' | 'unused';

const tableName = 'rows';

/** @throws EngineError naming row (the first is 1) and column */
export function tableOfRows(rows: readonly Row[], meaningOf: (column: string) => Meaning): Table {
  const names = columnNames(rows).filter((name) => meaningOf(name) !== 'unused');
  return {
    name: tableName,
    sha256: bytesToHex(sha256(utf8ToBytes(JSON.stringify(rows)))),
    rowCount: rows.length,
    originRow: Int32Array.from(rows, (_, i) => i + 1),
    columns: names.map((name) => columnOf(name, rows, meaningOf(name))),
  };
}

function columnNames(rows: readonly Row[]): string[] {
  if (rows.length === 0) throw refused('no_rows', 'there are no rows');
  if (rows.length > limits.rows) throw refused('too_many_rows', `${rows.length} rows: at most ${limits.rows} are read`);
  const names = new Set<string>();
  for (const [i, row] of rows.entries()) {
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      throw refused('bad_row', `row ${i + 1} is no object`, { row: i + 1 });
    for (const name of Object.keys(row)) names.add(name);
  }
  if (names.size > limits.columns)
    throw refused('too_many_columns', `${names.size} columns: at most ${limits.columns} are read`);
  return [...names];
}

function columnOf(name: string, rows: readonly Row[], meaning: Meaning): Column {
  const values = rows.map((row, i) => valueOf(Object.hasOwn(row, name) ? row[name] : null, name, i + 1));
  const firstNumber = values.findIndex((value) => typeof value === 'number');
  const firstText = values.findIndex((value) => typeof value === 'string');
  if (firstText < 0 && firstNumber >= 0) return numbers(name, values);
  const texts = values.filter((value) => typeof value === 'string');
  const isAllNumbers = texts.length > 0 && texts.every((text) => looksLikeNumber.test(text));
  if (meaning === 'number' && texts.every((text) => isNumber.test(text))) return numbers(name, values);
  if (meaning === 'untold') {
    if (firstNumber >= 0) throw mixed(name, firstNumber + 1, firstText + 1, texts[0] ?? '');
    if (isAllNumbers) throw ambiguous(name, texts[0] ?? '');
  }
  return labels(name, values);
}

type Cell = number | string | null;

function numbers(name: string, values: readonly Cell[]): Column {
  return { kind: 'number', name, values: Float64Array.from(values, (value) => (value === null ? NaN : Number(value))) };
}

function labels(name: string, values: readonly Cell[]): Column {
  const levels = [...new Set(values.filter((value) => value !== null).map(String))];
  const codes = new Map(levels.map((level, code) => [level, code]));
  const codeOf = (value: Cell): number => (value === null ? -1 : (codes.get(String(value)) ?? -1));
  return { kind: 'factor', name, levels, codes: Int32Array.from(values, codeOf) };
}

function valueOf(value: unknown, column: string, row: number): Cell {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const told = typeof value === 'number' ? String(value) : Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
  const remedy = 'give a finite number, text, true, false or null';
  throw refused('bad_value', `column ${column}, row ${row} is ${told}: ${remedy}`, { column, row, remedy });
}

/** "12.5", "-3", "1e-3". */
const isNumber = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;
/** As a file these may be numbers, too: "1,5", "80%". */
const looksLikeNumber = /^[-+]?(\d[\d.,' ]*|[.,]\d+)(e[-+]?\d+)?\s*%?$/i;

function mixed(column: string, number: number, row: number, value: string): EngineError {
  const remedy = 'give numbers, with null where one is missing, or text throughout';
  const message = `column ${column} holds numbers (row ${number}) and text (row ${row}: ${JSON.stringify(value)}): ${remedy}`;
  return refused('mixed_column', message, { column, row, value, remedy });
}

function ambiguous(column: string, value: string): EngineError {
  const remedy = 'give numbers, or name the column in categorical or levels';
  const message = `column ${column} holds text that looks like numbers (${JSON.stringify(value)}): ${remedy}`;
  return refused('ambiguous_text', message, { column, value, remedy });
}

function refused(code: string, message: string, detail: EngineError['detail'] = {}): EngineError {
  return new EngineError({ code, message, detail: { file: tableName, ...detail } });
}
