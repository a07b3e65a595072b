// SPDX-License-Identifier: MIT
/** A plan and files that come or go: what the plan says stays, what is new comes as proposed. */
import type { Plan, PlanFile, PlanInstrument } from '../contract/plan.js';
import { omit } from '../elements/omit.js';
import type { FileSummary } from '../engine/messages.js';
import { owns, scaleOf, uniqueId } from './plan_edit.js';
import { countsFromFirst } from '../read/first-record.js';

type HeldFile = Pick<FileSummary, 'name' | 'columns' | 'error' | 'options'>;

/**
 * The plan after files came or went. Nothing that the plan says is lost: the entries of a file that is not there wait for
 * it. New files and their outcomes come as proposed. So does a file that the proposal made nothing of before
 * (`isProposed`): it may be something now that it is read in another way, or was mended.
 */
export function mergePlan(
  current: Plan,
  proposed: Plan,
  held: readonly HeldFile[],
  isProposed: (file: PlanFile) => boolean = () => false,
): Plan {
  const anew = new Map(proposed.files.map((file) => [file.name, file]));
  for (const file of current.files) if (!isProposed(file) || !isBlank(file)) anew.delete(file.name);
  const isThere = ({ name }: PlanFile): boolean => held.some((file) => file.name === name);
  // A file of which nothing is said is not waited for.
  const known = current.files
    .filter((file) => isThere(file) || !isProposed(file) || !isBlank(file))
    .map((file) => {
      const now = anew.get(file.name);
      return now ? withReadingOf(now, file) : readAsFound(file, held);
    });
  const names = current.files.map(({ name }) => name);
  const added = [...anew.values()].filter(({ name }) => !names.includes(name));
  // Days that were chosen to count from first records stay so: a start date that comes later is offered, and not taken.
  const files = [...known, ...(countsFromFirst(current) ? added.map((file) => omit(file, 'startDate')) : added)];
  const arms = current.arms ?? proposed.arms;
  const isNew = ({ file }: { file: string }): boolean =>
    anew.has(file) && !current.instruments.some((instrument) => instrument.file === file);
  return withProposed({ ...current, files, ...(arms ? { arms } : {}) }, proposed, isNew);
}

/** The plan with the instruments of the proposal that are wanted, and their outcomes, under free ids. */
function withProposed(plan: Plan, proposed: Plan, isWanted: (instrument: PlanInstrument) => boolean): Plan {
  const instruments = [...plan.instruments];
  const outcomes = [...plan.outcomes];
  for (const instrument of proposed.instruments.filter(isWanted)) {
    const id = uniqueId(instrument.id, instruments);
    instruments.push({ ...instrument, id });
    for (const outcome of proposed.outcomes.filter((candidate) => owns(candidate)(instrument))) {
      outcomes.push({
        ...outcome,
        id: uniqueId(outcome.id, outcomes),
        role: outcomes.some(({ role }) => role === 'primary') ? 'secondary' : outcome.role,
        score: `${id}.${scaleOf(outcome.score)}`,
      });
    }
  }
  return { ...plan, instruments, outcomes };
}

/**
 * The plan with what the proposal found of one questionnaire in files that the plan has none of it in; its columns are
 * gathered or spread along, and its codes for missing used. Where the number of items has changed, they are found anew.
 */
export function withRecognised(plan: Plan, proposed: Plan, name: string): Plan {
  const found = proposed.instruments.filter(({ instrument }) => instrument === name);
  const own = plan.instruments.filter(({ instrument }) => instrument === name);
  const usable = found.filter(({ file }) => plan.files.some((each) => each.name === file && each.role === 'records'));
  const instruments = plan.instruments.map((instrument) => {
    const now = usable.find(({ file }) => file === instrument.file && own.includes(instrument));
    return now?.items && instrument.items && now.items.length !== instrument.items.length
      ? { ...instrument, items: now.items }
      : instrument;
  });
  const files = plan.files.map((file) => {
    const its = usable.filter((instrument) => instrument.file === file.name);
    const now = proposed.files.find((each) => each.name === file.name);
    return its.length > 0 && now ? withColumnsOf(file, now, its.flatMap(variablesOf)) : file;
  });
  const isNew = (instrument: PlanInstrument): boolean =>
    usable.includes(instrument) && !own.some(({ file }) => file === instrument.file);
  return withProposed({ ...plan, files, instruments }, proposed, isNew);
}

const variablesOf = ({ items = [], scores = {} }: PlanInstrument): string[] => [...items, ...Object.values(scores)];

/** The entry with the wide columns, codes of rows and codes for missing that the proposal has for these variables. */
function withColumnsOf(file: PlanFile, now: PlanFile, variables: readonly string[]): PlanFile {
  const next = { ...file };
  const wide = (now.wide ?? []).filter(({ variable }) => variables.includes(variable));
  if (wide.length > 0 && file.wide) {
    const known = file.wide.map(({ column }) => column);
    next.wide = [...file.wide, ...wide.filter(({ column }) => !known.includes(column))];
  }
  if (file.parameters && now.parameters?.column === file.parameters.column) {
    const known = file.parameters.entries.map(({ code }) => code);
    const entries = now.parameters.entries.filter(
      ({ code, variable }) => variables.includes(variable) && !known.includes(code),
    );
    next.parameters = { ...file.parameters, entries: [...file.parameters.entries, ...entries] };
  }
  const columns = [...variables, ...wide.map(({ column }) => column)];
  const codes = Object.entries(now.reading?.missingIn ?? {}).filter(([column]) => columns.includes(column));
  if (codes.length > 0)
    next.reading = { ...file.reading, missingIn: { ...Object.fromEntries(codes), ...file.reading?.missingIn } };
  return next;
}

/** Files that the plan uses and that are not there. */
export function waitingFiles(plan: Plan, held: readonly Pick<FileSummary, 'name'>[]): PlanFile[] {
  return plan.files.filter(({ name, role }) => role !== 'ignored' && !held.some((file) => file.name === name));
}

const isBlank = (file: PlanFile): boolean => file.role === 'ignored' && namedColumns(file).length === 0;

/** What was chosen for the reading stays; the encoding and the separator are found anew. */
function withReadingOf(now: PlanFile, before: PlanFile): PlanFile {
  const chosen = omit(omit(before.reading ?? {}, 'encoding'), 'delimiter');
  return Object.keys(chosen).length === 0 ? now : { ...now, reading: { ...now.reading, ...chosen } };
}

/** A file that comes again with another separator and all its columns is read with the separator found. */
function readAsFound(file: PlanFile, held: readonly HeldFile[]): PlanFile {
  const summary = held.find(({ name }) => name === file.name);
  const found = summary?.options.delimiter;
  if (!summary || summary.error || found === undefined || file.reading?.delimiter === undefined) return file;
  const isAllThere = namedColumns(file).every((column) => summary.columns.some(({ name }) => name === column));
  if (found === file.reading.delimiter || namedColumns(file).length < 2 || !isAllThere) return file;
  return { ...file, reading: { ...file.reading, delimiter: found } };
}

/** Columns of the file that its entry names; the visit of a wide file is made while gathering. */
function namedColumns(file: PlanFile): string[] {
  const { id, arm, visit, event, date, startDate, guess, bodySystem, severity, serious, related, wide, parameters } =
    file;
  return [
    ...[id, arm, event, date, startDate, guess, bodySystem, severity, serious, related],
    ...[parameters?.column, parameters?.value],
    ...(wide ? wide.map(({ column }) => column) : [visit]),
  ].filter((column) => column !== undefined);
}
