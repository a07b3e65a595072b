// SPDX-License-Identifier: MIT
/** Effects with their intervals, one below the other: all outcomes in SDs, or one outcome's visits in points. */
import * as Plot from '@observablehq/plot';
import type { OutcomeResult, Report } from '../contract/report.js';
import { comparisons, directionText, effectUnit, effectWhen, pointsOf } from '../text/effect.js';
import { isScoreOnFatigue } from '../text/instrument.js';
import { capitalise, visitTitle } from '../text/labels.js';
import { hasInterval, isAvailable, numbersOf, type NumberFormat } from '../text/number.js';
import { outcomeDecimals } from '../text/precision.js';
import { strings } from '../text/strings.js';
import { outcomeUnit } from '../text/time_unit.js';
import { armStyle } from '../elements/arm_style.js';
import { axisLabel, heightOf, labelRoom, linesIn, plotSvg, tickTextIn, type FigureSpec } from './spec.js';

const words = strings.figures;

export interface ForestRow {
  label: string;
  /** Place of the arm compared. */
  arm: number;
  estimate: number;
  lower: number;
  upper: number;
  /** As the table writes it. */
  text: string;
}

interface Placed {
  lines: readonly string[];
}

/** `mcid` is drawn as a dashed line. Long labels take several lines. */
export function forestPlot(
  rows: readonly ForestRow[],
  {
    width,
    description,
    x,
    mcid,
    numbers,
  }: { width: number; description: string; x: string; mcid?: number | null; numbers: NumberFormat },
): SVGSVGElement {
  const isNarrow = width < 560;
  const room = isNarrow
    ? 0
    : labelRoom(
        rows.map(({ label }) => label),
        60,
        230,
      );
  const texts = isNarrow
    ? 0
    : labelRoom(
        rows.map(({ text }) => text),
        60,
        210,
      );
  const places = rows.map((row, index) => ({
    ...row,
    place: index,
    lines: isNarrow ? linesIn(`${row.label}: ${row.text}`, width - 36) : linesIn(row.label, room - 12),
  }));
  const mostLines = Math.max(1, ...places.map(({ lines }) => lines.length));
  const step = (isNarrow ? 30 : 14) + heightOf(mostLines);
  const { label, extra } = axisLabel(x, width - 16);
  // A number at an end of the axis reaches beyond it.
  const side = isNarrow ? 18 : 8;
  const limits = isAvailable(mcid) ? [mcid] : [];
  const marks = places.flatMap((row) => {
    const { colour, symbol } = armStyle(row.arm);
    return [
      Plot.ruleY([row], { y: 'place', x1: 'lower', x2: 'upper', stroke: colour, strokeWidth: 1.75 }),
      Plot.dot([row], { y: 'place', x: 'estimate', symbol, r: 5, fill: colour, stroke: 'var(--_paper)' }),
    ];
  });
  return plotSvg(description, {
    width,
    height: rows.length * step + 62 + extra,
    marginLeft: room + side,
    marginRight: texts + Math.max(14, side),
    marginTop: 12,
    marginBottom: 44 + extra,
    x: { label, nice: true, grid: true, labelArrow: 'none', labelAnchor: 'center', tickFormat: tickTextIn(numbers) },
    y: { axis: null, type: 'linear', domain: [-0.6, rows.length - 0.4], range: [12, 12 + rows.length * step] },
    marks: [
      Plot.ruleX([0], { stroke: 'currentColor', strokeWidth: 1 }),
      Plot.ruleX(limits, { stroke: 'currentColor', strokeDasharray: '4 3', strokeWidth: 1 }),
      ...marks,
      ...(isNarrow
        ? [
            Plot.text(places, {
              y: 'place',
              dx: 8 - side,
              dy: -8,
              fill: 'currentColor',
              stroke: 'var(--_paper)',
              strokeWidth: 4,
              frameAnchor: 'left',
              lineAnchor: 'bottom',
              text: (d: Placed) => d.lines.join('\n'),
            }),
          ]
        : [
            Plot.text(places, {
              y: 'place',
              dx: -room,
              frameAnchor: 'left',
              textAnchor: 'start',
              text: (d: Placed) => d.lines.join('\n'),
            }),
            Plot.text(places, { y: 'place', dx: texts, frameAnchor: 'right', textAnchor: 'end', text: 'text' }),
          ]),
    ],
  });
}

/** "−4.1 (−8.0 to −0.2)" */
export function estimateText(
  numbers: NumberFormat,
  estimate: number | null,
  lower: number | null | undefined,
  upper: number | null | undefined,
  decimals: number,
): string {
  return `${numbers.number(estimate, decimals)} (${numbers.interval(lower, upper, decimals)})`;
}

