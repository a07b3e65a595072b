// SPDX-License-Identifier: MIT
/** Numbers that stand for "missing" among the answers: -9, 99, 999. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { PlanFile, PlanInstrument, ReadingOptions } from '../contract/plan.js';
import type { Column, Table } from '../contract/table.js';
import { cellText, findColumn } from './columns.js';
import { listed } from './errors.js';
import { rangeOf } from './instrument-values.js';
import type { Part } from './instrument-patterns.js';
import type { Note } from './types.js';

/** No slips of the finger are among them: a 9 for a 6, a 77 for a 7 must be told as the errors they may be. */
const typical = [-9, -8, -7, -99, -999, 99, 999, 9999];

/** Lowest and highest value each column of the file may have, over all that it is used for. */
type Ranges = Map<string, [number, number]>;

/**
 * Codes for missing in the item columns of a file: where values outside the instrument's range are all typical codes.
 * Undefined where there are none. What else is out of range stays for the core to refuse.
 */
export function missingCodes(
  table: Table,
  planFile: PlanFile,
  instruments: readonly { instrument: PlanInstrument; definition: InstrumentDefinition }[],
  notes: Note[],
): ReadingOptions['missingIn'] {
  const found: Record<string, string[]> = {};
  const counts = new Map<string, number>();
  for (const [name, [low, high]] of rangesOf(planFile, instruments)) {
    const column = findColumn(table, name);
    if (column?.kind !== 'number') continue;
    const outside = countOutside(column.values, low, high, usedRow(table, planFile));
    if (outside.size === 0 || ![...outside.keys()].every((value) => typical.includes(value))) continue;
    found[name] = [...outside.keys()].map(String);
    for (const [value, n] of outside) counts.set(String(value), (counts.get(String(value)) ?? 0) + n);
  }
  const columns = Object.keys(found);
  if (columns.length === 0) return undefined;
  const codes = [...counts].map(([code, n]) => `${code} in ${n} ${n === 1 ? 'cell' : 'cells'}`);
  notes.push({
    file: table.name,
    code: 'missing_codes',
    message: `${table.name}: ${listed(codes)} of ${listed(columns, 6)} can be no answer and ${counts.size === 1 ? 'is' : 'are'} read as missing; remove the code from the file's reading options if it is not`,
  });
  return found;
}

/**
 * Tells of codes that may mean missing in a file's other columns of numbers (age 999, weight -9): typical ones that lie
 * beyond all other values. Nothing says that they are codes, so they stay; as covariates they would go into the model.
 */
export function noteLikelyCodes({ name, columns }: Table, used: ReadonlySet<string>, notes: Note[]): void {
  const told: string[] = [];
  for (const column of columns) {
    if (column.kind !== 'number' || used.has(column.name)) continue;
    const others = column.values.filter((value) => !Number.isNaN(value) && !typical.includes(value));
    if (others.length < 3) continue;
    const [low, high] = others.reduce(([a, b], x) => [Math.min(a, x), Math.max(b, x)], [Infinity, -Infinity]);
    const beyond = new Set(column.values.filter((value) => typical.includes(value) && (value < low || value > high)));
    if (beyond.size > 0) told.push(`${listed([...beyond].map(String))} in ${column.name}`);
  }
  if (told.length === 0) return;
  const message = `${name}: ${listed(told, 6)} can mean that the value is missing, and is used as a number; if it does, set it as a missing code of its column`;
  notes.push({ file: name, code: 'likely_missing_codes', message });
}

function rangesOf(
  planFile: PlanFile,
  instruments: readonly { instrument: PlanInstrument; definition: InstrumentDefinition }[],
): Ranges {
  const ranges: Ranges = new Map();
  const widen = (column: string, definition: InstrumentDefinition, part: Part): void => {
    const [low, high] = rangeOf(definition, part);
    const before = ranges.get(column) ?? [low, high];
    ranges.set(column, [Math.min(before[0], low), Math.max(before[1], high)]);
  };
  for (const { instrument, definition } of instruments) {
    for (const [i, variable] of (instrument.items ?? []).entries())
      for (const column of columnsOf(planFile, variable)) widen(column, definition, { kind: 'item', item: i + 1 });
    // Where items and scores share one column of answers, a code must be out of range for both.
    if (!planFile.parameters) continue;
    for (const scale of Object.keys(instrument.scores ?? {}))
      widen(planFile.parameters.value, definition, { kind: 'score', scale });
  }
  const hasItems = instruments.some(({ instrument }) => instrument.items !== undefined);
  return hasItems ? ranges : new Map<string, [number, number]>();
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
    const isCode = column.levels.map((level) => codes.includes(level));
    return { ...column, codes: column.codes.map((code) => (isCode[code] === true ? -1 : code)) };
  });
  return { ...table, columns };
}
