// SPDX-License-Identifier: MIT
/** A covariance matrix as the correlations it holds, with the SDs beside it. */
import * as Plot from '@observablehq/plot';
import type { OutcomeResult, Report } from '../contract/report.js';
import { visitTitle } from '../text/labels.js';
import { numbersOf, type NumberFormat } from '../text/number.js';
import { strings } from '../text/strings.js';
import { outcomeUnit } from '../text/time_unit.js';
import { fitting, labelRoom, plotSvg, type FigureSpec } from './spec.js';

const words = strings.figures;

interface Cell {
  row: string;
  column: string;
  correlation: number;
}

export function correlationFigures(report: Report, outcome: OutcomeResult): FigureSpec[] {
  const numbers = numbersOf(report);
  const unit = outcomeUnit(report, outcome);
  return (outcome.model?.covariance ?? []).flatMap(({ group, levels, sd, correlation }, index) => {
    if (levels.length < 2 || !sd || !correlation) return [];
    const names = levels.map((level) => visitTitle(level, unit));
    const cells = correlation.flatMap((row, i) =>
      row.map((value, j): Cell => ({ row: names[i] ?? '', column: names[j] ?? '', correlation: value ?? NaN })),
    );
    const caption = words.correlationCaption(outcome.label) + (group === null ? '' : `, ${group}`);
    const description = words.correlationDescription(caption);
    const figure: FigureSpec = {
      id: `correlations-${outcome.id}${index > 0 ? `-${index + 1}` : ''}`,
      caption,
      description,
      simulated: report.simulated,
      arms: [],
      draw: (width) => draw(cells, names, Math.min(width, 90 + 74 * names.length), description, numbers),
      data: {
        caption,
        simulated: report.simulated,
        columns: [
          { label: strings.plot.visit },
          { label: strings.tables.sd, numeric: true },
          ...names.map((label) => ({ label, numeric: true })),
        ],
        groups: [
          {
            rows: names.map((name, i) => ({
              header: { text: name },
              cells: [
                { text: numbers.number(sd[i], 3) },
                ...names.map((_, j) => ({ text: numbers.number(correlation[i]?.[j], 3) })),
              ],
            })),
          },
        ],
        notes: [],
      },
    };
    return [figure];
  });
}

function draw(
  cells: readonly Cell[],
  names: readonly string[],
  width: number,
  description: string,
  numbers: NumberFormat,
): SVGSVGElement {
  const room = labelRoom(names, 40, 110);
  const side = (width - room - 10) / names.length;
  const isReadable = side >= 30;
  const short = (name: string): string => fitting(name, side + 8);
  return plotSvg(description, {
    width,
    height: side * names.length + 40,
    marginLeft: room,
    marginRight: 10,
    marginTop: 30,
    marginBottom: 10,
    padding: 0.04,
    x: { domain: names, label: null, axis: 'top', tickSize: 0, tickFormat: short },
    y: { domain: names, label: null, tickSize: 0 },
    color: { type: 'linear', domain: [-1, 0, 1], range: ['#b34a00', '#f2f0ea', '#005f9e'] },
    marks: [
      Plot.cell(cells, { x: 'column', y: 'row', fill: 'correlation' }),
      ...(isReadable
        ? [
            Plot.text(cells, {
              x: 'column',
              y: 'row',
              text: (d: Cell) => numbers.number(d.correlation, 2),
              fill: (d: Cell) => (Math.abs(d.correlation) > 0.6 ? '#ffffff' : '#1b1d1f'),
            }),
          ]
        : []),
    ],
  });
}
