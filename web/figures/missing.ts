// SPDX-License-Identifier: MIT
/** How many of each arm are in the model at each visit. */
import * as Plot from '@observablehq/plot';
import type { OutcomeFlow } from '../contract/participants.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { armStyle } from '../elements/arm_style.js';
import { visitTitle } from '../text/labels.js';
import { numbersOf } from '../text/number.js';
import { strings } from '../text/strings.js';
import { outcomeUnit } from '../text/time_unit.js';
import { fitting, plotSvg, tickTextIn, type FigureSpec } from './spec.js';
import { translated } from '../text/translated.js';

const words = strings.figures;

export function missingFigure(report: Report, outcome: OutcomeResult, flow: OutcomeFlow): FigureSpec | null {
  if (flow.visits.length === 0) return null;
  const arms = flow.arms.map(({ arm }) => arm);
  const unit = outcomeUnit(report, outcome);
  const visits = flow.visits.map(({ visit }) => visit);
  const randomised = flow.arms.map((arm) => arm.randomised);
  const points = flow.visits.flatMap(({ arms: cells }, visit) =>
    cells.map(({ arm, analysed }, index) => ({ visit, arm, analysed, of: randomised[index] ?? 0 })),
  );
  const numbers = numbersOf(report);
  const caption = words.missingCaption(outcome.label);
  const description = words.missingDescription(outcome.label);
  return {
    id: `missing-${outcome.id}`,
    caption,
    description,
    note: report.plan.randomised ? words.missingNote : words.missingNoteAssigned,
    simulated: report.simulated,
    arms,
    draw: (width) =>
      plotSvg(description, {
        width,
        height: 232,
        marginLeft: 44,
        marginBottom: 42,
        marginTop: 28,
        x: {
          type: 'linear',
          label: strings.plot.visit,
          domain: [-0.4, visits.length - 0.6],
          ticks: visits.map((_, i) => i),
          tickFormat: (i: number) => fitting(visits[i] ?? '', width / visits.length),
          labelArrow: 'none',
          labelAnchor: 'center',
        },
        y: {
          label: words.analysed,
          domain: [0, Math.max(1, ...randomised)],
          grid: true,
          labelArrow: 'none',
          ticks: 4,
          tickFormat: tickTextIn(numbers),
        },
        marks: [
          ...arms.flatMap((arm, index) => {
            const { colour, symbol, dash } = armStyle(index);
            const own = points.filter((point) => point.arm === arm);
            const dashed = dash === undefined ? {} : { strokeDasharray: dash };
            return [
              Plot.ruleY([randomised[index] ?? 0], { stroke: colour, strokeOpacity: 0.4 }),
              Plot.lineY(own, { x: 'visit', y: 'analysed', stroke: colour, strokeWidth: 1.5, ...dashed }),
              Plot.dot(own, { x: 'visit', y: 'analysed', symbol, r: 4, fill: colour }),
            ];
          }),
        ],
      }),
    data: {
      caption,
      simulated: report.simulated,
      columns: [
        { label: strings.plot.visit },
        ...arms.flatMap((group) => [
          { group, label: words.analysed, numeric: true },
          { group, label: words.missing, numeric: true },
        ]),
      ],
      groups: [
        {
          rows: flow.visits.map(({ visit, arms: cells }) => ({
            header: { text: visitTitle(visit, unit) },
            cells: cells.flatMap(({ analysed, missing }) => [
              { text: numbers.count(analysed) },
              {
                text:
                  missing.map(({ reason, n }) => words.reason(translated(reason), numbers.count(n))).join('; ') || '0',
              },
            ]),
          })),
        },
      ],
      notes: [],
    },
  };
}
