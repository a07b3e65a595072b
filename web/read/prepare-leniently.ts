// SPDX-License-Identifier: MIT
/** Tables for the core where some files are at fault: these are left out, and all that is wrong with each is told. */
import type { EngineError } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { inputError } from './errors.js';
import { prepareWithFaults } from './prepare.js';
import type { ReadResult } from './types.js';

export interface PreparedTables {
  tables: Table[];
  /** Tables of files with cells that are no numbers and no other fault: these cells are missing. To be looked at only. */
  faulty: Table[];
  /** Why a file of the plan has no table, by its name. */
  errors: Map<string, InputError>;
  /** All that is wrong with such a file, the first being its error; at most `mostFaults`, and then how many more. */
  faults: Map<string, InputError[]>;
}

/** Faults of one file that are told one by one: usually one for each column, with the cells as places. */
export const mostFaults = 50;

/** As prepareTables, file by file: it throws nothing that is an input error. */
export function prepareTablesLeniently(plan: Plan, files: readonly ReadResult[]): PreparedTables {
  const prepared: PreparedTables = { tables: [], faulty: [], errors: new Map(), faults: new Map() };
  for (const planFile of plan.files) {
    if (planFile.role === 'ignored') continue;
    const { table, faults } = prepareWithFaults(plan, planFile, files);
    const [first] = faults;
    if (table) (first ? prepared.faulty : prepared.tables).push(table);
    if (!first) continue;
    prepared.errors.set(planFile.name, plain(first));
    prepared.faults.set(planFile.name, listedFaults(planFile.name, faults));
  }
  return prepared;
}

function listedFaults(file: string, faults: readonly EngineError[]): InputError[] {
  const told = faults.slice(0, mostFaults).map(plain);
  const more = faults.length - told.length;
  if (more === 0) return told;
  const message = `${file}: ${more} more ${more === 1 ? 'fault is' : 'faults are'} not listed; mend these first`;
  return [...told, inputError('more_faults', message, { file })];
}

function plain({ code, message, detail }: EngineError): InputError {
  return { code, message, detail };
}
