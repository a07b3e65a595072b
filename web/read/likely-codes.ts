// SPDX-License-Identifier: MIT
/** Codes for missing in columns that no questionnaire tells the range of: age 999, weight -9, sex "-9". */
import type { ReadingOptions } from '../contract/plan.js';
import type { FactorColumn, Table } from '../contract/table.js';
import { codesNote, doubtNote, type CodeCells } from './code-notes.js';
import { strongCodes, typicalCodes } from './codes.js';
import { isNoCategory } from './missing-words.js';
import type { Note } from './types.js';
import { snakeName } from './visit-names.js';

/** Fewer other values than these tell nothing of what a column holds. */
const fewestOthers = 3;

/** Parts of names: "days_since_dx" and "AESTDY" are times, "mfis_change" is a difference, "site_no" a number of a thing. */
const word = (words: string): RegExp => new RegExp(`(?:^|_)(?:${words})(?:_|\\d|$)`, 'u');
const times = word(
  'days?|tage?|weeks?|wochen?|wk|months?|monate?|times?|zeit|hours?|stunden?|minutes?|onset|offset|start|begin|end|ende|\\p{L}*(?:st|en)dy|(?:a|qs|vs|lb)dy',
);
const ages = word('age|alter');
const spans = word('age|alter|duration|dauer|since|seit');
const visitsOrDates = /visit|date|datum|\p{L}dtc?(?:_|$)/u;
const differences = word(
  'change|chg|pchg|cfb|delta|diff|difference|improvement|reduction|worsening|slope|balance|excess|net|relative|z|z_?score|log\\w*|temp\\w*',
);
const things = word('ids?|kit|site|centre|center|zip|plz|phone|batch|lot|room|(?:nr|no|num|number|nummer|code|index)$');
const money = word('costs?|prices?|income|salary|wages?|eur|euros?|usd|gbp|kosten|einkommen|preis');

interface Codes {
  /** Cells by code. */
  sure: Map<string, number>;
  /** May be codes, or values. */
  doubtful: string[];
}

/**
 * Codes for missing in the file's columns, `used` ones left out, as reading options; undefined where there are none. What
 * is set is told, with the way back, and so is what only may be a code and is used as the number it is.
 *
 * A code is set where there are at least three other values, and
 * - it is -7, -8, -9, -99, -999 or -9999 and no other value is below 0, in a column whose name says neither a difference
 *   nor a point in time (a day of -7 is a week before treatment; ages and durations are none), or
 * - it is 999, 9999, -999 or -9999, all other values are within a third of it to both sides, no more cells have it than
 *   have other values, and the name says neither time, sum of money nor number of a thing. Where another value is above a
 *   fifth of it, their median must be above a tenth of the largest: among skewed values (ferritin, days of survival) 999
 *   may be one.
 * - In a column of words it is any of these that stands among words alone, or a word for missing ("n.a.", "missing", and
 *   "-" where nothing is "+").
 *
 * 99 is never set: it is an age, a weight, and 99 %. Names with visit or date are left alone.
 */
export function likelyCodes(table: Table, used: ReadonlySet<string>, notes: Note[]): ReadingOptions['missingIn'] {
  const found: Record<string, string[]> = {};
  const set: CodeCells[] = [];
  const words: CodeCells[] = [];
  const doubtful: Pick<CodeCells, 'column' | 'code'>[] = [];
  for (const column of table.columns) {
    if (used.has(column.name) || visitsOrDates.test(snakeName(column.name))) continue;
    const codes = column.kind === 'number' ? codesOfNumbers(column.name, column.values) : codesOfWords(column);
    for (const code of codes.doubtful) doubtful.push({ column: column.name, code });
    if (codes.sure.size === 0) continue;
    found[column.name] = [...codes.sure.keys()];
    for (const [code, cells] of codes.sure)
      (column.kind === 'number' ? set : words).push({ column: column.name, code, cells });
  }
  if (set.length > 0) notes.push(codesNote(table.name, 'missing_codes_set', set));
  if (words.length > 0) notes.push(codesNote(table.name, 'missing_words', words));
  if (doubtful.length > 0) notes.push(doubtNote(table.name, doubtful));
  return set.length + words.length > 0 ? found : undefined;
}

function codesOfNumbers(name: string, all: Float64Array): Codes {
  const counts = new Map<number, number>();
  for (const value of all) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const others = all.filter((value) => !Number.isNaN(value) && !strongCodes.includes(value)).sort();
  const codes: Codes = { sure: new Map(), doubtful: [] };
  const rest = all.filter((value) => !Number.isNaN(value) && !typicalCodes.includes(value)).sort();
  for (const code of typicalCodes) {
    const cells = counts.get(code);
    if (cells === undefined) continue;
    if (isSure(snakeName(name), code, cells, others)) codes.sure.set(String(code), cells);
    else if (rest.length >= fewestOthers && (code < rest[0]! || code > rest[rest.length - 1]!))
      codes.doubtful.push(String(code));
  }
  return codes;
}

/** `others` in order, without any of the codes that may be set. */
function isSure(name: string, code: number, cells: number, others: Float64Array): boolean {
  if (!strongCodes.includes(code) || others.length < fewestOthers) return false;
  const lowest = others[0] ?? 0;
  if (code < 0 && lowest >= 0 && (!times.test(name) || spans.test(name)) && !differences.test(name)) return true;
  if (Math.abs(code) < 999 || cells > others.length) return false;
  if ((times.test(name) && !ages.test(name)) || money.test(name) || things.test(name)) return false;
  const sizes = others.map(Math.abs).sort();
  const largest = sizes[sizes.length - 1] ?? 0;
  const median = sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
  const isSkewed = largest > Math.abs(code) / 5 && median < largest / 10;
  return largest < Math.abs(code) / 3 && !isSkewed;
}

/** A code as a word among words: all others have a letter. */
function codesOfWords({ codes, levels }: FactorColumn): Codes {
  const sure = new Map<string, number>();
  let others = 0;
  for (const code of codes) {
    const level = levels[code];
    if (level === undefined) continue;
    if (strongCodes.includes(Number(level)) || isNoCategory(level, levels)) sure.set(level, (sure.get(level) ?? 0) + 1);
    else if (/\p{L}/u.test(level)) others++;
    else return { sure: new Map(), doubtful: [] };
  }
  return { sure: others >= fewestOthers ? sure : new Map<string, number>(), doubtful: [] };
}

/** All codes of all columns. */
export function mergedCodes(
  ...parts: readonly ReadingOptions['missingIn'][]
): NonNullable<ReadingOptions['missingIn']> {
  const all: Record<string, string[]> = {};
  for (const part of parts)
    for (const [column, codes] of Object.entries(part ?? {}))
      all[column] = [...new Set([...(Object.hasOwn(all, column) ? (all[column] ?? []) : []), ...codes])];
  return all;
}
