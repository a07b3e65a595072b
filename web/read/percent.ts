// SPDX-License-Identifier: MIT
/** Scores of 0 to 100 that are written as percents: "81,0%". Their numbers are the scores. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { PlanFile, PlanInstrument } from '../contract/plan.js';
import type { Table } from '../contract/table.js';
import { distinctTexts, findColumn } from './columns.js';
import { listed, quoted } from './errors.js';
import { rangesOf } from './missing-codes.js';
import type { Note } from './types.js';

const percent = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%$/;

/** The number of a percent, or NaN. With up to two decimals a comma and a point can only be decimal marks. */
export function percentNumber(text: string): number {
  const found = percent.exec(text)?.[1];
  return found === undefined ? NaN : Number(found.replace(',', '.'));
}

/** Columns of scores from 0 to 100 all of whose cells are percents, told; a score of another range is no percent. */
export function percentColumns(
  table: Table,
  planFile: PlanFile,
  instruments: readonly { instrument: PlanInstrument; definition: InstrumentDefinition }[],
  notes: Note[],
): string[] {
  if (planFile.parameters) return [];
  const found = [...rangesOf(planFile, instruments)].flatMap(([name, { low, high }]) => {
    const column = findColumn(table, name);
    const texts = column?.kind === 'factor' ? distinctTexts(column) : [];
    const isPercent = texts.length > 0 && !texts.some((text) => Number.isNaN(percentNumber(text)));
    return isPercent && low === 0 && high === 100 ? [{ name, example: texts[0] ?? '' }] : [];
  });
  const [first] = found;
  if (first) {
    const names = listed(
      found.map(({ name }) => name),
      6,
    );
    const message = `${table.name}: ${names} ${found.length === 1 ? 'holds' : 'hold'} percents, whose numbers are taken as scores of 0 to 100 (${quoted(first.example)} is ${percentNumber(first.example)})`;
    notes.push({ file: table.name, code: 'percent_numbers', message });
  }
  return found.map(({ name }) => name);
}
