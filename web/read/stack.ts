// SPDX-License-Identifier: MIT
/** Tables with the same columns as one table, with a column for the visit where each is of one. */
import type { ReadingOptions, Stack, StackPart } from '../contract/plan.js';
import type { Column, FactorColumn, Table } from '../contract/table.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { asLabels } from './as-written.js';
import { columnNames, distinctTexts, findColumn } from './columns.js';
import { inputError, listed, quoted } from './errors.js';
import { plainId } from './join-ids.js';
import { addedUp } from './missing-cells.js';
import { tableParts } from './sheet-names.js';
import type { Note, ReadResult } from './types.js';
import { visitsOfNames } from './visit-of-table.js';

/** How a part is read: what is said of all parts, and what of this one. What names the visits is no column of a part. */
export function partReading({ stack, ...common }: ReadingOptions, part: StackPart): ReadingOptions {
  const own = { ...common, ...part.reading };
  for (const key of ['types', 'missingIn'] as const) {
    const all = Object.entries(own[key] ?? {}).filter(([column]) => column !== stack?.visit);
    if (own[key]) Object.assign(own, { [key]: Object.fromEntries(all) });
  }
  return own;
}

/** Reads all parts and puts them together. */
export async function readStack(
  name: string,
  reading: ReadingOptions,
  read: (name: string, options: ReadingOptions) => Promise<ReadResult>,
): Promise<ReadResult> {
  const parts: ReadResult[] = [];
  for (const part of reading.stack?.parts ?? []) parts.push(await read(part.name, partReading(reading, part)));
  return stackTables(name, reading, parts);
}

/** `parts` in the order of the plan's. A fault of one is the fault of all. */
export function stackTables(name: string, reading: ReadingOptions, parts: readonly ReadResult[]): ReadResult {
  const { stack = { parts: [] }, ...requested } = reading;
  const [first] = parts;
  const error = parts.find((part) => part.error)?.error ?? unlike(stack, parts);
  const options = { ...(first?.options ?? emptyOptions), ...(reading.missingIn && { missingIn: reading.missingIn }) };
  delete options.sheet;
  delete options.headerRow;
  const result: ReadResult = {
    name,
    sha256: digestOf(parts),
    options: { ...options, stack },
    requested: { ...requested, stack },
    table: { name, sha256: digestOf(parts), rowCount: 0, originRow: new Int32Array(0), columns: [] },
    preview: first?.preview ?? [],
    notes: [],
    error,
  };
  if (error || !first) return result;
  const codesRead = addedUp(parts.map((part) => part.codesRead));
  const doubtful = [...new Set(parts.flatMap((part) => part.doubtful ?? []))];
  return {
    ...result,
    table: { ...tableOf(stack, parts), name, sha256: result.sha256 },
    preview: previewOf(stack, first),
    notes: notesOf(name, stack, parts),
    ...(codesRead.length > 0 && { codesRead }),
    ...(doubtful.length > 0 && { doubtful }),
    ...(parts.some((part) => part.setAside) && { partsSetAside: parts.map(({ setAside = [] }) => setAside) }),
  };
}

const emptyOptions: ReadResult['options'] = { encoding: 'utf-8', delimiter: ',', decimal: '.', missing: [], types: {} };

/** Sheets of one workbook have its digest; the digest of several files is that of their digests, one per line. */
function digestOf(parts: readonly ReadResult[]): string {
  const digests = [...new Set(parts.map((part) => part.sha256))];
  if (digests.length < 2) return digests[0] ?? '';
  return bytesToHex(sha256(new TextEncoder().encode(digests.map((digest) => `${digest}\n`).join(''))));
}

