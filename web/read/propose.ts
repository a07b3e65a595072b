// SPDX-License-Identifier: MIT
/** From files as they were read to the plan a trial statistician would start from. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Parameters, Plan, PlanFile, PlanInstrument, PlanOutcome, ReadingOptions } from '../contract/plan.js';
import { planSchemaVersion } from '../contract/plan.js';
import { afterBaseline } from './baseline-column.js';
import { findColumn } from './columns.js';
import { baseColumn, noteRecomputed, onlyRows } from './detect-adam.js';
import { detectFiles, noteLeftOut, type FileDetection } from './detect.js';
import { listed } from './errors.js';
import { labelledColumns, noteLabelsExport } from './label-numbers.js';
import { allDefinitions, builtInInstruments } from './instruments.js';
import { likelyCodes, mergedCodes } from './likely-codes.js';
import { missingCodes } from './missing-codes.js';
import { noteNearIds } from './near-ids.js';
import { proposeArms } from './propose-arms.js';
import { proposeInstruments, type ProposedInstrument } from './propose-instruments.js';
import { noteRepeatedRows, settleWindows } from './propose-rows.js';
import { proposeOutcome } from './propose-outcomes.js';
import { sexTypes } from './sex-codes.js';
import { noteSaidVisits } from './said-visits.js';
import { settleVisits } from './settle-visits.js';
import { isRepeatInstance } from './repeat-instruments.js';
import { studyDays } from './study-days.js';
import { withoutWords, type WithoutWords } from './missing-words.js';
import { noteOddCells } from './odd-cells.js';
import { percentColumns } from './percent.js';
import type { Note, ReadResult } from './types.js';
import type { VisitUnit } from './visit-names.js';
import { settleTimeUnit } from './time-unit.js';
import { visitsOf, type InstrumentVisits } from './visits.js';

export interface Proposal {
  plan: Plan;
  /** What was assumed and what the user has to choose; the notes of the files themselves are with the files. */
  notes: Note[];
}

/** Recognises roles and instruments and writes the default plan. It never throws: what it cannot tell is left out. */
export function proposePlan(files: readonly ReadResult[], own: readonly InstrumentDefinition[] = []): Plan {
  return propose(files, own).plan;
}

/** Which labels of a table's visits are one, as somebody said when it was put together. */
export type SaidVisits = Pick<PlanFile, 'name' | 'sameVisits'>;

