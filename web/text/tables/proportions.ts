// SPDX-License-Identifier: MIT
/** Risk difference, risk ratio, odds ratio and test of two proportions: columns, cells and notes for any table. */
import type { ProportionComparison } from '../../contract/proportions.js';
import type { Report } from '../../contract/report.js';
import { isAvailable, notAvailable, numbersOf } from '../number.js';
import { ifTested, showsTests } from '../pilot.js';
import { strings } from '../strings.js';
import { pValueCell, type TableCell, type TableColumn } from './spec.js';

const words = strings.comparisons;

interface Interval {
  estimate: number | null;
  lower: number | null;
  upper: number | null;
}

/** One group of columns per comparison with the reference arm; `sample` is any row's comparisons. */
export function proportionColumns(report: Report, sample: readonly ProportionComparison[]): TableColumn[] {
  const numbers = numbersOf(report);
  return sample.flatMap(({ arm, reference, confidence }) => {
    const ci = strings.tables.ci(numbers.confidence(confidence));
    const labels = [words.difference, words.ratio, words.odds].map((label) => words.withCi(label, ci));
    const group = words.against(arm, reference);
    return [...labels, ...ifTested(report, numbers.style.pHeading)].map((label) => ({ group, label, numeric: true }));
  });
}

/** The cells under `proportionColumns`; a comparison that is not there is dashes. */
export function proportionCells(report: Report, comparison: ProportionComparison | undefined): TableCell[] {
  const numbers = numbersOf(report);
  return [
    intervalCell(report, comparison?.difference, 1),
    intervalCell(report, comparison?.ratio, 2),
    intervalCell(report, comparison?.odds, 2, true),
    ...ifTested(report, pValueCell(comparison, numbers)),
  ];
}

/** "25.0 (−12.3 to 58.1)"; an odds ratio's upper limit may be without bound. */
function intervalCell(report: Report, value: Interval | undefined, decimals: number, mayBeOpen = false): TableCell {
  const numbers = numbersOf(report);
  if (!value || (!isAvailable(value.estimate) && !isAvailable(value.lower))) {
    return { text: notAvailable, reason: words.notDefined };
  }
  const interval = numbers.interval(value.lower, value.upper, decimals, mayBeOpen);
  const estimate = numbers.number(value.estimate, decimals);
  const isWhole = estimate !== notAvailable && interval !== notAvailable;
  return { text: `${estimate} (${interval})`, ...(isWhole ? {} : { reason: words.notDefined }) };
}

export function proportionNotes(report: Report, sample: readonly ProportionComparison[]): string[] {
  const [first] = sample;
  if (!first) return [];
  return [
    words.note(words.methods[first.difference.method]),
    ...(showsTests(report) ? [words.testNote(numbersOf(report).style.pHeading)] : []),
  ];
}
