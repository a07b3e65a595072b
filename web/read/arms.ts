// SPDX-License-Identifier: MIT
/** Values of the arm columns: which are one arm, which may be, which are none, and by what name each is shown. */
import type { Plan, PlanArms, PlanOutcome } from '../contract/plan.js';
import type { FactorColumn } from '../contract/table.js';
import { engineError, quoted } from './errors.js';
import { isNoArm, mayBeNoArm } from './names.js';

const own = (record: Readonly<Record<string, string>> | undefined, key: string): string | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** The value that a value is taken as: itself, unless the plan has it as another. */
export const armTaken = (value: string, arms: PlanArms | undefined): string => own(arms?.same, value) ?? value;

/** The name that a value is shown by. */
export function armShown(value: string, arms: PlanArms | undefined): string {
  const taken = armTaken(value, arms);
  return own(arms?.labels, taken) ?? taken;
}

/**
 * The column with the names by which its arms are shown; values in `kept` stay as they are.
 *
 * @throws EngineError (`arm_names_clash`) where two arms would go by one name, and so become one in silence.
 */
export function withArmNames(column: FactorColumn, arms: PlanArms | undefined, file: string): FactorColumn {
  if (!arms?.same && !arms?.labels) return column;
  const behind = new Map<string, string>();
  for (const level of column.levels) {
    const [shown, taken] = [armShown(level, arms), armTaken(level, arms)];
    const other = behind.get(shown);
    if (other !== undefined && other !== taken) throw clash(file, column.name, shown, [other, taken]);
    behind.set(shown, taken);
  }
  return renamed(column, (level) => armShown(level, arms));
}

/** As withArmNames, for what participants thought they were given: what is no arm stays. */
export function withGuessNames(
  column: FactorColumn,
  arms: PlanArms | undefined,
  kept: readonly string[],
): FactorColumn {
  return arms ? renamed(column, (level) => (kept.includes(level) ? level : armShown(level, arms))) : column;
}

function renamed(column: FactorColumn, nameOf: (level: string) => string): FactorColumn {
  const names = column.levels.map(nameOf);
  const levels = [...new Set(names)];
  const recoded = names.map((name) => levels.indexOf(name));
  return { ...column, levels, codes: column.codes.map((code) => recoded[code] ?? -1) };
}

function clash(file: string, column: string, shown: string, [one, other]: [string, string]): Error {
  const remedy = 'give each arm its own name, or take the two as one arm';
  const message = `${file}, column ${column}: ${quoted(one)} and ${quoted(other)} would both be called ${quoted(shown)}: ${remedy}`;
  return engineError('arm_names_clash', message, { file, column, value: shown, remedy });
}

