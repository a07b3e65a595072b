// SPDX-License-Identifier: MIT
/** Which visits an instrument has values at, and which of them is the baseline. */
import type { PlanFile, PlanInstrument, VisitWindow } from '../contract/plan.js';
import type { NumberColumn } from '../contract/table.js';
import { cellText, findColumn, isMissing } from './columns.js';
import type { ReadResult } from './types.js';
import { visitColumnAsItStands } from './prepare.js';
import { isAsked } from './spread.js';
import { flaggedBaseline } from './visit-column.js';
import { visitMeaning, type Phase } from './visit-meaning.js';
import { unitOfColumn, type VisitUnit } from './visit-names.js';
import { orderVisits, type VisitOrder } from './visit-order.js';

export interface InstrumentVisits {
  /** In the order of time as far as it is known. */
  visits: string[];
  areNumbers: boolean;
  unit: VisitUnit;
  /** What tells the order of labels; left out where there is no doubt. */
  toldBy?: VisitOrder['toldBy'] | 'user';
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
  if (planFile.windows) return ofWindows(planFile.windows, planFile.timeUnit ?? 'day');
  const variables = new Set(instrument.items ?? Object.values(instrument.scores ?? {}));
  if (planFile.wide) {
    const wide = planFile.wide.filter(({ variable }) => variables.has(variable));
    return inOrder([...new Set(wide.map(({ visit }) => visit))], wideUnit, planFile.visitOrder);
  }
  const column = days ?? visitColumnAsItStands(file, planFile);
  if (!column) return { visits: [], areNumbers: false, unit: 'none' };
  const hasValue = hasValueOf(variables, planFile, file);
  const seen = new Set<string>();
  for (let row = 0; row < file.table.rowCount; row++) {
    const visit = cellText(column, row);
    if (visit === null || seen.has(visit)) continue;
    if (hasValue(row)) seen.add(visit);
  }
  const flagged = flaggedBaseline(file.table, column);
  return { ...inOrder([...seen], days ? 'day' : unitOfColumn(column.name), planFile.visitOrder), flagged };
}

function ofWindows(windows: readonly VisitWindow[], unit: VisitUnit): InstrumentVisits {
  const sorted = [...windows].sort((a, b) => a.day - b.day);
  const flagged = sorted.filter(({ day }) => day <= 0).at(-1)?.visit ?? null;
  return { visits: sorted.map(({ visit }) => visit), areNumbers: false, unit, flagged };
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

function inOrder(visits: string[], unit: VisitUnit, order: readonly string[] = []): InstrumentVisits {
  const areNumbers = visits.length > 0 && visits.every((visit) => /^-?\d+(\.\d+)?$/.test(visit));
  if (areNumbers) return { visits: visits.sort((a, b) => Number(a) - Number(b)), areNumbers, unit };
  const known = order.filter((visit) => visits.includes(visit));
  const { visits: others } = orderVisits(
    visits.filter((visit) => !known.includes(visit)),
    [],
  );
  return { visits: [...known, ...others], areNumbers, unit };
}

/**
 * The baseline: the visit that the file flags, else the last day or week up to 0, a label such as "Baseline" or "T0", that of
 * randomisation or screening where no other is before treatment, or visit number 1 where visits are counted. Null when
 * no visit is before treatment.
 */
export function baselineOf({ visits, areNumbers, unit, flagged }: InstrumentVisits): string | null {
  const first = visits[0];
  if (first === undefined) return null;
  if (flagged !== undefined && flagged !== null && visits.includes(flagged)) return flagged;
  if (!areNumbers) return labelledBaseline(visits);
  // The last day before treatment, not a run-in or screening long before it.
  const before = visits.filter((visit) => Number(visit) <= 0).pop();
  if (before !== undefined) return before;
  const counted = unit === 'visit' || unit === 'time';
  // Days 1, 8 and 15 are whole weeks from a first day called 1.
  const isFirstDay = visits.length > 1 && visits.every((visit) => (Number(visit) - 1) % 7 === 0);
  return Number(first) === 1 && (counted || isFirstDay) ? first : null;
}

function labelledBaseline(visits: readonly string[]): string | null {
  const meant = visits.map((visit) => ({ visit, ...visitMeaning(visit) }));
  const lastOf = (phase: Phase): string | undefined => meant.filter((each) => each.phase === phase).at(-1)?.visit;
  const named = meant.find(({ isNamedBaseline }) => isNamedBaseline)?.visit;
  const [first] = meant;
  const isCounted = first?.phase === null && first.count?.number === 1;
  const told = named ?? lastOf('baseline') ?? lastOf('entry') ?? lastOf('screening');
  return told ?? (isCounted ? first.visit : null);
}

/** True for a visit before treatment, whether or not it is the baseline. */
export function isBeforeTreatment(visit: string): boolean {
  const { phase } = visitMeaning(visit);
  return phase === 'screening' || phase === 'entry' || phase === 'baseline';
}
