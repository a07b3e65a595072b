// SPDX-License-Identifier: MIT
/** What each file holds, by the names of its columns, and by content only where that leaves no doubt. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { FileRole } from '../contract/plan.js';
import { asLabels, tableWithLabels } from './as-written.js';
import { noArms } from './arms.js';
import { baselineColumns } from './baseline-column.js';
import { cellText, columnNames, distinctTexts, findColumn, isKey } from './columns.js';
import { addDailyRating } from './daily-rating.js';
import { areTimesOfDay, areVisitDates } from './dated-visits.js';
import { listed } from './errors.js';
import { noteAdam } from './detect-adam.js';
import { instrumentColumns, type InstrumentColumn } from './instrument-names.js';
import { fitsTable } from './instrument-values.js';
import { columnsNamed, companionOf, looksLikeControl, type NamedRole } from './names.js';
import { detectParameters } from './parameters.js';
import { eventsBehind } from './redcap.js';
import { isRepeatInstance } from './repeat-instruments.js';
import { startFile } from './study-days.js';
import type { Note, ReadResult } from './types.js';
import { hasArmInEvents } from './visit-column.js';
import { weakIdColumn } from './weak-ids.js';

/** Roles of columns that are found by their names, in the order in which they choose. */
const namedRoles = [
  'id',
  'arm',
  'visit',
  'date',
  'startDate',
  'event',
  'bodySystem',
  'severity',
  'serious',
  'related',
] as const satisfies readonly NamedRole[];

export interface FileDetection extends Partial<Record<(typeof namedRoles)[number], string>> {
  file: ReadResult;
  role: FileRole;
  /** Somebody chose to count days from each participant's first record. */
  dayZero?: 'first_record';
  /** Columns that are items or scores; in a wide file only those that carry a visit. */
  instruments: InstrumentColumn[];
  isWide: boolean;
  /** The dates stand in a column called like visits. */
  datesAsVisits?: boolean;
  /** Of a long file: by score column, the one that repeats its baseline in every row. */
  baselines?: ReadonlyMap<string, string>;
  /** Where the instruments are codes of a column: that column, and the one with the answers. */
  parameters?: { column: string; value: string };
}

/** Finds roles and columns in all files together, since one file's identifiers tell those of another. */
export function detectFiles(
  files: readonly ReadResult[],
  definitions: readonly InstrumentDefinition[],
  notes: Note[],
): FileDetection[] {
  const found = files.map((file) => detectColumns(file, definitions, notes));
  for (const detection of found) {
    if (!detection.file.error && detection.id === undefined) idByContent(detection, found, notes);
    if (!detection.file.error && detection.id === undefined) idByWeakName(detection, found, notes);
    detection.file = { ...detection.file, table: tableWithLabels(detection.file, [detection.id]) };
  }
  for (const detection of found) takeDatedVisits(detection);
  for (const detection of found) addDailyRating(detection, definitions, notes);
  for (const detection of found) detection.role = roleOf(detection, found);
  keepOneParticipantsFile(found, notes);
  for (const detection of found) {
    if (
      detection.role === 'participants' &&
      detection.arm === undefined &&
      !found.some((d) => d.role === 'records' && d.arm)
    ) {
      armByContent(detection, notes);
    }
  }
  const armFile = found.find((d) => d.role === 'participants' && d.arm !== undefined);
  for (const detection of found) {
    if (armFile && detection.role === 'records') delete detection.arm;
    noteArms(detection, notes);
    settleDates(detection, found, notes);
    noteWhatIsMissing(detection, notes);
    noteAdam(detection, notes);
  }
  return found;
}

function detectColumns(file: ReadResult, definitions: readonly InstrumentDefinition[], notes: Note[]): FileDetection {
  const columns = columnNames(file.table);
  const detection: FileDetection = { file, role: 'ignored', instruments: [], isWide: false };
  if (file.error) return detection;
  const recognised = instrumentColumns(columns, definitions, fitsTable(file.table));
  const taken = new Set(recognised.columns.map(({ column }) => column));
  for (const role of namedRoles) {
    const candidates = columnsNamed(role, columns).filter((column) => !taken.has(column));
    const [chosen, ...others] = role === 'visit' ? bestVisit(detection, candidates) : candidates;
    if (chosen === undefined) continue;
    detection[role] = chosen;
    taken.add(chosen);
    const companion = role === 'visit' ? companionOf(chosen, columns) : undefined;
    const rivals = others.filter(
      (column) => column !== companion && !/^(?:a|qs)dy$/i.test(column) && eventsBehind(column) === null,
    );
    if (rivals.length > 0 && (role === 'id' || role === 'arm' || role === 'visit'))
      noteChoice(file.name, role, chosen, rivals, notes);
  }
  const parameters = recognised.columns.length > 0 ? null : detectParameters(file.table, taken, definitions, notes);
  if (parameters) {
    const { column, value, instruments } = parameters;
    return { ...detection, instruments, parameters: { column, value } };
  }
  for (const note of recognised.notes)
    notes.push({ file: file.name, code: note.code, message: `${file.name}: ${note.message}` });
  settleWide(detection, recognised.columns, notes);
  return detection;
}

