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

/**
 * Windows around the days that the records lie around, where each participant has only a few of many different days: day
 * by day they would be visits of one or two participants. False, with a note, where the days do not show which.
 */
export function settleWindows(
  planFile: PlanFile,
  file: ReadResult,
  fromDates: NumberColumn | null,
  notes: Note[],
): boolean {
  const { visit, id, windows, timeUnit, scatteredDays } = planFile;
  const days = fromDates ?? findColumn(file.table, visit);
  const ids = findColumn(file.table, id);
  const isSaid = windows !== undefined || timeUnit !== undefined || scatteredDays !== undefined;
  if (isSaid || days?.kind !== 'number' || !ids) return true;
  const distinct = distinctTexts(days).length;
  if (distinct < 2 * daysPerPerson(days, ids)) return true;
  const people = Array.from(days.values, (_, row) => cellText(ids, row));
  const suggested = suggestWindows([...days.values], people);
  const tell = (code: string, message: string): void => {
    notes.push({ file: file.name, code, message: `${file.name}: ${message}` });
  };
  if (suggested.length === 0) {
    const [first, last] = daysSpan(days.values);
    tell(
      'windows_unclear',
      `${distinct} different days in ${days.name} (${first} to ${last}), and only a few of each participant: they do not show clearly around which days visits were planned; set windows to take each record to its planned visit: nothing of the file is analysed by visit until then`,
    );
    return false;
  }
  if (distinct < 1.5 * suggested.length) return true;
  planFile.windows = suggested;
  const planned = listed(
    suggested.map(({ day, before, after }) => `${day} (-${before} to +${after})`),
    8,
  );
  tell(
    'windows_proposed',
    `${distinct} different days in ${days.name} lie around planned visits, as it seems on days ${planned}: each record is taken to its planned visit by windows around these; change them if other visits were planned`,
  );
  return true;
}

function daysSpan(days: Float64Array): [number, number] {
  return days.reduce<[number, number]>(
    ([first, last], day) => (Number.isNaN(day) ? [first, last] : [Math.min(first, day), Math.max(last, day)]),
    [Infinity, -Infinity],
  );
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
