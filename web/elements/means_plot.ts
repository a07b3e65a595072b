// SPDX-License-Identifier: MIT
/** LS means with intervals by visit and arm, drawn by Observable Plot as one SVG. */
import * as Plot from '@observablehq/plot';
import type { MeanRow, OutcomeResult } from '../contract/report.js';
import { isDay } from '../text/labels.js';
import { formatNumber, isAvailable } from '../text/number.js';
import { armStyle } from './arm_style.js';

export interface MeansPlotOptions {
  arms: readonly string[];
  width: number;
  /** Axis labels. */
  x: string;
  y: string;
  description: string;
  /** A line at zero: where the response is a change. */
  zero: boolean;
}

interface Point {
  x: number | string;
  estimate: number;
  lower: number;
  upper: number;
}

/** Pixels between the arms at one visit, so that their intervals stand side by side. */
const dodge = 9;

const hasInterval = (row: MeanRow): boolean =>
  isAvailable(row.estimate) && isAvailable(row.lower) && isAvailable(row.upper);

/** The means that can be drawn: one visit each (no average), with an interval. */
export function plottedMeans(outcome: OutcomeResult): (MeanRow & { visit: string })[] {
  return outcome.means.flatMap((row) => (row.visit !== null && hasInterval(row) ? [{ ...row, visit: row.visit }] : []));
}

/**
 * Where each visit stands on a scale of days: the day the model used, or the number that the visit is. Null when visits
 * are labels without days, which stand side by side.
 */
export function visitDays(
  { model }: Pick<OutcomeResult, 'model'>,
  visits: readonly string[],
): Map<string, number> | null {
  const known = new Map((model?.days ?? []).map((day, index) => [model?.visits[index] ?? '', day]));
  const days = visits.map((visit) => known.get(visit) ?? (isDay(visit) ? Number(visit) : null));
  if (days.some((day) => day === null)) return null;
  return new Map(visits.map((visit, index) => [visit, days[index] ?? 0]));
}

export function meansPlot(outcome: OutcomeResult, options: MeansPlotOptions): SVGSVGElement {
  const rows = plottedMeans(outcome);
  const visits = [...new Set(rows.map((row) => row.visit))];
  const days = visitDays(outcome, visits);
  const labels = new Map([...(days ?? [])].map(([visit, day]) => [day, visit]));
  const marks = options.arms.flatMap((arm, index) => {
    const points = rows
      .filter((row) => row.arm === arm)
      .map(({ visit, estimate, lower, upper }) => ({ x: days?.get(visit) ?? visit, estimate, lower, upper }));
    return armMarks(points, index, (index - (options.arms.length - 1) / 2) * dodge);
  });
  const height = Math.round(Math.min(380, Math.max(260, options.width * 0.5)));
  const svg = Plot.plot({
    width: options.width,
    height,
    marginLeft: 48,
    marginRight: 16 + dodge,
    marginTop: 30,
    marginBottom: 42,
    ariaLabel: options.description,
    x: days
      ? {
          type: 'linear',
          label: options.x,
          ticks: [...days.values()],
          tickFormat: (day: number) => labels.get(day) ?? String(day),
          inset: 14,
          labelAnchor: 'center',
          labelArrow: 'none',
        }
      : { type: 'point', label: options.x, domain: visits, labelAnchor: 'center', labelArrow: 'none' },
    y: { label: options.y, nice: true, grid: true, labelArrow: 'none', tickFormat: tickText },
    marks: [...(options.zero ? [Plot.ruleY([0], { stroke: 'currentColor', strokeWidth: 1 })] : []), ...marks],
  });
  // Plot's own style element would need a style-src exception; the element's stylesheet says the same.
  svg.querySelector('style')?.remove();
  svg.removeAttribute('style');
  svg.setAttribute('role', 'img');
  return svg as SVGSVGElement;
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

/** Axis numbers, all with the decimals of the finest. */
function tickText(value: number, _index: number, ticks: readonly number[] = [value]): string {
  const decimals = Math.max(...ticks.map((tick) => /\.(\d+)$/.exec(String(tick))?.[1]?.length ?? 0));
  return formatNumber(value, decimals);
}