/**
 * The best name whose column tells more than one visit apart. Repeated instances tell the rows of a participant apart
 * where events do not.
 */
function bestVisit({ file, id }: FileDetection, candidates: readonly string[]): string[] {
  const visits = (name: string): number => {
    const column = findColumn(file.table, name);
    return column ? distinctTexts(column).length : 0;
  };
  const ids = findColumn(file.table, id);
  const isUnique = (name: string): boolean => {
    const column = findColumn(file.table, name);
    if (!ids || !column) return false;
    const keys = Array.from({ length: file.table.rowCount }, (_, row) =>
      JSON.stringify([cellText(ids, row), cellText(column, row)]),
    );
    return new Set(keys).size === keys.length;
  };
  const several = candidates.filter((name) => visits(name) > 1);
  const dated = several.find((name) => areVisitDates(file, name));
  // Another column comes before one of dates where it tells records apart as well, as a calendar month does not.
  const areApart = dated !== undefined && isUnique(dated);
  const mayBe = (name: string): boolean =>
    name !== dated && !areTimesOfDay(file, name) && (!areApart || isUnique(name));
  const best = several.find(mayBe) ?? dated ?? several[0];
  const instance = candidates.find((name) => isRepeatInstance(name) && visits(name) > 1);
  const isBetter = best !== undefined && instance !== undefined && !isUnique(best) && isUnique(instance);
  const chosen = (isBetter ? instance : best) ?? candidates[0];
  return chosen === undefined ? [] : [chosen, ...candidates.filter((name) => name !== chosen && visits(name) > 1)];
}

/** A column of dates that is called like visits takes the place of a date; one that is called so comes first. */
function takeDatedVisits(detection: FileDetection): void {
  const { file, visit, date } = detection;
  if (file.error || visit === undefined || !areVisitDates(file, visit)) return;
  delete detection.visit;
  if (date !== undefined && areVisitDates(file, date)) return;
  detection.date = visit;
  detection.datesAsVisits = true;
}

/** A file is wide where its columns carry visits, and not only one visit beside those of a long file. */
function settleWide(detection: FileDetection, found: readonly InstrumentColumn[], notes: Note[]): void {
  const visited = found.filter(({ visit }) => visit !== null);
  const plain = found.filter(({ visit }) => visit === null);
  const isLong = detection.visit !== undefined && plain.length > 0 && new Set(visited.map((c) => c.visit)).size < 2;
  detection.isWide = visited.length > 0 && !isLong;
  detection.instruments = detection.isWide ? visited : plain;
  if (detection.isWide) delete detection.visit;
  if (isLong) detection.baselines = baselineColumns(detection.file.table, detection.id, plain, visited);
  const kept = [...(detection.baselines?.values() ?? [])];
  const left = (detection.isWide ? plain : visited).map(({ column }) => column).filter((name) => !kept.includes(name));
  noteLeftOut(detection, left, notes);
}

/** Tells of columns of scores that are not used. */
export function noteLeftOut({ file: { name }, isWide }: FileDetection, left: readonly string[], notes: Note[]): void {
  if (left.length === 0) return;
  const [are, their] = left.length === 1 ? ['is', 'its name'] : ['are', 'their names'];
  const why = isWide
    ? `${left.length === 1 ? 'carries' : 'carry'} no visit in ${their} and ${are} left out, unlike the other score columns`
    : `${are} of one visit and left out, since the other score columns have their visits in rows`;
  notes.push({ file: name, code: 'columns_left_out', message: `${name}: ${listed(left)} ${why}` });
}

const roleWords = { id: 'participant identifier', arm: 'arm', visit: 'visit or day' } as const;

function noteChoice(file: string, role: keyof typeof roleWords, chosen: string, others: string[], notes: Note[]): void {
  const message = `${file}: ${chosen} is taken as the ${roleWords[role]} column; ${listed(others)} could be it too`;
  notes.push({ file, code: 'several_candidates', message });
}

