// SPDX-License-Identifier: MIT
/** A wide table, one row per participant, to a long one, one row per participant and visit. */
import type { WideColumn } from '../contract/plan.js';
import type { Column, Table } from '../contract/table.js';
import { cellText, findColumn, isMissing } from './columns.js';
import { engineError } from './errors.js';
import { originOf, takeRows } from './take-rows.js';

/**
 * Gathers the wide columns; the other columns are repeated. Visits come in the order of the numbers, or else of the
 * plan. A visit at which a participant has no value at all makes no row, as in a long file; only a participant without
 * any value keeps the first visit, to be counted. `origin` of a gathered column tells the column of the file.
 */
export function gather(table: Table, wide: readonly WideColumn[], visitName: string, id: string | undefined): Table {
  const visits = visitOrder(wide);
  const variables = [...new Set(wide.map(({ variable }) => variable))];
  const wideNames = new Set(wide.map(({ column }) => column));
  const kept = table.columns.filter(({ name }) => !wideNames.has(name));
  refuseClashes(table.name, [...kept.map(({ name }) => name), ...variables, visitName]);
  const cells = cellsByVariable(table, wide, variables, visits);

  const sourceRows: number[] = [];
  const visitCodes: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const before = sourceRows.length;
    for (let v = 0; v < visits.length; v++) {
      if (!cells.some((byVisit) => hasValue(byVisit[v], row))) continue;
      sourceRows.push(row);
      visitCodes.push(v);
    }
    if (sourceRows.length > before) continue;
    sourceRows.push(row);
    visitCodes.push(0);
  }

  const rows = Int32Array.from(sourceRows);
  const codes = Int32Array.from(visitCodes);
  const repeated = kept.map((column) => takeRows(column, rows));
  const gathered = variables.map((variable, i) => gatherVariable(variable, cells[i] ?? [], rows, codes));
  const idAt = repeated.findIndex(({ name }) => name === id) + 1;
  return {
    ...table,
    rowCount: rows.length,
    originRow: rows.map((row) => table.originRow[row] ?? 0),
    columns: [...repeated.slice(0, idAt), visitColumn(visitName, visits, codes), ...repeated.slice(idAt), ...gathered],
  };
}

function visitOrder(wide: readonly WideColumn[]): string[] {
  const visits = [...new Set(wide.map(({ visit }) => visit))];
  return areNumbers(visits) ? visits.sort((a, b) => Number(a) - Number(b)) : visits;
}

function areNumbers(visits: readonly string[]): boolean {
  return visits.every((visit) => /^-?\d+(\.\d+)?$/.test(visit));
}

function refuseClashes(file: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return;
  throw engineError(
    'duplicate_column',
    `${file}: gathering its visits makes a second column called "${twice}": give it another name in the plan`,
    { file, column: twice },
  );
}

function cellsByVariable(
  table: Table,
  wide: readonly WideColumn[],
  variables: readonly string[],
  visits: readonly string[],
): (Column | undefined)[][] {
  const cells = variables.map((): (Column | undefined)[] => visits.map(() => undefined));
  for (const { column, variable, visit } of wide) {
    const byVisit = cells[variables.indexOf(variable)];
    const at = visits.indexOf(visit);
    if (!byVisit) continue;
    const before = byVisit[at];
    if (before) {
      const message = `${table.name}: the plan takes both ${before.name} and ${column} as ${variable} at visit ${visit}: keep one of them`;
      throw engineError('duplicate_column', message, { file: table.name, column });
    }
    byVisit[at] = findColumn(table, column);
  }
  return cells;
}

function hasValue(column: Column | undefined, row: number): boolean {
  return column !== undefined && !isMissing(column, row);
}

function visitColumn(name: string, visits: readonly string[], codes: Int32Array): Column {
  if (areNumbers(visits))
    return { kind: 'number', name, values: Float64Array.from(codes, (code) => Number(visits[code])) };
  return { kind: 'factor', name, codes, levels: [...visits] };
}

/** Numbers when every source column is one; a column without any value goes with either. */
function gatherVariable(
  name: string,
  byVisit: readonly (Column | undefined)[],
  rows: Int32Array,
  visits: Int32Array,
): Column {
  const sources = byVisit.filter((column) => column !== undefined);
  const sourceOf = byVisit.map((column) => (column ? sources.indexOf(column) : -1));
  const sourceOfRow = visits.map((visit) => sourceOf[visit] ?? -1);
  const origin = originOf(sources, sourceOfRow, rows);
  if (sources.every(({ kind }) => kind === 'number')) {
    const values = Float64Array.from(rows, (row, at) => {
      const column = byVisit[visits[at] ?? 0];
      return column?.kind === 'number' ? (column.values[row] ?? NaN) : NaN;
    });
    return { kind: 'number', name, values, origin };
  }
  const index = new Map<string, number>();
  const codes = rows.map((row, at) => {
    const column = byVisit[visits[at] ?? 0];
    const text = column ? cellText(column, row) : null;
    if (text === null) return -1;
    const code = index.get(text) ?? index.size;
    index.set(text, code);
    return code;
  });
  return { kind: 'factor', name, codes, levels: [...index.keys()], origin };
}
