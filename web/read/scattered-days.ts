// SPDX-License-Identifier: MIT
/**
 * Records on many different days, each the day of a few participants: as visits, single days would compare hardly anybody.
 * What is analysed by visit waits for windows, or for somebody to say that each day is a visit of its own.
 */
import type { Plan, PlanFile, PlanInstrument, PlanOutcome } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { NumberColumn } from '../contract/table.js';
import { cellText, findColumn } from './columns.js';
import { fileDays } from './file-days.js';
import { inputError } from './errors.js';
import type { ReadResult } from './types.js';

/** Fewer different days are visits, however few participants come to each. */
const fewestDays = 8;
/** A day that fewer than this share of the participants has is nobody's visit. */
const shareOfPeople = 0.25;

/** Where the outcomes of a file wait. */
export interface ScatteredDays {
  days: number;
  first: number;
  last: number;
}

/** The days of a file, where most records lie on days that few participants share; null otherwise. */
export function scatteredDays(ids: readonly (string | null)[], days: NumberColumn): ScatteredDays | null {
  const byDay = new Map<number, Set<string>>();
  const people = new Set<string>();
  for (const [row, day] of days.values.entries()) {
    const person = ids[row] ?? null;
    if (person === null || Number.isNaN(day)) continue;
    people.add(person);
    byDay.set(day, (byDay.get(day) ?? new Set()).add(person));
  }
  if (byDay.size < fewestDays) return null;
  const counts = [...byDay.values()].map(({ size }) => size);
  const sum = (list: readonly number[]): number => list.reduce((all, n) => all + n, 0);
  const thin = counts.filter((n) => n < shareOfPeople * people.size);
  if (2 * sum(thin) < sum(counts)) return null;
  const inOrder = [...byDay.keys()].sort((a, b) => a - b);
  return { days: inOrder.length, first: inOrder[0] ?? NaN, last: inOrder.at(-1) ?? NaN };
}

/** The plan without the outcomes that wait for windows, and what is told of these; the same plan where there are none. */
export function withoutScattered(plan: Plan, files: readonly ReadResult[]): { plan: Plan; errors: InputError[] } {
  const known = new Map<string, ScatteredDays | null>();
  const errors: InputError[] = [];
  const outcomes = plan.outcomes.filter((outcome) => {
    const entry = isByVisit(outcome) && plan.files.find(({ name }) => name === instrumentOf(plan, outcome)?.file);
    if (!entry || isSettled(entry)) return true;
    const found = known.has(entry.name) ? known.get(entry.name) : daysOfFile(entry, plan, files);
    known.set(entry.name, found ?? null);
    if (found) errors.push(waits(entry.name, outcome.label, found));
    return !found;
  });
  return errors.length === 0 ? { plan, errors } : { plan: { ...plan, outcomes }, errors };
}

/** A straight line, a summary, and visits that were named need no windows. */
const isByVisit = ({ model, summary }: PlanOutcome): boolean =>
  model.kind === 'mmrm' && summary === undefined && model.visits === undefined;

const isSettled = ({ role, windows, scatteredDays: chosen, timeUnit = 'day', wide }: PlanFile): boolean =>
  role !== 'records' || windows !== undefined || chosen !== undefined || timeUnit !== 'day' || wide !== undefined;

const instrumentOf = ({ instruments }: Plan, { score }: PlanOutcome): PlanInstrument | undefined =>
  instruments.find(({ id }) => score.startsWith(`${id}.`));

function daysOfFile(entry: PlanFile, plan: Plan, files: readonly ReadResult[]): ScatteredDays | null {
  const file = files.find(({ name }) => name === entry.name);
  const ids = file && findColumn(file.table, entry.id);
  if (!file || file.error || !ids) return null;
  const column = entry.date === undefined ? findColumn(file.table, entry.visit) : fileDays(entry, plan, files, []);
  if (column?.kind !== 'number') return null;
  return scatteredDays(
    Array.from(column.values, (_, row) => cellText(ids, row)),
    column,
  );
}

function waits(file: string, label: string, { days, first, last }: ScatteredDays): InputError {
  const remedy =
    'set visit windows, choose a straight line over the days as the model, or say that each day is a visit of its own';
  const message = `${file}: ${label} is not analysed yet: its records lie on ${days} different days (${first} to ${last}), most of which only a few participants have, so that a single day compares hardly anybody: ${remedy}`;
  return inputError('days_scattered', message, { file, remedy });
}
