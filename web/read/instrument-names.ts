// SPDX-License-Identifier: MIT
/** Columns that are items or scores of an instrument, by their names. */
import type { InstrumentName } from '../contract/plan.js';
import { snakeName, visitInName, type VisitUnit } from './visit-names.js';

export interface InstrumentColumn {
  column: string;
  instrument: InstrumentName;
  /** An item (1-based), or a finished score. */
  part: { kind: 'item'; item: number } | { kind: 'score'; scale: string; isMean: boolean };
  /** Visit the name carries, for a wide file. */
  visit: string | null;
  unit: VisitUnit;
}

/** Number of items by instrument. DFS is one item; a column of it is treated as that item. */
export const itemCounts: Readonly<Record<InstrumentName, number>> = { DFS: 1, FSS: 9, MFIS: 21 };

const total = '(?:_?(?:total|tot|sum|score|total_score|sum_score))?';
const scorePatterns: readonly { instrument: InstrumentName; scale: string; pattern: RegExp; isMean?: true }[] = [
  {
    instrument: 'FSS',
    scale: 'total',
    pattern: new RegExp(`^(?:fss|fatigue_severity_scale)${total}$|^(?:total|sum)_fss$`),
  },
  {
    instrument: 'FSS',
    scale: 'total',
    pattern: /^(?:fss|fatigue_severity_scale)_?mean(?:_score)?$|^mean_fss$/,
    isMean: true,
  },
  {
    instrument: 'MFIS',
    scale: 'total',
    pattern: new RegExp(`^(?:mfis|modified_fatigue_impact_scale)${total}$|^(?:total|sum)_mfis$`),
  },
  { instrument: 'MFIS', scale: 'physical', pattern: /^mfis_?phys(?:ical)?(?:_score|_sum|_subscale)?$/ },
  { instrument: 'MFIS', scale: 'cognitive', pattern: /^mfis_?cogn?(?:itive)?(?:_score|_sum|_subscale)?$/ },
  {
    instrument: 'MFIS',
    scale: 'psychosocial',
    pattern: /^mfis_?(?:psychosocial|psychosoc|psysoc|psych|psy|ps)(?:_score|_sum|_subscale)?$/,
  },
];
const dfsPattern = new RegExp(`^(?:dfs|daily_?fatigue(?:_(?:severity|scale))?|fatigue_dfs)${total}$`);
const itemPattern = /^(fss|mfis)_?(?:item|itm|question|quest|q|i)?_?0*(\d{1,2})$/;
const bareVisitPattern = /^(.+?)_?(\d+)$/;

/** Recognises the columns of all instruments. A bare number ("fss_1") is an item where the items are complete, else a visit. */
export function instrumentColumns(columns: readonly string[]): InstrumentColumn[] {
  const found: InstrumentColumn[] = [];
  const bare: { column: string; rest: string; number: number }[] = [];
  for (const column of columns) {
    const snake = snakeName(column);
    const visit = visitInName(snake);
    const part = partOf(visit?.rest ?? snake);
    if (part) {
      found.push({ column, ...part, visit: visit?.visit ?? null, unit: visit?.unit ?? 'none' });
      continue;
    }
    const numbered = bareVisitPattern.exec(snake);
    if (numbered) bare.push({ column, rest: numbered[1] ?? '', number: Number(numbered[2]) });
  }
  const visits = bare.flatMap(({ column, rest, number }): InstrumentColumn[] => {
    const part = partOf(rest);
    return part ? [{ column, ...part, visit: String(number), unit: 'none' }] : [];
  });
  return settleBareNumbers(found, visits);
}

type Part = Pick<InstrumentColumn, 'instrument' | 'part'>;

function partOf(snake: string): Part | null {
  if (dfsPattern.test(snake)) return { instrument: 'DFS', part: { kind: 'item', item: 1 } };
  const item = itemPattern.exec(snake);
  if (item) {
    const instrument: InstrumentName = item[1] === 'fss' ? 'FSS' : 'MFIS';
    const number = Number(item[2]);
    if (number >= 1 && number <= itemCounts[instrument]) return { instrument, part: { kind: 'item', item: number } };
    return null;
  }
  const score = scorePatterns.find(({ pattern }) => pattern.test(snake));
  if (!score) return null;
  return { instrument: score.instrument, part: { kind: 'score', scale: score.scale, isMean: score.isMean ?? false } };
}

/**
 * "fss_0", "fss_7", "fss_14" are scores at visits: 0 and 14 are no items, and so 7 is none either. Where all items are
 * there, they are items, and another number is not for us.
 */
function settleBareNumbers(
  found: readonly InstrumentColumn[],
  visits: readonly InstrumentColumn[],
): InstrumentColumn[] {
  const isBareItem = ({ part, visit, column }: InstrumentColumn): boolean =>
    part.kind === 'item' && visit === null && /^(?:fss|mfis)_?\d+$/.test(snakeName(column));
  const complete = (instrument: InstrumentName): boolean =>
    instrument !== 'DFS' &&
    found.filter((c) => c.instrument === instrument && isBareItem(c)).length >= itemCounts[instrument];
  const kept = visits.filter(({ instrument }) => !complete(instrument));
  const asVisits = new Set(kept.filter(({ part }) => part.kind === 'score').map(({ instrument }) => instrument));
  const settled = found.map((column): InstrumentColumn => {
    if (!isBareItem(column) || !asVisits.has(column.instrument) || column.part.kind !== 'item') return column;
    return { ...column, part: { kind: 'score', scale: 'total', isMean: false }, visit: String(column.part.item) };
  });
  return [...settled, ...kept];
}
