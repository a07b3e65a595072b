// SPDX-License-Identifier: MIT
/**
 * Two reports value by value: every number and word of the former one beside what the other has in the same place. Rows of
 * a table are found by what they are of (arm, visit, term), not by their position, so that a row more or less does not
 * make all that follow it differ.
 */

/** What stands at one place. Undefined: the report has nothing there. */
export interface Pair {
  /** From the top: keys, and what rows are of. */
  where: string[];
  was: Leaf | undefined;
  is: Leaf | undefined;
  /** What a difference of numbers is measured against; undefined: the former number itself. */
  scale?: number;
}

export type Leaf = number | string | boolean | null;

type Row = Readonly<Record<string, unknown>>;

/** Neither of them is a result: when and how long, what it was made with and from, and sentences for readers. */
const leftOut = new Set(['elapsedMs', 'exported', 'software', 'plan', 'files', 'schemaVersion', 'message', 'detail']);

/** What tells the rows of a table apart. */
const identities = [
  ...['outcome', 'score', 'name', 'file', 'code', 'kind', 'system', 'column', 'characteristic', 'term', 'terms'],
  ...['group', 'covariance', 'arm', 'reference', 'visit', 'day', 'level', 'value', 'guess', 'reason', 'stage', 'label'],
];

export function pairsOf(was: unknown, is: unknown): Pair[] {
  return walk([], was, is, {});
}

interface Around {
  was?: Row;
  /** Of the entries of a matrix. */
  scales?: readonly (readonly number[])[];
}

function walk(where: string[], was: unknown, is: unknown, around: Around): Pair[] {
  if (Array.isArray(was) || Array.isArray(is)) return walkList(where, listOf(was), listOf(is), around);
  if (isRow(was) || isRow(is)) return walkRow(where, isRow(was) ? was : {}, isRow(is) ? is : {});
  if (was === undefined && is === undefined) return [];
  const scale = typeof was === 'number' ? scaleOf(where.at(-1) ?? '', was, around.was ?? {}) : undefined;
  return [
    { where, was: was as Leaf | undefined, is: is as Leaf | undefined, ...(scale === undefined ? {} : { scale }) },
  ];
}

function walkRow(where: string[], was: Row, is: Row): Pair[] {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => !leftOut.has(key));
  return keys.flatMap((key) => {
    const matrix = matrixOf(was[key]);
    return matrix
      ? walkMatrix([...where, key], matrix, is[key], key === 'correlation')
      : walk([...where, key], was[key], is[key], { was });
  });
}

function walkList(where: string[], was: readonly unknown[], is: readonly unknown[], around: Around): Pair[] {
  const [before, after] = [named(was), named(is)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => walk([...where, name], before.get(name), after.get(name), around));
}

/** Entries by what they are of; of several that are of the same, and of those that say nothing, by their position. */
function named(list: readonly unknown[]): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  list.forEach((entry, at) => {
    const name = isRow(entry) ? identityOf(entry) : '';
    entries.set(name === '' ? String(at + 1) : entries.has(name) ? `${name} (${at + 1})` : name, entry);
  });
  return entries;
}

/** An id is enough, whatever else has changed. */
function identityOf(row: Row): string {
  if (typeof row['id'] === 'string') return row['id'];
  const parts = identities.flatMap((key) => {
    const value = row[key];
    if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return [value.join(' ')];
    return typeof value === 'string' || key === 'day' ? [String(value)] : [];
  });
  return parts.filter((part) => part !== 'undefined').join(', ');
}

/** A covariance is measured against the two standard deviations it belongs to, a correlation against 1. */
function walkMatrix(where: string[], was: readonly (readonly number[])[], is: unknown, isCorrelation: boolean): Pair[] {
  const now = listOf(is);
  return was.flatMap((row, i) =>
    row.map((value, j) => {
      const other = listOf(now[i])[j];
      const deviations = Math.sqrt(Math.abs((was[i]?.[i] ?? NaN) * (was[j]?.[j] ?? NaN)));
      return {
        where: [...where, `${i + 1}, ${j + 1}`],
        was: value,
        is: other as Leaf | undefined,
        scale: isCorrelation ? 1 : deviations,
      };
    }),
  );
}

/**
 * A limit is measured against half the width of its interval; an estimate against its standard error where that is
 * larger, for an estimate near 0 is not less certain for it; all else against itself.
 */
function scaleOf(key: string, was: number, row: Row): number | undefined {
  const at = (name: string): number => (typeof row[name] === 'number' ? row[name] : NaN);
  if (key === 'lower' || key === 'upper') {
    const half = (at('upper') - at('lower')) / 2;
    return half > 0 ? half : undefined;
  }
  if (key === 'estimate' && at('se') > Math.abs(was)) return at('se');
  if (key === 't' && Math.abs(was) < 1) return 1;
  return undefined;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

function matrixOf(value: unknown): readonly (readonly number[])[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const isSquare = value.every(
    (row) => Array.isArray(row) && row.length === value.length && row.every((entry) => typeof entry === 'number'),
  );
  return isSquare ? (value as number[][]) : null;
}
