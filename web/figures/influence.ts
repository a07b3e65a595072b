// SPDX-License-Identifier: MIT
/** The effect without each participant in turn. */
import type { InfluenceOutcome, InfluenceRow } from '../contract/individual.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { comparisons, effectUnit } from '../text/effect.js';
import { hasInterval, isAvailable, numbersOf } from '../text/number.js';
import { ifTested } from '../text/pilot.js';
import { effectDecimals } from '../text/precision.js';
import { strings } from '../text/strings.js';
import { estimateText, forestPlot, type ForestRow } from './forest.js';
import type { FigureSpec } from './spec.js';
import { translated } from '../text/translated.js';

const words = strings.figures;

/** Drawn are the participants that move the estimate most; the table has all. */
const mostDrawn = 20;

export function influenceFigures(report: Report, outcome: OutcomeResult, influence: InfluenceOutcome): FigureSpec[] {
  const numbers = numbersOf(report);
  return influence.effects.flatMap((effect, index) => {
    const planned = outcome.effects[index];
    if (!planned || !hasInterval(planned) || effect.rows.length === 0) return [];
    const decimals = effectDecimals(report, outcome, planned.kind);
    const arms = report.arms.map(({ arm }) => arm);
    const sorted = [...effect.rows].sort((a, b) => Math.abs(b.moves ?? Infinity) - Math.abs(a.moves ?? Infinity));
    const write = (row: InfluenceRow): string => estimateText(numbers, row.estimate, row.lower, row.upper, decimals);
    const all: ForestRow = {
      label: words.everybody,
      arm: Math.max(0, arms.indexOf(planned.arm)),
      estimate: planned.estimate,
      lower: planned.lower,
      upper: planned.upper,
      text: estimateText(numbers, planned.estimate, planned.lower, planned.upper, decimals),
    };
    const drawn = sorted
      .filter(hasInterval)
      .slice(0, mostDrawn)
      .map((row): ForestRow => ({
        label: words.without(row.participant),
        arm: Math.max(0, arms.indexOf(row.arm)),
        estimate: row.estimate,
        lower: row.lower,
        upper: row.upper,
        text: write(row),
      }));
    const pair = comparisons(report).length > 1 ? `, ${strings.tables.differenceOf(effect.arm, effect.reference)}` : '';
    const caption = words.influenceCaption(outcome.label) + pair;
    const description = words.influenceDescription(caption);
    const figure: FigureSpec = {
      id: `influence-${outcome.id}${index > 0 ? `-${index + 1}` : ''}`,
      caption,
      description,
      ...(effect.rows.length > mostDrawn ? { note: words.mostDrawn(mostDrawn, effect.rows.length) } : {}),
      simulated: report.simulated,
      arms,
      draw: (width) =>
        forestPlot([all, ...drawn], { width, description, numbers, x: effectUnit(report, outcome, planned) }),
      data: {
        caption,
        simulated: report.simulated,
        columns: [
          { label: words.participant },
          { label: words.arm },
          { label: words.estimateInterval, numeric: true },
          ...ifTested(report, { label: numbers.style.pHeading, numeric: true }),
          { label: words.moves, numeric: true },
        ],
        groups: [
          {
            rows: sorted.map((row) => ({
              header: { text: row.participant },
              cells: isAvailable(row.estimate)
                ? [
                    { text: row.arm },
                    { text: write(row) },
                    ...ifTested(report, { text: numbers.pValue(row.pValue) }),
                    { text: numbers.number(row.moves, 2) },
                  ]
                : [
                    { text: row.arm },
                    { text: translated(row.status) },
                    ...ifTested(report, { text: '' }),
                    { text: '' },
                  ],
            })),
          },
        ],
        notes: [words.movesNote],
      },
    };
    return [figure];
  });
}
