// SPDX-License-Identifier: MIT
/** From a plan and the files it names to the tables the core takes. */
import type { Parameters, Plan, PlanFile, PlanInstrument } from '../contract/plan.js';
import { EngineError } from '../contract/engine.js';
import type { Column, FactorColumn, Table } from '../contract/table.js';
import { withArmNames, withGuessNames } from './arms.js';
import { asLabels, tableWithLabels } from './as-written.js';
import { columnNames, findColumn } from './columns.js';
import { dateColumn } from './dates.js';
import { withEitherDecimal } from './either-decimal.js';
import { engineError, listed, maxPlaces, quoted, type Place } from './errors.js';
import { withFilledParticipants } from './fill-participants.js';
import { gather } from './gather.js';
import { withFirstRecords } from './first-record.js';
import { joinedIds } from './join-ids.js';
import { labelNumber } from './label-numbers.js';
import { percentNumber } from './percent.js';
import { withoutCodes } from './missing-codes.js';
import { isDoubtfulPoint, numberShape, parseNumber } from './numbers.js';
import { isRedcapOwn } from './redcap.js';
import { withRepeatedSettled } from './repeated.js';
import { spread } from './spread.js';
import { ambiguousMessage, ambiguousRemedy, isMeantAsNumbers } from './typing.js';
import type { ReadResult } from './types.js';
import { visitColumn } from './visit-column.js';

/**
 * One table per file of the plan that is not ignored: labels (identifier, arm, event) as factors, items, scores and
 * other numbers as numbers, dates as days, wide files gathered and files with one row per item spread into one row per
 * participant and visit.
 *
 * @throws EngineError when the plan names a file or column that is not there, when a file could not be read, or when a
 * column that has to be numbers is not (`not_a_number`, `ambiguous_number`), or two rows contradict each other
 * (`conflicting_values`).
 */
export function prepareTables(plan: Plan, files: readonly ReadResult[]): Table[] {
  return plan.files.filter(({ role }) => role !== 'ignored').map((planFile) => prepareTable(plan, planFile, files));
}

/** The table of one of the plan's files; throws as prepareTables does. */
export function prepareTable(plan: Plan, planFile: PlanFile, files: readonly ReadResult[]): Table {
  const { table, faults } = prepareWithFaults(plan, planFile, files);
  const [first] = faults;
  if (first || !table) throw first ?? new Error(`no table of ${planFile.name}`);
  return table;
}

/** A table and all that is wrong with it. Cells that are no numbers are missing in it; with other faults there is none. */
export interface FaultyTable {
  table: Table | null;
  faults: EngineError[];
}

export function prepareWithFaults(plan: Plan, planFile: PlanFile, files: readonly ReadResult[]): FaultyTable {
  const faults: EngineError[] = [];
  const attempt: Attempt = (work, otherwise) => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      faults.push(error);
      return otherwise;
    }
  };
  const table = attempt(() => tableOf(plan, planFile, files, attempt, faults), null);
  return { table: faults.every(({ code }) => code === 'not_a_number') ? table : null, faults };
}

/** What a piece of work gives, or what stands for it where it meets a fault, which is kept. */
type Attempt = <Result>(work: () => Result, otherwise: Result) => Result;

