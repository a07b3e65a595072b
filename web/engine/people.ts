// SPDX-License-Identifier: MIT
/** Files that may be of other people than their identifiers say: what errors of the core then advise, and reports tell. */
import type { Plan } from '../contract/plan.js';
import type { InputError, Report } from '../contract/report.js';
import { listed, quoted } from '../read/errors.js';
import { allDefinitions, areSamePeople, stackOffers, type ReadResult, type StackOffer } from '../read/index.js';
import { distinctTexts, findColumn } from '../read/columns.js';

/** By the name of each of the plan's files with others alike: what they could be put together to. */
export type Offers = ReadonlyMap<string, StackOffer>;

export function offersOf(plan: Plan, files: readonly ReadResult[]): Offers {
  const used = new Set(plan.files.flatMap(({ name, role }) => (role === 'ignored' ? [] : [name])));
  return stackOffers(
    files.filter(({ name }) => used.has(name)),
    allDefinitions(plan.definitions),
  );
}

/** Tells with the first of such files that nobody has said whose its identifiers are. */
export function tellOfPeople(report: Report, plan: Plan, offers: Offers): void {
  for (const file of report.files) {
    const offer = offers.get(file.name);
    const [first, ...others] = offer?.parts ?? [];
    if (!offer?.people || first?.name !== file.name || areSamePeople(offer, plan)) continue;
    file.people = { others: others.map(({ name }) => name), ...offer.people };
  }
}

/** Other advice where the fault is that files of different people are taken as files of the same. */
export function advisedOnPeople(
  error: InputError,
  plan: Plan,
  files: readonly ReadResult[],
  offers: Offers,
): InputError {
  const { places = [], file = places[0]?.file } = error.detail;
  const offer = offers.get(file ?? '');
  const [first] = offer?.parts ?? [];
  if (!offer || !first || offer.parts.length < 2) return error;
  if (error.code === 'two_arms' && offer.people && !areSamePeople(offer, plan)) {
    const isElsewhere = new Set(places.map((place) => place.file)).size > 1;
    const remedy = `these look like different people with the same identifiers: keep the files apart by centre, beside ${first.name} on the page or by reading.stack with an idPrefix in a plan`;
    return isElsewhere ? { ...error, detail: { ...error.detail, remedy } } : error;
  }
  if (error.code !== 'no_matching_ids' || !offer.hasArms || file === first.name || file === undefined) return error;
  const entry = plan.files.find(({ name }) => name === file);
  const table = files.find(({ name }) => name === file)?.table;
  const ids = table && findColumn(table, entry?.id);
  const people = ids ? distinctTexts(ids) : [];
  const remedy = `put the two tables together, beside ${first.name} on the page or by reading.stack in a plan`;
  const message = `${file}: its participants (${listed(people.map(quoted), 3)}) and their arms are its own, and none of them is in ${first.name}, which has the same columns: ${remedy}`;
  return { ...error, message, detail: { file, ...(entry?.id !== undefined && { column: entry.id }), remedy } };
}
