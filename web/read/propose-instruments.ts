// SPDX-License-Identifier: MIT
/** From recognised columns or codes to the plan's instruments, wide columns and entries. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Parameters, PlanInstrument, WideColumn } from '../contract/plan.js';
import { columnNames } from './columns.js';
import type { FileDetection } from './detect.js';
import { listed } from './errors.js';
import type { InstrumentColumn } from './instrument-names.js';
import { stemOf } from './instrument-patterns.js';
import { scoringOf } from './propose-scoring.js';
import { noteTenthRange } from './tenth-range.js';
import type { Note } from './types.js';

export interface ProposedInstrument {
  instrument: PlanInstrument;
  definition: InstrumentDefinition;
}

export interface ProposedInstruments {
  instruments: ProposedInstrument[];
  wide: WideColumn[];
  entries: Parameters['entries'];
}

/** Fatigue first; what is measured beside it last. */
const first = ['DFS', 'FSS', 'MFIS'];
const last = ['ESS', 'BDI-II'];

/** The instruments of one records file. Items win over finished scores of the same instrument. */
export function proposeInstruments(
  detection: FileDetection,
  takenIds: Set<string>,
  notes: Note[],
): ProposedInstruments {
  const proposed: ProposedInstruments = { instruments: [], wide: [], entries: [] };
  const { name: file } = detection.file;
  const visitOf = visitNames(detection);
  const isNamed = detection.isWide || detection.parameters !== undefined;
  for (const definition of inOrder(detection.instruments)) {
    const columns = detection.instruments.filter((column) => column.definition === definition);
    const shape = completeItems(definition, columns) ?? scoresOf(columns);
    if (!shape) {
      noteIncomplete(file, definition, columns, notes);
      continue;
    }
    noteUnused(file, definition, columns, shape.used, notes);
    const used = isNamed ? distinctCells(file, shape.used, notes) : shape.used;
    const id = uniqueId(stemOf(definition), takenIds);
    const nameOf = isNamed ? variableNames(detection, shape.used) : (column: InstrumentColumn) => column.column;
    const instrument: PlanInstrument = { id, instrument: definition.name, file, ...shape.parts(nameOf) };
    const scoring = instrument.scores ? scoringOf(detection, definition, used, instrument.id, notes) : undefined;
    if (scoring !== undefined) instrument.scoring = scoring;
    noteTenthRange(detection, definition, used, instrument.id, notes);
    proposed.instruments.push({ instrument, definition });
    for (const column of used) {
      const variable = nameOf(column);
      if (detection.isWide) proposed.wide.push({ column: column.column, variable, visit: visitOf(column) });
      else proposed.entries.push({ code: column.column, variable });
    }
  }
  if (!detection.parameters) proposed.entries = [];
  return proposed;
}

/** Where the other visits have words and no numbers ("post", "follow_up"), the one before treatment is no day 0. */
function visitNames({ instruments }: FileDetection): (column: InstrumentColumn) => string {
  const isNumber = (visit: string | null): boolean => visit !== null && /^\d+$/.test(visit);
  const areWords =
    instruments.some(({ visit }) => visit !== null && !isNumber(visit)) &&
    instruments.every(({ visit, unit }) => unit === 'none' && (visit === '0' || !isNumber(visit)));
  return ({ visit }) => (visit === null || visit === '0' ? (areWords ? 'baseline' : '0') : visit);
}

function inOrder(columns: readonly InstrumentColumn[]): InstrumentDefinition[] {
  const rank = ({ name }: InstrumentDefinition): number => {
    if (last.includes(name)) return 100 + last.indexOf(name);
    return first.includes(name) ? first.indexOf(name) : first.length;
  };
  return [...new Set(columns.map(({ definition }) => definition))].sort((a, b) => rank(a) - rank(b));
}

interface Shape {
  used: InstrumentColumn[];
  parts: (nameOf: (column: InstrumentColumn) => string) => Pick<PlanInstrument, 'items' | 'scores'>;
}

function completeItems({ items }: InstrumentDefinition, columns: readonly InstrumentColumn[]): Shape | null {
  const used = columns.filter(({ part }) => part.kind === 'item');
  const byItem = Array.from({ length: items.count }, (_, i) =>
    used.find(({ part }) => part.kind === 'item' && part.item === i + 1),
  );
  const complete = byItem.filter((column) => column !== undefined);
  if (complete.length < items.count) return null;
  return { used, parts: (nameOf) => ({ items: complete.map(nameOf) }) };
}