function roleOf(detection: FileDetection, all: readonly FileDetection[]): FileRole {
  const { file, id, arm, visit, event, instruments, isWide, datesAsVisits = false } = detection;
  if (file.error) return 'ignored';
  const rowPerId = isRowPerId(detection);
  if (instruments.length > 0) {
    const visits = new Set(instruments.map(({ visit }) => visit));
    const onlyBaseline = isWide && visits.size === 1;
    const elsewhere = all.some((other) => other !== detection && other.instruments.length > 0);
    return onlyBaseline && arm !== undefined && rowPerId && elsewhere ? 'participants' : 'records';
  }
  if (event !== undefined && id !== undefined) return 'events';
  // A repeated identifier beside an arm is a mistake to be told of, not another kind of file.
  const isRoster = rowPerId || (arm !== undefined && visit === undefined && !datesAsVisits);
  return id !== undefined && isRoster ? 'participants' : 'ignored';
}

function isRowPerId({ file, id }: FileDetection): boolean {
  const column = findColumn(file.table, id);
  return column !== undefined && isKey(column, file.table.rowCount);
}

/** A column all of whose values are identifiers of another file is the identifier, when it is the only one. */
function idByContent(detection: FileDetection, all: readonly FileDetection[], notes: Note[]): void {
  const { table } = detection.file;
  const known = knownIds(all);
  const taken = takenColumns(detection);
  const fitting = table.columns.filter((column) => {
    if (taken.has(column.name)) return false;
    const texts = distinctTexts(asLabels(detection.file, column));
    return texts.length >= 3 && known.some((ids) => texts.every((text) => ids.has(text)));
  });
  const [only] = fitting;
  if (fitting.length !== 1 || !only) return;
  detection.id = only.name;
  const message = `${detection.file.name}: ${only.name} is taken as the participant identifier column, since its values are the identifiers of another file`;
  notes.push({ file: detection.file.name, code: 'chosen_by_content', message });
}

function knownIds(all: readonly FileDetection[]): Set<string>[] {
  return all.flatMap(({ file, id }) => {
    const column = findColumn(file.table, id);
    return column ? [new Set(distinctTexts(asLabels(file, column)))] : [];
  });
}

const takenColumns = ({ arm, visit, event, instruments }: FileDetection): Set<string | undefined> =>
  new Set([arm, visit, event, ...instruments.map(({ column }) => column)]);

/**
 * Where no column is called like an identifier, one that may be called so is it if its values allow it, and are not all
 * other than the identifiers of other files.
 */
function idByWeakName(detection: FileDetection, all: readonly FileDetection[], notes: Note[]): void {
  const { file, arm, visit, date, event, parameters, isWide, instruments } = detection;
  if (event !== undefined || parameters) return;
  const isDated = date !== undefined && visit === undefined && !isWide;
  const among = (when: string | undefined): string | undefined =>
    weakIdColumn(file.table, { arm, when }, takenColumns(detection));
  // Beside dates, a number for each row may be that of the row: first comes who has several.
  const dated = isDated ? among(date) : undefined;
  const name = dated ?? (isDated && instruments.length > 0 ? undefined : among(visit));
  const column = findColumn(file.table, name);
  if (name === undefined || !column) return;
  const known = knownIds(all);
  const own = distinctTexts(asLabels(file, column));
  if (known.length > 0 && !known.some((ids) => own.some((text) => ids.has(text)))) return;
  detection.id = name;
  const message = `${file.name}: ${name} is taken as the participant identifier column, since its values can be those of participants; choose another if it numbers something else`;
  notes.push({ file: file.name, code: 'chosen_by_content', message });
}

/** The only column with 2 to 6 values of which one is called like a control is the arm. */
function armByContent(detection: FileDetection, notes: Note[]): void {
  const fitting = detection.file.table.columns.filter((column) => {
    if (column.kind !== 'factor' || column.name === detection.id) return false;
    const texts = distinctTexts(column);
    return texts.length >= 2 && texts.length <= 6 && texts.some(looksLikeControl);
  });
  const [only] = fitting;
  if (fitting.length !== 1 || !only) return;
  detection.arm = only.name;
  const message = `${detection.file.name}: ${only.name} is taken as the arm column, since one of its values is called like a control arm`;
  notes.push({ file: detection.file.name, code: 'chosen_by_content', message });
}

