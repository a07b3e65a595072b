// SPDX-License-Identifier: MIT
/** From recognised columns to the plan's instruments and wide columns. */
import type { InstrumentName, PlanInstrument, WideColumn } from '../contract/plan.js';
import { findColumn } from './columns.js';
import type { FileDetection } from './detect.js';
import { listed } from './errors.js';
import { itemCounts, type InstrumentColumn } from './instrument-names.js';
import type { Note } from './types.js';

export interface ProposedInstruments {
  instruments: PlanInstrument[];
  wide: WideColumn[];
}

const order: readonly InstrumentName[] = ['DFS', 'FSS', 'MFIS'];

/** The instruments of one records file. Items win over finished scores of the same instrument. */
export function proposeInstruments(
  detection: FileDetection,
  takenIds: Set<string>,
  notes: Note[],
): ProposedInstruments {
  const proposed: ProposedInstruments = { instruments: [], wide: [] };
  for (const instrument of order) {
    const columns = detection.instruments.filter((column) => column.instrument === instrument);
    if (columns.length === 0) continue;
    const shape = completeItems(instrument, columns) ?? scoresOf(columns);
    if (!shape) {
      noteIncomplete(detection.file.name, instrument, columns, notes);
      continue;
    }
    noteUnused(detection.file.name, instrument, columns, shape.used, notes);
    const used = detection.isWide ? distinctCells(detection.file.name, shape.used, notes) : shape.used;
    const id = uniqueId(instrument.toLowerCase(), takenIds);
    const plan: PlanInstrument = { id, instrument, file: detection.file.name, ...shape.parts(detection.isWide) };
    if (instrument === 'FSS' && plan.scores && isMeanScore(detection, used, notes)) plan.scoring = 'mean';
    proposed.instruments.push(plan);
    if (detection.isWide) proposed.wide.push(...used.map(wideColumn));
  }
  return proposed;
}

interface Shape {
  used: InstrumentColumn[];
  parts: (isWide: boolean) => Pick<PlanInstrument, 'items' | 'scores'>;
}

function completeItems(instrument: InstrumentName, columns: readonly InstrumentColumn[]): Shape | null {
  const used = columns.filter(({ part }) => part.kind === 'item');
  const byItem = Array.from({ length: itemCounts[instrument] }, (_, i) =>
    used.find(({ part }) => part.kind === 'item' && part.item === i + 1),
  );
  const complete = byItem.filter((column) => column !== undefined);
  if (complete.length < itemCounts[instrument]) return null;
  return {
    used,
    parts: (isWide) => ({ items: complete.map((column) => (isWide ? variableOf(column) : column.column)) }),
  };
}

function scoresOf(columns: readonly InstrumentColumn[]): Shape | null {
  const used = columns.filter(({ part }) => part.kind === 'score');
  if (used.length === 0) return null;
  return {
    used,
    parts: (isWide) => {
      const scores: Record<string, string> = {};
      for (const column of used) {
        if (column.part.kind === 'score') scores[column.part.scale] ??= isWide ? variableOf(column) : column.column;
      }
      return { scores };
    },
  };
}

/** Name of the gathered column: fss_3, mfis_total, dfs. */
function variableOf({ instrument, part }: InstrumentColumn): string {
  const stem = instrument.toLowerCase();
  if (part.kind === 'score') return `${stem}_${part.scale}`;
  return itemCounts[instrument] === 1 ? stem : `${stem}_${part.item}`;
}

function wideColumn(column: InstrumentColumn): WideColumn {
  return { column: column.column, variable: variableOf(column), visit: column.visit ?? '0' };
}

/** One column for each variable and visit: "mfis_d0" and "mfis_baseline" cannot both be the baseline. */
function distinctCells(file: string, columns: readonly InstrumentColumn[], notes: Note[]): InstrumentColumn[] {
  const seen = new Map<string, string>();
  return columns.filter((column) => {
    const key = `${variableOf(column)} ${column.visit ?? ''}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, column.column);
      return true;
    }
    const message = `${file}: ${before} and ${column.column} both look like ${variableOf(column)} at visit ${column.visit ?? ''}; ${column.column} is left out`;
    notes.push({ file, code: 'columns_left_out', message });
    return false;
  });
}

function noteIncomplete(
  file: string,
  instrument: InstrumentName,
  columns: readonly InstrumentColumn[],
  notes: Note[],
): void {
  const present = new Set(columns.map(({ part }) => (part.kind === 'item' ? part.item : 0)));
  const absent = Array.from({ length: itemCounts[instrument] }, (_, i) => i + 1).filter((item) => !present.has(item));
  const message = `${file}: ${instrument} has ${itemCounts[instrument]} items, and no column was found for item ${listed(absent.map(String), 6)}; it is not scored`;
  notes.push({ file, code: 'items_incomplete', message });
}

function noteUnused(
  file: string,
  instrument: InstrumentName,
  columns: readonly InstrumentColumn[],
  used: readonly InstrumentColumn[],
  notes: Note[],
): void {
  const rest = columns.filter((column) => !used.includes(column)).map(({ column }) => column);
  if (rest.length === 0) return;
  const reason =
    used[0]?.part.kind === 'item'
      ? `${instrument} is scored from its items`
      : `the items of ${instrument} are not complete`;
  notes.push({ file, code: 'columns_left_out', message: `${file}: ${listed(rest, 6)} not used, since ${reason}` });
}

function uniqueId(stem: string, taken: Set<string>): string {
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}_${n}`;
  taken.add(id);
  return id;
}

/** A finished FSS score that never exceeds 7 is the mean of the items: the sum is at least 9. */
function isMeanScore(detection: FileDetection, columns: readonly InstrumentColumn[], notes: Note[]): boolean {
  if (columns.some(({ part }) => part.kind === 'score' && part.isMean)) return true;
  let highest = -Infinity;
  for (const { column } of columns) {
    const found = findColumn(detection.file.table, column);
    if (found?.kind === 'number') for (const value of found.values) if (value > highest) highest = value;
  }
  if (highest === -Infinity || highest > 7) return false;
  const message = `${detection.file.name}: the FSS score is taken as the mean of the items (1 to 7), since no value is above 7 and the sum is at least 9`;
  notes.push({ file: detection.file.name, code: 'fss_mean', message });
  return true;
}
