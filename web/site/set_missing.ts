// SPDX-License-Identifier: MIT
/** A plan that reads certain values of certain columns as missing, or as numbers with the other decimal mark. */
import type { Plan, PlanFile, ReadingOptions } from '../contract/plan.js';
import { columnOfOrigin } from '../read/stack.js';
import type { MissingOffer } from '../text/missing_offer.js';

/** The file's reading options with the values; null where a column holds other scores, too, whose values these may be. */
export function readingWithMissing(
  plan: Plan,
  { file, values }: Pick<MissingOffer, 'file' | 'values'>,
): ReadingOptions | null {
  const entry = plan.files.find(({ name }) => name === file);
  if (!entry || entry.parameters) return null;
  const missingIn = { ...entry.reading?.missingIn };
  for (const [place, own] of Object.entries(values)) {
    const column = columnIn(entry, place);
    const before = Object.hasOwn(missingIn, column) ? (missingIn[column] ?? []) : [];
    missingIn[column] = [...new Set([...before, ...own.map(asCode)])];
  }
  return { ...entry.reading, missingIn };
}

/** The same where the columns' numbers may have the other decimal mark as well. */
export function readingWithDecimal(
  plan: Plan,
  { file, values }: Pick<MissingOffer, 'file' | 'values'>,
): ReadingOptions | null {
  const entry = plan.files.find(({ name }) => name === file);
  if (!entry || entry.parameters) return null;
  const columns = Object.keys(values).map((place) => columnIn(entry, place));
  return { ...entry.reading, eitherDecimal: [...new Set([...(entry.reading?.eitherDecimal ?? []), ...columns])] };
}

function columnIn({ reading }: PlanFile, place: string): string {
  return reading?.stack ? columnOfOrigin(place, reading.stack.parts) : place;
}

/** Codes of numbers are written with a point. */
const asCode = (value: string): string => (/^-?\d+,\d+$/.test(value) ? value.replace(',', '.') : value);