/** The parts must have the same columns, and decimals written in one way. */
function unlike({ visit, id, parts: asked }: Stack, parts: readonly ReadResult[]): ReadResult['error'] {
  const [first, ...others] = parts;
  if (!first) return inputError('no_rows', 'the plan puts together no table: name its parts');
  const wanted = columnNames(first.table);
  if (visit !== undefined && wanted.includes(visit)) {
    const message = `${first.name} has a column ${quoted(visit)}, as the column of visits is to be called: give that another name in the plan`;
    return inputError('duplicate_column', message, { file: first.name, column: visit });
  }
  if (id !== undefined && !wanted.includes(id)) {
    const remedy = 'name the column with the identifiers';
    const message = `${first.name} has no column ${quoted(id)}, whose identifiers are to begin with the prefix of their table: ${remedy}`;
    return inputError('missing_column', message, { file: first.name, column: id, remedy });
  }
  for (const { name, table, options } of others) {
    const names = columnNames(table);
    const odd = names.find((each) => !wanted.includes(each)) ?? wanted.find((each) => !names.includes(each));
    const remedy = 'give all the same columns, or take them apart';
    if (odd !== undefined) {
      const [has, lacks] = names.includes(odd) ? [name, first.name] : [first.name, name];
      const message = `${has} has a column ${quoted(odd)} that ${lacks} has not, and they are to be one table: ${remedy}`;
      return inputError('unlike_parts', message, { file: name, column: odd, remedy });
    }
    if (options.decimal !== first.options.decimal) {
      const message = `${first.name} has the decimal mark "${first.options.decimal}" and ${name} "${options.decimal}", and they are to be one table: set the decimal mark`;
      return inputError('unlike_parts', message, { file: name, remedy: 'set the decimal mark' });
    }
  }
  return id === undefined ? null : idsThatMeet(id, asked, parts);
}

/** The first two identifiers of different parts that are one, or differ in writing only, with their prefixes. */
function idsThatMeet(id: string, asked: readonly StackPart[], parts: readonly ReadResult[]): ReadResult['error'] {
  const seen = new Map<string, { at: number; own: string; whole: string }>();
  for (const [at, part] of parts.entries()) {
    const column = findColumn(part.table, id);
    for (const own of column ? distinctTexts(asLabels(part, column)) : []) {
      const whole = `${asked[at]?.idPrefix ?? ''}${own}`;
      const key = plainId(whole) || whole;
      const other = seen.get(key);
      if (!other) seen.set(key, { at, own, whole });
      if (!other || other.at === at) continue;
      const remedy = 'give the parts prefixes with letters of their own, of which none begins another';
      const place = parts[other.at]?.name ?? '';
      const message = `${part.name}: with the prefixes, ${quoted(own)} becomes ${quoted(whole)} and ${quoted(other.own)} of ${place} becomes ${quoted(other.whole)}, which are not two participants: ${remedy}`;
      return inputError('ids_clash', message, { file: part.name, column: id, remedy });
    }
  }
  return null;
}

function tableOf(stack: Stack, parts: readonly ReadResult[]): Omit<Table, 'name' | 'sha256'> {
  const counts = parts.map(({ table }) => table.rowCount);
  const partOfRow = Int32Array.from(counts.flatMap((count, at) => Array.from({ length: count }, () => at)));
  const originRow = Int32Array.from(parts.flatMap(({ table }) => Array.from(table.originRow)));
  const names = columnNames(parts[0]?.table ?? { name: '', sha256: '', rowCount: 0, originRow, columns: [] });
  const columns = names.map((name): Column => {
    const origin = { codes: partOfRow, names: parts.map((part) => originName(name, part)) };
    const column = name === stack.id ? prefixed(name, stack.parts, parts) : joined(name, parts);
    return { ...column, origin };
  });
  const rows = { rowCount: originRow.length, originRow };
  if (stack.visit === undefined) return { ...rows, columns };
  const [id, ...others] = columns;
  const visits = visitColumn(stack.visit, stack.parts, partOfRow);
  return { ...rows, columns: [...(id ? [id] : []), visits, ...others] };
}

/** The visit of each row; parts of one visit are of one level. */
function visitColumn(name: string, parts: readonly StackPart[], partOfRow: Int32Array): FactorColumn {
  const visits = parts.map(({ visit = '' }) => visit);
  const levels = [...new Set(visits)];
  return { kind: 'factor', name, codes: partOfRow.map((part) => levels.indexOf(visits[part] ?? '')), levels };
}

/** Where a value of the column stands, as messages tell it: the row is that of the part. */
function originName(column: string, { name }: ReadResult): string {
  return `${column} (${tableParts(name)?.part ?? name})`;
}

/** The column of the table that a place in a message names so. */
export function columnOfOrigin(place: string, parts: readonly StackPart[]): string {
  const ends = parts.map(({ name }) => ` (${tableParts(name)?.part ?? name})`);
  const end = ends.find((each) => place.endsWith(each));
  return end === undefined ? place : place.slice(0, -end.length);
}

