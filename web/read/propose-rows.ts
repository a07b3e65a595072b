// SPDX-License-Identifier: MIT
/** What is told of the rows of a records file: repeated ones, and days that scatter around planned visits. */
import { EngineError } from '../contract/engine.js';
import type { PlanFile } from '../contract/plan.js';
import type { Column, NumberColumn } from '../contract/table.js';
import { cellText, distinctTexts, findColumn } from './columns.js';
import { listed } from './errors.js';
import { spread } from './spread.js';
import type { Note, ReadResult } from './types.js';
import { suggestWindows } from './windows.js';

/** Rows that say the same twice are used once; rows that contradict each other stop the analysis. */
export function noteRepeatedRows(file: ReadResult, { parameters, id, visit, date }: PlanFile, notes: Note[]): void {
  if (!parameters) return;
  try {
    const { repeated } = spread(file.table, parameters, [id, visit ?? date]);
    if (repeated === 0) return;
    const message = `${file.name}: ${repeated} ${repeated === 1 ? 'row repeats' : 'rows repeat'} what another row says and ${repeated === 1 ? 'is' : 'are'} used once`;
    notes.push({ file: file.name, code: 'repeated_rows', message });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    notes.push({ file: file.name, code: error.code, message: error.message });
  }
}

/** Numbered days of which each participant has only a few, that pile up around some: told with windows to choose. */
export function noteScatteredDays(
  file: ReadResult,
  { visit, id, windows }: PlanFile,
  fromDates: NumberColumn | null,
  notes: Note[],
): void {
  const days = fromDates ?? findColumn(file.table, visit);
  const ids = findColumn(file.table, id);
  if (windows !== undefined || days?.kind !== 'number' || !ids) return;
  const suggested = suggestWindows([...days.values].filter((day) => !Number.isNaN(day)));
  const distinct = distinctTexts(days).length;
  const isScattered = distinct >= 1.5 * suggested.length && distinct >= 2 * daysPerPerson(days, ids);
  if (suggested.length < 2 || !isScattered) return;
  const planned = listed(
    suggested.map(({ day, before, after }) => `${day} (-${before} to +${after})`),
    8,
  );
  const message = `${file.name}: ${distinct} different days in ${days.name} lie around planned visits, as it seems on days ${planned}; set windows to take each record to its planned visit`;
  notes.push({ file: file.name, code: 'windows_suggested', message });
}

/** Median over the participants of their number of different days. */
function daysPerPerson(days: Column, ids: Column): number {
  const own = new Map<string, Set<string>>();
  const rows = ids.kind === 'factor' ? ids.codes.length : ids.values.length;
  for (let row = 0; row < rows; row++) {
    const person = cellText(ids, row);
    const day = cellText(days, row);
    if (person !== null && day !== null) own.set(person, (own.get(person) ?? new Set()).add(day));
  }
  const counts = [...own.values()].map((set) => set.size).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}
