// SPDX-License-Identifier: MIT
/** Whether the same identifiers in tables with the same columns may be those of different people, as of two centres. */
import type { Plan, StackPart } from '../contract/plan.js';
import type { SharedPeople } from '../contract/report.js';
import { cellText, columnNames, findColumn } from './columns.js';
import { columnsNamed } from './names.js';
import { partName } from './stack-parts.js';
import type { ReadResult } from './types.js';
import { wordsApart } from './visit-of-table.js';

/** Of a table: each identifier with its arms, as far as there is a column of arms. */
type People = ReadonlyMap<string, ReadonlySet<string>>;

/** Counts of the identifiers that more than one of the tables has; null where none is. */
export function sharedPeople(group: readonly ReadResult[]): SharedPeople | null {
  const lists = group.map(peopleOf);
  const tables = new Map<string, People[]>();
  for (const list of lists) for (const id of list.keys()) tables.set(id, [...(tables.get(id) ?? []), list]);
  const shared = [...tables].filter(([, own]) => own.length > 1);
  if (shared.length === 0) return null;
  const otherArms = shared.filter(([id, own]) => !areAlike(own.map((list) => list.get(id) ?? new Set())));
  const apart = lists.reduce((sum, list) => sum + list.size, 0);
  return { shared: shared.length, distinct: tables.size, apart, otherArms: otherArms.length };
}

/** Arms of one person; a table that tells none contradicts nobody. */
function areAlike(arms: readonly ReadonlySet<string>[]): boolean {
  return new Set(arms.flatMap((own) => [...own])).size <= 1;
}

function peopleOf({ table }: ReadResult): People {
  const columns = columnNames(table);
  const ids = findColumn(table, columnsNamed('id', columns)[0]);
  const arms = findColumn(table, columnsNamed('arm', columns)[0]);
  const people = new Map<string, Set<string>>();
  for (let row = 0; ids && row < table.rowCount; row++) {
    const id = cellText(ids, row);
    if (id === null) continue;
    const own = people.get(id) ?? new Set<string>();
    const arm = arms ? cellText(arms, row) : null;
    if (arm !== null) own.add(arm);
    people.set(id, own);
  }
  return people;
}

/**
 * What identifiers of each table could begin with: what its name has apart from the others', "berlin-" and "paris-"; "0-" for
 * fss.csv beside fss (2).csv. Nothing is numbered by the order of the files: lists and scores of one centre must get one
 * prefix, and those of two centres never.
 */
export function prefixesOf(group: readonly ReadResult[]): string[] {
  const names = group.map(partName);
  const ways = [wordsApart(names), wordsApart(names, true)].map((words) =>
    words.map((word) => (word === '' ? '0' : word.toLowerCase())),
  );
  const told = ways.find((words) => new Set(words).size === words.length) ?? names;
  return told.map((word) => `${word}-`);
}

/** True where somebody said that the same identifiers in these tables are the same people. */
export const areSamePeople = (
  { parts }: { parts: readonly Pick<StackPart, 'name'>[] },
  { samePeople = [] }: Pick<Plan, 'samePeople'>,
): boolean => parts.every(({ name }) => samePeople.includes(name));
