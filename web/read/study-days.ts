// SPDX-License-Identifier: MIT
/** Study days of a records file whose visits are told by dates, to propose visits from. The core counts its own. */
import { EngineError } from '../contract/engine.js';
import type { NumberColumn } from '../contract/table.js';
import { cellText, findColumn } from './columns.js';
import { dateColumn } from './dates.js';
import type { FileDetection } from './detect.js';
import type { Note } from './types.js';

/** Days from the participant's start date to each row's date; null, with a note, where the dates cannot be read. */
export function studyDays(
  { file, id, date }: FileDetection,
  all: readonly FileDetection[],
  notes: Note[],
): NumberColumn | null {
  const start = startFile(all);
  const ids = findColumn(file.table, id);
  const startIds = findColumn(start?.file.table ?? file.table, start?.id);
  if (date === undefined || start?.startDate === undefined || !ids || !startIds) return null;
  try {
    const dates = dateColumn(file, date);
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

/** Start dates stand where the arms do: in the participants file, else in the records file with the arm. */
export function startFile(all: readonly FileDetection[]): FileDetection | undefined {
  const role = all.some((each) => each.role === 'participants') ? 'participants' : 'records';
  return all.find((each) => each.role === role && each.startDate !== undefined);
}
