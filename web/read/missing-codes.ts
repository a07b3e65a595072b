// SPDX-License-Identifier: MIT
/** Numbers that stand for "missing" among answers and finished scores: -9, 99, 999. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { PlanFile, PlanInstrument, ReadingOptions } from '../contract/plan.js';
import type { Column, FactorColumn, Table } from '../contract/table.js';
import { codesNote, type CodeCells } from './code-notes.js';
import { strongCodes, typicalCodes } from './codes.js';
import { cellText, findColumn } from './columns.js';
import { rangeOf } from './instrument-values.js';
import type { Part } from './instrument-patterns.js';
import type { Note } from './types.js';

/** Lowest and highest value each column of the file may have, over all that it is used for. */
export type Ranges = Map<string, { low: number; high: number; hasItems: boolean }>;

/**
 * Codes for missing in the columns of a file that hold items or finished scores: where values outside the instrument's
 * range are all typical codes. A score of 99 is none, but may be of another scaling. Undefined where there are none. What
 * else is out of range stays for the core to refuse.
 */
export function missingCodes(
  table: Table,
  planFile: PlanFile,
  instruments: readonly { instrument: PlanInstrument; definition: InstrumentDefinition }[],
  notes: Note[],
): ReadingOptions['missingIn'] {
  const found: Record<string, string[]> = {};
  const set: CodeCells[] = [];
  for (const [name, { low, high, hasItems }] of rangesOf(planFile, instruments)) {
    const column = findColumn(table, name);
    if (column?.kind !== 'number') continue;
    const outside = countOutside(column.values, low, high, usedRow(table, planFile));
    const known = hasItems ? typicalCodes : strongCodes;
    if (outside.size === 0 || ![...outside.keys()].every((value) => known.includes(value))) continue;
    found[name] = [...outside.keys()].map(String);
    for (const [value, cells] of outside) set.push({ column: name, code: String(value), cells });
  }
  if (set.length === 0) return undefined;
  notes.push(codesNote(table.name, 'missing_codes', set));
  return found;
}

export function rangesOf(
  planFile: PlanFile,
  instruments: readonly { instrument: PlanInstrument; definition: InstrumentDefinition }[],
): Ranges {
  const ranges: Ranges = new Map();
  const widen = (column: string, definition: InstrumentDefinition, part: Part): void => {
    const [low, high] = rangeOf(definition, part);
    const before = ranges.get(column) ?? { low, high, hasItems: false };
    ranges.set(column, {
      low: Math.min(before.low, low),
      high: Math.max(before.high, high),
      hasItems: before.hasItems || part.kind === 'item',
    });
  };
  // Where items and scores share one column of answers, a code must be out of range for both.
  for (const { instrument, definition } of instruments) {
    const scoring = instrument.scoring === undefined ? {} : { scoring: instrument.scoring };
    for (const [i, variable] of (instrument.items ?? []).entries())
      for (const column of columnsOf(planFile, variable)) widen(column, definition, { kind: 'item', item: i + 1 });
    for (const [scale, variable] of Object.entries(instrument.scores ?? {}))
      for (const column of columnsOf(planFile, variable))
        widen(column, definition, { kind: 'score', scale, ...scoring });
  }
  return ranges;
}

function columnsOf({ wide, parameters }: PlanFile, variable: string): string[] {
  if (parameters) return [parameters.value];
  if (wide) return wide.filter((each) => each.variable === variable).map(({ column }) => column);
  return [variable];
}

/** Rows with a code that the plan does not use may hold anything. */
function usedRow(table: Table, { parameters }: PlanFile): (row: number) => boolean {
  const codes = findColumn(table, parameters?.column);
  if (!parameters || !codes) return () => true;
  const used = new Set(parameters.entries.map(({ code }) => code));
  return (row) => used.has(cellText(codes, row) ?? '');
}

function countOutside(
  values: Float64Array,
  low: number,
  high: number,
  isUsed: (row: number) => boolean,
): Map<number, number> {
  const outside = new Map<number, number>();
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value) || (value >= low && value <= high) || !isUsed(row)) continue;
    outside.set(value, (outside.get(value) ?? 0) + 1);
  }
  return outside;
}

/** The table with these codes missing, as if it had been read so; a file read with them has none left. */
export function withoutCodes(table: Table, missingIn: ReadingOptions['missingIn'] = {}): Table {
  const columns = table.columns.map((column): Column => {
    const codes = Object.hasOwn(missingIn, column.name) ? missingIn[column.name] : undefined;
    if (!codes || codes.length === 0) return column;
    if (column.kind === 'number') {
      const numbers = new Set(codes.filter((code) => code.trim() !== '').map(Number));
      return { ...column, values: column.values.map((value) => (numbers.has(value) ? NaN : value)) };
    }
    return withoutLevels(column, codes);
  });
  return { ...table, columns };
}

export function withoutLevels(column: FactorColumn, gone: readonly string[]): FactorColumn {
  const levels = column.levels.filter((level) => !gone.includes(level));
  const codes = column.levels.map((level) => levels.indexOf(level));
  return { ...column, levels, codes: column.codes.map((code) => codes[code] ?? -1) };
}
