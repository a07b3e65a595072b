// SPDX-License-Identifier: MIT
/** What each column was taken for and why, for showing and correcting. */
import type { Plan } from '../contract/plan.js';
import { columnNames } from './columns.js';
import { listed } from './errors.js';
import { instrumentColumns } from './instrument-names.js';
import { fitsTable } from './instrument-values.js';
import { allDefinitions } from './instruments.js';
import { columnsNamed, type NamedRole } from './names.js';
import type { ReadResult } from './types.js';

export type ColumnRole = NamedRole | 'guess' | 'item' | 'score' | 'other';

export interface ColumnDescription {
  name: string;
  type: 'number' | 'factor';
  role: ColumnRole;
  /** What exactly: "item 3 of FSS", "total of MFIS at visit 28"; empty for other roles. */
  meaning: string;
  /** Why, in words. */
  reason: string;
}

const planRoles = [
  'id',
  'arm',
  'visit',
  'event',
  'bodySystem',
  'severity',
  'serious',
  'related',
  'date',
  'startDate',
] as const;

/** Describes every column of a file as the plan uses it. */
export function describeDetection(file: ReadResult, plan: Plan): ColumnDescription[] {
  const planFile = plan.files.find(({ name }) => name === file.name);
  const names = columnNames(file.table);
  const found = instrumentColumns(names, allDefinitions(plan.definitions), fitsTable(file.table));
  const recognised = new Set(found.columns.map(({ column }) => column));
  return file.table.columns.map(({ name, kind }): ColumnDescription => {
    const described = { name, type: kind };
    const reasonFor = (role: NamedRole): string =>
      columnsNamed(role, [name]).length > 0 ? 'by its name' : 'by its values, or chosen in the plan';
    if (planFile && planFile.role !== 'ignored') {
      const role = planRoles.find((each) => planFile[each] === name && !(each === 'visit' && planFile.wide));
      if (role) return { ...described, role, meaning: '', reason: reasonFor(role) };
      if (planFile.guess === name)
        return { ...described, role: 'guess', meaning: 'the arm a participant guessed', reason: 'chosen in the plan' };
      const { parameters } = planFile;
      if (parameters?.column === name)
        return { ...described, role: 'code', meaning: meaningOfCodes(file.name, plan), reason: 'by its values' };
      if (parameters?.value === name)
        return {
          ...described,
          role: 'value',
          meaning: `answer or score of the code in ${parameters.column}`,
          reason: reasonFor('value'),
        };
      if (parameters?.only?.some(({ column }) => column === name))
        return { ...described, role: 'other', meaning: 'tells which rows are used', reason: 'by its name' };
    }
    const part = partOf(name, file.name, plan);
    if (!part) return { ...described, role: 'other', meaning: '', reason: 'not used unless chosen as a covariate' };
    return { ...described, ...part, reason: recognised.has(name) ? 'by its name' : 'chosen in the plan' };
  });
}

function meaningOfCodes(file: string, plan: Plan): string {
  const instruments = plan.instruments.filter((instrument) => instrument.file === file);
  return `tells the item or score of ${listed(instruments.map(({ instrument }) => instrument))}`;
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
