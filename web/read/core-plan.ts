// SPDX-License-Identifier: MIT
/** The plan as the core takes it: without what was settled in its tables already. */
import type { Plan, PlanFile, PlanInstrument } from '../contract/plan.js';
import { armsPlan, withPlansArms } from './arms.js';
import { countsFromFirst, firstRecordColumn, rosterOf } from './first-record.js';

/** The same plan where the core knows all that it says. */
export function corePlan(plan: Plan): Plan {
  const isOwn =
    plan.files.some((file) => ownKeys.some((key) => file[key] !== undefined)) ||
    plan.instruments.some(({ proposed }) => proposed !== undefined);
  return armsPlan(
    isOwn
      ? {
          ...plan,
          files: plan.files.map((file) => coreFile(file, plan)),
          instruments: plan.instruments.map(coreInstrument),
        }
      : plan,
  );
}

/** What is said of a file that its tables follow already. */
const ownKeys = ['dayZero', 'repeated', 'scatteredDays'] as const satisfies readonly (keyof PlanFile)[];

function coreFile(file: PlanFile, plan: Plan): PlanFile {
  const known = { ...file };
  for (const key of ownKeys) delete known[key];
  const isStart = countsFromFirst(plan) && rosterOf(plan) === file;
  return isStart ? { ...known, startDate: firstRecordColumn } : known;
}

function coreInstrument(instrument: PlanInstrument): PlanInstrument {
  const known = { ...instrument };
  delete known.proposed;
  return known;
}

/** What a report says of its plan, with what the core was not told. */
export function withPlansOwn(reported: Plan, plan: Plan): Plan {
  const next = withPlansArms(reported, plan);
  const files = next.files.map((file) => {
    const { dayZero, repeated, scatteredDays } = plan.files.find(({ name }) => name === file.name) ?? {};
    const known = { ...file };
    if (known.startDate === firstRecordColumn) delete known.startDate;
    return {
      ...known,
      ...(dayZero && { dayZero }),
      ...(repeated && { repeated }),
      ...(scatteredDays && { scatteredDays }),
    };
  });
  const instruments = next.instruments.map((instrument) =>
    plan.instruments.some(({ id, proposed }) => id === instrument.id && proposed)
      ? { ...instrument, proposed: true as const }
      : instrument,
  );
  return { ...next, files, instruments };
}
