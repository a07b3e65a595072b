// SPDX-License-Identifier: MIT
/** What the numbers of visits count: days, unless the plan says otherwise of the file they come from. */
import type { Plan, PlanFile, TimeUnit } from '../contract/plan.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { strings } from './strings.js';

type Files = Pick<Plan, 'files' | 'instruments'>;

export const instrumentFile = ({ files, instruments }: Files, score: string): PlanFile | undefined => {
  const instrument = instruments.find(({ id }) => score.startsWith(`${id}.`));
  return files.find(({ name }) => name === instrument?.file);
};

export const fileTimeUnit = ({ files }: Pick<Plan, 'files'>, name: string): TimeUnit =>
  files.find((file) => file.name === name)?.timeUnit ?? 'day';

/** Of the visits that a score has in its file. */
export const timeUnitOf = (plan: Files, score: string): TimeUnit => instrumentFile(plan, score)?.timeUnit ?? 'day';

export const outcomeUnit = ({ plan }: Report, { score }: Pick<OutcomeResult, 'score'>): TimeUnit =>
  timeUnitOf(plan, score);

const isNumber = (visit: string): boolean => /^-?\d+(\.\d+)?$/.test(visit);

/**
 * Of the scale on which visits lie apart, for slopes, areas and axes. Labels have no unit of the file: where they are
 * times, as "Week 4", they lie at their days. Windows are in the file's unit, whatever they are called.
 */
export function scaleUnit(plan: Files, score: string, visits: readonly string[]): TimeUnit {
  const file = instrumentFile(plan, score);
  const isCounted = (file?.windows ?? []).length > 0 || visits.some(isNumber);
  return isCounted ? (file?.timeUnit ?? 'day') : 'day';
}

/** Of the scale of an outcome's model; of the records' visits, where a summary has visits of its own. */
export function modelUnit({ plan, quality }: Report, { id, score, model }: OutcomeResult): TimeUnit {
  const isSummary = plan.outcomes.find((outcome) => outcome.id === id)?.summary !== undefined;
  const own = model?.visits ?? [];
  const recorded = (quality ?? []).filter((row) => row.score === score).map(({ visit }) => visit);
  return scaleUnit(plan, score, isSummary && recorded.length > 0 ? recorded : own);
}

/**
 * A formula or a term of the core, which calls its variable of time "day", with that of the unit: "arm:day" is
 * "arm:week". Names in backticks are columns of the data.
 */
export function inUnit(formula: string, unit: TimeUnit): string {
  if (unit === 'day') return formula;
  return formula.replace(/`[^`]*`|(?<![\w.])day(?![\w.])/g, (found) =>
    found === 'day' ? strings.time[unit].variable : found,
  );
}
