// SPDX-License-Identifier: MIT
/** Which visits an instrument has values at, and which of them is the baseline. */
import type { PlanFile, PlanInstrument } from '../contract/plan.js';
import type { NumberColumn } from '../contract/table.js';
import { cellText, columnNames, distinctTexts, findColumn, isMissing } from './columns.js';
import { companionOf } from './names.js';
import type { ReadResult } from './types.js';
import { visitColumnAsItStands } from './prepare.js';
import { isAsked } from './spread.js';
import { flaggedBaseline } from './visit-column.js';
import { isBaselineWord, unitOfColumn, visitDays, visitOrder, type VisitUnit } from './visit-names.js';

export interface InstrumentVisits {
  /** In the order of time as far as numbers and labels tell it, else of first appearance. */
  visits: string[];
  areNumbers: boolean;
  unit: VisitUnit;
  /** Nothing tells the order of time but that of appearance. */
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
  const column = days ?? (planFile.visit === undefined ? undefined : visitColumnAsItStands(file, planFile.visit));
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
    return (row) =>
      used.has(cellText(codes, row) ?? '') && !isMissing(value, row) && isAsked(file.table, parameters, row);
  }
  const scored = file.table.columns.filter(({ name }) => variables.has(name));
  return (row) => scored.some((score) => !isMissing(score, row));
}

function inOrder(visits: string[], unit: VisitUnit, isOrdered = false): InstrumentVisits {
  const areNumbers = visits.length > 0 && visits.every((visit) => /^-?\d+(\.\d+)?$/.test(visit));
  if (areNumbers) visits.sort((a, b) => Number(a) - Number(b));
  const isOrderUnknown = !areNumbers && !isOrdered && !sortLabels(visits);
  return { visits, areNumbers, unit, ...(isOrderUnknown ? { isOrderUnknown } : {}) };
}

/**
 * "Baseline", "Week 4", "3 months" by their time; "Visit 2", "Visit 10" by their numbers, where all are worded alike;
 * what has neither comes last, as the core has it. False where the order stays that of appearance.
 */
function sortLabels(visits: string[]): boolean {
  const numbered = visits.filter((visit) => /\d/.test(visit) && !isBaselineWord(visit));
  const isAlike =
    new Set(
      numbered.map((visit) =>
        visit
          .toLowerCase()
          .replace(/[\s_.-]/g, '')
          .replace(/\d+/, '#'),
      ),
    ).size === 1;
  const others = visits.filter((visit) => !/\d/.test(visit) && !isBaselineWord(visit));
  const areTimes = numbered.length > 0 && numbered.every((visit) => visitOrder(visit) !== null);
  if (!areTimes && !isAlike) return others.length <= 1 && numbered.length === 0;
  const timeOf = (visit: string): number =>
    areTimes ? (visitOrder(visit) ?? NaN) : Number(/\d+/.exec(visit)?.[0] ?? NaN);
  const placeOf = (visit: string): [number, number] => {
    if (isBaselineWord(visit)) return [areTimes ? 1 : 0, 0];
    return numbered.includes(visit) ? [1, timeOf(visit)] : [2, 0];
  };
  const places = new Map(visits.map((visit) => [visit, placeOf(visit)]));
  visits.sort((x, y) => {
    const [a = [0, 0], b = [0, 0]] = [places.get(x), places.get(y)];
    return a[0] - b[0] || a[1] - b[1];
  });
  return others.length <= 1;
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
  // The last day before treatment, not a run-in or screening long before it.
  const before = visits.filter((visit) => Number(visit) <= 0).pop();
  if (before !== undefined) return before;
  const counted = unit === 'visit' || unit === 'time';
  return counted && Number(first) === 1 ? first : null;
}

/** True for a visit before treatment, whether or not it is the baseline. */
export function isBeforeTreatment(visit: string): boolean {
  return isBaselineWord(visit) || (visitDays(visit) ?? 1) <= 0;
}
