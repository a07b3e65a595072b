// SPDX-License-Identifier: MIT
/** Identifiers that differ in writing only, taken as one where the plan says so: "P-001", "p001" and "P1", or "1" as well. */
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

/** What is the same in all writings of an identifier; one of marks alone is as it is. */
const writtenAs = (id: string): string => plainId(id) || id;

/** The one number in an identifier, without leading zeros; where it has none or several, its plain writing. */
function numberId(id: string): string {
  const plain = writtenAs(id);
  const runs = plain.match(/\d+/g) ?? [];
  return runs.length === 1 ? String(runs[0]) : plain;
}

const isBare = (id: string): boolean => /^\d+$/.test(plainId(id));

/** The same number tells the same participant only where nothing stands beside one of the two: MS-1 is not HC-1. */
const mayBeOne = (id: string, other: string): boolean => plainId(id) === plainId(other) || isBare(id) || isBare(other);

/**
 * The identifiers as they stand in the file that tells who took part, where the plan takes writings as one.
 *
 * @throws EngineError (`ids_clash`) where that file itself has two participants who would become one, or, with numbers,
 * where `file` has them.
 */
export function joinedIds(column: FactorColumn, plan: Plan, files: readonly ReadResult[], file?: string): FactorColumn {
  const byNumber = plan.ids === 'numbers';
  if (!byNumber && plan.ids !== 'plain') return column;
  if (byNumber && file !== undefined) requireNoClash(file, column.name, numberClashes(column.levels));
  const listed = listedIds(rosterOf(plan), files, byNumber);
  const known = firstOfEach(listed, writtenAs);
  const numbered = firstOfEach(byNumber ? listed : [], numberId);
  const names = column.levels.map((level) => {
    const other = numbered.get(numberId(level));
    const isOther = other !== undefined && mayBeOne(level, other);
    const name = known.get(writtenAs(level)) ?? (isOther ? other : level);
    known.set(writtenAs(level), name);
    return name;
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

/** The identifiers of the file that tells who took part, of which no two may become one. */
function listedIds(roster: PlanFile | undefined, files: readonly ReadResult[], byNumber: boolean): string[] {
  const file = files.find(({ name }) => name === roster?.name);
  const column = file && findColumn(file.table, roster?.id);
  const ids = file && column ? distinctTexts(asLabels(file, column)) : [];
  const clashes = clashesIn(ids, writtenAs);
  if (byNumber && roster) requireNoClash(roster.name, roster.id, numberClashes(ids));
  // Of several rows per participant, one may be written in two ways; of one row each, two are two.
  if (clashes.length === 0 || roster?.role !== 'participants') return ids;
  const remedy = 'tell them apart in the files, or compare identifiers as they are written';
  const message = `${roster.name}: ${listed(clashes, 3)} are participants of their own, and would become one if case, leading zeros and punctuation did not count: ${remedy}`;
  throw engineError('ids_clash', message, { file: roster.name, ...(roster.id && { column: roster.id }), remedy });
}

/** By each key, the first of the identifiers that have it. */
function firstOfEach(ids: readonly string[], keyOf: (id: string) => string): Map<string, string> {
  return new Map([...ids].reverse().map((id) => [keyOf(id), id]));
}

/** Pairs of identifiers that have one number and are not two writings of one. */
const numberClashes = (ids: readonly string[]): string[] =>
  clashesIn([...firstOfEach(ids, writtenAs).values()].reverse(), numberId);

/** Pairs of identifiers that have one key. */
function clashesIn(ids: readonly string[], keyOf: (id: string) => string): string[] {
  const seen = new Map<string, string>();
  return ids.flatMap((id) => {
    const other = seen.get(keyOf(id));
    if (other === undefined) seen.set(keyOf(id), id);
    return other === undefined ? [] : [`${quoted(other)} and ${quoted(id)}`];
  });
}

/**
 * Identifiers of two files that have the same number; none where a number does not tell for certain who is meant: two of
 * one file have it, or both have something else beside it, as the B1 and P1 of two centres.
 */
export function numberPairs(own: readonly string[], others: readonly string[]): [string, string][] {
  if (numberClashes(own).length > 0 || numberClashes(others).length > 0) return [];
  const known = firstOfEach(others, numberId);
  const pairs = own.flatMap((id): [string, string][] => {
    const other = known.get(numberId(id));
    return other === undefined ? [] : [[id, other]];
  });
  return pairs.every(([id, other]) => mayBeOne(id, other)) ? pairs : [];
}

function requireNoClash(file: string, column: string | undefined, clashes: readonly string[]): void {
  if (clashes.length === 0) return;
  const remedy = 'tell them apart in the files, or compare identifiers as they are written';
  const message = `${file}: ${listed(clashes, 3)} have the same number, which does not tell who is meant: ${remedy}`;
  throw engineError('ids_clash', message, { file, ...(column !== undefined && { column }), remedy });
}
