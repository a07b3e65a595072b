// SPDX-License-Identifier: MIT
/** What each column was taken for and why, for showing and correcting. */
import type { Plan } from '../contract/plan.js';
import { columnNames } from './columns.js';
import { instrumentColumns } from './instrument-names.js';
import { columnsNamed, type NamedRole } from './names.js';
import type { ReadResult } from './types.js';

export type ColumnRole = NamedRole | 'item' | 'score' | 'other';

export interface ColumnDescription {
  name: string;
  type: 'number' | 'factor';
  role: ColumnRole;
  /** What exactly: "item 3 of FSS", "total of MFIS at visit 28"; empty for other roles. */
  meaning: string;
  /** Why, in words. */
  reason: string;
}

/** Describes every column of a file as the plan uses it. */
export function describeDetection(file: ReadResult, plan: Plan): ColumnDescription[] {
  const planFile = plan.files.find(({ name }) => name === file.name);
  const names = columnNames(file.table);
  const recognised = new Set(instrumentColumns(names).map(({ column }) => column));
  return file.table.columns.map(({ name, kind }): ColumnDescription => {
    const described = { name, type: kind };
    for (const role of ['id', 'arm', 'visit', 'event'] as const) {
      if (!planFile || planFile[role] !== name || planFile.role === 'ignored') continue;
      const byName = columnsNamed(role, [name]).length > 0;
      return {
        ...described,
        role,
        meaning: '',
        reason: byName ? 'by its name' : 'by its values, or chosen in the plan',
      };
    }
    const part = partOf(name, file.name, plan);
    if (!part) return { ...described, role: 'other', meaning: '', reason: 'not used unless chosen as a covariate' };
    return { ...described, ...part, reason: recognised.has(name) ? 'by its name' : 'chosen in the plan' };
  });
}

function partOf(column: string, file: string, plan: Plan): { role: 'item' | 'score'; meaning: string } | null {
  const wide = plan.files.find(({ name }) => name === file)?.wide?.find((w) => w.column === column);
  const variable = wide?.variable ?? column;
  const when = wide ? ` at visit ${wide.visit}` : '';
  for (const instrument of plan.instruments) {
    if (instrument.file !== file) continue;
    const item = instrument.items?.indexOf(variable) ?? -1;
    if (item >= 0) return { role: 'item', meaning: `item ${item + 1} of ${instrument.instrument}${when}` };
    const scale = Object.entries(instrument.scores ?? {}).find(([, name]) => name === variable)?.[0];
    if (scale !== undefined) return { role: 'score', meaning: `${scale} of ${instrument.instrument}${when}` };
  }
  return null;
}
