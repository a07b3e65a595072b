// SPDX-License-Identifier: MIT
/** The columns that an outcome can be adjusted for, and what choosing one changes in a plan, as plain functions. */
import type { Plan, PlanFile, PlanOutcome } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { ColumnSummary, FileSummary } from '../engine/messages.js';
import { areDates } from '../read/dates.js';
import { isSexColumn } from '../read/sex-codes.js';
import { snakeName } from '../read/visit-names.js';
import type { PlanEdit } from './events.js';
import { withoutUndefined } from './model_kind.js';

export interface CovariateColumn {
  name: string;
  /** As what the model takes it. */
  as: 'number' | 'factor';
  /** Its different values; null where they are many numbers. */
  count: number | null;
  /** The first of them, where it has few. */
  values: readonly string[];
  /** Numbers that may as well be categories. */
  isCoded: boolean;
  /** Participants without a value; 0 where the file has several rows for each, which tell no number of them. */
  missing: number;
}

/** The files that tell who takes part, and what they know of everybody. */
export interface CovariateSource {
  files: readonly string[];
  hasRowEach: boolean;
  columns: readonly CovariateColumn[];
}

/** The file of participants or, in a trial without one, the records that have the arm. */
function rosters({ files }: Plan): PlanFile[] {
  const participants = files.filter(({ role }) => role === 'participants');
  return participants.length > 0
    ? participants
    : files.filter(({ role, arm }) => role === 'records' && arm !== undefined);
}

/** Null as long as no such file is there. */
export function covariateSource(plan: Plan, files: readonly FileSummary[]): CovariateSource | null {
  const entries = rosters(plan);
  const known = entries.flatMap((entry) => {
    const file = files.find(({ name, error }) => name === entry.name && error === null);
    return file ? [{ entry, file }] : [];
  });
  const [first] = known;
  if (!first || known.length < entries.length) return null;
  const hasRowEach = first.entry.role === 'participants';
  // What is looked for in several files must stand in each of them.
  const isEverywhere = (name: string): boolean =>
    known.every(({ file }) => file.columns.some((column) => column.name === name));
  const used = new Set(known.flatMap(({ entry }) => columnsInUse(plan, entry)));
  const columns = first.file.columns
    .filter(({ name }) => !used.has(name) && isEverywhere(name) && !/^redcap_|_complete$/i.test(name))
    .filter((column) => mayTellApart(column, first.file, first.entry))
    .map((column) => asCovariate(column, first.entry, hasRowEach));
  return { files: known.map(({ entry }) => entry.name), hasRowEach, columns };
}

/** Columns that play a part already. */
function columnsInUse({ instruments, outcomes }: Plan, file: PlanFile): (string | undefined)[] {
  const own = instruments.filter((instrument) => instrument.file === file.name);
  const { parameters: rows } = file;
  return [
    ...[file.id, file.arm, file.visit, file.date, file.startDate, file.guess],
    ...(file.wide ?? []).map(({ column }) => column),
    ...[rows?.column, rows?.value, ...[...(rows?.only ?? []), ...(rows?.beside ?? [])].map(({ column }) => column)],
    ...own.flatMap(({ items, scores }) => [...(items ?? []), ...Object.values(scores ?? {})]),
    ...outcomes
      .filter(({ score }) => own.some(({ id }) => score.startsWith(`${id}.`)))
      .flatMap(({ model }) => [model.weights, model.baseline?.kind === 'column' ? model.baseline.column : undefined]),
  ];
}

/** Dates are none, nor what is the same for everybody or other for each: names, remarks. */
function mayTellApart(column: ColumnSummary, file: FileSummary, { id }: PlanFile): boolean {
  const { kind, levels, values, missing } = column;
  if (kind === 'number') return values === undefined || values.length > 1;
  const ids = file.columns.find(({ name }) => name === id)?.levels.length ?? 0;
  const people = ids > 0 ? ids : file.rowCount;
  const isOther = levels.length >= 10 && levels.length + missing >= people;
  return levels.length > 1 && !isOther && !areDates(levels);
}

