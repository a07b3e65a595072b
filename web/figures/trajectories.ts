// SPDX-License-Identifier: MIT
/** Every participant's scores over time, one panel per arm. */
import * as Plot from '@observablehq/plot';
import type { IndividualOutcome } from '../contract/individual.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { armStyle } from '../elements/arm_style.js';
import { visitTitle } from '../text/labels.js';
import { numbersOf } from '../text/number.js';
import { outcomeDecimals } from '../text/precision.js';
import { strings } from '../text/strings.js';
import { outcomeUnit, scaleUnit } from '../text/time_unit.js';
import { axisLabel, labelRoom, plotSvg, tickTextIn, type FigureSpec } from './spec.js';

const words = strings.figures;

interface Point {
  participant: string;
  arm: string;
  x: number;
  value: number;
}

export function trajectoriesFigure(
  report: Report,
  outcome: OutcomeResult,
  individual: IndividualOutcome,
): FigureSpec | null {
  const { trajectories } = individual;
  if (trajectories.every(({ points }) => points.length === 0)) return null;
  const visits = orderOfVisits(individual);
  const unit = outcomeUnit(report, outcome);
  const scale = scaleUnit(
    report.plan,
    outcome.score,
    visits.map(({ visit }) => visit),
  );
  const byDay = visits.every(({ day }) => day !== null);
  const place = new Map(visits.map(({ visit, day }, index) => [visit, byDay ? (day ?? 0) : index]));
  const labels = new Map([...place].map(([visit, x]) => [x, byDay ? String(x) : visit]));
  const points = trajectories.flatMap(({ participant, arm, points: own }) =>
    own.map(({ visit, value }): Point => ({ participant, arm, x: place.get(visit) ?? 0, value })),
  );
  const arms = report.arms.map(({ arm }) => arm);
  const caption = words.trajectoriesCaption(outcome.label);
  const description = words.trajectoriesDescription(outcome.label, trajectories.length);
  const decimals = outcomeDecimals(report, outcome);
  const numbers = numbersOf(report);
  return {
    id: `trajectories-${outcome.id}`,
    caption,
    description,
    simulated: report.simulated,
    arms,
    draw: (width) => {
      const isNarrow = width < 460;
      const ticks = [...new Set(place.values())];
      const y = axisLabel(strings.plot.value(outcome.label), width - 8);
      return plotSvg(description, {
        width,
        height: (isNarrow ? 60 + 170 * arms.length : 292) + y.extra,
        marginLeft: 44,
        marginBottom: 42,
        // The axis is named above the names of the arms.
        marginTop: 44 + y.extra,
        ...(isNarrow ? { marginRight: labelRoom(arms, 40, width / 3) } : {}),
        x: {
          label: byDay ? strings.time[scale].title : strings.plot.visit,
          ticks,
          tickFormat: (x: number) => labels.get(x) ?? '',
          labelArrow: 'none',
          labelAnchor: 'center',
          inset: 6,
        },
        y: {
          label: y.label,
          grid: true,
          nice: true,
          labelArrow: 'none',
          tickFormat: tickTextIn(numbers),
        },
        ...(isNarrow ? { fy: { domain: arms, label: null } } : { fx: { domain: arms, label: null } }),
        facet: { data: points, ...(isNarrow ? { y: 'arm' } : { x: 'arm' }) },
        marks: [
          Plot.line(points, {
            x: 'x',
            y: 'value',
            z: 'participant',
            stroke: (d: Point) => armStyle(arms.indexOf(d.arm)).colour,
            strokeOpacity: points.length > 2000 ? 0.15 : 0.55,
            strokeWidth: 1.25,
          }),
          ...(points.length > 2000
            ? []
            : [
                Plot.dot(points, {
                  x: 'x',
                  y: 'value',
                  r: 2,
                  fill: (d: Point) => armStyle(arms.indexOf(d.arm)).colour,
                }),
              ]),
        ],
      });
    },
    data: {
      caption,
      simulated: report.simulated,
      columns: [
        { label: words.participant },
        { label: words.arm },
        ...visits.map(({ visit }) => ({ label: visitTitle(visit, unit), numeric: true })),
      ],
      groups: [
        {
          rows: trajectories.map(({ participant, arm, points: own }) => ({
            header: { text: participant },
            cells: [
              { text: arm },
              ...visits.map(({ visit }) => {
                const point = own.find((each) => each.visit === visit);
                return { text: point ? numbers.number(point.value, decimals) : '' };
              }),
            ],
          })),
        },
      ],
      notes: [],
    },
  };
}

/** Visits in the order in which participants have them; days in the order of time. */
function orderOfVisits({ trajectories }: IndividualOutcome): { visit: string; day: number | null }[] {
  const visits = new Map<string, number | null>();
  const longest = [...trajectories].sort((a, b) => b.points.length - a.points.length);
  for (const { points } of longest) for (const { visit, day } of points) if (!visits.has(visit)) visits.set(visit, day);
  const list = [...visits].map(([visit, day]) => ({ visit, day }));
  return list.every(({ day }) => day !== null) ? list.sort((a, b) => (a.day ?? 0) - (b.day ?? 0)) : list;
}
