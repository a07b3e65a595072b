// SPDX-License-Identifier: MIT
/** A table with one row per item or score to one with a row per participant and visit. */
import type { Parameters } from '../contract/plan.js';
import type { Column, ColumnOrigin, Table } from '../contract/table.js';
import { cellText, findColumn, isMissing } from './columns.js';
import { engineError, maxPlaces, type Place } from './errors.js';
import { originOf, takeRows } from './take-rows.js';

export interface Spread {
  table: Table;
  /** Rows left unused since they say again what another row says. */
  repeated: number;
}

/** A row to be: the first row of the file for this participant and visit, and the row that holds each variable, or -1. */
interface Target {
  first: number;
  source: Int32Array;
}

/** Two rows with different values for one participant, visit and code. */
interface Conflict {
  before: number;
  row: number;
}

/**
 * Puts the rows of one participant and visit (`keys`) into one row, with one column per variable of the entries. Rows
 * with other codes are not used. `beside` makes columns of what stands beside the answers. Of the other columns those
 * stay that never differ between the rows put together. A row without participant or visit stays a row of its own, to be counted. `origin` of a spread column tells column and line
 * of the file.
 *
 * @throws EngineError `conflicting_values` where two rows differ on one participant, visit and code; `duplicate_column`.
 */
export function spread(table: Table, parameters: Parameters, keys: readonly (string | undefined)[]): Spread {
  const codes = findColumn(table, parameters.column);
  const value = findColumn(table, parameters.value);
  if (!codes || !value) return { table, repeated: 0 };
  const variables = [...new Set(parameters.entries.map(({ variable }) => variable))];
  const variableAt = new Map(parameters.entries.map(({ code, variable }) => [code, variables.indexOf(variable)]));
  const keyColumns = keys.flatMap((name) => findColumn(table, name) ?? []);

  const targets: Target[] = [];
  const index = new Map<string, number>();
  const targetOf = new Int32Array(table.rowCount).fill(-1);
  const conflicts: Conflict[] = [];
  let repeated = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const variable = variableAt.get(cellText(codes, row) ?? '');
    if (variable === undefined || !isAsked(table, parameters, row)) continue;
    const key = keyOf(keyColumns, row);
    const at = index.get(key) ?? targets.push({ first: row, source: new Int32Array(variables.length).fill(-1) }) - 1;
    index.set(key, at);
    targetOf[row] = at;
    const source = targets[at]?.source ?? new Int32Array(0);
    const before = source[variable] ?? -1;
    if (before < 0 || isMissing(value, before)) source[variable] = row;
    else if (!isMissing(value, row)) {
      if (cellText(value, before) === cellText(value, row)) repeated++;
      else conflicts.push({ before, row });
    }
  }
  if (conflicts.length > 0) throw conflictError(table, keyColumns, codes, value, conflicts);

  const kept = table.columns.filter(
    (column) =>
      column !== codes && column !== value && (keyColumns.includes(column) || isSame(column, targets, targetOf)),
  );
  const besides = besideColumns(table, parameters, variables, targets);
  const twice = firstTwice([...kept.map(({ name }) => name), ...variables, ...besides.map(({ name }) => name)]);
  if (twice !== undefined) {
    const message = `${table.name}: spreading its rows makes a second column called "${twice}": give it another name in the plan`;
    throw engineError('duplicate_column', message, { file: table.name, column: twice });
  }
  const first = Int32Array.from(targets, (target) => target.first);
  const columns = [
    ...kept.map((column) => takeRows(column, first)),
    ...variables.map((name, v) =>
      spreadColumn(
        table,
        value,
        name,
        Int32Array.from(targets, (t) => t.source[v] ?? -1),
      ),
    ),
    ...besides,
  ];
  const originRow = first.map((row) => table.originRow[row] ?? 0);
  return { table: { ...table, rowCount: targets.length, originRow, columns }, repeated };
}

const firstTwice = (names: readonly string[]): string | undefined => names.find((name, i) => names.indexOf(name) !== i);

/** Of each row put together, the cell beside the answer of a code. */
function besideColumns(
  table: Table,
  { entries, beside = [] }: Parameters,
  variables: readonly string[],
  targets: readonly Target[],
): Column[] {
  return beside.flatMap(({ code, column, variable }) => {
    const from = findColumn(table, column);
    const at = variables.indexOf(entries.find((entry) => entry.code === code)?.variable ?? '');
    if (!from || at < 0) return [];
    return spreadColumn(
      table,
      from,
      variable,
      Int32Array.from(targets, (t) => t.source[at] ?? -1),
    );
  });
}

/** All conditions of `only` hold; a missing cell is the value "". */
export function isAsked(table: Table, { only = [] }: Pick<Parameters, 'only'>, row: number): boolean {
  return only.every(({ column, values }) => {
    const found = findColumn(table, column);
    return found === undefined || values.includes(cellText(found, row) ?? '');
  });
}

function keyOf(columns: readonly Column[], row: number): string {
  if (columns.some((column) => isMissing(column, row))) return `row ${row}`;
  return JSON.stringify(columns.map((column) => cellText(column, row)));
}

/** True where the rows put together never differ in this column. */
function isSame(column: Column, targets: readonly Target[], targetOf: Int32Array): boolean {
  return targetOf.every((at, row) => {
    const first = targets[at]?.first;
    return first === undefined || cellText(column, first) === cellText(column, row);
  });
}

function spreadColumn(table: Table, value: Column, name: string, source: Int32Array): Column {
  const origin: ColumnOrigin = {
    ...originOf([value], new Int32Array(source.length), source),
    rows: source.map((row) => (row < 0 ? 0 : (table.originRow[row] ?? 0))),
  };
  if (value.kind === 'number')
    return { kind: 'number', name, values: Float64Array.from(source, (row) => value.values[row] ?? NaN), origin };
  const levels: string[] = [];
  const index = new Map<string, number>();
  const codes = source.map((row) => {
    const text = row < 0 ? null : cellText(value, row);
    if (text === null) return -1;
    const code = index.get(text) ?? levels.push(text) - 1;
    index.set(text, code);
    return code;
  });
  return { kind: 'factor', name, codes, levels, origin };
}

function conflictError(
  table: Table,
  keys: readonly Column[],
  codes: Column,
  value: Column,
  conflicts: readonly Conflict[],
): Error {
  const line = (row: number): number => table.originRow[row] ?? 0;
  const place = (row: number): Place => ({
    file: table.name,
    row: line(row),
    column: value.name,
    value: cellText(value, row) ?? '',
  });
  const [first] = conflicts;
  if (!first) throw new Error('no conflict');
  const { before, row } = first;
  const who = [...keys, codes].map((column) => `${column.name} ${cellText(column, row) ?? ''}`).join(', ');
  const more = conflicts.length === 1 ? '' : `, and ${conflicts.length - 1} more`;
  const remedy = 'keep one of the two rows, or tell which rows are to be used';
  const message = `${table.name}, rows ${line(before)} and ${line(row)}, column ${value.name}: two values (${cellText(value, before) ?? ''} and ${cellText(value, row) ?? ''}) for ${who}${more}: ${remedy}`;
  const places = conflicts.slice(0, maxPlaces / 2).flatMap((each) => [place(each.before), place(each.row)]);
  return engineError('conflicting_values', message, { ...place(row), remedy, places });
}
