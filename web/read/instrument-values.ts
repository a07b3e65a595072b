// SPDX-License-Identifier: MIT
/** What the values of an item or a finished score can be, by the instrument's definition. */
import type { InstrumentDefinition, InstrumentScale } from '../contract/instrument.js';
import type { Column } from '../contract/table.js';
import { strongCodes } from './codes.js';
import { findColumn } from './columns.js';
import type { Fits } from './instrument-names.js';
import type { Part } from './instrument-patterns.js';
import type { Table } from '../contract/table.js';

/** Lowest and highest possible value of a part; a score's by the scoring named, else by the first. */
export function rangeOf(definition: InstrumentDefinition, part: Part): [number, number] {
  const { items, scorings, scales } = definition;
  if (part.kind === 'item') return [items.lowest, items.highest];
  const scale = scales.find(({ name }) => name === part.scale);
  const scoring = scorings.find(({ name }) => name === part.scoring) ?? scorings[0];
  if (!scale || !scoring) return [-Infinity, Infinity];
  if (scale.table && scale.table.length > 0) {
    const scores = scale.table.map(({ score }) => score);
    return [Math.min(...scores), Math.max(...scores)];
  }
  const answers = scoring.recode ?? [items.lowest, items.highest];
  const count = scoring.combine === 'mean' ? 1 : (scale.items?.length ?? items.count);
  const { multiply = 1, add = 0 } = scale.transform ?? {};
  const ends = [Math.min(...answers), Math.max(...answers)].map((end) => multiply * count * end + add);
  return [Math.min(...ends), Math.max(...ends)];
}

/** True where nearly all values can be of this part, codes for missing apart; a tabulated score must be of the table. */
export function canBe(all: readonly number[], definition: InstrumentDefinition, part: Part): boolean {
  const [low, high] = rangeOf(definition, part);
  const values = all.filter((value) => !strongCodes.includes(value) || (value >= low && value <= high));
  if (values.length === 0) return true;
  const table = tableOf(definition, part);
  const inside = values.filter(
    (value) => value >= low && value <= high && (!table || table.some(({ score }) => Math.abs(score - value) < 0.051)),
  );
  return inside.length >= 0.9 * values.length;
}

function tableOf({ scales }: InstrumentDefinition, part: Part): InstrumentScale['table'] {
  return part.kind === 'score' ? scales.find(({ name }) => name === part.scale)?.table : undefined;
}

/** By the columns of a table. */
export function fitsTable(table: Table): Fits {
  const known = new Map<string, number[]>();
  return (name, definition, part) => {
    const values = known.get(name) ?? numbersIn(findColumn(table, name));
    known.set(name, values);
    return canBe(values, definition, part);
  };
}

/** The distinct numbers of a column; none of a column of text. */
export function numbersIn(column: Column | undefined): number[] {
  if (column?.kind !== 'number') return [];
  return [...new Set(column.values)].filter((value) => !Number.isNaN(value));
}
