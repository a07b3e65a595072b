// SPDX-License-Identifier: MIT
/**
 * Puts every number of a stored case beside ours. As in docs/validation.md a covariance is measured against the two
 * standard deviations it belongs to, a confidence limit against the half width of its interval, all else against itself.
 */
import type { FitResult } from '../contract/fit.js';
import { digitsOfAgreement } from './digits.js';
import type { ReferenceCase, StoredTable } from './stored.js';

export type QuantityKind =
  'logLik' | 'covariance' | 'sigma' | 'estimate' | 'se' | 'df' | 'p' | 'lower' | 'upper' | 'F' | 'num_df' | 'den_df';

export interface Compared {
  kind: QuantityKind;
  /** What it is of: a coefficient, a term, an entry of a matrix, a mean or a difference. */
  of: string;
  software: string;
  /** NaN where we have none. */
  ours: number;
  theirs: number;
  digits: number;
}

/** What of a fit is compared. */
export type ComparedFit = Pick<
  FitResult,
  'logLik' | 'covariance' | 'random' | 'coefficients' | 'tests' | 'emmeans' | 'contrasts'
>;

const noFit: ComparedFit = { logLik: NaN, covariance: [], random: null, coefficients: [], tests: [] };

/** How many numbers of a case there are to compare. */
export const numbersIn = (reference: ReferenceCase): number => compare(reference, noFit).length;

export function compare({ stored, software }: ReferenceCase, result: ComparedFit): Compared[] {
  const fit = (kind: QuantityKind, of: string, ours: number | undefined, theirs: number, scale?: number): Compared =>
    compared(kind, of, software.fit, ours, theirs, scale);
  return [
    fit('logLik', '', result.logLik, stored.logLik),
    ...(stored.covariance ?? []).flatMap(({ group, matrix }) => {
      const ours = result.covariance.find((each) => each.group === group)?.matrix;
      return matrix.flatMap((row, i) =>
        row.map((theirs, j) => {
          const of = `${group === null ? '' : `${group} `}${i + 1}, ${j + 1}`;
          return fit('covariance', of, ours?.[i]?.[j], theirs, between(matrix[i]?.[i], matrix[j]?.[j]));
        }),
      );
    }),
    ...(stored.random ?? []).map(({ group, terms, value }) => {
      const variance = (term: string): number | undefined =>
        stored.random?.find((each) => each.group === group && each.terms.every((name) => name === term))?.value;
      const scale = between(variance(terms[0]), variance(terms[1]));
      return fit('covariance', `${group} ${terms.join(', ')}`, randomEntry(result, group, terms), value, scale);
    }),
    ...(stored.sigma === undefined ? [] : [fit('sigma', '', result.random?.sigma ?? undefined, stored.sigma)]),
    ...tableRows(stored.coefficients, result.coefficients, ['name'], software.inference),
    ...tableRows(stored.tests, result.tests, ['term'], software.inference),
    ...tableRows(stored.emmeans, result.emmeans, levelColumns(stored.emmeans), software.means),
    ...tableRows(stored.contrasts, result.contrasts, levelColumns(stored.contrasts), software.means),
  ];
}

function compared(
  kind: QuantityKind,
  of: string,
  software: string,
  ours: number | null | undefined,
  theirs: number,
  scale?: number,
): Compared {
  const own = ours ?? NaN;
  return { kind, of, software, ours: own, theirs, digits: digitsOfAgreement(own, theirs, scale) };
}

/** The two standard deviations of a covariance. */
const between = (a: number | undefined, b: number | undefined): number => Math.sqrt((a ?? NaN) * (b ?? NaN));

function randomEntry(result: ComparedFit, group: string, [a, b]: [string, string]): number | undefined {
  const groups = result.random?.groups.filter((each) => each.group === group) ?? [];
  const own = groups.find(({ terms }) => terms.includes(a) && terms.includes(b));
  return own?.covariance[own.terms.indexOf(a)]?.[own.terms.indexOf(b)];
}

/** Where a stored column stands in our rows. */
const ourNames: Record<string, string> = {
  p: 'pValue',
  num_df: 'numDf',
  den_df: 'denDf',
  F: 'f',
  name: 'term',
};
const statistics = new Set(['estimate', 'se', 'df', 'p', 'lower', 'upper', 'F', 'num_df', 'den_df']);

const levelColumns = (table: StoredTable = {}): string[] => Object.keys(table).filter((name) => !statistics.has(name));

/** Every statistic of every stored row, beside that of our row with the same levels. */
function tableRows(
  table: StoredTable = {},
  rows: readonly object[] = [],
  keys: readonly string[],
  software: string,
): Compared[] {
  const ours = rows as readonly Record<string, unknown>[];
  const names = Object.keys(table).filter((name) => statistics.has(name));
  const length = table[names[0] ?? '']?.length ?? 0;
  return Array.from({ length }, (_, k) => {
    const levels = keys.map((key) => String(table[key]?.[k]));
    const row = ours.find((each) => keys.every((key, i) => String(each[ourNames[key] ?? key]) === levels[i]));
    const at = (name: string): number | null => numberOrNull(table[name]?.[k]);
    const half = ((at('upper') ?? NaN) - (at('lower') ?? NaN)) / 2;
    return names.flatMap((name) => {
      const theirs = at(name);
      if (theirs === null) return [];
      const scale = name === 'lower' || name === 'upper' ? half : undefined;
      const own = numberOrNull(row?.[ourNames[name] ?? name]);
      return [compared(name as QuantityKind, levels.join(', '), software, own, theirs, scale)];
    });
  }).flat();
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
