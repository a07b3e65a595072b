// SPDX-License-Identifier: MIT
/** From a plan and the files it names to the tables the core takes. */
import type { Plan, PlanFile, PlanInstrument } from '../contract/plan.js';
import { EngineError } from '../contract/engine.js';
import type { Column, FactorColumn, Table } from '../contract/table.js';
import { columnNames, distinctTexts, findColumn } from './columns.js';
import { engineError, listed, maxPlaces, quoted, type Place } from './errors.js';
import { gather } from './gather.js';
import { numberShape, parseNumber } from './numbers.js';
import { ambiguousMessage, ambiguousRemedy, isMeantAsNumbers } from './typing.js';
import type { ReadResult } from './types.js';

/**
 * One table per file of the plan that is not ignored: labels (identifier, arm, event) as factors, items, scores and
 * other numbers as numbers, wide files gathered into one row per participant and visit.
 *
 * @throws EngineError when the plan names a file or column that is not there, when a file could not be read, or when a
 * column that has to be numbers is not (`not_a_number`, `ambiguous_number`).
 */
export function prepareTables(plan: Plan, files: readonly ReadResult[]): Table[] {
  return plan.files.filter(({ role }) => role !== 'ignored').map((planFile) => prepareTable(plan, planFile, files));
}

/** The table of one of the plan's files; throws as prepareTables does. */
export function prepareTable(plan: Plan, planFile: PlanFile, files: readonly ReadResult[]): Table {
  const file = files.find(({ name }) => name === planFile.name);
  if (!file) {
    const there = files.length === 0 ? 'no file is there' : `the files are ${listed(files.map(({ name }) => name))}`;
    throw engineError('unknown_file', `the plan names the file ${planFile.name}, which is not there: ${there}`, {
      file: planFile.name,
    });
  }
  if (file.error) throw new EngineError(file.error);
  const instruments = plan.instruments.filter((instrument) => instrument.file === planFile.name);
  const wide = planFile.wide && planFile.wide.length > 0 ? planFile.wide : undefined;
  const { id, arm, event } = planFile;
  const visit = wide ? undefined : planFile.visit;
  for (const column of [id, arm, event, visit, ...(wide ?? []).map((w) => w.column)]) requireColumn(file, column);

  const variables = new Set([
    ...instruments.flatMap(({ items, scores }) => [...(items ?? []), ...Object.values(scores ?? {})]),
    ...weightsOf(plan, instruments),
  ]);
  const gathered = new Set((wide ?? []).map(({ variable }) => variable));
  for (const variable of variables) if (!gathered.has(variable)) requireColumn(file, variable);
  const numeric = new Set(wide ? wide.filter((w) => variables.has(w.variable)).map((w) => w.column) : []);
  for (const variable of variables) if (!gathered.has(variable)) numeric.add(variable);
  const meant = new Set([...covariatesOf(plan, planFile, file), ...(visit === undefined ? [] : [visit])]);
  const labels = new Set([id, arm, event]);

  const columns = file.table.columns.map((column) => {
    if (labels.has(column.name)) return asFactor(column);
    if (numeric.has(column.name)) return asNumber(file, column);
    return meant.has(column.name) ? asNumberWhereMeant(file, column) : column;
  });
  const table: Table = { ...file.table, columns };
  return wide ? gather(table, wide, planFile.visit ?? 'visit', id) : table;
}

function requireColumn(file: ReadResult, column: string | undefined): void {
  if (column === undefined || findColumn(file.table, column)) return;
  const message = `the plan names the column ${quoted(column)}, which ${file.name} does not have: its columns are ${listed(columnNames(file.table), 40)}`;
  throw engineError('unknown_column', message, { file: file.name, column });
}

/** Weights stand beside the scores they weigh. */
function weightsOf(plan: Plan, instruments: readonly PlanInstrument[]): string[] {
  const outcomes = plan.outcomes.filter(({ score }) => instruments.some(({ id }) => score.startsWith(`${id}.`)));
  return outcomes.flatMap(({ model }) => model.weights ?? []);
}

/** Covariates stand in the participants file, or in the records of a single-file trial. */
function covariatesOf(plan: Plan, planFile: PlanFile, file: ReadResult): string[] {
  const covariates = [...new Set(plan.outcomes.flatMap(({ model }) => model.covariates ?? []))];
  const hasParticipants = plan.files.some(({ role }) => role === 'participants');
  const isHere =
    planFile.role === 'participants' || (planFile.role === 'records' && !hasParticipants && planFile.arm !== undefined);
  if (!isHere) return [];
  for (const covariate of covariates) requireColumn(file, covariate);
  return covariates;
}

function asFactor(column: Column): FactorColumn {
  if (column.kind === 'factor') return column;
  const levels = distinctTexts(column);
  const index = new Map(levels.map((level, code) => [Number(level), code]));
  return {
    kind: 'factor',
    name: column.name,
    codes: Int32Array.from(column.values, (value) => index.get(value) ?? -1),
    levels,
  };
}

/** Visits and covariates may be labels; only a column of numbers with a few slips among them is refused. */
function asNumberWhereMeant(file: ReadResult, column: Column): Column {
  if (column.kind === 'number' || file.requested.types?.[column.name] === 'factor') return column;
  return isMeantAsNumbers(column, file.options.decimal) ? asNumber(file, column) : column;
}

function asNumber(file: ReadResult, column: Column): Column {
  if (column.kind === 'number') return column;
  const { decimal } = file.options;
  const grouped = file.requested.decimal !== undefined;
  const values = column.levels.map((level) => parseNumber(level, decimal, grouped));
  const places: Place[] = [];
  let bad = 0;
  for (const [row, code] of column.codes.entries()) {
    if (code < 0 || !Number.isNaN(values[code] ?? NaN)) continue;
    bad++;
    if (places.length >= maxPlaces) continue;
    places.push({
      file: file.name,
      row: file.table.originRow[row] ?? 0,
      column: column.name,
      value: column.levels[code] ?? '',
    });
  }
  if (bad > 0) throw notNumbers(file, column.name, places, bad);
  return { kind: 'number', name: column.name, values: Float64Array.from(column.codes, (code) => values[code] ?? NaN) };
}

function notNumbers(file: ReadResult, column: string, places: Place[], bad: number): EngineError {
  const first = places[0] ?? {};
  const where = {
    file: file.name,
    column,
    ...(first.row === undefined ? {} : { row: first.row }),
    value: first.value ?? '',
  };
  const isDoubtful = places.every(({ value }) => numberShape(value ?? '') === 'doubtful');
  if (isDoubtful && file.requested.decimal === undefined) {
    const message = ambiguousMessage(file.name, column, first.value ?? '', first.row);
    return engineError('ambiguous_number', message, { ...where, remedy: ambiguousRemedy, places });
  }
  const isOtherMark = places.every(({ value }) => ['comma', 'point'].includes(numberShape(value ?? '')));
  const remedy = isOtherMark
    ? `write all decimals alike, or set the decimal mark of this file (it is "${file.options.decimal}" now)`
    : 'correct it, or leave the cell empty if the value is missing';
  const more = bad === 1 ? '' : ` and ${bad - 1} more ${bad === 2 ? 'value is' : 'values are'} not either`;
  const message = `${file.name}, row ${first.row ?? ''}, column ${column}: ${quoted(first.value ?? '')} is not a number${more}: ${remedy}`;
  return engineError('not_a_number', message, { ...where, remedy, places });
}
