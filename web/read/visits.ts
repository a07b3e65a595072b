// SPDX-License-Identifier: MIT
/** Which visits an instrument has values at, and which of them is the baseline. */
import type { PlanFile, PlanInstrument } from '../contract/plan.js';
import { cellText, findColumn, isMissing } from './columns.js';
import type { ReadResult } from './types.js';
import { isBaselineWord, unitOfColumn, visitDays, type VisitUnit } from './visit-names.js';

export interface InstrumentVisits {
  /** In the order of time as far as numbers and labels tell it, else of first appearance. */
  visits: string[];
  areNumbers: boolean;
  unit: VisitUnit;
}

/** Visits at which at least one of the instrument's columns has a value. */
export function visitsOf(
  instrument: PlanInstrument,
  planFile: PlanFile,
  file: ReadResult,
  wideUnit: VisitUnit,
): InstrumentVisits {
  const variables = new Set(instrument.items ?? Object.values(instrument.scores ?? {}));
  let visits: string[];
  if (planFile.wide) {
    visits = [...new Set(planFile.wide.filter(({ variable }) => variables.has(variable)).map(({ visit }) => visit))];
  } else {
    const column = findColumn(file.table, planFile.visit);
    if (!column) return { visits: [], areNumbers: false, unit: 'none' };
    const scored = file.table.columns.filter(({ name }) => variables.has(name));
    const seen = new Set<string>();
    for (let row = 0; row < file.table.rowCount; row++) {
      const visit = cellText(column, row);
      if (visit === null || seen.has(visit)) continue;
      if (scored.some((score) => !isMissing(score, row))) seen.add(visit);
    }
    visits = [...seen];
  }
  const areNumbers = visits.length > 0 && visits.every((visit) => /^-?\d+(\.\d+)?$/.test(visit));
  if (areNumbers) visits.sort((a, b) => Number(a) - Number(b));
  else sortLabels(visits);
  return { visits, areNumbers, unit: planFile.wide ? wideUnit : unitOfColumn(planFile.visit ?? '') };
}

/** "Baseline", "Week 4", "Week 12" by their days, else "Visit 2", "Visit 10" by their numbers, where all labels have one. */
function sortLabels(visits: string[]): void {
  const byNumber = (visit: string): number | null => {
    if (isBaselineWord(visit)) return -1;
    const number = /(\d+)$/.exec(visit)?.[1];
    return number === undefined ? null : Number(number);
  };
  for (const keyOf of [(visit: string): number | null => visitDays(visit), byNumber]) {
    const keys = new Map(visits.map((visit) => [visit, keyOf(visit)]));
    if ([...keys.values()].some((key) => key === null)) continue;
    visits.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
    return;
  }
}

/**
 * The baseline: a day or week up to 0, a label such as "Baseline" or "Day 0", or visit number 1 where visits are
 * counted. Null when no visit is before treatment.
 */
export function baselineOf({ visits, areNumbers, unit }: InstrumentVisits): string | null {
  const first = visits[0];
  if (first === undefined) return null;
  if (!areNumbers)
    return (
      visits.find((visit) => isBaselineWord(visit)) ??
      visits.find((visit) => /^(day|week|visit|month|[dwvm]) ?0$/i.test(visit)) ??
      null
    );
  if (Number(first) <= 0) return first;
  const counted = unit === 'visit' || unit === 'time';
  return counted && Number(first) === 1 ? first : null;
}

/** The visit that lies `days` after baseline, or null. */
export function visitAtDay({ visits, unit }: InstrumentVisits, days: number): string | null {
  const dayUnit = unit === 'none' ? 'day' : unit;
  return visits.find((visit) => visitDays(visit, dayUnit) === days) ?? null;
}
