// SPDX-License-Identifier: MIT
/** Questionnaires whose columns are still being chosen: the rest of a plan does not wait for them. */
import type { Plan, PlanInstrument } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { inputError } from './errors.js';

/** Some of its columns are still to be chosen. */
export const isUnfinished = ({ items, scores }: PlanInstrument): boolean =>
  items ? items.length === 0 || items.includes('') : Object.keys(scores ?? {}).length === 0;

/** The plan without them and their outcomes; the same plan where there are none. */
export function finishedPlan(plan: Plan): Plan {
  const open = plan.instruments.filter(isUnfinished);
  if (open.length === 0) return plan;
  return {
    ...plan,
    instruments: plan.instruments.filter((instrument) => !open.includes(instrument)),
    outcomes: plan.outcomes.filter(({ score }) => !open.some(({ id }) => score.startsWith(`${id}.`))),
  };
}

/** What is told of an outcome that waits for the columns of its questionnaire. */
export function unfinishedErrors({ instruments, outcomes }: Plan): InputError[] {
  return instruments.filter(isUnfinished).flatMap(({ id, instrument, file }) =>
    outcomes
      .filter(({ score }) => score.startsWith(`${id}.`))
      .map(({ label }) => {
        const remedy = `choose all columns of ${instrument}`;
        return inputError(
          'items_unfinished',
          `${file}: ${label} waits for columns that are not chosen yet: ${remedy}`,
          {
            file,
            remedy,
          },
        );
      }),
  );
}
