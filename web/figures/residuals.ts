// SPDX-License-Identifier: MIT
/** Whether the model's assumptions look right: normal plot with a band, residuals by visit and by fitted value. */
import * as Plot from '@observablehq/plot';
import type { IndividualOutcome } from '../contract/individual.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { armStyle } from '../elements/arm_style.js';
import { visitTitle } from '../text/labels.js';
import { numbersOf, type NumberFormat } from '../text/number.js';
import { strings } from '../text/strings.js';
import { outcomeUnit } from '../text/time_unit.js';
import type { TableSpec } from '../text/tables/spec.js';
import { plotSvg, tickTextIn, type FigureSpec } from './spec.js';

const words = strings.figures;
const frame = { marginLeft: 44, marginBottom: 42, marginTop: 16, marginRight: 16 } as const;
const axisIn = (numbers: NumberFormat) =>
  ({ labelArrow: 'none', labelAnchor: 'center', tickFormat: tickTextIn(numbers) }) as const;
const square = (width: number): number => Math.round(Math.min(340, Math.max(240, width * 0.6)));

export function residualFigures(report: Report, outcome: OutcomeResult, individual: IndividualOutcome): FigureSpec[] {
  if (individual.residuals.length === 0) return [];
  return [
    normalPlot(report, outcome, individual),
    byVisit(report, outcome, individual),
    byFitted(report, outcome, individual),
  ];
}

function normalPlot(
  report: Report,
  { id, label }: OutcomeResult,
  { normalPlot: points }: IndividualOutcome,
): FigureSpec {
  const caption = words.normalCaption(label);
  const numbers = numbersOf(report);
  const axis = axisIn(numbers);
  const description = words.normalDescription(label);
  return {
    id: `normal-plot-${id}`,
    caption,
    description,
    note: words.normalNote,
    simulated: report.simulated,
    arms: [],
    draw: (width) =>
      plotSvg(description, {
        ...frame,
        width: Math.min(width, 520),
        height: square(Math.min(width, 520)),
        x: { label: words.normalX, ...axis },
        y: { label: words.normalY, grid: true, ...axis },
        marks: [
          Plot.areaY(points, { x: 'theoretical', y1: 'lower', y2: 'upper', fill: 'currentColor', fillOpacity: 0.1 }),
          Plot.line(points, { x: 'theoretical', y: 'theoretical', stroke: 'currentColor', strokeWidth: 1 }),
          Plot.dot(points, { x: 'theoretical', y: 'sample', r: 2.5, fill: 'var(--_accent)' }),
        ],
      }),
    data: {
      ...tableOf(report, caption, [words.normalX, words.normalY, words.bandLower, words.bandUpper]),
      groups: [
        {
          rows: points.map(({ theoretical, sample, lower, upper }) => ({
            header: { text: numbers.number(theoretical, 3) },
            cells: [sample, lower, upper].map((value) => ({ text: numbers.number(value, 3) })),
          })),
        },
      ],
    },
  };
}

type Residual = IndividualOutcome['residuals'][number];

function byVisit(report: Report, outcome: OutcomeResult, { residuals }: IndividualOutcome): FigureSpec {
  const { id, label } = outcome;
  const caption = words.byVisitCaption(label);
  const arms = report.arms.map(({ arm }) => arm);
  const visits = [...new Set(residuals.map(({ visit }) => visit))].sort((a, b) => Number(a) - Number(b) || 0);
  return scatter(report, outcome, caption, `residuals-visit-${id}`, residuals, {
    x: (row) => visits.indexOf(row.visit) + (arms.indexOf(row.arm) - (arms.length - 1) / 2) * 0.16,
    xAxis: {
      label: strings.plot.visit,
      domain: [-0.5, visits.length - 0.5],
      ticks: visits.map((_, index) => index),
      tickFormat: (index: number) => visits[index] ?? '',
      labelArrow: 'none',
      labelAnchor: 'center',
    },
  });
}

function byFitted(report: Report, outcome: OutcomeResult, { residuals }: IndividualOutcome): FigureSpec {
  const { id, label } = outcome;
  return scatter(report, outcome, words.byFittedCaption(label), `residuals-fitted-${id}`, residuals, {
    x: ({ fitted }) => fitted,
    xAxis: { label: words.fitted, ...axisIn(numbersOf(report)) },
  });
}

function scatter(
  report: Report,
  outcome: OutcomeResult,
  caption: string,
  id: string,
  residuals: readonly Residual[],
  { x, xAxis }: { x: (row: Residual) => number; xAxis: Plot.ScaleOptions },
): FigureSpec {
  const arms = report.arms.map(({ arm }) => arm);
  const description = words.residualDescription(caption);
  const unit = outcomeUnit(report, outcome);
  const numbers = numbersOf(report);
  return {
    id,
    caption,
    description,
    simulated: report.simulated,
    arms,
    draw: (width) =>
      plotSvg(description, {
        ...frame,
        width: Math.min(width, 640),
        height: square(Math.min(width, 520)),
        x: xAxis,
        y: { label: words.normalised, grid: true, ...axisIn(numbers) },
        marks: [
          Plot.ruleY([0], { stroke: 'currentColor' }),
          Plot.ruleY([-1.96, 1.96], { stroke: 'currentColor', strokeDasharray: '3 3', strokeOpacity: 0.6 }),
          ...arms.map((arm, index) => {
            const { colour, symbol } = armStyle(index);
            const own = residuals.filter((row) => row.arm === arm);
            return Plot.dot(own, { x, y: 'normalised', symbol, r: 3, stroke: colour, strokeWidth: 1.25 });
          }),
        ],
      }),
    data: {
      ...tableOf(report, caption, [words.participant, words.arm, strings.plot.visit, words.fitted, words.normalised]),
      groups: [
        {
          rows: residuals.map((row) => ({
            header: { text: row.participant },
            cells: [
              { text: row.arm },
              { text: visitTitle(row.visit, unit) },
              { text: numbers.number(row.fitted, 3) },
              { text: numbers.number(row.normalised, 3) },
            ],
          })),
        },
      ],
    },
  };
}

const tableOf = (report: Report, caption: string, labels: readonly string[]): Omit<TableSpec, 'groups'> => ({
  caption,
  simulated: report.simulated,
  columns: labels.map((label) => ({ label, numeric: true })),
  notes: [],
});
