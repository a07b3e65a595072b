// SPDX-License-Identifier: MIT
/** Which visit of one table is which of another, where they call them differently. */

/** A label that the first table has not, the table that has it, and what it is proposed to be; '' for a visit of its own. */
export interface VisitMatch {
  label: string;
  part: number;
  proposed: string;
}

/** What the tables do not have alike, paired in the order of the visits: a proposal, which somebody has to look at. */
export function visitMatches([first = [], ...others]: readonly (readonly string[])[]): VisitMatch[] {
  const told = new Set(first);
  return others.flatMap((own, at) => {
    const free = first.filter((label) => !own.includes(label));
    return own
      .filter((label) => !first.includes(label))
      .map((label, i) => ({ label, part: at + 1, proposed: free[i] ?? '' }))
      .filter(({ label }) => !told.has(label) && told.add(label).size > 0);
  });
}

/** The plan's words for what was chosen. */
export function chosenVisits(
  matches: readonly VisitMatch[],
  chosen: Readonly<Record<string, string>>,
): Record<string, string> {
  const pairs = matches.map(({ label, proposed }) => [label, chosen[label] ?? proposed] as const);
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