/** The same with notes on what was assumed. `own` are instruments beside the built-in ones. */
export function propose(
  read: readonly ReadResult[],
  own: readonly InstrumentDefinition[] = [],
  said: readonly SaidVisits[] = [],
): Proposal {
  const notes: Note[] = [];
  const readings = new Map<string, Omit<WithoutWords, 'file'>>();
  const files = read.map((each) => {
    const { file, ...reading } = withoutWords(each, notes);
    readings.set(file.name, reading);
    return file;
  });
  const instruments: PlanInstrument[] = [];
  const outcomes: PlanOutcome[] = [];
  const takenIds = new Set<string>();
  const detections = detectFiles(files, allDefinitions(own), notes);
  const planFiles = detections.map((detection): PlanFile => {
    if (detection.role === 'ignored') return { name: detection.file.name, role: 'ignored' };
    const { missingIn: words, labelNumbers: years = [] } = readings.get(detection.file.name) ?? {};
    const planFile = withCodes(withLabels(planFileOf(detection, detections), years), words);
    if (detection.role !== 'records') {
      noteOddCells(detection.file, notes);
      return withCodes(planFile, likelyCodes(detection.file.table, ownColumns(detection), notes));
    }
    const named = detection.isWide ? wideUnitOf(detection, notes) : { unit: 'none' as const, example: '' };
    if (named === null) return { name: detection.file.name, role: 'ignored' };
    const proposed = proposeInstruments(detection, takenIds, notes);
    if (detection.isWide) {
      planFile.visit = freeName('visit', detection);
      planFile.wide = proposed.wide;
    }
    if (detection.parameters) {
      const only = onlyRows(detection, notes);
      planFile.parameters = {
        ...detection.parameters,
        entries: proposed.entries,
        ...(only.length > 0 ? { only } : {}),
      };
    }
    const missingIn = missingCodes(detection.file.table, planFile, proposed.instruments, notes);
    const { table } = detection.file;
    const labelNumbers = [
      ...labelledColumns(table, planFile, proposed.instruments, notes),
      ...percentColumns(table, planFile, proposed.instruments, notes),
    ];
    noteOddCells(detection.file, notes, labelNumbers);
    planFile.reading = withLabels(planFile, [...years, ...labelNumbers]).reading ?? {};
    const used = ownColumns(detection, planFile, proposed.instruments);
    Object.assign(planFile, withCodes(planFile, missingIn, likelyCodes(detection.file.table, used, notes)));
    noteRepeatedRows(detection.file, planFile, notes);
    const hasDiary = proposed.instruments.some(({ definition }) => definition.items.count === 1);
    settleTimeUnit(planFile, detection.file, named, hasDiary, notes);
    const { sameVisits } = said.find(({ name }) => name === planFile.name) ?? {};
    if (sameVisits && planFile.visit !== undefined && !planFile.wide) {
      planFile.sameVisits = sameVisits;
      noteSaidVisits(planFile, detection.file, notes);
    }
    const days = planFile.date === undefined ? null : studyDays(detection, detections, notes);
    const areVisits = settleWindows(planFile, detection.file, days, notes) || hasDiary;
    const toldBy = settleVisits(planFile, detection.file, notes) ?? undefined;
    const besides: NonNullable<Parameters['beside']> = [];
    let usesBase = false;
    for (const { instrument, definition } of proposed.instruments) {
      instruments.push(instrument);
      const at = { ...visitsOf(instrument, planFile, detection.file, named.unit, days), toldBy };
      if (isRepeatInstance(planFile.visit) && definition.items.count === 1) at.unit = 'day';
      const beside = baselineBeside(instrument, definition, detection);
      const after = beside ? afterBaseline(at, detection.file.table, planFile, beside.score, beside.variable) : at;
      const base = beside ?? repeatedBaseline(instrument, definition, planFile, detection);
      const outcome = areVisits ? proposeOutcome(instrument, definition, after, notes, base?.variable) : null;
      if (beside && !outcome?.model.baseline) noteLeftOut(detection, [beside.variable], notes);
      if (outcome) outcomes.push(outcome);
      noteInstances(instrument, planFile, at, notes);
      if (base && outcome?.model.baseline) {
        usesBase = true;
        if ('beside' in base && base.beside) besides.push(base.beside);
      }
    }
    if (planFile.parameters && besides.length > 0) planFile.parameters.beside = besides;
    noteRecomputed(detection, usesBase, notes);
    return planFile;
  });
  const plan: Plan = {
    schemaVersion: planSchemaVersion,
    files: planFiles,
    instruments,
    outcomes: withOwnLabels(withPrimary(outcomes), instruments),
    inference: { confidence: 0.95, method: 'REML', df: 'kenward_roger' },
  };
  if (own.length > 0) plan.definitions = [...own];
  for (const detection of detections) noteLabelsExport(detection, notes);
  noteNearIds(detections, notes);
  const arms = proposeArms(detections, notes);
  if (arms) plan.arms = arms;
  if (instruments.length === 0 && files.some((file) => !file.error)) {
    notes.push({
      code: 'no_instrument',
      message: `no column is called like a score or the items of an instrument (fss1 to fss9, mfis_total, HI7); known are ${listed(
        builtInInstruments.map(({ name }) => name),
        40,
      )}`,
    });
  }
  return { plan, notes };
}

const withLabels = (planFile: PlanFile, labelNumbers: readonly string[]): PlanFile =>
  labelNumbers.length === 0
    ? planFile
    : { ...planFile, reading: { ...planFile.reading, labelNumbers: [...new Set(labelNumbers)] } };

