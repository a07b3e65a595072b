// SPDX-License-Identifier: MIT
/** Whether a file that was read would be read the same way again, so that it need not be. */
import type { ReadingOptions } from '../contract/plan.js';
import { findColumn } from './columns.js';
import { parseNumber } from './numbers.js';
import { areSameTypes } from './sex-codes.js';
import type { ReadResult } from './types.js';

/**
 * True where `wanted` asks for what was used: the encoding, delimiter and sheet that were found, the rows of the
 * same instrument, and for the rest what was asked for before. Codes for missing in columns of numbers are taken out when the tables are prepared.
 */
export function isSameReading(file: ReadResult, wanted: ReadingOptions = {}): boolean {
  const { options, requested, error } = file;
  const isUsed = (key: 'encoding' | 'delimiter' | 'sheet' | 'repeatInstrument' | 'headerRow'): boolean =>
    wanted[key] === requested[key] || (error === null && wanted[key] !== undefined && wanted[key] === options[key]);
  const isAsked = (key: 'decimal' | 'missing' | 'dates' | 'dataRows'): boolean =>
    isSameValue(wanted[key], requested[key]);
  // A workbook has neither encoding, delimiter nor decimal mark.
  const isWorkbook = options.sheet !== undefined;
  return (
    isUsed('sheet') &&
    isUsed('repeatInstrument') &&
    isUsed('headerRow') &&
    (isWorkbook || (isUsed('encoding') && isUsed('delimiter') && isAsked('decimal'))) &&
    (['missing', 'dates', 'dataRows'] as const).every(isAsked) &&
    areSameTypes(file, wanted.types) &&
    isSameMissing(file, wanted.missingIn)
  );
}

function isSameValue(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): string => JSON.stringify(value === undefined ? null : sorted(value));
  return plain(one) === plain(other);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length > 0 ? entries : null;
}

/** The same codes, or more of them that are numbers in columns of numbers. */
function isSameMissing({ table, requested }: ReadResult, wanted: ReadingOptions['missingIn'] = {}): boolean {
  const before = requested.missingIn ?? {};
  if (isSameValue(wanted, before)) return true;
  const isKept = Object.entries(before).every(([column, codes]) =>
    codes.every((code) => wanted[column]?.includes(code)),
  );
  return (
    isKept &&
    Object.entries(wanted).every(
      ([column, codes]) =>
        findColumn(table, column)?.kind === 'number' && codes.every((code) => !Number.isNaN(parseNumber(code, '.'))),
    )
  );
}
