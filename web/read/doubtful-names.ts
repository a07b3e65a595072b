// SPDX-License-Identifier: MIT
/** Names that say too little: "ess" may be anything, and "nrs" is a rating of something that it does not tell. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import { stemsOf, type PartReading } from './instrument-patterns.js';
import { snakeName, visitInName } from './visit-names.js';

interface NamedReading extends PartReading {
  column: string;
  mode: 'none' | 'named' | 'bare';
}

/** Short names that other things than the instrument go by, too: the Big Five Inventory is a BFI. */
const alsoOther = new Set(['ess', 'bfi', 'cfq', 'facit', 'neuroqol', 'neuro_qol', 'promis']);

/** True for an instrument that has such a name: a form with more items may be another. */
export function goesByOtherNames(definition: InstrumentDefinition): boolean {
  return stemsOf(definition).some((stem) => alsoOther.has(stem));
}

export function isDoubtful({ column, isBare, mode }: NamedReading): boolean {
  if (!isBare) return false;
  const snake = snakeName(column);
  const stem = mode === 'none' ? snake : (visitInName(snake)?.rest ?? snake.replace(/_?\d+$/, ''));
  return alsoOther.has(stem);
}

const ofName = (name: string): string => {
  const snake = snakeName(name);
  return visitInName(snake)?.rest ?? snake;
};

/** "nrs", "NRS score", "nrs_d28", and not "nrs_fatigue" or "nrs_f". */
export function isPlainRating(name: string): boolean {
  return /^nrs(?:_?(?:total|tot|score|sum|value|rating|0_10))*$/.test(ofName(name));
}

/**
 * The readings without those of plain ratings, unless these can only be the fatigue of a fatigue trial: no other column is
 * a rating by its name, and the values are 0 to 10.
 */
export function withoutOtherRatings<Reading extends NamedReading>(
  readings: readonly Reading[],
  names: readonly string[],
  fits: (reading: Reading) => boolean,
): Reading[] {
  const isRival = names.some((name) => snakeName(name).split('_').includes('nrs') && !isPlainRating(name));
  return readings.filter((reading) => {
    if (reading.mode === 'bare') return !isPlainRating(reading.column.replace(/\d+$/, ''));
    return !isPlainRating(reading.column) || (!isRival && fits(reading));
  });
}
