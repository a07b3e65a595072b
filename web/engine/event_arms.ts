// SPDX-License-Identifier: MIT
/** Rows of side effects whose arm is another than their participant's, by which they are counted. */
import type { Plan, PlanFile } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { armShown, plainArm } from '../read/arms.js';
import { cellText, columnNames, findColumn } from '../read/columns.js';
import { inputError, listed, maxPlaces, type Place } from '../read/errors.js';
import { rosterOf } from '../read/join-ids.js';
import { columnsNamed } from '../read/names.js';

interface OtherArm {
  row: number;
  id: string;
  here: string;
  there: string;
}

/** One for each file of events with such rows; `tables` are as the core has them. */
export function eventArmProblems(plan: Plan, tables: readonly Table[]): InputError[] {
  const roster = rosterOf(plan);
  const people = tables.find(({ name }) => name === roster?.name);
  if (!roster || !people) return [];
  const arms = armsById(roster, people);
  return plan.files.flatMap((file) => {
    const table = file.role === 'events' ? tables.find(({ name }) => name === file.name) : undefined;
    return table ? problemOf(plan, file, table, roster.name, arms) : [];
  });
}

function armsById({ id, arm }: PlanFile, table: Table): Map<string, string> {
  const [ids, values] = [findColumn(table, id), findColumn(table, arm)];
  const arms = new Map<string, string>();
  if (!ids || !values) return arms;
  for (let row = 0; row < table.rowCount; row++) {
    const [own, value] = [cellText(ids, row), cellText(values, row)];
    if (own !== null && value !== null && !arms.has(own)) arms.set(own, value);
  }
  return arms;
}

function problemOf(
  plan: Plan,
  file: PlanFile,
  table: Table,
  roster: string,
  arms: ReadonlyMap<string, string>,
): InputError[] {
  const [named] = columnsNamed('arm', columnNames(table));
  const column = file.arm ?? named;
  if (column === undefined) return [];
  const found = otherArms(plan, { id: file.id, column }, table, arms);
  if (found.length === 0) return [];
  const rows = found.map(({ row, id, here, there }) => `row ${row} (participant ${id}: ${here} here, ${there} there)`);
  const remedy = 'correct the arm that is wrong in its file';
  const message = `${table.name}, column ${column}: the arm contradicts that of the participant in ${roster} in ${found.length} ${found.length === 1 ? 'row' : 'rows'}, and the participant's arm in ${roster} is used: ${listed(rows, 6)}; ${remedy}`;
  const places = found
    .slice(0, maxPlaces)
    .map(({ row, here }): Place => ({ file: table.name, row, column, value: here }));
  return [inputError('event_arm', message, { file: table.name, places, remedy })];
}

/** What is no arm of the trial contradicts nothing. */
function otherArms(
  plan: Plan,
  at: { id: string | undefined; column: string },
  table: Table,
  arms: ReadonlyMap<string, string>,
): OtherArm[] {
  const [ids, values] = [findColumn(table, at.id), findColumn(table, at.column)];
  if (!ids || !values) return [];
  const known = new Map([...new Set(arms.values())].map((arm) => [plainArm(arm), arm]));
  const found: OtherArm[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const [id, value] = [cellText(ids, row), cellText(values, row)];
    const there = id === null ? undefined : arms.get(id);
    const here = value === null ? undefined : known.get(plainArm(armShown(value, plan.arms)));
    if (id !== null && there !== undefined && here !== undefined && here !== there)
      found.push({ row: table.originRow[row] ?? 0, id, here, there });
  }
  return found;
}