/** Numbers where all parts have numbers; else texts as they were written. */
function joined(name: string, parts: readonly ReadResult[]): Column {
  const columns = parts.flatMap((part) => findColumn(part.table, name) ?? []);
  if (columns.every((column) => column.kind === 'number')) {
    const values = Float64Array.from(columns.flatMap((column) => Array.from(column.values)));
    return { kind: 'number', name, values };
  }
  const levels: string[] = [];
  const index = new Map<string, number>();
  const codes = columns.flatMap((column, at) => {
    const labels = asLabels(parts[at] ?? {}, column);
    const decimal = parts[at]?.options.decimal ?? '.';
    const isNumber = column.kind === 'number';
    const recoded = labels.levels.map((level) => {
      const text = isNumber && decimal === ',' ? level.replace('.', ',') : level;
      const code = index.get(text) ?? levels.push(text) - 1;
      index.set(text, code);
      return code;
    });
    return Array.from(labels.codes, (code) => recoded[code] ?? -1);
  });
  return { kind: 'factor', name, codes: Int32Array.from(codes), levels };
}

/** Identifiers as they were written, each with the prefix of its part. */
function prefixed(name: string, asked: readonly StackPart[], parts: readonly ReadResult[]): FactorColumn {
  const levels: string[] = [];
  const codes = parts.flatMap((part, at) => {
    const column = findColumn(part.table, name);
    if (!column) return [];
    const { levels: own, codes: rows } = asLabels(part, column);
    const start = levels.length;
    levels.push(...own.map((level) => `${asked[at]?.idPrefix ?? ''}${level}`));
    return Array.from(rows, (code) => (code < 0 ? -1 : start + code));
  });
  const distinct = [...new Set(levels)];
  const place = new Map(distinct.map((level, at) => [level, at]));
  const recoded = levels.map((level) => place.get(level) ?? -1);
  return { kind: 'factor', name, codes: Int32Array.from(codes, (code) => recoded[code] ?? -1), levels: distinct };
}

function previewOf({ visit, id, parts }: Stack, { preview: read }: ReadResult): string[][] {
  const at = read[0]?.indexOf(id ?? '') ?? -1;
  const withPrefix = (cell: string, place: number): string =>
    place === at && cell !== '' ? `${parts[0]?.idPrefix ?? ''}${cell}` : cell;
  const preview = read.map((row, line) => (line === 0 || at < 0 ? row : row.map(withPrefix)));
  if (visit === undefined) return preview;
  const label = parts[0]?.visit ?? '';
  return preview.map(([id = '', ...row], at) => [id, at === 0 ? visit : label, ...row]);
}

function notesOf(file: string, stack: Stack, read: readonly ReadResult[]): Note[] {
  const message = `${file}: ${toldOfStack(stack)}`;
  const own = read.flatMap((part) => part.notes.filter(({ code }) => !ofWorkbook.includes(code)));
  return [{ file, code: 'stacked', message }, ...prefixNote(file, stack), ...own.map((note) => ({ ...note, file }))];
}

function prefixNote(file: string, { id, parts }: Stack): Note[] {
  if (id === undefined) return [];
  const prefixes = parts.map(({ name, idPrefix = '' }) => `${quoted(idPrefix)} (${tableParts(name)?.part ?? name})`);
  const message = `${file}: the same identifier in two of them is of two people, as was said: in column ${id} each begins with ${listed(prefixes, 20)}`;
  return [{ file, code: 'ids_prefixed', message }];
}

function toldOfStack({ visit, parts }: Stack): string {
  const isSheets = parts.every(({ name }) => tableParts(name) !== null);
  const names = parts.map(({ name }) => (isSheets ? (tableParts(name)?.part ?? name) : name));
  const what = isSheets ? 'sheets' : 'files';
  const visits = parts.map((part) => part.visit ?? '');
  const undo = 'take them apart under "Columns and reading" if they are something else';
  const tables = `the ${what} ${listed(names.map(quoted), 20)} have the same columns and are put together as one table`;
  if (visit === undefined) return `${tables}, whose rows have their visits themselves; ${undo}`;
  if (parts.length === 1)
    return `all rows are of the visit ${quoted(visits[0] ?? '')} (column ${visit}), as was said; take it back under "Columns and reading" if they are not`;
  const isNamed = JSON.stringify(visitsOfNames(names)) === JSON.stringify(visits);
  const from = isNamed ? 'taken from their names' : 'as it was given for each';
  return `${tables}, with the visit (column ${visit}: ${listed(visits.map(quoted), 20)}) ${from}; ${undo}`;
}

/** Told of the workbook, and true of the sheets as such. */
const ofWorkbook = ['several_sheets'];
