// SPDX-License-Identifier: MIT
/** Which of the tables are visits of one: the same columns, no column for the visit, and names that tell it. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { ReadingOptions, Stack, StackPart } from '../contract/plan.js';
import { columnNames, distinctTexts, findColumn, isKey } from './columns.js';
import { instrumentColumns } from './instrument-names.js';
import { fitsTable } from './instrument-values.js';
import { builtInInstruments } from './instruments.js';
import { columnsNamed } from './names.js';
import { tableParts } from './sheet-names.js';
import type { ReadResult } from './types.js';
import { inVisitOrder, visitsOfNames } from './visit-of-table.js';

export interface ProposedStack {
  name: string;
  reading: ReadingOptions & { stack: Stack };
  /** In the order of the stack. */
  parts: ReadResult[];
}

/** At least this share of a part's participants is in another part, too: else they are sites, not visits. */
const leastShared = 0.5;

/** Files are put together with files, and the sheets of one workbook with each other. */
export function proposeStacks(
  files: readonly ReadResult[],
  definitions: readonly InstrumentDefinition[] = builtInInstruments,
): ProposedStack[] {
  const groups = new Map<string, ReadResult[]>();
  for (const file of files) {
    if (!isPart(file, definitions)) continue;
    const columns = [...columnNames(file.table)].sort();
    const key = JSON.stringify([tableParts(file.name)?.file ?? '', file.options.decimal, columns]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => stackOf(group) ?? []);
}

/** What was found of a file before: files are asked about with every analysis. */
const known = new WeakMap<ReadResult, { definitions: number; can: boolean }>();

function isPart(file: ReadResult, definitions: readonly InstrumentDefinition[]): boolean {
  const before = known.get(file);
  if (before?.definitions === definitions.length) return before.can;
  const can = canBePart(file, definitions);
  known.set(file, { definitions: definitions.length, can });
  return can;
}

/** One row per participant, with answers or scores that carry no visit, and nothing that tells one. */
function canBePart(file: ReadResult, definitions: readonly InstrumentDefinition[]): boolean {
  const { table, error, requested } = file;
  const columns = columnNames(table);
  const [id] = columnsNamed('id', columns);
  if (error || id === undefined || requested.repeatInstrument !== undefined) return false;
  if (columnsNamed('visit', columns).length > 0 || columns.some((name) => name.toLowerCase() === 'visit')) return false;
  const ids = findColumn(table, id);
  if (!ids || !isKey(ids, table.rowCount)) return false;
  const found = instrumentColumns(columns, definitions, fitsTable(table)).columns;
  return found.length > 0 && found.every(({ visit }) => visit === null);
}

function stackOf(group: readonly ReadResult[]): ProposedStack | null {
  const [first] = group;
  if (!first || group.length < 2) return null;
  const visits = visitsOfNames(group.map(({ name }) => tableParts(name)?.part ?? name));
  if (!visits || !areSameParticipants(group)) return null;
  const ordered = inVisitOrder(group.map((file, i) => ({ file, visit: visits[i] ?? '' })));
  const parts = ordered.map(({ file, visit }): StackPart => ({ name: file.name, visit, reading: readingOf(file) }));
  const name = patternOf(parts.map((part) => part.name));
  const { missing, missingIn, types, decimal, dates } = first.requested;
  const reading = {
    ...(decimal !== undefined && { decimal }),
    ...(missing !== undefined && { missing }),
    ...(missingIn !== undefined && { missingIn }),
    ...(dates !== undefined && { dates }),
    ...(types !== undefined && { types }),
    stack: { visit: 'visit', parts },
  };
  return { name, reading, parts: ordered.map(({ file }) => file) };
}

/** What the names have alike at their start and end, with "*" for the rest: "fss_*.csv". */
function patternOf(names: readonly string[]): string {
  const [first = ''] = names;
  const isAlike = (length: number, fromEnd: boolean): boolean => {
    const piece = fromEnd ? first.slice(first.length - length) : first.slice(0, length);
    return names.every((name) => name.length >= length && (fromEnd ? name.endsWith(piece) : name.startsWith(piece)));
  };
  const shortest = Math.min(...names.map((name) => name.length));
  let start = 0;
  while (start < shortest && isAlike(start + 1, false)) start++;
  let end = 0;
  while (end < shortest - start && isAlike(end + 1, true)) end++;
  return `${first.slice(0, start)}*${first.slice(first.length - end)}`;
}

/** What found the part, written out so that the plan finds it again. */
function readingOf({ options, requested }: ReadResult): NonNullable<StackPart['reading']> {
  const isSheet = options.sheet !== undefined;
  return {
    ...(isSheet ? { sheet: options.sheet } : { encoding: options.encoding, delimiter: options.delimiter }),
    ...(((options.headerRow ?? 1) > 1 || requested.headerRow !== undefined) && { headerRow: options.headerRow }),
  };
}

function areSameParticipants(group: readonly ReadResult[]): boolean {
  const sets = group.map(({ table }) => {
    const column = findColumn(table, columnsNamed('id', columnNames(table))[0]);
    return new Set(column ? distinctTexts(column) : []);
  });
  return sets.every((own, i) => {
    const others = sets.filter((_, j) => j !== i);
    const shared = [...own].filter((id) => others.some((other) => other.has(id)));
    return shared.length >= leastShared * own.size;
  });
}
