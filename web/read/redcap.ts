// SPDX-License-Identifier: MIT
/** What a REDCap export has beside the data: arms in the names of events, and columns of its own. */
import type { Column, FactorColumn, Table } from '../contract/table.js';
import { distinctTexts, findColumn } from './columns.js';
import { compactName } from './names.js';
import { hasArmInEvents } from './visit-column.js';

const ending = ' (arm)';
const numbered = /_arm_(\d+[a-z]?)$/;
const labelled = / \(Arm \d+: (.*)\)$/;

/** The event column that a column of arms was made from; null for a column of the file. */
export const eventsBehind = (name: string): string | null =>
  name.endsWith(ending) && ['redcapeventname', 'eventname'].includes(compactName(name.slice(0, -ending.length)))
    ? name.slice(0, -ending.length)
    : null;

/** The column with the arm of each event, where events are of several arms: week_4_arm_2 is of Arm 2. */
export function armsOfEvents(columns: readonly Column[]): FactorColumn | null {
  const events = columns.find(hasArmInEvents);
  if (events?.kind !== 'factor' || columns.some(({ name }) => name === events.name + ending)) return null;
  const arms = events.levels.map((event) => {
    const number = numbered.exec(event)?.[1];
    return number === undefined ? (labelled.exec(event)?.[1] ?? event) : `Arm ${number}`;
  });
  const levels = [...new Set(arms)];
  const recoded = arms.map((arm) => levels.indexOf(arm));
  const codes = events.codes.map((code) => recoded[code] ?? -1);
  const column: FactorColumn = { kind: 'factor', name: events.name + ending, codes, levels };
  return distinctTexts(column).length > 1 ? column : null;
}

/** Whether a form is filled in, and what tells rows apart: nothing about a participant. */
export function isRedcapOwn(column: Column, table: Table): boolean {
  const name = column.name.toLowerCase();
  const isExport = findColumn(table, 'record_id') !== undefined || table.columns.some((c) => /^redcap_/i.test(c.name));
  const isLabels = /^complete\?(_\d+)?$/.test(name);
  if (!isExport && !isLabels) return eventsBehind(column.name) !== null;
  if (/^redcap_/.test(name) || name === 'record_id' || eventsBehind(column.name) !== null) return true;
  if (!isLabels && !/_complete$/.test(name)) return false;
  return distinctTexts(column).every((text) => /^([012]|incomplete|unverified|complete)$/i.test(text));
}
