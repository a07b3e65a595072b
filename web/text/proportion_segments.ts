// SPDX-License-Identifier: MIT
/** Proportions by arm and their differences in a sentence. */
import type { ProportionComparison } from '../contract/proportions.js';
import type { Report, SafetyTable } from '../contract/report.js';
import { showsTests } from './pilot.js';
import { fill, listed, type Path, type Segment } from './segments.js';
import { strings } from './strings.js';
import type { ValueSegments } from './value_segments.js';

const words = strings.paragraphs;
const text = words.results;

/** "3 of 6 (50%) with midazolam and 11 of 12 (92%) with ketamine"; `at` is a row of the safety table. */
export function proportionList({ arms }: SafetyTable, at: Path, values: ValueSegments): Segment[] {
  const list = arms.map(({ arm, participants }, i) =>
    fill(text.proportion, {
      count: values.count([...at, 'cells', i, 'participants']),
      n: values.count(['safety', 'arms', i, 'participants']),
      percent: values.percent([...at, 'cells', i, 'percent'], participants),
      arm,
    }),
  );
  return listed(list, strings.listSeparator, words.and);
}

/** "risk difference 33.3 percentage points (95% CI …; p=0.046), ketamine minus midazolam"; `at` is the list. */
export function proportionsCompared(
  report: Report,
  at: Path,
  comparisons: readonly (ProportionComparison & { visit?: string })[],
  values: ValueSegments,
  visit?: string,
): Segment[] {
  const list = comparisons.flatMap((comparison, i) => {
    if (comparison.visit !== visit) return [];
    const path = [...at, i];
    return [
      fill(text.riskDifference, {
        estimate: values.number([...path, 'difference', 'estimate'], 1),
        interval: values.interval([...path, 'confidence'], [...path, 'difference'], 1),
        tests: showsTests(report) ? fill(text.tested, { p: values.pValue([...path, 'pValue']) }) : '',
        comparison: fill(text.comparison, { arm: comparison.arm, reference: comparison.reference }),
      }),
    ];
  });
  return listed(list, words.semicolon, words.semicolon);
}
