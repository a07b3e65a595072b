// SPDX-License-Identifier: MIT
/** A column that repeats the baseline of a score beside the visits after it: fss and fss_baseline, one row per visit. */
import type { PlanFile } from '../contract/plan.js';
import type { Column, Table } from '../contract/table.js';
import { cellText, findColumn, isMissing } from './columns.js';
import type { InstrumentColumn } from './instrument-names.js';
import { baselineOf, type InstrumentVisits } from './visits.js';

/** By score column, the one that repeats its baseline: each participant has one value in it. */
export function baselineColumns(
  table: Table,
  id: string | undefined,
  plain: readonly InstrumentColumn[],
  visited: readonly InstrumentColumn[],
): Map<string, string> {
  const ids = findColumn(table, id);
  const found = new Map<string, string>();
  if (!ids) return found;
  for (const { column, definition, part } of plain) {
    const same = visited.filter(
      (other) => other.visit === '0' && other.unit === 'none' && other.definition === definition,
    );
    const [own, second] = same.filter((other) => JSON.stringify(other.part) === JSON.stringify(part));
    const [score, baseline] = [findColumn(table, column), findColumn(table, own?.column)];
    if (!own || second || !isScore(own) || !score || !baseline) continue;
    if (isRepeated(table, ids, baseline) && areOfOneScale(score, baseline)) found.set(column, own.column);
  }
  return found;
}

/** The one item of a scale is its score. */
const isScore = ({ part, definition }: InstrumentColumn): boolean =>
  part.kind === 'score' || definition.items.count === 1;

function isRepeated(table: Table, ids: Column, column: Column): boolean {
  const known = new Map<string, string>();
  for (let row = 0; row < table.rowCount; row++) {
    const [id, value] = [cellText(ids, row), cellText(column, row)];
    if (id === null || value === null) continue;
    if ((known.get(id) ?? value) !== value) return false;
    known.set(id, value);
  }
  return known.size > 0;
}

/** A sum is as many times the mean of the same items as there are items: no values of one scale. */
const mostApart = 4;

function areOfOneScale(one: Column, other: Column): boolean {
  if (one.kind !== 'number' || other.kind !== 'number') return false;
  const [a = NaN, b = NaN] = [one, other].map(({ values }) => {
    const sizes = values.filter((value) => !Number.isNaN(value)).map(Math.abs);
    return sizes.sort()[Math.floor(sizes.length / 2)];
  });
  return a === b || Math.max(a, b) <= mostApart * Math.min(a, b);
}

/**
 * The visits without the guess that visit 1 is the baseline, where a participant's score at it is another than the
 * baseline that stands beside it.
 */
export function afterBaseline(
  at: InstrumentVisits,
  table: Table,
  { visit }: PlanFile,
  score: string,
  baseline: string,
): InstrumentVisits {
  const guess = baselineOf(at);
  const [visits, own, base] = [visit, score, baseline].map((name) => findColumn(table, name));
  if (guess === null || !at.areNumbers || Number(guess) <= 0 || !visits || !own || !base) return at;
  for (let row = 0; row < table.rowCount; row++) {
    const isThere = cellText(visits, row) === guess && !isMissing(own, row) && !isMissing(base, row);
    if (isThere && cellText(own, row) !== cellText(base, row)) return { ...at, unit: 'none' };
  }
  return at;
}
