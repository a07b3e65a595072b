// SPDX-License-Identifier: MIT
/** Study days of a records file whose visits are told by dates, to propose visits from. The core counts its own. */
import { EngineError } from '../contract/engine.js';
import type { NumberColumn } from '../contract/table.js';
import { cellText, findColumn } from './columns.js';
import { dateColumn } from './dates.js';
import type { FileDetection } from './detect.js';
import type { Note } from './types.js';

/** Days from the participant's start date, or first record where that was chosen, to each row's date; null, with a note, where the dates cannot be read. */
export function studyDays(
  { file, id, date }: FileDetection,
  all: readonly FileDetection[],
  notes: Note[],
): NumberColumn | null {
  const start = startFile(all);
  const ids = findColumn(file.table, id);
  const startIds = findColumn(start?.file.table ?? file.table, start?.id);
  const fromFirst = all.some(({ dayZero }) => dayZero !== undefined);
  if (date === undefined || !ids || (!fromFirst && (start?.startDate === undefined || !startIds))) return null;
  try {
    const dates = dateColumn(file, date);
    if (fromFirst || start?.startDate === undefined || !startIds) {
      const first = firstDays(all);
      const values = dates.column.values.map((day, row) => day - (first.get(cellText(ids, row) ?? '') ?? NaN));
      return { kind: 'number', name: date, values };
    }
    const starts = dateColumn(start.file, start.startDate);
    notes.push(...dates.notes, ...starts.notes);
    const startOf = new Map<string, number>();
    for (const [row, day] of starts.column.values.entries()) {
      const person = cellText(startIds, row);
      if (person !== null && !Number.isNaN(day) && !startOf.has(person)) startOf.set(person, day);
    }
    const values = dates.column.values.map((day, row) => day - (startOf.get(cellText(ids, row) ?? '') ?? NaN));
    return { kind: 'number', name: date, values };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    notes.push({ file: error.detail.file ?? file.name, code: error.code, message: error.message });
    return null;
  }
}

/** The day of each participant's first record in any file with dates. */
function firstDays(all: readonly FileDetection[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { file, role, id, date } of all) {
    const ids = findColumn(file.table, id);
    if (role !== 'records' || date === undefined || !ids) continue;
    for (const [row, day] of dateColumn(file, date).column.values.entries()) {
      const person = cellText(ids, row);
      if (person !== null && !Number.isNaN(day)) first.set(person, Math.min(first.get(person) ?? Infinity, day));
    }
  }
  return first;
}

/** Start dates stand where the arms do: in the participants file, else in the records file with the arm. */
export function startFile(all: readonly FileDetection[]): FileDetection | undefined {
  const role = all.some((each) => each.role === 'participants') ? 'participants' : 'records';
  return all.find((each) => each.role === role && each.startDate !== undefined);
}
