// SPDX-License-Identifier: MIT
/**
 * A plan on files as they were read. A file that cannot be used costs the outcomes that need it and no others: the core
 * is not given its table, and where it then misses the file the reason is told instead.
 */
import type { DataCheck, DataProblem } from '../contract/check.js';
import { EngineError, type Engine, type OnProgress } from '../contract/engine.js';
import type { FitRequest, FitResult } from '../contract/fit.js';
import type { Individual, Influence } from '../contract/individual.js';
import type { Plan, ReadingOptions } from '../contract/plan.js';
import type { Table } from '../contract/table.js';
import type { FileReading, InputError, Report } from '../contract/report.js';
import { quotedAsWritten } from './as_written.js';
import { datesAsWritten } from './dates_as_written.js';
import { eventArmProblems } from './event_arms.js';
import { advisedOnIds } from './id_advice.js';
import { corePlan, withPlansOwn } from '../read/core-plan.js';
import { advisedOnPeople, offersOf, tellOfPeople, type Offers } from './people.js';
import { poorIdMatch } from '../read/match-ids.js';
import { armsAreApart, armsOfTables } from '../read/other-arms.js';
import { prepareTablesLeniently, type ReadResult } from '../read/index.js';
import { missingCells } from '../read/missing-cells.js';
import { oddYearProblem, oddYears, oddYearWarning } from '../read/odd-years.js';
import { beforeStartInWindows, recordWarnings } from '../read/record-warnings.js';
import type { SetAside } from '../read/set-aside.js';
import { withoutScattered } from '../read/scattered-days.js';
import { finishedPlan, unfinishedErrors } from '../read/unfinished.js';
import { holdGate, keepInPlan } from './waiting_outcomes.js';

/** One model on one file. @throws EngineError where the file cannot be read, or the model not be fitted. */
export function fitFile(engine: Engine, request: FitRequest, { error, table }: ReadResult): FitResult {
  if (error) throw new EngineError(error);
  return engine.fit(request, table);
}

/** @throws EngineError where nothing at all can be reported. */
export function analyzeFiles(
  engine: Engine,
  asked: Plan,
  files: readonly ReadResult[],
  onProgress?: OnProgress,
): Report {
  const finished = finishedPlan(asked);
  const { plan, errors: waiting } = withoutScattered(finished, files);
  const [first] = waiting;
  if (first && plan.outcomes.length === 0 && !plan.files.some(({ role }) => role === 'events'))
    throw new EngineError(first);
  const offers = offersOf(plan, files);
  return withTables(plan, files, offers, (tables, errors, faults) => {
    const core = corePlan(plan, tables);
    const report = engine.analyze(core, tables, onProgress);
    if (core !== plan) report.plan = withPlansOwn(report.plan, plan);
    if (plan !== finished) keepInPlan(report, finished);
    if (plan !== asked) holdGate(report, asked.outcomes);
    report.errors.push(...(asked === finished ? [] : unfinishedErrors(asked)), ...waiting);
    tellOfRecords(report, plan, files);
    for (const { code, message } of eventArmProblems(plan, tables)) report.warnings.push({ code, message });
    const covariates = new Set(plan.outcomes.flatMap(({ model }) => model.covariates ?? []));
    for (const file of report.files) {
      const source = files.find(({ name }) => name === file.name);
      const table = tables.find(({ name }) => name === file.name);
      const reading = plan.files.find(({ name }) => name === file.name)?.reading;
      if (source && table) file.read = readingOf(source, table, covariates, reading);
      const ids = poorIdMatch(plan, file.name, tables);
      if (ids) file.ids = ids;
    }
    tellOfPeople(report, plan, offers);
    const apart = plan.confirmed?.includes(armsAreApart) ? null : armsOfTables(plan, files);
    if (apart) report.armsApart = apart;
    const told = (error: InputError): InputError => toldAs(reasonOf(error, errors), plan, files, offers);
    report.errors = report.errors.map(told);
    for (const outcome of report.outcomes) if (outcome.error) outcome.error = told(outcome.error);
    // An ignored instrument's file or one of events may be missed by nobody; it is told all the same.
    for (const error of [...faults.values()].flat())
      if (!report.errors.some((known) => isSame(known, error))) report.errors.push(error);
    return report;
  });
}

/** As its places are written in the files, with advice that fits what the files are. */
function toldAs(error: InputError, plan: Plan, files: readonly ReadResult[], offers: Offers): InputError {
  const written = datesAsWritten(quotedAsWritten(error, files), plan, files);
  return advisedOnPeople(advisedOnIds(written, plan, files), plan, files, offers);
}

/** What was made of records before the core had them, and what it says of those that windows leave out. */
function tellOfRecords(report: Report, plan: Plan, files: readonly ReadResult[]): void {
  const told = [...recordWarnings(plan, files), ...oddYears(plan, files).map(oddYearWarning)];
  if (told.length > 0) report.warnings = [...report.warnings, ...told];
  if (!plan.files.some(({ date, windows }) => date !== undefined && windows !== undefined)) return;
  report.warnings = report.warnings.map(beforeStartInWindows(plan));
  for (const outcome of report.outcomes) outcome.warnings = outcome.warnings.map(beforeStartInWindows(plan));
}

