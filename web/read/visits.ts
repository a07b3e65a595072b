// SPDX-License-Identifier: MIT
/** Which visits an instrument has values at, and which of them is the baseline. */
import type { PlanFile, PlanInstrument } from '../contract/plan.js';
import type { NumberColumn } from '../contract/table.js';
import { cellText, columnNames, distinctTexts, findColumn, isMissing } from './columns.js';
import { companionOf } from './names.js';
import type { ReadResult } from './types.js';
import { analysedVisitColumn } from './prepare.js';
import { flaggedBaseline } from './visit-column.js';
import { isBaselineWord, isUnplanned, unitOfColumn, visitDays, visitTime, type VisitUnit } from './visit-names.js';

export interface InstrumentVisits {
  /** In the order of time as far as numbers and labels tell it, else of first appearance. */
  visits: string[];
  areNumbers: boolean;
  unit: VisitUnit;
  /** Labels tell no order: the visits stand as they first appear. */
  isOrderUnknown?: boolean;
  /** The visit that the file itself flags as baseline. */
  flagged?: string | null;
}

/** Visits at which at least one of the instrument's columns has a value; `days` in place of a visit column. */
export function visitsOf(
  instrument: PlanInstrument,
  planFile: PlanFile,
  file: ReadResult,
  wideUnit: VisitUnit,
  days: NumberColumn | null = null,
): InstrumentVisits {
  const variables = new Set(instrument.items ?? Object.values(instrument.scores ?? {}));
  if (planFile.wide) {
    const wide = planFile.wide.filter(({ variable }) => variables.has(variable));
    return inOrder([...new Set(wide.map(({ visit }) => visit))], wideUnit);
  }
  const column =
    days ?? (planFile.visit === undefined ? undefined : analysedVisitColumn(file, file.table, planFile.visit));
  if (!column) return { visits: [], areNumbers: false, unit: 'none' };
  const hasValue = hasValueOf(variables, planFile, file);
  const seen = new Set<string>();
  for (let row = 0; row < file.table.rowCount; row++) {
    const visit = cellText(column, row);
    if (visit === null || seen.has(visit)) continue;
    if (hasValue(row)) seen.add(visit);
  }
  const isOrdered = companionOf(column.name, columnNames(file.table)) !== undefined && column.kind === 'factor';
  const visits = isOrdered ? distinctTexts(column).filter((visit) => seen.has(visit)) : [...seen];
  const flagged = flaggedBaseline(file.table, column);
  return { ...inOrder(visits, days ? 'day' : unitOfColumn(column.name), isOrdered), flagged };
}

/** True for rows of the file that hold an answer of the instrument. */
function hasValueOf(
  variables: ReadonlySet<string>,
  { parameters }: PlanFile,
  file: ReadResult,
): (row: number) => boolean {
  const codes = findColumn(file.table, parameters?.column);
  const value = findColumn(file.table, parameters?.value);
  if (parameters && codes && value) {
    const used = new Set(parameters.entries.flatMap(({ code, variable }) => (variables.has(variable) ? [code] : [])));
    return (row) => used.has(cellText(codes, row) ?? '') && !isMissing(value, row);
  }
  const scored = file.table.columns.filter(({ name }) => variables.has(name));
  return (row) => scored.some((score) => !isMissing(score, row));
}

function inOrder(visits: string[], unit: VisitUnit, isOrdered = false): InstrumentVisits {
  const areNumbers = visits.length > 0 && visits.every((visit) => /^-?\d+(\.\d+)?$/.test(visit));
  if (areNumbers) visits.sort((a, b) => Number(a) - Number(b));
  const isKnown = areNumbers || isOrdered || sortLabels(visits);
  return { visits, areNumbers, unit, ...(isKnown ? {} : { isOrderUnknown: true }) };
}

/**
 * "Baseline", "Week 4", "3 months" by their time, else "Visit 2", "Visit 10" by their numbers, where all planned labels
 * have one; those of no plan come last. False where the labels tell no order.
 */
function sortLabels(visits: string[]): boolean {
  const byNumber = (visit: string): number | null => {
    if (isBaselineWord(visit)) return -1;
    const number = /(\d+)$/.exec(visit)?.[1];
    return number === undefined ? null : Number(number);
  };
  const planned = visits.filter((visit) => !isUnplanned(visit));
  for (const keyOf of [(visit: string): number | null => visitTime(visit), byNumber]) {
    const keys = new Map(planned.map((visit) => [visit, keyOf(visit)]));
    if ([...keys.values()].some((key) => key === null)) continue;
    const place = (visit: string): number => keys.get(visit) ?? Infinity;
    visits.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
    return true;
  }
  return visits.length < 2;
}

/**
 * The baseline: the last day or week up to 0, a label such as "Baseline" or "Day 0", or visit number 1 where visits are
 * counted. Null when no visit is before treatment.
 */
export function baselineOf({ visits, areNumbers, unit, flagged }: InstrumentVisits): string | null {
  const first = visits[0];
  if (first === undefined) return null;
  if (flagged !== undefined && flagged !== null && visits.includes(flagged)) return flagged;
  if (!areNumbers)
    return (
      visits.find((visit) => isBaselineWord(visit) && !/screening/i.test(visit)) ??
      visits.find((visit) => /^((day|week|visit|month|tag|woche|[dwvm])[ _]?)?0$/i.test(visit)) ??
      visits.find((visit) => isBaselineWord(visit)) ??
      null
    );
  // The last before treatment: change is counted from day 0, not from a screening visit.
  const before = visits.filter((visit) => Number(visit) <= 0);
  if (before.length > 0) return before[before.length - 1] ?? null;
  const counted = unit === 'visit' || unit === 'time';
  return counted && Number(first) === 1 ? first : null;
}

/** The visit that lies `days` after baseline, or null. */
export function visitAtDay({ visits, unit }: InstrumentVisits, days: number): string | null {
  const dayUnit = unit === 'none' ? 'day' : unit;
  return visits.find((visit) => visitDays(visit, dayUnit) === days) ?? null;
}
