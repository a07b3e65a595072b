// SPDX-License-Identifier: MIT
/** The study days that windows are suggested from. */
import type { DataCheck } from '../contract/check.js';
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { fileTimeUnit } from '../text/time_unit.js';

const known = new WeakMap<DataCheck, Map<string, { plan: Plan; days: number[] }>>();

/**
 * Study days of a file's scores, each as often as participants have a score there; none where visits are no days. The same
 * list for the same check and plan: it can be long.
 */
export function daysOf(check: DataCheck | null, plan: Plan, file: string): number[] {
  if (!check) return [];
  const ofCheck = known.get(check) ?? new Map<string, { plan: Plan; days: number[] }>();
  known.set(check, ofCheck);
  const before = ofCheck.get(file);
  if (before?.plan === plan) return before.days;
  const days = findDays(check, plan, file);
  ofCheck.set(file, { plan, days });
  return days;
}

function findDays(check: DataCheck, plan: Plan, file: string): number[] {
  if (fileTimeUnit(plan, file) !== 'day') return [];
  const own = plan.instruments.filter((instrument) => instrument.file === file).map(({ id }) => `${id}.`);
  const score = check.scores.find((each) => own.some((prefix) => each.score.startsWith(prefix)));
  if (!score) return [];
  return score.visits.flatMap((visit, i) => {
    const day = /^-?\d+(\.\d+)?$/.test(visit) ? Number(visit) : NaN;
    const times = score.counts.reduce((sum, { n }) => sum + (n[i] ?? 0), 0);
    return Number.isNaN(day) ? [] : Array.from({ length: times }, () => day);
  });
}

/** Dates of the file that may have a mistyped year. */
export const oddDatesOf = (check: DataCheck | null, file: string): InputError[] =>
  (check?.problems ?? []).flatMap(({ kind, problem }) =>
    (kind === 'year_differs' || kind === 'odd_year') && problem.detail.file === file ? [problem] : [],
  );