function tableOf(
  plan: Plan,
  planFile: PlanFile,
  files: readonly ReadResult[],
  attempt: Attempt,
  faults: EngineError[],
): Table | null {
  const file = files.find(({ name }) => name === planFile.name);
  if (!file) {
    const there = files.length === 0 ? 'no file is there' : `the files are ${listed(files.map(({ name }) => name))}`;
    throw engineError('unknown_file', `the plan names the file ${planFile.name}, which is not there: ${there}`, {
      file: planFile.name,
    });
  }
  if (file.error) throw new EngineError(file.error);
  const instruments = plan.instruments.filter((instrument) => instrument.file === planFile.name);
  const { parameters } = planFile;
  const wide = planFile.wide && planFile.wide.length > 0 ? planFile.wide : undefined;
  const { id, arm, event, bodySystem, severity, serious, related, date, startDate, guess } = planFile;
  const visit = wide ? undefined : planFile.visit;
  const labels = [id, arm, event, bodySystem, severity, serious, related, guess];
  const ofRows = parameters
    ? [
        parameters.column,
        parameters.value,
        ...[...(parameters.only ?? []), ...(parameters.beside ?? [])].map((o) => o.column),
      ]
    : [];
  const dates = [date, startDate];
  for (const column of [
    ...labels,
    visit,
    ...dates,
    ...ofRows,
    ...(planFile.reading?.labelNumbers ?? []),
    ...(planFile.reading?.eitherDecimal ?? []),
    ...(wide ?? []).map((w) => w.column),
  ])
    attempt(() => requireColumn(file, column), undefined);

  const variables = new Set([
    ...instruments.flatMap(({ items, scores }) => [...(items ?? []), ...Object.values(scores ?? {})]),
    ...columnsOfModels(plan, instruments),
  ]);
  const made = new Set([...(wide ?? []), ...spreadVariables(parameters)].map(({ variable }) => variable));
  const numeric = new Set(wide ? wide.filter((w) => variables.has(w.variable)).map((w) => w.column) : []);
  for (const variable of variables) {
    if (made.has(variable)) continue;
    attempt(() => requireColumn(file, variable), undefined);
    numeric.add(variable);
  }
  const covariates = new Set(covariatesOf(plan, planFile, file, attempt));
  if (parameters && file.doubtful?.includes(parameters.value)) numeric.add(parameters.value);

  const known = withoutCodes(tableWithLabels(file, [id]), planFile.reading?.missingIn);
  const read = withEitherDecimal(known, planFile.reading?.eitherDecimal, file.options.decimal);
  const labelled = planFile.reading?.labelNumbers ?? [];
  // Without the words for missing, a column may be one of numbers.
  const recoded = Object.keys(planFile.reading?.missingIn ?? {});
  const typed = (written: Column): Column => {
    const { name } = written;
    const column = labelled.includes(name) ? numbersOfLabels(file, read, written, faults) : written;
    if (name === id) return joinedIds(asLabels({}, column), plan, files, file.name);
    if (name === arm) return withArmNames(asLabels(file, column), plan.arms, file.name);
    if (name === guess) return withGuessNames(asLabels(file, column), plan.arms, Object.keys(planFile.guesses ?? {}));
    if (labels.includes(name)) return asLabels({}, column);
    if (dates.includes(name)) return dateColumn(file, name).column;
    if (numeric.has(name)) return asNumber(file, read, column, faults);
    if (name === visit) return analysedVisitColumn(file, read, planFile) ?? column;
    if (column.kind === 'number' && planFile.reading?.types?.[name] === 'factor') return asLabels({}, column);
    const isMeant = covariates.has(name) || (recoded.includes(name) && isAllNumbers(column, file));
    return isMeant ? asNumberWhereMeant(file, read, column) : column;
  };
  const columns = read.columns.map((column) => attempt(() => typed(column), column));
  // Rows cannot be put together from columns that are not what they should be.
  if (faults.some(({ code }) => code !== 'not_a_number')) return null;
  const used = new Set([...labels, visit, ...dates, ...ofRows, ...variables, ...made, ...numeric, ...covariates]);
  const all: Table = {
    ...read,
    columns: columns.filter((column) => used.has(column.name) || !isRedcapOwn(column, read)),
  };
  const inUse = new Set([...used].flatMap((name) => (name === undefined || covariates.has(name) ? [] : [name])));
  const isRoster = planFile.role === 'records' && arm !== undefined && !parameters && !wide;
  const table =
    isRoster && !hasParticipants(plan) ? withFilledParticipants(all, id, visit, baselineVisits(plan), inUse) : all;
  const rows = wide
    ? gather(table, wide, planFile.visit ?? 'visit', id)
    : parameters
      ? spreadNumbers(file, table, parameters, [id, visit ?? date], numeric, attempt, faults)
      : table;
  requireScoresForMean(planFile, plan);
  const measured = new Set(
    instruments.flatMap(({ items, scores }) => [...(items ?? []), ...Object.values(scores ?? {})]),
  );
  return withFirstRecords(
    planFile.role === 'records' ? withRepeatedSettled(rows, planFile, measured) : rows,
    planFile,
    plan,
    files,
  );
}