/** Of several files with one row per participant, the one with an arm is the participants file. */
function keepOneParticipantsFile(found: readonly FileDetection[], notes: Note[]): void {
  const candidates = found.filter(({ role }) => role === 'participants');
  const kept = candidates.find(({ arm }) => arm !== undefined) ?? candidates[0];
  for (const other of candidates) {
    if (other === kept) continue;
    other.role = 'ignored';
    const message = `${other.file.name} has one row per participant as ${kept?.file.name ?? ''} has, and is not used`;
    notes.push({ file: other.file.name, code: 'second_participants_file', message });
  }
}

/** Words in the arm column for participants in no arm, and REDCap's arms in its events. */
function noteArms(detection: FileDetection, notes: Note[]): void {
  const { file, role, arm, visit } = detection;
  if (role !== 'participants' && role !== 'records') return;
  const armColumn = findColumn(file.table, arm);
  const without = armColumn ? noArms(distinctTexts(armColumn)) : [];
  if (without.length > 0) {
    const message = `${file.name}: participants with ${listed(without)} in ${arm ?? ''} are in no arm and not analysed; take it into the analysis under "Arms" if it is one`;
    notes.push({ file: file.name, code: 'no_arm', message });
  }
  const events = arm === undefined ? null : eventsBehind(arm);
  if (events !== null) {
    const message = `${file.name}: no column is called like an arm, which is taken from the events in ${events} (${armColumn ? listed(distinctTexts(armColumn)) : ''}); choose another column if REDCap's arms are not those of the trial`;
    notes.push({ file: file.name, code: 'arm_from_events', message });
  }
  const visits = findColumn(file.table, visit);
  if (role !== 'records' || !visits || !hasArmInEvents(visits)) return;
  const message = `${file.name}: the events in ${visits.name} name the visit and REDCap's arm; visits go without the arm (${listed(distinctTexts(visits), 2)})`;
  notes.push({ file: file.name, code: 'redcap_events', message });
}

/** Dates are used where there is no visit, and only together with a start date; else they are told of. */
function settleDates(detection: FileDetection, all: readonly FileDetection[], notes: Note[]): void {
  const { file, role, date, visit, isWide, datesAsVisits = false } = detection;
  if (role !== 'records') delete detection.date;
  if (role !== 'records' || date === undefined) return;
  const tell = (code: string, message: string, about?: string): void => {
    notes.push({ file: file.name, code, message: `${file.name}: ${message}`, ...(about !== undefined && { about }) });
  };
  const start = startFile(all);
  // The number of an instance tells the order, a date the day.
  if (isRepeatInstance(visit) && start) delete detection.visit;
  if (detection.visit !== undefined || isWide) {
    delete detection.date;
    tell(
      'date_available',
      `${date} holds dates, which are not used, since visits are told by ${visit ?? 'the column names'}`,
    );
    return;
  }
  if (start) {
    const why = datesAsVisits ? 'whose values are dates' : 'since there is no column with the visit or day';
    tell(
      'days_from_dates',
      `study days are counted from ${start.startDate ?? ''} of ${start.file.name} to ${date}, ${why}`,
    );
    return;
  }
  delete detection.date;
  tell(
    'choose_start_date',
    `${date} could tell the study day, but no file has a column with the start date; choose one, or count the days from each participant's first record`,
    date,
  );
}

function noteWhatIsMissing(detection: FileDetection, notes: Note[]): void {
  const { file, role, datesAsVisits = false } = detection;
  const choose = (code: string, what: string): void => {
    notes.push({
      file: file.name,
      code,
      message: `${file.name}: choose ${what}; its columns are ${listed(columnNames(file.table))}`,
    });
  };
  if (file.error) return;
  if (role === 'ignored') {
    if (notes.some((note) => note.file === file.name && note.code === 'second_participants_file')) return;
    choose('role_unknown', 'what it holds, since its column names do not tell and it is not used until then');
  } else {
    if (detection.id === undefined) choose('choose_id', 'the column that identifies the participant');
    const isPlaced = detection.isWide || detection.visit !== undefined || detection.date !== undefined;
    // Of its dates the note is that asks where to count from.
    if (role === 'records' && !isPlaced && !datesAsVisits)
      choose(
        'choose_visit',
        isRowPerId(detection)
          ? 'the column with the visit or day, or say which visit all its rows are of'
          : 'the column with the visit or day',
      );
    if (role === 'participants' && detection.arm === undefined) choose('choose_arm', 'the column with the arm');
  }
}
