// SPDX-License-Identifier: MIT
/** Two centres' files with the same columns, whose patients and visits may be called alike or not. */
import type { Plan } from '../../web/contract/plan.js';
import type { PlanEdit } from '../../web/elements/events.js';
import { chosenVisits, visitMatches } from '../../web/read/visit-match.js';
import { propose, stackOffers, stackTables, type ReadResult, type StackOffer } from '../../web/read/index.js';
import { read } from './read-support.js';

export const people = 22;
const persons = Array.from({ length: people }, (_, person) => person + 1);
const score = (person: number, visit: number, shift: number): number =>
  30 + ((person * 7 + visit * 5 + shift) % 13) - (person % 2) * visit;

export interface Centre {
  visits: readonly string[];
  idOf?: (person: number) => string;
  armOf?: (person: number) => string;
  shift?: number;
}

export const byTurns = (person: number): string => (person % 2 ? 'Drug' : 'Placebo');
export const byThrees = (person: number): string => (person % 3 ? 'Drug' : 'Placebo');

/** One row per participant and visit, with the arm in each. */
export function centreText({ visits, idOf = String, armOf = byTurns, shift = 0 }: Centre): string {
  const rows = persons.flatMap((person) =>
    visits.map((visit, v) => `${idOf(person)},${armOf(person)},${visit},${score(person, v, shift)}`),
  );
  return `id,arm,visit,MFIS\n${rows.join('\n')}\n`;
}

export const centres = (berlin: Centre, paris: Centre): ReadResult[] => [
  read('berlin.csv', centreText(berlin)),
  read('paris.csv', centreText({ shift: 3, ...paris })),
];

/** The offer beside the first of them. */
export function offerOf(files: readonly ReadResult[]): StackOffer {
  const offer = stackOffers(files).get(files[0]?.name ?? '');
  if (!offer) throw new Error('nothing is offered');
  return offer;
}

/** What the page asks for at the button, with the visits as proposed. */
export function putTogetherEdit(offer: StackOffer, isApart: boolean): Extract<PlanEdit, { kind: 'put_together' }> {
  const parts = offer.parts.map((part, at) => ({ ...part, ...(isApart && { idPrefix: offer.apart.prefixes[at]! }) }));
  return {
    kind: 'put_together',
    reading: { ...offer.reading, stack: { ...(isApart && { id: offer.apart.id }), parts } },
    sameVisits: chosenVisits(visitMatches(offer.visits ?? []), {}),
  };
}

/** The table of both, and the plan proposed for it. */
export function together(files: readonly ReadResult[], isApart: boolean): { table: ReadResult; plan: Plan } {
  const { reading, sameVisits = {} } = putTogetherEdit(offerOf(files), isApart);
  const table = stackTables('both', reading, files);
  return { table, plan: propose([table], [], [{ name: 'both', sameVisits }]).plan };
}