/** The mean of answers is no answer; a plan says so when it is read, but one that is edited on the page is not read again. */
function requireScoresForMean({ name, repeated }: PlanFile, { instruments }: Plan): void {
  if (repeated !== 'mean' || !instruments.some(({ file, items }) => file === name && items !== undefined)) return;
  const remedy = 'take the first or the last of them, or set all of them aside';
  throw engineError(
    'bad_plan',
    `${name} has answers to items: several records of a participant at one visit cannot be averaged; ${remedy}`,
    { file: name, remedy },
  );
}

const hasParticipants = ({ files }: Plan): boolean => files.some(({ role }) => role === 'participants');

const baselineVisits = ({ outcomes }: Plan): string[] =>
  outcomes.flatMap(({ model: { baselineVisit } }) => (baselineVisit === undefined ? [] : [baselineVisit]));

function spreadVariables(parameters: Parameters | undefined): { variable: string }[] {
  return [...(parameters?.entries ?? []), ...(parameters?.beside ?? [])];
}

/** Only answers that are used have to be numbers: the column may hold dates and words of other codes. */
function spreadNumbers(
  file: ReadResult,
  table: Table,
  parameters: Parameters,
  keys: readonly (string | undefined)[],
  needed: ReadonlySet<string>,
  attempt: Attempt,
  faults: EngineError[],
): Table {
  const made = new Set(spreadVariables(parameters).map(({ variable }) => variable));
  const { table: result } = spread(table, parameters, keys);
  for (const name of needed) {
    if (findColumn(result, name)) continue;
    const remedy = 'choose a column with one value per participant and visit';
    const message = `${file.name}: column ${name} differs between rows of one participant and visit, which are put together: ${remedy}`;
    faults.push(engineError('column_varies', message, { file: file.name, column: name, remedy }));
  }
  const typed = (c: Column): Column => (made.has(c.name) ? asNumber(file, result, c, faults) : c);
  return { ...result, columns: result.columns.map((c) => attempt(() => typed(c), c)) };
}

function requireColumn(file: ReadResult, column: string | undefined): void {
  if (column === undefined || findColumn(file.table, column)) return;
  const message = `the plan names the column ${quoted(column)}, which ${file.name} does not have: its columns are ${listed(columnNames(file.table), 40)}`;
  throw engineError('unknown_column', message, { file: file.name, column });
}

/** Weights and repeated baselines stand beside the scores they belong to. */
function columnsOfModels(plan: Plan, instruments: readonly PlanInstrument[]): string[] {
  const outcomes = plan.outcomes.filter(({ score }) => instruments.some(({ id }) => score.startsWith(`${id}.`)));
  return outcomes.flatMap(({ model }) => [
    ...(model.weights === undefined ? [] : [model.weights]),
    ...(model.baseline?.kind === 'column' ? [model.baseline.column] : []),
  ]);
}

/** Covariates and baseline characteristics stand in the participants file, or in the records of a single-file trial. */
function covariatesOf(plan: Plan, planFile: PlanFile, file: ReadResult, attempt: Attempt): string[] {
  const ofModels = plan.outcomes.flatMap(({ model }) => model.covariates ?? []);
  const covariates = [...new Set([...ofModels, ...(plan.baselineTable?.columns ?? [])])];
  const isHere =
    planFile.role === 'participants' ||
    (planFile.role === 'records' && !hasParticipants(plan) && planFile.arm !== undefined);
  if (!isHere) return [];
  for (const covariate of covariates) attempt(() => requireColumn(file, covariate), undefined);
  return covariates;
}

/** The visit column as it is analysed: numbers where its cells are meant as such, so that "04" is visit 4. */
function analysedVisitColumn(file: ReadResult, table: Table, planFile: PlanFile): Column | undefined {
  const column = visitColumn(table, planFile);
  return column && asNumberWhereMeant(file, table, column);
}

/** As far as that can be had before the slips in it are mended: cells that are no numbers are missing. */
export function visitColumnAsItStands(file: ReadResult, planFile: PlanFile): Column | undefined {
  const { table } = file;
  const column = visitColumn(table, planFile);
  try {
    return column && asNumberWhereMeant(file, table, column, []);
  } catch (error) {
    if (error instanceof EngineError) return column;
    throw error;
  }
}

