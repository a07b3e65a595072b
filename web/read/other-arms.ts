// SPDX-License-Identifier: MIT
/** Tables of one trial whose arms are called differently: "PLB" in one centre may be "placebo" in the other. */
import type { ArmsOfTable } from '../contract/report.js';
import type { Plan, PlanArms, PlanFile } from '../contract/plan.js';
import { armTaken, plainArm } from './arms.js';
import { asLabels } from './as-written.js';
import { columnNames, distinctTexts, findColumn } from './columns.js';
import { columnsNamed, isNoArm } from './names.js';
import { tableParts } from './sheet-names.js';
import type { ReadResult } from './types.js';

/** The plan's word for that arms which are called differently are different ones. */
export const armsAreApart = 'arms_apart:';

/** The arms of each table, where two of them each have one that the other has not; null where there are no such two. */
export function armsApart(tables: readonly ArmsOfTable[]): ArmsOfTable[] | null {
  const named = tables.filter(({ arms }) => arms.length > 0);
  const lacks = (one: ArmsOfTable, other: ArmsOfTable): boolean => one.arms.some((arm) => !other.arms.includes(arm));
  const isApart = named.some((one) => named.some((other) => lacks(one, other) && lacks(other, one)));
  return isApart ? named : null;
}

/** The arms of tables that may be put together; those that differ in case, blanks and marks only are called alike. */
export function otherArms(group: readonly ReadResult[]): string[][] | null {
  const called = new Map<string, string>();
  const lists = group.map(({ table }) => {
    const column = findColumn(table, columnsNamed('arm', columnNames(table))[0]);
    const own = (column ? distinctTexts(column) : []).filter((arm) => !isNoArm(arm));
    return [...new Set(own.map((arm) => firstCalled(called, arm)))];
  });
  const isFew = lists.every((arms) => arms.length <= mostArms);
  return isFew && armsApart(lists.map((arms) => ({ name: '', arms }))) ? lists : null;
}

/** More are no arms of a trial. */
const mostArms = 12;

function firstCalled(called: Map<string, string>, arm: string): string {
  const plain = plainArm(arm) || arm;
  const name = called.get(plain) ?? arm;
  called.set(plain, name);
  return name;
}

/** The analysed arms of the plan's files, and of each part of those that are put together, where they are apart. */
export function armsOfTables(plan: Plan, files: readonly ReadResult[]): ArmsOfTable[] | null {
  const tables = plan.files.flatMap((entry) => {
    const file = files.find(({ name }) => name === entry.name);
    return file && !file.error ? armsOf(entry, file, plan.arms) : [];
  });
  return armsApart(tables);
}

function armsOf({ role, arm, reading }: PlanFile, file: ReadResult, arms: PlanArms | undefined): ArmsOfTable[] {
  const written = role === 'participants' || role === 'records' ? findColumn(file.table, arm) : undefined;
  if (!written) return [];
  const column = asLabels(file, written);
  const parts = reading?.stack?.parts ?? [];
  const { origin } = written;
  const own = (parts.length > 1 && origin ? parts : [{ name: file.name }]).map(({ name }) => ({
    name: tableParts(name)?.part ?? name,
    arms: new Set<string>(),
  }));
  for (const [row, code] of column.codes.entries()) {
    if (code < 0) continue;
    const taken = armTaken(column.levels[code] ?? '', arms);
    const at = own.length > 1 ? (origin?.codes[row] ?? -1) : 0;
    if (!arms || arms.order.includes(taken)) own[at]?.arms.add(taken);
  }
  return own.map(({ name, arms: values }) => ({ name, arms: [...values] }));
}
