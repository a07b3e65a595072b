// SPDX-License-Identifier: MIT
/** The data check in words and counts. The core counts; this adds up only what it shows beside each other. */
import type { DataCheck, DataProblem, FileCheck, ScoreCheck } from '../contract/check.js';
import type { Plan, TimeUnit } from '../contract/plan.js';
import { visitLabel, visitTitle } from './labels.js';
import { problemText, type ProblemText } from './problem.js';
import { strings } from './strings.js';
import { fileTimeUnit } from './time_unit.js';

const text = strings.check;

/** Identifiers listed in full; more are counted. */
const idsShown = 30;

/** Rows of all files that are not used, whatever the reason. */
export function unusedRows({ files }: Pick<DataCheck, 'files'>): number {
  return files.flatMap(({ unused }) => unused).reduce((sum, { n }) => sum + n, 0);
}

/** "18 participants, 3 files, 2 problems, 5 rows left out": always in view. */
export function checkSummary({ arms, armProblems, files, problems }: DataCheck): string {
  const unused = unusedRows({ files });
  const participants = arms.reduce((sum, arm) => sum + arm.participants, 0);
  return text.summary(participants, files.length, problems.length + armProblems.length, unused);
}

/** Errors first, as the core gives them. */
export const checkProblems = (problems: readonly DataProblem[], severity: DataProblem['severity']): ProblemText[] =>
  problems.filter((each) => each.severity === severity).map(({ problem }) => problemText(problem));

export interface CheckList {
  heading: string;
  entries: string[];
}

/** What does not fit between the files: identifiers without a partner, records that stand twice, arms. */
export function checkLists({ files, armProblems }: DataCheck, plan: Pick<Plan, 'files'>): CheckList[] {
  const arms = armProblems.map(({ id, arms: own }) =>
    own.length === 0 ? text.noArm(id) : text.twoArms(id, own.join(strings.listSeparator)),
  );
  return [
    ...(arms.length > 0 ? [{ heading: text.armProblems, entries: shortened(arms) }] : []),
    ...files.flatMap((file) => fileLists(file, fileTimeUnit(plan, file.name))),
  ];
}

function fileLists({ name, unmatched, withoutRows, duplicates }: FileCheck, unit: TimeUnit): CheckList[] {
  const twice = duplicates.map(({ id, visit, rows }) =>
    text.duplicate(id, visit === null ? null : visitLabel(visit, unit), rows.join(strings.listSeparator)),
  );
  return [
    { heading: text.unmatched(name, unmatched.length), entries: shortened(unmatched) },
    { heading: text.withoutRows(name, withoutRows.length), entries: shortened(withoutRows) },
    { heading: text.duplicates(name, duplicates.length), entries: shortened(twice) },
  ].filter(({ entries }) => entries.length > 0);
}

function shortened(entries: readonly string[]): string[] {
  const more = entries.length - idsShown;
  return more > 0 ? [...entries.slice(0, idsShown), text.and(more)] : [...entries];
}

export type CellState = keyof typeof text.states;
export const cellStates: readonly CellState[] = ['s', 'p', 'u', '-'];

/** How many cells of the map are in each state. */
export function stateCounts({ participants }: ScoreCheck): Record<CellState, number> {
  const counts: Record<CellState, number> = { s: 0, p: 0, u: 0, '-': 0 };
  for (const { states } of participants) {
    for (const letter of states) if (letter in counts) counts[letter as CellState] += 1;
  }
  return counts;
}

/** In words, the participants who lack a score somewhere: what the map shows, for those who cannot see it. */
export function incompleteParticipants({ participants, visits }: ScoreCheck, unit: TimeUnit): string[] {
  const lines = participants.flatMap(({ id, arm, states }) => {
    const missing = [...states].flatMap((letter, i) => {
      if (letter !== 'u' && letter !== '-') return [];
      return [`${visitTitle(visits[i] ?? '', unit)} ${text.states[letter]}`];
    });
    return missing.length > 0 ? [`${text.mapRow(id, arm)}: ${missing.join(strings.listSeparator)}`] : [];
  });
  return shortened(lines);
}