function asCovariate(column: ColumnSummary, { reading }: PlanFile, hasRowEach: boolean): CovariateColumn {
  const { name, kind, levels, values, missing } = column;
  const types = reading?.types ?? {};
  const isTyped = Object.hasOwn(types, name);
  const few = kind === 'number' ? values : levels;
  const areNumbers = kind === 'number' || levels.every((level) => level.trim() !== '' && !Number.isNaN(Number(level)));
  return {
    name,
    as: (isTyped ? types[name] : undefined) ?? kind,
    count: few?.length ?? null,
    values: few?.slice(0, 4) ?? [],
    // The values of many sites are not known here, but their name is.
    isCoded: areNumbers && (few !== undefined || namesGroups(name)) && (kind === 'number' || isTyped),
    missing: hasRowEach ? missing : 0,
  };
}

const groupName =
  /(?:^|_)(?:sites?|cent(?:er|re)s?|clinics?|hospitals?|countr(?:y|ies)|regions?|strat(?:a|um)|blocks?|race|ethnic(?:ity)?|zentr(?:um|en)|klinik|standort|land|stratum|centre|pays)(?:_?(?:id|no|nr|num|number|code|cd))?$/;

/** Numbers that count nothing: 1, 2 and 3 are three sites, of which a slope says nothing. */
export const namesGroups = (column: string): boolean => groupName.test(snakeName(column)) || isSexColumn(column);

export const covariatesOf = ({ model }: PlanOutcome): readonly string[] => model.covariates ?? [];

/** The column comes to these outcomes or goes; codes of groups become categories with it. */
export function toggled(
  outcomes: readonly PlanOutcome[],
  { files, columns }: Pick<CovariateSource, 'files' | 'columns'>,
  column: string,
  isChosen: boolean,
): PlanEdit {
  const order = columns.map(({ name }) => name);
  const next = (own: readonly string[]): string[] => {
    const others = own.filter((name) => name !== column);
    return isChosen ? [...others, column].sort((a, b) => order.indexOf(a) - order.indexOf(b)) : others;
  };
  const known = columns.find(({ name }) => name === column);
  const isGroups = isChosen && known?.isCoded === true && known.as === 'number' && namesGroups(column);
  return {
    kind: 'covariates',
    of: Object.fromEntries(outcomes.map((outcome) => [outcome.id, next(covariatesOf(outcome))])),
    ...(isGroups && { taken: { files, column, as: 'factor' as const } }),
  };
}

/** All outcomes get those of one. */
export const sameForAll = (outcomes: readonly PlanOutcome[], covariates: readonly string[]): PlanEdit => ({
  kind: 'covariates',
  of: Object.fromEntries(outcomes.map(({ id }) => [id, covariates])),
});

export const areSameForAll = (outcomes: readonly PlanOutcome[]): boolean =>
  new Set(outcomes.map((outcome) => JSON.stringify([...covariatesOf(outcome)].sort()))).size < 2;

export function withCovariates(plan: Plan, { of, taken }: Extract<PlanEdit, { kind: 'covariates' }>): Plan {
  const outcomes = plan.outcomes.map((outcome) => {
    const covariates = of[outcome.id];
    if (!covariates) return outcome;
    const next = covariates.length > 0 ? [...covariates] : undefined;
    return { ...outcome, model: withoutUndefined({ ...outcome.model, covariates: next }) };
  });
  if (!taken) return { ...plan, outcomes };
  const files = plan.files.map((file) => {
    if (!taken.files.includes(file.name)) return file;
    const types = { ...file.reading?.types, [taken.column]: taken.as };
    return { ...file, reading: { ...file.reading, types } };
  });
  return { ...plan, files, outcomes };
}

/** The errors that a column of these is to blame for. */
export function errorsOfColumns(errors: readonly InputError[], columns: readonly string[]): InputError[] {
  const isOf = (column: string | undefined): boolean => column !== undefined && columns.includes(column);
  return errors.filter(({ detail }) => isOf(detail.column) || detail.places?.some((place) => isOf(place.column)));
}
