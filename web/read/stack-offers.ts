// SPDX-License-Identifier: MIT
/** Tables that a user may want as one though nothing tells it, and tables of one visit that their names do not tell. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { ReadingOptions, StackPart } from '../contract/plan.js';
import type { SharedPeople } from '../contract/report.js';
import { columnNames, findColumn, isKey } from './columns.js';
import { builtInInstruments } from './instruments.js';
import { columnsNamed } from './names.js';
import { otherArms } from './other-arms.js';
import { partKind } from './propose-stacks.js';
import { collision, doubtfulPeople, otherVisits } from './row-pieces.js';
import { prefixesOf } from './same-people.js';
import { groupsAlike, partName, partOf, commonReading } from './stack-parts.js';
import type { ReadResult } from './types.js';
import { visitsByName } from './visit-of-table.js';

export interface StackOffer {
  /** Name of the column that the visits would stand in; null where the rows have their visits themselves. */
  visit: string | null;
  /** With the visit that its name tells; without where that is to be given, or where the rows have it. */
  parts: StackPart[];
  /** How the table would be read, but for the stack. */
  reading: ReadingOptions;
  /** A participant and visit that two of the tables have. */
  collision?: { id: string; visit: string | null };
  /** Identifiers that more than one of the tables has, and that may be of different people: the page asks. */
  people?: SharedPeople;
  /** How these people are told apart: the column of identifiers, and what they begin with in each part. */
  apart: { id: string; prefixes: string[] };
  /** The labels of each part's visits, where they differ: which of them are one visit is asked. */
  visits?: string[][];
  /** The arms of each part, where each has some that another has not: which of them are one arm is asked. */
  arms?: string[][];
  /** The rows of each part tell their arms: each is a trial of its own, and no list beside another. */
  hasArms: boolean;
}

/** By the name of each table that could be a part: what it could be put together with, itself included. */
export function stackOffers(
  files: readonly ReadResult[],
  definitions: readonly InstrumentDefinition[] = builtInInstruments,
): Map<string, StackOffer> {
  const offers = new Map<string, StackOffer>();
  for (const group of groupsAlike(files.filter(({ error, requested }) => !error && !requested.stack))) {
    const [first] = group;
    if (!first) continue;
    const needsVisits = group.every((file) => lacksVisits(file, definitions));
    if (group.length < 2 && !needsVisits) continue;
    const names = needsVisits ? visitsByName(group.map(partName)) : [];
    const parts = group.map((file, i) => partOf(file, names[i] ?? undefined));
    const clash = needsVisits ? null : collision(group);
    const reading = commonReading(first);
    const visit = needsVisits ? freeColumn(first) : null;
    const kind = partKind(first, definitions);
    const isAsked = !needsVisits && (kind === 'rows' || kind === 'people');
    const people = isAsked && group.length > 1 ? doubtfulPeople(group) : null;
    const visits = isAsked && group.length > 1 ? otherVisits(group) : null;
    const arms = isAsked && group.length > 1 ? otherArms(group) : null;
    const columns = columnNames(first.table);
    const offer: StackOffer = {
      ...{ visit, parts, reading, ...(clash && { collision: clash }) },
      ...(people && { people }),
      apart: { id: columnsNamed('id', columns)[0] ?? '', prefixes: prefixesOf(group) },
      ...(visits && { visits }),
      ...(arms && { arms }),
      hasArms: columnsNamed('arm', columns).length > 0,
    };
    for (const { name } of group) offers.set(name, offer);
  }
  return offers;
}

/** One row per participant, no column called like a visit or date, and not a table of participants and arms. */
function lacksVisits(file: ReadResult, definitions: readonly InstrumentDefinition[]): boolean {
  const kind = partKind(file, definitions);
  if (kind !== null) return kind === 'visit';
  const columns = columnNames(file.table);
  const isTold = (['visit', 'event'] as const).some((role) => columnsNamed(role, columns).length > 0);
  const [id = columns[0]] = columnsNamed('id', columns);
  const ids = findColumn(file.table, id);
  return !isTold && ids !== undefined && isKey(ids, file.table.rowCount);
}

function freeColumn({ table }: ReadResult): string {
  const taken = columnNames(table).map((name) => name.toLowerCase());
  let name = 'visit';
  while (taken.includes(name)) name += '_';
  return name;
}