function specOf(
  report: Report,
  part: Pick<FigureSpec, 'id' | 'caption' | 'note'>,
  rows: readonly ForestRow[],
  axis: { x: string; mcid?: number | null },
): FigureSpec {
  const description = words.forestDescription(part.caption);
  return {
    ...part,
    description,
    simulated: report.simulated,
    arms: comparisons(report).length > 1 ? report.arms.map(({ arm }) => arm) : [],
    unseen: comparisons(report).map(([, reference]) => reference),
    draw: (width) => forestPlot(rows, { width, description, numbers: numbersOf(report), ...axis }),
    data: {
      caption: part.caption,
      simulated: report.simulated,
      columns: [{ label: words.row }, { label: words.estimateInterval, numeric: true }],
      groups: [{ rows: rows.map(({ label, text }) => ({ header: { text: label }, cells: [{ text }] })) }],
      notes: [],
    },
  };
}

const pairText = (report: Report, arm: string, reference: string): string =>
  comparisons(report).length > 1 ? ` (${strings.tables.differenceOf(arm, reference)})` : '';

const armPlace = (report: Report, arm: string): number =>
  Math.max(
    0,
    report.arms.findIndex((each) => each.arm === arm),
  );

/** Every effect of the report in units of its SD, signed so that the left favours the compared arm. */
export function effectsForest(report: Report): FigureSpec | null {
  const numbers = numbersOf(report);
  const rows = report.outcomes.flatMap((outcome) => {
    const turn = outcome.direction === 'lower_is_better' ? 1 : -1;
    return outcome.effects.flatMap((effect): ForestRow[] => {
      const { standardised } = effect;
      if (!standardised || !isAvailable(standardised.lower) || !isAvailable(standardised.upper)) return [];
      const limits = [turn * standardised.lower, turn * standardised.upper].sort((a, b) => a - b);
      return [
        {
          label: `${outcome.label}, ${effectWhen(report, outcome, effect)}${pairText(report, effect.arm, effect.reference)}`,
          arm: armPlace(report, effect.arm),
          estimate: turn * standardised.estimate,
          lower: limits[0] ?? NaN,
          upper: limits[1] ?? NaN,
          text: estimateText(numbers, turn * standardised.estimate, limits[0], limits[1], 2),
        },
      ];
    });
  });
  if (rows.length === 0) return null;
  const [only] = comparisons(report);
  const x = only && comparisons(report).length === 1 ? words.standardisedFavours(...only) : words.standardised;
  return specOf(report, { id: 'effects', caption: words.effectsCaption, note: words.effectsNote }, rows, { x });
}

/** One outcome's differences by visit, and averaged, in its own points. */
export function visitsForest(report: Report, outcome: OutcomeResult): FigureSpec | null {
  const decimals = outcomeDecimals(report, outcome);
  const numbers = numbersOf(report);
  const unit = outcomeUnit(report, outcome);
  const rows = outcome.differences.flatMap((row): ForestRow[] =>
    hasInterval(row)
      ? [
          {
            label:
              (row.visit === null ? capitalise(strings.visit.average) : visitTitle(row.visit, unit)) +
              pairText(report, row.arm, row.reference),
            arm: armPlace(report, row.arm),
            estimate: row.estimate,
            lower: row.lower,
            upper: row.upper,
            text: estimateText(numbers, row.estimate, row.lower, row.upper, decimals),
          },
        ]
      : [],
  );
  if (rows.length === 0) return null;
  const [first] = outcome.effects;
  const isSlope = first?.kind === 'slope_difference';
  const mcid = isSlope ? null : (first?.mcid?.threshold ?? null);
  const level = numbers.confidence(outcome.model?.confidence ?? 0.95);
  const [pair] = comparisons(report);
  const isOnePair = comparisons(report).length === 1;
  const better = directionText(
    isOnePair ? (pair?.[0] ?? '') : words.armNamed,
    outcome.direction,
    isScoreOnFatigue(report, outcome.score),
  );
  return specOf(
    report,
    {
      id: `differences-${outcome.id}`,
      caption: words.differencesCaption(outcome.label),
      note: [
        words.intervals(level),
        ...(mcid === null ? [] : [words.mcidLine(numbers.published(mcid, decimals), pointsOf(outcome))]),
      ].join(' '),
    },
    rows,
    {
      x: words.differenceAxis(
        isSlope ? strings.tables.points : effectUnit(report, outcome, { kind: 'visit_difference' }),
        outcome.direction === 'lower_is_better' ? '\u2190' : '\u2192',
        better,
      ),
      mcid,
    },
  );
}