function withCodes(planFile: PlanFile, ...found: readonly ReadingOptions['missingIn'][]): PlanFile {
  const missingIn = mergedCodes(planFile.reading?.missingIn, ...found);
  return Object.keys(missingIn).length === 0 ? planFile : { ...planFile, reading: { ...planFile.reading, missingIn } };
}

/** Columns whose numbers are labels or places in time, or whose range an instrument tells. */
function ownColumns(
  { id, arm, visit, date, startDate, event, bodySystem, parameters }: FileDetection,
  { wide = [], parameters: spread }: PlanFile = { name: '', role: 'ignored' },
  instruments: readonly ProposedInstrument[] = [],
): Set<string> {
  const variables = instruments.flatMap(({ instrument: { items = [], scores = {} } }) => [
    ...items,
    ...Object.values(scores),
  ]);
  const ofRows = [parameters?.column, parameters?.value, ...(spread?.only ?? []).map(({ column }) => column)];
  const names = [id, arm, visit, date, startDate, event, bodySystem, ...ofRows, ...variables];
  return new Set([...names, ...wide.map(({ column }) => column)].filter((name) => name !== undefined));
}

/** Without a date or a day, the number of an instance is all that tells when. */
function noteInstances(
  { instrument, file }: PlanInstrument,
  { visit }: PlanFile,
  { unit, visits }: InstrumentVisits,
  notes: Note[],
): void {
  if (visit === undefined || !isRepeatInstance(visit) || visits.length === 0) return;
  const what = unit === 'day' ? 'days' : 'visits';
  const message = `${file}: the repeated instances in ${visit} are taken as the ${what} of ${instrument} (${visits[0] ?? ''} to ${visits.at(-1) ?? ''}), since there is neither a day nor a date; they count entries, so that an entry left out moves the later ones`;
  notes.push({ file, code: 'repeat_instances', message });
}

/** The column beside a score, or the one item of a scale, that repeats its baseline. */
function baselineBeside(
  { items, scores }: PlanInstrument,
  { scales: [scale] }: InstrumentDefinition,
  { baselines }: FileDetection,
): { score: string; variable: string } | undefined {
  const score = scores?.[scale?.name ?? ''] ?? (items?.length === 1 ? items[0] : undefined);
  const variable = score === undefined ? undefined : baselines?.get(score);
  return score === undefined || variable === undefined ? undefined : { score, variable };
}

/**
 * The variable that repeats an instrument's baseline: the file's own column where it has one code, and else what stands
 * in it beside the score's code.
 */
function repeatedBaseline(
  { scores }: PlanInstrument,
  { scales: [scale] }: InstrumentDefinition,
  { parameters }: PlanFile,
  { file }: FileDetection,
): { variable: string; beside?: NonNullable<Parameters['beside']>[number] } | undefined {
  const column = baseColumn(file);
  const score = scores?.[scale?.name ?? ''];
  const entry = parameters?.entries.find(({ variable }) => variable === score);
  if (column === undefined || !entry) return undefined;
  if (parameters?.entries.length === 1) return { variable: column };
  const variable = `${entry.variable}_base`;
  return { variable, beside: { code: entry.code, column, variable } };
}

function planFileOf(detection: FileDetection, all: readonly FileDetection[]): PlanFile {
  const { file, role, id, arm, visit, event, date, startDate } = detection;
  const planFile: PlanFile = { name: file.name, role };
  if (id !== undefined) planFile.id = id;
  if (arm !== undefined && (role === 'participants' || role === 'records')) planFile.arm = arm;
  if (visit !== undefined && role === 'records') planFile.visit = visit;
  if (date !== undefined && role === 'records') planFile.date = date;
  const countsDays = all.some((other) => other.role === 'records' && other.date !== undefined);
  if (startDate !== undefined && countsDays && arm !== undefined && role !== 'events') planFile.startDate = startDate;
  if (role === 'events') {
    if (event !== undefined) planFile.event = event;
    for (const column of ['bodySystem', 'severity', 'serious', 'related'] as const) {
      const name = detection[column];
      if (name !== undefined) planFile[column] = name;
    }
  }
  planFile.reading = readingOf(file);
  return planFile;
}

