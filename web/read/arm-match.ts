// SPDX-License-Identifier: MIT
/** Which arm of one table is which of another, where they call them differently. Nothing is proposed: words do not tell it. */

/** An arm that the first table has not, the table that has it, and the arms of the first that it may be. */
export interface ArmMatch {
  arm: string;
  part: number;
  candidates: string[];
}

export function armMatches([first = [], ...others]: readonly (readonly string[])[]): ArmMatch[] {
  const told = new Set(first);
  return others.flatMap((own, at) => {
    const candidates = first.filter((arm) => !own.includes(arm));
    return own
      .filter((arm) => candidates.length > 0 && !told.has(arm) && told.add(arm).size > 0)
      .map((arm) => ({ arm, part: at + 1, candidates }));
  });
}

/** The plan's words for what was chosen; '' is an arm of its own. */
export function chosenArms(
  matches: readonly ArmMatch[],
  chosen: Readonly<Record<string, string>>,
): Record<string, string> {
  const pairs = matches.map(({ arm }) => [arm, chosen[arm] ?? ''] as const);
  return Object.fromEntries(pairs.filter(([, other]) => other !== ''));
}

/** An arm that two of one table's arms would be; null where there is none. */
export function armTwice(
  matches: readonly ArmMatch[],
  same: Readonly<Record<string, string>>,
): { part: number; arm: string } | null {
  for (const [at, { arm, part }] of matches.entries()) {
    const before = matches.slice(0, at).find((each) => each.part === part && same[each.arm] === same[arm]);
    if (before && same[arm] !== undefined) return { part, arm: same[arm] };
  }
  return null;
}
