// SPDX-License-Identifier: MIT
/** The plan as the core takes it: without what was settled in its tables already, and with the order of all visits. */
import type { Plan, PlanFile, PlanInstrument } from '../contract/plan.js';
import type { Table } from '../contract/table.js';
import { armsPlan, withPlansArms } from './arms.js';
import { distinctTexts, findColumn } from './columns.js';
import { countsFromFirst, firstRecordColumn, rosterOf } from './first-record.js';
import { visitDays } from './visit-names.js';
import { orderVisits } from './visit-order.js';

/** The same plan where the core knows all that it says. `tables` are those that it is given. */
export function corePlan(asked: Plan, tables: readonly Table[]): Plan {
  const plan = withOrders(asked, tables);
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

/**
 * Visits that the plan does not order are analysed in the order in which they are shown: that of their labels, of which the
 * core knows fewer words. Days are left to it.
 */
function withOrders(plan: Plan, tables: readonly Table[]): Plan {
  const files = plan.files.map((file) => {
    const order = orderOf(file, tables);
    return order ? { ...file, visitOrder: order } : file;
  });
  return files.some((file, at) => file !== plan.files[at]) ? { ...plan, files } : plan;
}

/** Null where the plan has all of it, or the labels do not tell it. */
function orderOf({ name, role, ...file }: PlanFile, tables: readonly Table[]): string[] | null {
  if (role !== 'records' || file.windows || file.date !== undefined) return null;
  const table = tables.find((each) => each.name === name);
  const column = table && findColumn(table, file.visit ?? 'visit');
  if (column?.kind !== 'factor') return null;
  const { visitOrder = [] } = file;
  const others = distinctTexts(column).filter((label) => !visitOrder.includes(label));
  if (others.length < 2 || others.every((label) => visitDays(label) !== null)) return null;
  const told = orderVisits(others, []);
  return told.toldBy === 'labels' ? [...visitOrder, ...told.visits] : null;
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
    const { dayZero, repeated, scatteredDays, visitOrder } = plan.files.find(({ name }) => name === file.name) ?? {};
    const known = { ...file };
    delete known.visitOrder;
    if (known.startDate === firstRecordColumn) delete known.startDate;
    return {
      ...known,
      ...(dayZero && { dayZero }),
      ...(repeated && { repeated }),
      ...(scatteredDays && { scatteredDays }),
      ...(visitOrder && { visitOrder }),
    };
  });
  const instruments = next.instruments.map((instrument) =>
    plan.instruments.some(({ id, proposed }) => id === instrument.id && proposed)
      ? { ...instrument, proposed: true as const }
      : instrument,
  );
  return { ...next, files, instruments };
}