/**
 * Written out, so that the plan reads the file the same way again. A decimal mark that was detected is detected again: to
 * ask for one also allows thousands separators, which would make numbers of what was shown as text.
 */
function readingOf(file: ReadResult): ReadingOptions {
  const { encoding, delimiter, stack } = file.options;
  // The parts of a stack have their own.
  const reading: ReadingOptions = stack ? { stack } : { encoding, delimiter };
  const { headerRow = 1 } = file.options;
  // One that was asked for is kept also where it is the first, as another would be found.
  if ((headerRow > 1 || file.requested.headerRow !== undefined) && !stack) reading.headerRow = headerRow;
  if (file.requested.decimal) reading.decimal = file.requested.decimal;
  if (file.requested.dates) reading.dates = file.requested.dates;
  if (file.options.sheet !== undefined) reading.sheet = file.options.sheet;
  if (file.options.repeatInstrument !== undefined) reading.repeatInstrument = file.options.repeatInstrument;
  if (file.requested.missing) reading.missing = [...file.requested.missing];
  if (file.requested.missingIn) reading.missingIn = { ...file.requested.missingIn };
  if (file.requested.dataRows) reading.dataRows = [...file.requested.dataRows];
  const types = { ...file.requested.types, ...sexTypes(file) };
  if (file.requested.types || Object.keys(types).length > 0) reading.types = types;
  return reading;
}

/** What the numbers in the names of a wide file count, and a column; null, with a note, when they count different things. */
function wideUnitOf(detection: FileDetection, notes: Note[]): { unit: VisitUnit; example: string } | null {
  const file = detection.file.name;
  const byUnit = new Map<VisitUnit, string>();
  for (const { unit, column } of detection.instruments)
    if (unit !== 'none' && !byUnit.has(unit)) byUnit.set(unit, column);
  const [only] = byUnit.keys();
  if (byUnit.size > 1) {
    const examples = [...byUnit].map(([unit, column]) => `${column} (${unit})`);
    const message = `${file}: the names of its columns count visits in different units: ${listed(examples)}; rename them to one unit, such as _d0 and _d28`;
    notes.push({ file, code: 'mixed_visit_units', message });
    return null;
  }
  return { unit: only ?? 'none', example: only === undefined ? '' : (byUnit.get(only) ?? '') };
}

function freeName(stem: string, { file }: FileDetection): string {
  let name = stem;
  while (findColumn(file.table, name)) name += '_';
  return name;
}

/** Outcomes of one score in several files are told apart by the file. */
function withOwnLabels(outcomes: readonly PlanOutcome[], instruments: readonly PlanInstrument[]): PlanOutcome[] {
  const labels = outcomes.map(({ label }) => label);
  return outcomes.map((outcome) => {
    const file = instruments.find(({ id }) => outcome.score.startsWith(`${id}.`))?.file;
    const isAlone = labels.indexOf(outcome.label) === labels.lastIndexOf(outcome.label);
    return isAlone || file === undefined ? outcome : { ...outcome, label: `${outcome.label}, ${file}` };
  });
}

/** The diary is the primary outcome where there is one, else the first outcome. */
function withPrimary(outcomes: readonly PlanOutcome[]): PlanOutcome[] {
  const primary = outcomes.find(({ effect }) => effect.kind === 'slope_difference') ?? outcomes[0];
  const sorted = primary ? [primary, ...outcomes.filter((outcome) => outcome !== primary)] : [];
  return sorted.map((outcome) => (outcome === primary ? { ...outcome, role: 'primary' } : outcome));
}