/** Visits and covariates may be labels; only a column of numbers with a few slips among them is refused. */
function asNumberWhereMeant(file: ReadResult, table: Table, column: Column, faults?: EngineError[]): Column {
  if (column.kind === 'number' || file.requested.types?.[column.name] === 'factor') return column;
  return isMeantAsNumbers(column, file.options.decimal) ? asNumber(file, table, column, faults) : column;
}

function isAllNumbers(column: Column, { options }: ReadResult): boolean {
  return column.kind === 'number' || column.levels.every((level) => !Number.isNaN(parseNumber(level, options.decimal)));
}

/** Labels as their numbers; others than the plan knows are refused like any text. */
function numbersOfLabels(file: ReadResult, table: Table, column: Column, faults: EngineError[]): Column {
  if (column.kind === 'number') return column;
  const levels = column.levels.map((level) => {
    const label = labelNumber(level);
    const number = Number.isNaN(label) ? percentNumber(level) : label;
    return Number.isNaN(number) ? level : String(number).replace('.', file.options.decimal);
  });
  return asNumber(file, table, { ...column, levels }, faults);
}

/** With a list for faults, cells that are no numbers are told there and missing in the column. */
function asNumber(file: ReadResult, table: Table, column: Column, faults?: EngineError[]): Column {
  if (column.kind === 'number') return column;
  if (file.doubtful?.includes(column.name)) throw doubtfulPoints(file, table, column);
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
      row: column.origin?.rows?.[row] ?? table.originRow[row] ?? 0,
      column: column.origin?.names[column.origin.codes[row] ?? -1] ?? column.name,
      value: column.levels[code] ?? '',
    });
  }
  if (bad > 0) {
    const fault = notNumbers(file, places[0]?.column ?? column.name, places, bad);
    if (!faults || fault.code !== 'not_a_number') throw fault;
    faults.push(fault);
  }
  const numbers = Float64Array.from(column.codes, (code) => values[code] ?? NaN);
  return { kind: 'number', name: column.name, values: numbers, ...(column.origin ? { origin: column.origin } : {}) };
}

/** No decimal mark was asked for, or the column would be one of numbers. */
function doubtfulPoints(file: ReadResult, table: Table, column: FactorColumn): EngineError {
  const places: Place[] = [];
  for (const [row, code] of column.codes.entries()) {
    const value = column.levels[code] ?? '';
    if (places.length < maxPlaces && isDoubtfulPoint(value))
      places.push({ file: file.name, row: table.originRow[row] ?? 0, column: column.name, value });
  }
  const [first = {}] = places;
  const message = ambiguousMessage(file.name, column.name, first.value ?? '', first.row);
  return engineError('ambiguous_number', message, { ...first, remedy: ambiguousRemedy, places });
}

function notNumbers(file: ReadResult, column: string, places: Place[], bad: number): EngineError {
  const first = places[0] ?? {};
  const where = {
    file: file.name,
    column,
    ...(first.row === undefined ? {} : { row: first.row }),
    value: first.value ?? '',
  };
  // A workbook has no decimal mark to set: its numbers are numbers, and its text is text.
  const isWorkbook = file.options.sheet !== undefined;
  const isDoubtful = !isWorkbook && places.every(({ value }) => numberShape(value ?? '') === 'doubtful');
  if (isDoubtful && file.requested.decimal === undefined) {
    const message = ambiguousMessage(file.name, column, first.value ?? '', first.row);
    return engineError('ambiguous_number', message, { ...where, remedy: ambiguousRemedy, places });
  }
  const isOtherMark = places.every(({ value }) => ['comma', 'point'].includes(numberShape(value ?? '')));
  const remedy =
    isOtherMark && isWorkbook
      ? 'it is text in the workbook: write it as a number there, and save it'
      : isOtherMark
        ? `write all decimals alike, or set the decimal mark of this file (it is "${file.options.decimal}" now)`
        : 'correct it, or leave the cell empty if the value is missing';
  const more = bad === 1 ? '' : ` and ${bad - 1} more ${bad === 2 ? 'value is' : 'values are'} not either`;
  const message = `${file.name}, row ${first.row ?? ''}, column ${column}: ${quoted(first.value ?? '')} is not a number${more}: ${remedy}`;
  return engineError('not_a_number', message, { ...where, remedy, places });
}
