// SPDX-License-Identifier: MIT
/** From the options of `fit` to the core's request. What columns and formulas may be, the core decides. */
import type { EmmeansRequest, FitRequest } from '../contract/fit.js';
import { fitOptions, type OptionSpec } from './options.js';
import { readAssignment, readList, readNumber, UsageError, type OptionValues } from './usage.js';

export type FitValues = OptionValues<typeof fitOptions>;

/** Options that say more about the marginal means, and mean nothing without them. */
const ofEmmeans = ['emmeans-weights', 'reference', 'at', 'trend', 'contrasts', 'contrast', 'adjust'] as const;

/**
 * @param isNumber - whether a column of the file holds numbers; decides what `--at` takes
 * @throws UsageError naming the option
 */
export function fitRequestOf(values: FitValues, isNumber: (column: string) => boolean): FitRequest {
  const { formula } = values;
  requireChoices(values);
  if (formula === undefined) throw new UsageError('--formula is missing');
  const request: Record<string, unknown> = { formula };
  for (const name of ['df', 'vcov', 'information', 'weights', 'tests', 'compare', 'blups', 'rows'] as const) {
    if (values[name] !== undefined) request[name] = values[name];
  }
  if (values.method !== undefined) request['method'] = values.method.toUpperCase();
  if (values.levels) request['levels'] = assignments(values.levels, 'levels', readList);
  if (values.categorical) request['categorical'] = values.categorical.flatMap(readList);
  if (values.confidence !== undefined) request['confidence'] = readLevel(values.confidence);
  const intervals = values['covariance-intervals'];
  if (intervals !== undefined) request['covarianceIntervals'] = intervals;
  const emmeans = emmeansOf(values, formula, isNumber);
  if (emmeans) request['emmeans'] = emmeans;
  return request as unknown as FitRequest;
}

/** A word the option does not have; `ml` and `reml` may be written small. */
function requireChoices(values: FitValues): void {
  for (const [name, { choices }] of Object.entries<OptionSpec>(fitOptions)) {
    const value: unknown = values[name as keyof FitValues];
    if (!choices || typeof value !== 'string') continue;
    if (!choices.includes(name === 'method' ? value.toUpperCase() : value)) {
      throw new UsageError(`--${name} takes ${choices.join(', ')}, not "${value}"`);
    }
  }
}

function readLevel(text: string): number {
  const level = readNumber(text, 'confidence');
  if (!(level > 0 && level < 1)) {
    throw new UsageError(`--confidence takes a number between 0 and 1, not "${text}"`);
  }
  return level;
}

function emmeansOf(values: FitValues, formula: string, isNumber: (column: string) => boolean): EmmeansRequest | null {
  if (values.emmeans === undefined) {
    const idle = ofEmmeans.find((name) => values[name] !== undefined);
    if (idle !== undefined) throw new UsageError(`--${idle} needs --emmeans`);
    return null;
  }
  if (values.emmeans.trim().endsWith('|')) {
    throw new UsageError(`--emmeans takes columns after the bar, or no bar: "${values.emmeans}"`);
  }
  const emmeans: Record<string, unknown> = { specs: values.emmeans };
  const { reference, at, trend, contrasts, contrast, adjust } = values;
  if (values['emmeans-weights'] !== undefined) emmeans['weights'] = values['emmeans-weights'];
  if (reference) emmeans['reference'] = assignments(reference, 'reference', (level) => level);
  if (at) {
    const factors = factorsOf(values, formula);
    emmeans['at'] = assignments(at, 'at', (list, column) =>
      isNumber(column) && !factors.has(column) ? numbers(list, 'at') : readList(list),
    );
  }
  if (trend !== undefined) emmeans['trend'] = trend;
  if (contrasts !== undefined && contrast) throw new UsageError('give --contrasts or --contrast, not both');
  if (contrasts !== undefined) emmeans['contrasts'] = contrasts;
  if (contrast) {
    emmeans['custom'] = contrast.map((text) => {
      const [name, weights] = readAssignment(text, 'contrast', 'NAME=WEIGHT,WEIGHT');
      return { name, weights: numbers(weights, 'contrast') };
    });
  }
  if (adjust !== undefined) emmeans['adjust'] = adjust;
  return emmeans as unknown as EmmeansRequest;
}

/** Columns of numbers that the request turns into factors. */
function factorsOf({ categorical = [], levels = [] }: FitValues, formula: string): Set<string> {
  const named = [...formula.matchAll(/\bfactor\(\s*`?([^`)]+?)`?\s*\)/g)].map((match) => match[1] ?? '');
  const ordered = levels.map((text) => readAssignment(text, 'levels')[0]);
  return new Set([...categorical.flatMap(readList), ...ordered, ...named]);
}

/** One value per column; a column named twice would lose the first. */
function assignments<Value>(
  texts: readonly string[],
  option: string,
  read: (value: string, column: string) => Value,
): Record<string, Value> {
  const pairs = texts.map((text) => readAssignment(text, option));
  const twice = pairs.find(([column], i) => pairs.findIndex(([other]) => other === column) !== i);
  if (twice) throw new UsageError(`--${option} names ${twice[0]} twice: list its values with commas`);
  return Object.fromEntries(pairs.map(([column, value]) => [column, read(value, column)]));
}

const numbers = (list: string, option: string): number[] => readList(list).map((text) => readNumber(text, option));