function scoresOf(columns: readonly InstrumentColumn[]): Shape | null {
  const scores = columns.filter(({ part }) => part.kind === 'score');
  // A sum and a mean of one scale are one score too many: the plain one is kept.
  const kept = new Map<string, InstrumentColumn>();
  for (const column of scores) {
    if (column.part.kind !== 'score') continue;
    const key = `${column.part.scale} ${column.visit ?? ''}`;
    const before = kept.get(key);
    const isPlainer = before?.part.kind === 'score' && before.part.scoring !== undefined && !column.part.scoring;
    if (!before || isPlainer) kept.set(key, column);
  }
  const used = scores.filter((column) => column.visit !== null || [...kept.values()].includes(column));
  if (used.length === 0) return null;
  return {
    used,
    parts: (nameOf) => {
      const named: Record<string, string> = {};
      for (const column of used) {
        if (column.part.kind !== 'score' || Object.hasOwn(named, column.part.scale)) continue;
        named[column.part.scale] = nameOf(column);
      }
      return { scores: named };
    },
  };
}

/** Names of the gathered or spread columns: fss_3, mfis_total, dfs; with "_" where the file has such a column already. */
function variableNames(
  detection: FileDetection,
  used: readonly InstrumentColumn[],
): (column: InstrumentColumn) => string {
  const sources = new Set(used.map(({ column }) => column));
  const others = new Set(columnNames(detection.file.table).filter((name) => !detection.isWide || !sources.has(name)));
  return ({ definition, part }) => {
    const stem = stemOf(definition);
    let name = part.kind === 'score' ? `${stem}_${part.scale}` : `${stem}_${part.item}`;
    if (part.kind === 'item' && definition.items.count === 1) name = stem;
    while (others.has(name)) name += '_';
    return name;
  };
}

const partKey = ({ part }: InstrumentColumn): string => (part.kind === 'item' ? `item ${part.item}` : part.scale);

/** One column for each variable and visit: "mfis_d0" and "mfis_baseline" cannot both be the baseline. */
function distinctCells(file: string, columns: readonly InstrumentColumn[], notes: Note[]): InstrumentColumn[] {
  const seen = new Map<string, string>();
  return columns.filter((column) => {
    const key = `${partKey(column)} ${column.visit ?? ''}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, column.column);
      return true;
    }
    const { definition, part } = column;
    const name = part.kind === 'item' ? `${stemOf(definition)}_${part.item}` : `${stemOf(definition)}_${part.scale}`;
    const what = column.visit === null ? name : `${name} at visit ${column.visit}`;
    const message = `${file}: ${before} and ${column.column} both look like ${what}; ${column.column} is left out`;
    notes.push({ file, code: 'columns_left_out', message });
    return false;
  });
}

function noteIncomplete(
  file: string,
  { name, items }: InstrumentDefinition,
  columns: readonly InstrumentColumn[],
  notes: Note[],
): void {
  const present = new Set(columns.map(({ part }) => (part.kind === 'item' ? part.item : 0)));
  const absent = Array.from({ length: items.count }, (_, i) => i + 1).filter((item) => !present.has(item));
  const message = `${file}: ${name} has ${items.count} items, and no column was found for item ${listed(absent.map(String), 6)}; it is not scored`;
  notes.push({ file, code: 'items_incomplete', message });
}

function noteUnused(
  file: string,
  { name }: InstrumentDefinition,
  columns: readonly InstrumentColumn[],
  used: readonly InstrumentColumn[],
  notes: Note[],
): void {
  const rest = columns.filter((column) => !used.includes(column));
  if (rest.length === 0) return;
  const isRepeated = rest.every(({ part }) => part.kind === 'score') && used[0]?.part.kind === 'score';
  const reason =
    used[0]?.part.kind === 'item'
      ? `${name} is scored from its items`
      : isRepeated
        ? `another column is the same score of ${name}`
        : `the items of ${name} are not complete`;
  const names = rest.map(({ column }) => column);
  notes.push({ file, code: 'columns_left_out', message: `${file}: ${listed(names, 6)} not used, since ${reason}` });
}

function uniqueId(stem: string, taken: Set<string>): string {
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}_${n}`;
  taken.add(id);
  return id;
}
