// SPDX-License-Identifier: MIT
/** The study days that windows are suggested from. */
import type { DataCheck } from '../contract/check.js';
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { fileTimeUnit } from '../text/time_unit.js';

/** Study days of a file's scores, each as often as participants have a score there; none where visits are no days. */
export function daysOf(check: DataCheck | null, plan: Plan, file: string): number[] {
  if (fileTimeUnit(plan, file) !== 'day') return [];
  const own = plan.instruments.filter((instrument) => instrument.file === file).map(({ id }) => `${id}.`);
  const score = check?.scores.find((each) => own.some((prefix) => each.score.startsWith(prefix)));
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
