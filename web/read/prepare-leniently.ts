// SPDX-License-Identifier: MIT
/** Tables for the core where some files are at fault: these are left out, and what is wrong with each is told. */
import { EngineError } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { prepareTable } from './prepare.js';
import type { ReadResult } from './types.js';

export interface PreparedTables {
  tables: Table[];
  /** Why a file of the plan has no table, by its name. */
  errors: Map<string, InputError>;
}

/** As prepareTables, file by file: it throws nothing that is an input error. */
export function prepareTablesLeniently(plan: Plan, files: readonly ReadResult[]): PreparedTables {
  const tables: Table[] = [];
  const errors = new Map<string, InputError>();
  for (const planFile of plan.files) {
    if (planFile.role === 'ignored') continue;
    try {
      tables.push(prepareTable(plan, planFile, files));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const { code, message, detail } = error;
      errors.set(planFile.name, { code, message, detail });
    }
  }
  return { tables, errors };
}
