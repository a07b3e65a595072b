// SPDX-License-Identifier: MIT
/** Identifiers that differ in writing only, taken as one where the plan says so: "P-001", "p001" and "P1". */
import type { Plan, PlanFile } from '../contract/plan.js';
import type { FactorColumn } from '../contract/table.js';
import { asLabels } from './as-written.js';
import { distinctTexts, findColumn } from './columns.js';
import { engineError, listed, quoted } from './errors.js';
import type { ReadResult } from './types.js';

/** Without case, blanks, punctuation and leading zeros; numbers stay apart, as 1-11 and 11-1 are two. */
export function plainId(id: string): string {
  return id
    .toLowerCase()
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu, '-')
    .replace(/[^\p{L}\p{N}-]+|-(?!\d)|(?<!\d)-/gu, '');
}

/**
 * The identifiers as they stand in the file that tells who took part, where the plan takes writings as one.
 *
 * @throws EngineError (`ids_clash`) where that file itself has two participants who would become one.
 */
export function joinedIds(column: FactorColumn, plan: Plan, files: readonly ReadResult[]): FactorColumn {
  if (plan.ids !== 'plain') return column;
  const known = writings(rosterOf(plan), files);
  const names = column.levels.map((level) => {
    const plain = plainId(level);
    const name = known.get(plain) ?? level;
    if (!known.has(plain)) known.set(plain, level);
    return plain === '' ? level : name;
  });
  const levels = [...new Set(names)];
  const recoded = names.map((name) => levels.indexOf(name));
  return { ...column, levels, codes: column.codes.map((code) => recoded[code] ?? -1) };
}

/** As the core has it: the file of participants, or else the first of records with arms. */
export function rosterOf({ files }: Plan): PlanFile | undefined {
  return (
    files.find(({ role }) => role === 'participants') ??
    files.find(({ role, arm }) => role === 'records' && arm !== undefined)
  );
}

function writings(roster: PlanFile | undefined, files: readonly ReadResult[]): Map<string, string> {
  const file = files.find(({ name }) => name === roster?.name);
  const column = file && findColumn(file.table, roster?.id);
  const known = new Map<string, string>();
  const clashes: string[] = [];
  for (const id of file && column ? distinctTexts(asLabels(file, column)) : []) {
    const plain = plainId(id);
    const other = known.get(plain);
    if (other === undefined) known.set(plain, id);
    else clashes.push(`${quoted(other)} and ${quoted(id)}`);
  }
  // Of several rows per participant, one may be written in two ways; of one row each, two are two.
  if (clashes.length === 0 || roster?.role !== 'participants') return known;
  const remedy = 'tell them apart in the files, or compare identifiers as they are written';
  const message = `${roster.name}: ${listed(clashes, 3)} are participants of their own, and would become one if case, leading zeros and punctuation did not count: ${remedy}`;
  throw engineError('ids_clash', message, { file: roster.name, ...(roster.id && { column: roster.id }), remedy });
}
