// SPDX-License-Identifier: MIT
/**
 * Which of the tables are parts of one: visits, with the same columns and names that tell the visit, or pieces, whose rows
 * tell their visits and do not collide.
 */
import type { InstrumentDefinition } from '../contract/instrument.js';
import { columnNames, findColumn, isKey } from './columns.js';
import { instrumentColumns } from './instrument-names.js';
import { fitsTable } from './instrument-values.js';
import { builtInInstruments } from './instruments.js';
import { columnsNamed } from './names.js';
import { arePieces } from './row-pieces.js';
import {
  areSameParticipants,
  commonReading,
  groupsAlike,
  partName,
  partOf,
  stackName,
  type ProposedStack,
} from './stack-parts.js';
import type { ReadResult } from './types.js';
import { inVisitOrder, visitsOfNames } from './visit-of-table.js';

export type { ProposedStack } from './stack-parts.js';

/**
 * What a table may be a part of. `visit`: one row per participant, with answers or scores that carry no visit, and nothing
 * that tells one. `rows`: answers or scores whose visits stand in the rows or in the names of the columns. `people`: one row
 * per participant with the arm, and no score.
 */
export type PartKind = 'visit' | 'rows' | 'people';

/** Files are put together with files, and the sheets of one workbook with each other. */
export function proposeStacks(
  files: readonly ReadResult[],
  definitions: readonly InstrumentDefinition[] = builtInInstruments,
): ProposedStack[] {
  const stacks: ProposedStack[] = [];
  for (const group of groupsAlike(files.filter((file) => partKind(file, definitions) !== null))) {
    const [first] = group;
    const kind = first && partKind(first, definitions);
    if (!kind || group.length < 2 || group.some((file) => partKind(file, definitions) !== kind)) continue;
    const taken = stacks.map(({ name }) => name);
    const stack = kind === 'visit' ? visitsOf(group, taken) : piecesOf(group, taken);
    if (stack) stacks.push(stack);
  }
  return stacks;
}

/** What was found of a file before: files are asked about with every analysis. */
const known = new WeakMap<ReadResult, { definitions: number; kind: PartKind | null }>();

export function partKind(
  file: ReadResult,
  definitions: readonly InstrumentDefinition[] = builtInInstruments,
): PartKind | null {
  const before = known.get(file);
  if (before?.definitions === definitions.length) return before.kind;
  const kind = kindOf(file, definitions);
  known.set(file, { definitions: definitions.length, kind });
  return kind;
}

function kindOf(file: ReadResult, definitions: readonly InstrumentDefinition[]): PartKind | null {
  const { table, error, requested } = file;
  const columns = columnNames(table);
  const [id] = columnsNamed('id', columns);
  if (error || id === undefined || requested.repeatInstrument !== undefined) return null;
  const ids = findColumn(table, id);
  const isRowPerId = ids !== undefined && isKey(ids, table.rowCount);
  const named = (role: 'visit' | 'date' | 'arm' | 'event'): boolean => columnsNamed(role, columns).length > 0;
  const found = instrumentColumns(columns, definitions, fitsTable(table)).columns;
  const isWide = found.length > 0 && found.every(({ visit }) => visit !== null);
  if (found.length > 0 && (isWide || named('visit') || (named('date') && !isRowPerId))) return 'rows';
  const hasVisit = named('visit') || columns.some((name) => name.toLowerCase() === 'visit');
  if (hasVisit || !isRowPerId) return null;
  if (found.length > 0) return found.every(({ visit }) => visit === null) ? 'visit' : null;
  return named('arm') && !named('event') ? 'people' : null;
}

function visitsOf(group: readonly ReadResult[], taken: readonly string[]): ProposedStack | null {
  const [first] = group;
  const visits = visitsOfNames(group.map(partName));
  if (!first || !visits || !areSameParticipants(group)) return null;
  const ordered = inVisitOrder(group.map((file, i) => ({ file, visit: visits[i] ?? '' })));
  const parts = ordered.map(({ file, visit }) => partOf(file, visit));
  const name = stackName(
    parts.map((part) => part.name),
    taken,
  );
  return {
    name,
    reading: { ...commonReading(first), stack: { visit: 'visit', parts } },
    parts: ordered.map(({ file }) => file),
  };
}

function piecesOf(group: readonly ReadResult[], taken: readonly string[]): ProposedStack | null {
  const [first] = group;
  if (!first || !arePieces(group)) return null;
  const parts = group.map((file) => partOf(file));
  const name = stackName(
    parts.map((part) => part.name),
    taken,
  );
  return { name, reading: { ...commonReading(first), stack: { parts } }, parts: [...group] };
}
