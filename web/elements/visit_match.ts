// SPDX-License-Identifier: MIT
/** Which visit of one table is which of another, where they call them differently. */

import { visitMeaning } from '../read/visit-meaning.js';

/** A label that the first table has not, the table that has it, and what it is proposed to be; null where nothing tells it. */
export interface VisitMatch {
  label: string;
  part: number;
  proposed: string | null;
}

/**
 * What the tables do not have alike. Of as many visits, they are paired in their order: a proposal, which somebody has to
 * look at. Of more or fewer, only the baselines are, and the others have to be chosen.
 */
export function visitMatches([first = [], ...others]: readonly (readonly string[])[]): VisitMatch[] {
  const told = new Set(first);
  return others.flatMap((own, at) => {
    const free = first.filter((label) => !own.includes(label));
    const isAsMany = own.length === first.length;
    return own
      .filter((label) => !first.includes(label))
      .map((label, i) => ({ label, part: at + 1, proposed: isAsMany ? (free[i] ?? null) : baselineOf(label, free) }))
      .filter(({ label }) => !told.has(label) && told.add(label).size > 0);
  });
}

/** The one baseline among the others, for a baseline. */
function baselineOf(label: string, others: readonly string[]): string | null {
  const isBaseline = (each: string): boolean => visitMeaning(each).phase === 'baseline';
  const [found, second] = isBaseline(label) ? others.filter(isBaseline) : [];
  return second === undefined ? (found ?? null) : null;
}

/** Visits of which it still has to be said what they are. */
export const openVisits = (matches: readonly VisitMatch[], chosen: Readonly<Record<string, string>>): VisitMatch[] =>
  matches.filter(({ label, proposed }) => proposed === null && chosen[label] === undefined);

/** The plan's words for what was chosen; '' is a visit of its own. */
export function chosenVisits(
  matches: readonly VisitMatch[],
  chosen: Readonly<Record<string, string>>,
): Record<string, string> {
  const pairs = matches.map(({ label, proposed }) => [label, chosen[label] ?? proposed ?? ''] as const);
  return Object.fromEntries(pairs.filter(([, visit]) => visit !== ''));
}

/** A visit that two of one table's visits would be; null where there is none. */
export function visitTwice(
  visits: readonly (readonly string[])[],
  same: Readonly<Record<string, string>>,
): { part: number; visit: string } | null {
  for (const [part, own] of visits.entries()) {
    const called = own.map((label) => same[label] ?? label);
    const visit = called.find((label, at) => called.indexOf(label) !== at);
    if (visit !== undefined) return { part, visit };
  }
  return null;
}
