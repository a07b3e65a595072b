// SPDX-License-Identifier: MIT
/** A report beside a former one: the verdict in a sentence, and a table of what differs. */
import type { Report } from '../../contract/report.js';
import type { ReportComparison } from '../../report-compare/compare.js';
import type { Leaf } from '../../report-compare/walk.js';
import { asWritten } from '../number.js';
import { strings } from '../strings.js';
import { digitsText } from './self_check.js';
import type { TableSpec } from './spec.js';

const words = strings.reproduction;

/** More are counted, not listed. */
export const differencesShown = 200;

export function verdictText(comparison: ReportComparison): string {
  const { verdict, numbers, identical, leastDigits, differing } = comparison;
  switch (verdict) {
    case 'identical':
      return words.verdicts.identical(numbers);
    case 'agrees':
      return words.verdicts.agrees(numbers, digitsText(leastDigits), identical);
    case 'differs':
      return words.verdicts.differs(differing.length, numbers);
    case 'other_data':
    case 'other_plan':
      return words.verdicts[verdict];
  }
}

/** Null where nothing differs. */
export function differencesTable(former: Report, { differing }: ReportComparison): TableSpec | null {
  if (differing.length === 0) return null;
  const shown = differing.slice(0, differencesShown);
  return {
    caption: words.caption,
    simulated: former.simulated,
    columns: [
      { label: words.where },
      { label: words.was, numeric: true },
      { label: words.is, numeric: true },
      { label: words.digits, numeric: true },
    ],
    groups: [
      {
        rows: shown.map(({ where, was, is, digits }) => ({
          header: { text: placeText(former, where) },
          cells: [
            { text: leafText(was) },
            { text: leafText(is) },
            { text: typeof was === 'number' && typeof is === 'number' ? digitsText(digits) : '' },
          ],
        })),
      },
    ],
    notes: shown.length < differing.length ? [words.more(shown.length, differing.length)] : [],
  };
}

/** The outcome by its label, the rest as the report has it. */
function placeText({ outcomes }: Report, where: readonly string[]): string {
  const [list, name = '', ...rest] = where;
  const outcome = list === 'outcomes' ? outcomes.find(({ id }) => id === name) : undefined;
  return (outcome ? [outcome.label, ...rest] : where).join(' \u203a ');
}

/** Every digit: this is where they matter. */
function leafText(value: Leaf): string {
  if (value === null) return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'number' ? asWritten(value) : value;
}
