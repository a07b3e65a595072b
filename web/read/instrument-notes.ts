// SPDX-License-Identifier: MIT
/** What is told where names alone leave an instrument in doubt. The file's name is put before by the caller. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Part } from './instrument-patterns.js';
import { listed } from './errors.js';

export interface NameNote {
  code: string;
  message: string;
}

/** BFI with items up to 44 is another BFI. */
export function overfullNote({ name, items }: InstrumentDefinition, beyond: readonly string[]): NameNote {
  const message = `${name} has ${items.count} items, but ${listed(beyond, 6)} ${beyond.length === 1 ? 'is' : 'are'} there too, so that these columns may be of another instrument or form; choose the items if they are of ${name}`;
  return { code: 'items_too_many', message };
}

/** fss10 beside fss1 to fss9. */
export function beyondNote({ name, items }: InstrumentDefinition, columns: readonly string[]): NameNote {
  const message = `${listed(columns, 6)} ${columns.length === 1 ? 'is no item' : 'are no items'} of ${name}, which has ${items.count}, and ${columns.length === 1 ? 'is' : 'are'} left out; check that the other columns are its items 1 to ${items.count}`;
  return { code: 'item_beyond', message };
}

/** HI7 is an item of FACIT-Fatigue and of PROMIS Fatigue. */
export function sharedNote(
  { name }: InstrumentDefinition,
  shared: readonly { column: string; definition: InstrumentDefinition }[],
): NameNote {
  const columns = [...new Set(shared.map(({ column }) => column))];
  const others = [...new Set(shared.map(({ definition }) => definition.name))];
  const message = `${listed(columns, 4)} could be of ${listed(others)} too and ${columns.length === 1 ? 'is' : 'are'} taken as ${name}, whose items are all there`;
  return { code: 'shared_items', message };
}

export function doubtNote({ name }: InstrumentDefinition, columns: readonly string[]): NameNote {
  const message = `${listed(columns, 6)} may be the finished score of ${name}, or something else of that name, and is not used; choose it as a score of ${name} if it is one`;
  return { code: 'score_in_doubt', message };
}

/** "nrs" names no symptom. */
export function plainRatingNote({ name }: InstrumentDefinition, columns: readonly string[]): NameNote {
  const message = `the ${columns.length === 1 ? 'name' : 'names'} ${listed(columns, 6)} ${columns.length === 1 ? 'does' : 'do'} not tell what is rated; taken as ${name}, 0 to 10; remove it if something else is rated, such as pain`;
  return { code: 'rating_of_what', message };
}

export function familyNote(
  { name }: InstrumentDefinition,
  forms: readonly string[],
  columns: readonly string[],
): NameNote {
  const message = `${listed(columns, 6)} ${columns.length === 1 ? 'does' : 'do'} not tell the form of the instrument (${listed(forms)}); taken as ${name}; choose another if it is not`;
  return { code: 'form_in_doubt', message };
}

/** Items that are numbered within their subscale, in the order of the questionnaire. */
export function subscaleNote(
  columns: readonly { column: string; definition: InstrumentDefinition; part: Part }[],
): NameNote {
  const name = columns[0]?.definition.name ?? '';
  const [first, last] = [columns[0], columns.at(-1)].map(
    (each) => `${each?.column ?? ''} as item ${each?.part.kind === 'item' ? each.part.item : ''}`,
  );
  const message = `${columns.length} columns are taken as items of ${name}, numbered within their subscale in the order of the questionnaire: ${first ?? ''} to ${last ?? ''}`;
  return { code: 'subscale_items', message };
}