/** How a file was read, and as what the core was given the covariates in it. */
function readingOf(
  source: ReadResult,
  { columns }: Table,
  covariates: ReadonlySet<string>,
  asked: ReadingOptions | undefined,
): FileReading {
  const { options, table, setAside = [], partsSetAside = [] } = source;
  const { encoding, delimiter, decimal, sheet } = options;
  const own = columns.filter(({ name }) => covariates.has(name)).map(({ name, kind }) => [name, kind] as const);
  const placesOf = (rows: readonly SetAside[]): number[] =>
    rows.flatMap(({ place, isData }) => (isData ? [] : [place]));
  const notData = placesOf(setAside);
  const missing = missingCells(source, asked).map(({ column, code, cells }) => ({ column, value: code, cells }));
  return {
    encoding,
    delimiter,
    decimal,
    sheet: sheet ?? null,
    rows: table.rowCount,
    ...(notData.length > 0 && { notData }),
    ...(partsSetAside.length > 0 && { partsNotData: partsSetAside.map(placesOf) }),
    ...(missing.length > 0 && { missingCells: missing }),
    covariates: Object.fromEntries(own),
  };
}

/** What concerns single participants. @throws EngineError where nothing at all can be told. */
export function individualFiles(engine: Engine, asked: Plan, files: readonly ReadResult[]): Individual {
  const { plan } = withoutScattered(finishedPlan(asked), files);
  return withTables(plan, files, offersOf(plan, files), (tables, errors) => {
    const individual = engine.individual(corePlan(plan, tables), tables);
    for (const outcome of individual.failed) outcome.error = reasonOf(outcome.error, errors);
    return individual;
  });
}

/** Without each of `count` participants from the `from`th on. @throws EngineError where nothing at all can be told. */
export function influenceFiles(
  engine: Engine,
  asked: Plan,
  files: readonly ReadResult[],
  from = 0,
  count = Infinity,
): Influence {
  const { plan } = withoutScattered(finishedPlan(asked), files);
  return withTables(plan, files, offersOf(plan, files), (tables, errors) => {
    const influence = engine.influence(corePlan(plan, tables), tables, from, count);
    for (const outcome of influence.failed) outcome.error = reasonOf(outcome.error, errors);
    return influence;
  });
}

/** Also looks at files with cells that are no numbers, as if these were missing: their other faults are told along. */
export function checkFiles(engine: Engine, asked: Plan, files: readonly ReadResult[]): DataCheck {
  const plan = finishedPlan(asked);
  const { tables, faulty, errors, faults } = prepareTablesLeniently(plan, files);
  const offers = offersOf(plan, files);
  const check = engine.check(corePlan(plan, [...tables, ...faulty]), [...tables, ...faulty]);
  const chosen = recordWarnings(plan, files);
  if (chosen.length > 0) check.warnings = [...check.warnings, ...chosen];
  const odd = [...oddYears(plan, files).map(oddYearProblem), ...eventArmProblems(plan, tables)];
  check.problems.push(...odd.map((problem) => ({ ...asProblem(problem), severity: 'warning' as const })));
  const others = check.problems.filter(({ problem }) => reasonOf(problem, errors) === problem);
  const told = [...faults.values()].flat().filter((fault) => !others.some(({ problem }) => isSame(problem, fault)));
  check.problems = [...told.map(asProblem), ...others].map((each) => ({
    ...each,
    problem: toldAs(each.problem, plan, files, offers),
  }));
  // Without identifiers in common there are no scores either, which is no fault of its own.
  const apart = new Set(
    check.problems.flatMap(({ kind, problem: { detail } }) => (kind === 'no_matching_ids' ? [detail.file] : [])),
  );
  check.problems = check.problems.filter(
    ({ kind, problem: { detail } }) => kind !== 'no_data' || !apart.has(detail.file ?? detail.places?.[0]?.file),
  );
  return check;
}

/** What the core makes of the plan's tables; where it has none of a file, it throws why that could not be used. */
function withTables<Result>(
  plan: Plan,
  files: readonly ReadResult[],
  offers: Offers,
  ask: (
    tables: Table[],
    errors: ReadonlyMap<string, InputError>,
    faults: ReadonlyMap<string, readonly InputError[]>,
  ) => Result,
): Result {
  const { tables, errors, faults } = prepareTablesLeniently(plan, files);
  try {
    return ask(tables, errors, faults);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { code, message, detail } = error;
    const told = toldAs(reasonOf({ code, message, detail }, errors), plan, files, offers);
    // A crash stays what it is: the core is loaded again then.
    const isSaidSo = told.message === message && told.code === code;
    throw isSaidSo && JSON.stringify(told.detail) === JSON.stringify(detail) ? error : new EngineError(told);
  }
}

/** The error of reading behind a file the core found missing; other errors as they are. */
function reasonOf<Kind extends InputError>(error: Kind, errors: ReadonlyMap<string, InputError>): Kind | InputError {
  if (error.code !== 'missing_file') return error;
  return errors.get(error.detail.file ?? '') ?? error;
}

function asProblem(problem: InputError): DataProblem {
  return { kind: problem.code, severity: 'error', problem };
}

function isSame(one: InputError, other: InputError): boolean {
  return one.code === other.code && one.message === other.message;
}
