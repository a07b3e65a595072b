// SPDX-License-Identifier: MIT
/** LS means with intervals by visit and arm, drawn by Observable Plot as one SVG. */
import * as Plot from '@observablehq/plot';
import type { TimeUnit } from '../contract/plan.js';
import type { MeanRow, OutcomeResult, Report } from '../contract/report.js';
import { armStyle } from '../elements/arm_style.js';
import { isScoreOnFatigue } from '../text/instrument.js';
import { isNumbered, visitAxis, visitLabel } from '../text/labels.js';
import { hasInterval, numbersOf, type NumberFormat } from '../text/number.js';
import { baselineText } from '../text/response.js';
import { strings } from '../text/strings.js';
import { outcomeUnit } from '../text/time_unit.js';
import { meansTable } from '../text/tables/means.js';
import { axisLabel, letterWidth, plotSvg, tickTextIn, type FigureSpec } from './spec.js';

type Interval = { estimate: number; lower: number; upper: number };

type Point = Interval & { x: number | string };

/** Pixels between the arms at one visit, so that their intervals stand side by side. */
const dodge = 9;

/** Pixels between the first and last visit and the ends of the axis. */
const inset = 14;

/** The means that can be drawn: one visit each (no average), with an interval. */
export function plottedMeans(outcome: OutcomeResult): (MeanRow & Interval & { visit: string })[] {
  return outcome.means.flatMap((row) => (row.visit !== null && hasInterval(row) ? [{ ...row, visit: row.visit }] : []));
}

/**
 * Where each visit stands on a scale of time: the day (or week) the model used, or the number that the visit is. Null when
 * visits are labels without days, which stand side by side.
 */
export function visitDays(
  { model }: Pick<OutcomeResult, 'model'>,
  visits: readonly string[],
): Map<string, number> | null {
  const known = new Map((model?.days ?? []).map((day, index) => [model?.visits[index] ?? '', day]));
  const days = visits.map((visit) => known.get(visit) ?? (isNumbered(visit) ? Number(visit) : null));
  if (days.some((day) => day === null)) return null;
  return new Map(visits.map((visit, index) => [visit, days[index] ?? 0]));
}

export function meansFigure(report: Report, outcome: OutcomeResult): FigureSpec | null {
  if (plottedMeans(outcome).length === 0) return null;
  const arms = report.arms.map(({ arm }) => arm);
  const numbers = numbersOf(report);
  const description = strings.plot.description(outcome.label, arms.join(strings.listSeparator));
  return {
    id: `means-${outcome.id}`,
    caption: strings.captions.plotMeans(outcome.label),
    description,
    note: strings.plot.caption(numbers.confidence(outcome.model?.confidence ?? 0.95)),
    simulated: report.simulated,
    arms,
    draw: (width) => draw(outcome, arms, width, { description, numbers, ...axesOf(report, outcome) }),
    data: meansTable(report, outcome),
  };
}

interface Axes {
  x: string;
  y: string;
  /** A line at zero, where the response is a change. */
  zero: boolean;
  unit: TimeUnit;
}

function axesOf(report: Report, outcome: OutcomeResult): Axes {
  const isLower = outcome.direction === 'lower_is_better';
  const { lowerIsBetter, higherIsBetter, lowerIsBetterOther, higherIsBetterOther } = strings.plot;
  const [down, up] = isScoreOnFatigue(report, outcome.score)
    ? [lowerIsBetter, higherIsBetter]
    : [lowerIsBetterOther, higherIsBetterOther];
  const visits = plottedMeans(outcome).map(({ visit }) => visit);
  return {
    x: visitAxis(visits, outcomeUnit(report, outcome)),
    y: `${yLabel(report, outcome)} (${isLower ? down : up})`,
    zero: baselineText(report, outcome) !== null,
    unit: outcomeUnit(report, outcome),
  };
}

function yLabel(report: Report, outcome: OutcomeResult): string {
  const baseline = baselineText(report, outcome);
  if (baseline === null) return strings.plot.value(outcome.label);
  return outcome.model?.response === 'percent_change'
    ? strings.plot.percentChange(outcome.label, baseline)
    : strings.plot.change(outcome.label, baseline);
}

function draw(
  outcome: OutcomeResult,
  arms: readonly string[],
  width: number,
  axes: Axes & { description: string; numbers: NumberFormat },
): SVGSVGElement {
  const rows = plottedMeans(outcome);
  const visits = [...new Set(rows.map((row) => row.visit))];
  const days = visitDays(outcome, visits);
  const labels = new Map([...(days ?? [])].map(([visit, day]) => [day, visit]));
  const marks = arms.flatMap((arm, index) => {
    const points = rows
      .filter((row) => row.arm === arm)
      .map(({ visit, estimate, lower, upper }) => ({ x: days?.get(visit) ?? visit, estimate, lower, upper }));
    return armMarks(points, index, (index - (arms.length - 1) / 2) * dodge);
  });
  const y = axisLabel(axes.y, width - 8);
  return plotSvg(axes.description, {
    width,
    height: Math.round(Math.min(380, Math.max(260, width * 0.5))) + y.extra,
    marginLeft: 48,
    marginRight: 16 + dodge,
    marginTop: 30 + y.extra,
    marginBottom: 42,
    x: days
      ? {
          type: 'linear',
          label: axes.x,
          ticks: spacedTicks([...labels], width - 64 - 2 * inset),
          tickFormat: (day: number) => labels.get(day) ?? String(day),
          inset,
          labelAnchor: 'center',
          labelArrow: 'none',
        }
      : {
          type: 'point',
          label: axes.x,
          domain: visits,
          tickFormat: (visit: string) => visitLabel(visit, axes.unit),
          labelAnchor: 'center',
          labelArrow: 'none',
        },
    y: { label: y.label, nice: true, grid: true, labelArrow: 'none', tickFormat: tickTextIn(axes.numbers) },
    marks: [...(axes.zero ? [Plot.ruleY([0], { stroke: 'currentColor', strokeWidth: 1 })] : []), ...marks],
  });
}

/** The days whose labels stand clear of the one before, on an axis of so many pixels. */
export function spacedTicks(labels: readonly (readonly [number, string])[], pixels: number): number[] {
  const places = labels.map(([day]) => day);
  const first = Math.min(...places);
  const scale = pixels / Math.max(1, Math.max(...places) - first);
  const kept: number[] = [];
  let end = -Infinity;
  for (const [day, label] of [...labels].sort(([a], [b]) => a - b)) {
    const half = ((label.length + 1) * letterWidth) / 2;
    if ((day - first) * scale - half < end) continue;
    kept.push(day);
    end = (day - first) * scale + half;
  }
  return kept;
}

function armMarks(points: Point[], index: number, dx: number): Plot.Markish[] {
  const { colour, symbol, dash } = armStyle(index);
  const dashed = dash === undefined ? {} : { strokeDasharray: dash };
  return [
    Plot.lineY(points, { x: 'x', y: 'estimate', stroke: colour, strokeWidth: 1.5, dx, ...dashed }),
    Plot.ruleX(points, { x: 'x', y1: 'lower', y2: 'upper', stroke: colour, strokeWidth: 1.5, dx }),
    Plot.dot(points, {
      x: 'x',
      y: 'estimate',
      symbol,
      r: 4.5,
      fill: colour,
      stroke: 'var(--_paper)',
      strokeWidth: 1,
      dx,
    }),
  ];
}
