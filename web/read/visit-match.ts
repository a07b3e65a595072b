// SPDX-License-Identifier: MIT
/** Which visit of one table is which of another, where they call them differently. */

import { contradict, saySame } from './same-visit.js';
import { visitMeaning } from './visit-meaning.js';

/** A label that the first table has not, the table that has it, and what it is proposed to be; null where nothing tells it. */
export interface VisitMatch {
  label: string;
  part: number;
  proposed: string | null;
}

/**
 * What the tables do not have alike: paired by what the labels say. Of as many visits, the others are paired in their order
 * between those, unless the labels contradict each other: a proposal, which somebody has to look at. Others have to be chosen.
 */
export function visitMatches([first = [], ...others]: readonly (readonly string[])[]): VisitMatch[] {
  const told = new Set(first);
  return others.flatMap((own, at) => {
    const proposed = matchesOf(first, own);
    return own
      .filter((label) => !first.includes(label))
      .map((label) => ({ label, part: at + 1, proposed: proposed.get(label) ?? null }))
      .filter(({ label }) => !told.has(label) && told.add(label).size > 0);
  });
}

/** By label of `own`, the label of `first` that it is proposed to be. */
function matchesOf(first: readonly string[], own: readonly string[]): Map<string, string> {
  const sure = new Map(own.filter((label) => first.includes(label)).map((label) => [label, label]));
  const isFree = (label: string): boolean => ![...sure.values()].includes(label);
  for (const label of own.filter((each) => !sure.has(each))) {
    const same = first.find((each) => isFree(each) && saySame(visitMeaning(each), visitMeaning(label)));
    if (same !== undefined) sure.set(label, same);
  }
  if (own.length !== first.length) return sure;
  const pairs = [...sure];
  // Between which pairs a label stands.
  const placeIn = (labels: readonly string[], label: string, side: 0 | 1): string =>
    JSON.stringify(pairs.map((pair) => labels.indexOf(pair[side]) < labels.indexOf(label)));
  const free = first.filter(isFree).map((label) => ({ label, place: placeIn(first, label, 1) }));
  const counts = new Map<string, number>();
  const inOrder = own.flatMap((label): [string, string][] => {
    if (sure.has(label)) return [];
    const place = placeIn(own, label, 0);
    const at = counts.get(place) ?? 0;
    counts.set(place, at + 1);
    const beside = free.filter((each) => each.place === place)[at]?.label;
    const isPossible = beside !== undefined && !contradict(visitMeaning(beside), visitMeaning(label));
    return isPossible ? [[label, beside]] : [];
  });
  return new Map([...pairs, ...inOrder]);
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
