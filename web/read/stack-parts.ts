// SPDX-License-Identifier: MIT
/** What tables that may be put together have alike, and the plan's words for the table they make. */
import type { ReadingOptions, Stack, StackPart } from '../contract/plan.js';
import { columnNames, distinctTexts, findColumn } from './columns.js';
import { columnsNamed } from './names.js';
import { tableParts } from './sheet-names.js';
import type { ReadResult } from './types.js';

export interface ProposedStack {
  name: string;
  reading: ReadingOptions & { stack: Stack };
  /** In the order of the stack. */
  parts: ReadResult[];
}

/** Files go with files and the sheets of one workbook with each other, where columns and decimal mark are the same. */
export function groupsAlike(files: readonly ReadResult[]): ReadResult[][] {
  const groups = new Map<string, ReadResult[]>();
  for (const file of files) {
    const columns = [...columnNames(file.table)].sort();
    const key = JSON.stringify([tableParts(file.name)?.file ?? '', file.options.decimal, columns]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()];
}

/** What a part is called among its like: a sheet by the sheet. */
export const partName = ({ name }: Pick<ReadResult, 'name'>): string => tableParts(name)?.part ?? name;

/** How the table of all parts is read: as the first of them was asked to be. */
export function commonReading({ requested }: ReadResult): ReadingOptions {
  const { missing, missingIn, types, decimal, dates } = requested;
  return {
    ...(decimal !== undefined && { decimal }),
    ...(missing !== undefined && { missing }),
    ...(missingIn !== undefined && { missingIn }),
    ...(dates !== undefined && { dates }),
    ...(types !== undefined && { types }),
  };
}

/** What found the part, written out so that the plan finds it again. */
export function partOf({ name, options, requested }: ReadResult, visit?: string): StackPart {
  const isSheet = options.sheet !== undefined;
  const reading = {
    ...(isSheet ? { sheet: options.sheet } : { encoding: options.encoding, delimiter: options.delimiter }),
    ...(((options.headerRow ?? 1) > 1 || requested.headerRow !== undefined) && { headerRow: options.headerRow }),
  };
  return { name, ...(visit !== undefined && { visit }), reading };
}

/** What the names have alike at their start and end, with "*" for the rest: "fss_*.csv". One part keeps its name. */
export function patternOf(names: readonly string[]): string {
  const [first = ''] = names;
  if (names.length === 1) return first;
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

/** Files of which the pattern would tell nothing are named in full, up to so many. */
const mostNamed = 4;

/** A name that no other table has: that of all parts where the pattern tells nothing ("*.csv") or is that of another. */
export function stackName(names: readonly string[], taken: readonly string[]): string {
  const pattern = patternOf(names);
  const isBare = /^\*\.\w+$/.test(pattern) && names.length <= mostNamed;
  return isBare || taken.includes(pattern) ? names.join(' + ') : pattern;
}

/** Participants of each part. */
export function participantsOf(group: readonly ReadResult[]): Set<string>[] {
  return group.map(({ table }) => {
    const column = findColumn(table, columnsNamed('id', columnNames(table))[0]);
    return new Set(column ? distinctTexts(column) : []);
  });
}

/** At least this share of a part's participants is in another part, too: else they are sites, not visits. */
const leastShared = 0.5;

export function areSameParticipants(group: readonly ReadResult[]): boolean {
  const sets = participantsOf(group);
  return sets.every((own, i) => {
    const others = sets.filter((_, j) => j !== i);
    const shared = [...own].filter((id) => others.some((other) => other.has(id)));
    return shared.length >= leastShared * own.size;
  });
}

/** True where nothing is in two of the sets. */
export function areDisjoint(sets: readonly ReadonlySet<string>[]): boolean {
  const seen = new Set<string>();
  for (const set of sets) {
    for (const each of set) {
      if (seen.has(each)) return false;
      seen.add(each);
    }
  }
  return true;
}