/** Without case, blanks and such punctuation as tells nothing apart; a mark between digits may: 1.5 and 15. */
export function plainArm(value: string): string {
  return value
    .toLowerCase()
    .replace(/(?<=\d)\s*([^\s\p{L}\p{N}])\s*(?=\d)/gu, '$1')
    .replace(/(?<=\d)\s+(?=\d)/gu, '~')
    .replace(/(?<!\d)[-\u2010-\u2014_.,;:()[\]/'"\u2019*\s]+|[-\u2010-\u2014_.,;:()[\]/'"\u2019*\s]+(?!\d)/gu, '');
}

/** A value of the arm columns and the rows that have it. */
export interface ArmValue {
  value: string;
  rows: number;
}

/** Value -> the most frequent writing of the same arm, for those that differ in case, blanks and punctuation only. */
export function sameArms(values: readonly ArmValue[]): Record<string, string> {
  const groups = new Map<string, ArmValue[]>();
  for (const each of values) {
    const plain = plainArm(each.value);
    if (plain !== '') groups.set(plain, [...(groups.get(plain) ?? []), each]);
  }
  const same: Record<string, string> = {};
  for (const group of groups.values()) {
    const [first] = [...group].sort((a, b) => b.rows - a.rows);
    for (const { value } of group) if (first && value !== first.value) same[value] = first.value;
  }
  return same;
}

/** Names with fewer letters may well differ by one of them: "Arm A" and "Arm B". */
const fewestLetters = 5;
const longName = 8;

/**
 * True for two names that one or two letters tell apart, which may be a slip: "Placebo" and "Placbo". Not where the
 * difference is a digit, a word of its own or a prefix that means the opposite: dose 1 and 2, A and B, treated and
 * untreated.
 */
export function mayBeSameArm(one: string, other: string): boolean {
  const [a, b] = [plainArm(one), plainArm(other)];
  if (a === b || (a.match(/\d+/g) ?? []).join() !== (b.match(/\d+/g) ?? []).join()) return false;
  const least = Math.min(a.length, b.length);
  if (least < fewestLetters) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (/^(un|in|no|non|de|ir)$/.test(long.slice(0, long.length - short.length)) && long.endsWith(short)) return false;
  return !differInShortWord(one, other) && distance(a, b) <= (least < longName ? 1 : 2);
}

/** "Group A" and "Group B": word by word, they differ in one of a letter or two only. */
function differInShortWord(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  if (a?.length !== b?.length) return false;
  const differing = (a ?? []).flatMap((word, i) =>
    word === b?.[i] ? [] : [Math.min(word.length, b?.[i]?.length ?? 0)],
  );
  return differing.every((length) => length < 4);
}

/** Letters to change, add or leave out, two that changed places counting as one. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const before = rows[i - 1]!;
      let least = Math.min(row[j - 1]! + 1, before[j]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** Pairs of arms that may be one, the rarer first, of those that are neither taken as one nor left out. */
export function doubtfulArms(values: readonly string[]): [string, string][] {
  return values.flatMap((value, i) =>
    values.slice(i + 1).flatMap((other): [string, string][] => (mayBeSameArm(value, other) ? [[other, value]] : [])),
  );
}

/** Words for no arm, and those that are one of a trial's arms where there are not two others ("none" beside "drug"). */
export function noArms(values: readonly string[]): string[] {
  const others = values.filter((value) => !isNoArm(value) && !mayBeNoArm(value));
  const areArms = new Set(others.map(plainArm)).size < 2;
  return values.filter((value) => isNoArm(value) || (mayBeNoArm(value) && !areArms));
}

/** Codes without a name: 1 and 2, 0 and 1, Arm 1 and Arm 2. */
export const isArmCode = (value: string): boolean => /^((arm|group|gruppe)[ _-]?)?\d{1,3}$/i.test(value.trim());

/** True where nothing says what the arms are, and nobody has said yet. */
export function areArmsUnnamed(arms: PlanArms | undefined): boolean {
  const order = arms?.order ?? [];
  return order.length > 1 && order.every(isArmCode) && order.some((value) => own(arms?.labels, value) === undefined);
}

/**
 * The plan with arms by the names they are shown by, as the tables have them, and without what is settled on the page and
 * unknown to the core.
 */
export function armsPlan(plan: Plan): Plan {
  const { arms, ids, unmatchedIds, confirmed, samePeople, randomised, ...others } = plan;
  const isKnown =
    [ids, unmatchedIds, confirmed, samePeople, randomised].every((said) => said === undefined) &&
    !plan.outcomes.some(isProposed);
  const rest = plan.outcomes.some(isProposed) ? { ...others, outcomes: plan.outcomes.map(asDecided) } : others;
  if (!arms) return isKnown ? plan : rest;
  if (isKnown && Object.keys(arms).every((key) => key === 'order')) return plan;
  const shown = (value: string): string => armShown(value, arms);
  const files = plan.files.map((file) => {
    if (!file.guesses) return file;
    const guesses = Object.entries(file.guesses).map(
      ([guess, arm]) => [guess, arm === null ? null : shown(arm)] as const,
    );
    return { ...file, guesses: Object.fromEntries(guesses) };
  });
  return { ...rest, files, arms: { order: [...new Set(arms.order.map(shown))] } };
}

const isProposed = ({ effect }: PlanOutcome): boolean => effect.kind === 'visit_difference' && effect.proposed === true;

/** Whether an effect's visit is only proposed is nothing to the core. */
function asDecided(outcome: PlanOutcome): PlanOutcome {
  if (outcome.effect.kind !== 'visit_difference') return outcome;
  const { kind, visit, meantFor } = outcome.effect;
  return { ...outcome, effect: { kind, visit, ...(meantFor !== undefined && { meantFor }) } };
}

/** What a report says of its plan, with what the core was not told. */
export function withPlansArms(reported: Plan, plan: Plan): Plan {
  const files = reported.files.map((file) => {
    const guesses = plan.files.find(({ name }) => name === file.name)?.guesses;
    return guesses ? { ...file, guesses } : file;
  });
  const outcomes = reported.outcomes.map((outcome): PlanOutcome => {
    const isOpen = plan.outcomes.some((own) => own.id === outcome.id && isProposed(own));
    return isOpen && outcome.effect.kind === 'visit_difference'
      ? { ...outcome, effect: { ...outcome.effect, proposed: true } }
      : outcome;
  });
  return {
    ...reported,
    files,
    outcomes,
    ...(plan.arms && { arms: plan.arms }),
    ...(plan.ids !== undefined && { ids: plan.ids }),
    ...(plan.unmatchedIds && { unmatchedIds: plan.unmatchedIds }),
    ...(plan.confirmed && { confirmed: plan.confirmed }),
    ...(plan.samePeople && { samePeople: plan.samePeople }),
    ...(plan.randomised !== undefined && { randomised: plan.randomised }),
  };
}
