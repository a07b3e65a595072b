// SPDX-License-Identifier: MIT
/** What each file holds, by the names of its columns, and by content only where that leaves no doubt. */
import type { FileRole } from '../contract/plan.js';
import { columnNames, distinctTexts, findColumn, isKey } from './columns.js';
import { listed } from './errors.js';
import { instrumentColumns, type InstrumentColumn } from './instrument-names.js';
import { columnsNamed, looksLikeControl, type NamedRole } from './names.js';
import type { Note, ReadResult } from './types.js';

export interface FileDetection {
  file: ReadResult;
  role: FileRole;
  id?: string;
  arm?: string;
  visit?: string;
  event?: string;
  /** Columns that are items or scores; in a wide file only those that carry a visit. */
  instruments: InstrumentColumn[];
  isWide: boolean;
}

/** Finds roles and columns in all files together, since one file's identifiers tell those of another. */
export function detectFiles(files: readonly ReadResult[], notes: Note[]): FileDetection[] {
  const found = files.map((file) => detectColumns(file, notes));
  for (const detection of found) {
    if (!detection.file.error && detection.id === undefined) idByContent(detection, found, notes);
  }
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
    noteWhatIsMissing(detection, notes);
  }
  return found;
}

function detectColumns(file: ReadResult, notes: Note[]): FileDetection {
  const columns = columnNames(file.table);
  const instruments = instrumentColumns(columns);
  const isWide = instruments.some(({ visit }) => visit !== null);
  const taken = new Set(instruments.map(({ column }) => column));
  const detection: FileDetection = { file, role: 'ignored', instruments, isWide };
  if (file.error) return detection;
  for (const role of ['id', 'arm', 'visit', 'event'] as const) {
    const candidates = columnsNamed(role, columns).filter((column) => !taken.has(column));
    const [chosen, ...others] = candidates;
    if (chosen === undefined) continue;
    detection[role] = chosen;
    taken.add(chosen);
    if (others.length > 0 && role !== 'event') noteChoice(file.name, role, chosen, others, notes);
  }
  if (isWide) {
    const without = instruments.filter(({ visit }) => visit === null).map(({ column }) => column);
    detection.instruments = instruments.filter(({ visit }) => visit !== null);
    if (without.length > 0) {
      const message = `${file.name}: ${listed(without)} carry no visit in their names and are left out, unlike the other score columns`;
      notes.push({ file: file.name, code: 'columns_left_out', message });
    }
    delete detection.visit;
  }
  return detection;
}

const roleWords: Record<NamedRole, string> = {
  id: 'participant identifier',
  arm: 'arm',
  visit: 'visit or day',
  event: 'event',
};

function noteChoice(file: string, role: NamedRole, chosen: string, others: string[], notes: Note[]): void {
  const message = `${file}: ${chosen} is taken as the ${roleWords[role]} column; ${listed(others)} could be it too`;
  notes.push({ file, code: 'several_candidates', message });
}

function roleOf(detection: FileDetection, all: readonly FileDetection[]): FileRole {
  const { file, id, arm, visit, event, instruments, isWide } = detection;
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
  const isRoster = rowPerId || (arm !== undefined && visit === undefined);
  return id !== undefined && isRoster ? 'participants' : 'ignored';
}

function isRowPerId({ file, id }: FileDetection): boolean {
  const column = findColumn(file.table, id);
  return column !== undefined && isKey(column, file.table.rowCount);
}

/** A column all of whose values are identifiers of another file is the identifier, when it is the only one. */
function idByContent(detection: FileDetection, all: readonly FileDetection[], notes: Note[]): void {
  const { table } = detection.file;
  const known = all.flatMap(({ file, id }) => {
    const column = findColumn(file.table, id);
    return column ? [new Set(distinctTexts(column))] : [];
  });
  const taken = new Set([
    detection.arm,
    detection.visit,
    detection.event,
    ...detection.instruments.map((c) => c.column),
  ]);
  const fitting = table.columns.filter((column) => {
    if (taken.has(column.name)) return false;
    const texts = distinctTexts(column);
    return texts.length >= 3 && known.some((ids) => texts.every((text) => ids.has(text)));
  });
  const [only] = fitting;
  if (fitting.length !== 1 || !only) return;
  detection.id = only.name;
  const message = `${detection.file.name}: ${only.name} is taken as the participant identifier column, since its values are the identifiers of another file`;
  notes.push({ file: detection.file.name, code: 'chosen_by_content', message });
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

function noteWhatIsMissing(detection: FileDetection, notes: Note[]): void {
  const { file, role } = detection;
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
    if (role === 'records' && !detection.isWide && detection.visit === undefined)
      choose('choose_visit', 'the column with the visit or day');
    if (role === 'participants' && detection.arm === undefined) choose('choose_arm', 'the column with the arm');
  }
}
