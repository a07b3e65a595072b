// SPDX-License-Identifier: MIT
/** Percentage of each arm that improved by at least so much: every possible definition of a responder at once. */
import * as Plot from '@observablehq/plot';
import type { IndividualOutcome } from '../contract/individual.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { armStyle } from '../elements/arm_style.js';
import { pointsOf } from '../text/effect.js';
import { visitLabel } from '../text/labels.js';
import { numbersOf, percentOf } from '../text/number.js';
import { outcomeDecimals } from '../text/precision.js';
import { strings } from '../text/strings.js';
import { outcomeUnit } from '../text/time_unit.js';
import { plotSvg, tickTextIn, type FigureSpec } from './spec.js';

const words = strings.figures;

interface Step {
  gain: number;
  percent: number;
}

export function responderCurve(
  report: Report,
  outcome: OutcomeResult,
  { gains }: IndividualOutcome,
): FigureSpec | null {
  const visit = outcome.effects.find((effect) => effect.visit !== null)?.visit ?? gains[gains.length - 1]?.visit;
  const own = gains.filter((each) => each.visit === visit);
  if (visit === undefined || own.length === 0) return null;
  const arms = report.arms.map(({ arm }) => arm);
  const curves = arms.map((arm) => curveOf(own.filter((each) => each.arm === arm).map(({ gain }) => gain)));
  const caption = words.curveCaption(outcome.label, visitLabel(visit, outcomeUnit(report, outcome)));
  const description = words.curveDescription(caption);
  const mcid = outcome.effects.find((effect) => effect.mcid)?.mcid?.value ?? null;
  const decimals = outcomeDecimals(report, outcome);
  const numbers = numbersOf(report);
  const counts = arms.map((arm) => own.filter((each) => each.arm === arm).length);
  const values = [...new Set(own.map(({ gain }) => gain))].sort((a, b) => a - b);
  const [low = 0, high = 0] = [values[0], values[values.length - 1]];
  return {
    id: `responder-curve-${outcome.id}`,
    caption,
    description,
    ...(mcid === null ? {} : { note: words.mcidLine(numbers.published(mcid, decimals), pointsOf(outcome)) }),
    simulated: report.simulated,
    arms,
    draw: (width) =>
      plotSvg(description, {
        width,
        height: Math.round(Math.min(340, Math.max(240, width * 0.5))),
        marginLeft: 48,
        marginBottom: 42,
        marginTop: 20,
        x: {
          label: words.gainAxis(pointsOf(outcome)),
          nice: true,
          labelArrow: 'none',
          labelAnchor: 'center',
          tickFormat: tickTextIn(numbers),
          domain: [Math.min(low, 0), Math.max(high, 1)],
        },
        y: {
          label: words.percentAxis,
          domain: [0, 100],
          grid: true,
          labelArrow: 'none',
          tickFormat: tickTextIn(numbers),
        },
        marks: [
          ...(mcid === null ? [] : [Plot.ruleX([mcid], { stroke: 'currentColor', strokeDasharray: '4 3' })]),
          ...curves.map((steps, index) => {
            const { colour, dash } = armStyle(index);
            const dashed = dash === undefined ? {} : { strokeDasharray: dash };
            return Plot.line(drawn(steps, Math.min(low, 0), Math.max(high, 1)), {
              x: 'gain',
              y: 'percent',
              curve: 'step-before',
              stroke: colour,
              strokeWidth: 1.75,
              ...dashed,
            });
          }),
        ],
      }),
    data: {
      caption,
      simulated: report.simulated,
      columns: [{ label: words.gainAtLeast, numeric: true }, ...arms.map((label) => ({ label, numeric: true }))],
      groups: [
        {
          rows: values.map((value) => ({
            header: { text: numbers.number(value, decimals) },
            cells: curves.map((steps, arm) => ({ text: numbers.percent(percentAt(steps, value), counts[arm]) })),
          })),
        },
      ],
      notes: [],
    },
  };
}

/** At each gain somebody had, the percentage with at least that gain. */
function curveOf(gains: readonly number[]): Step[] {
  const sorted = [...gains].sort((a, b) => a - b);
  return [...new Set(sorted)].map((gain) => ({
    gain,
    percent: percentOf(sorted.filter((each) => each >= gain).length, sorted.length),
  }));
}

/** The steps from end to end of the axis: all at the left, nobody beyond the largest gain. */
function drawn(steps: readonly Step[], low: number, high: number): Step[] {
  const last = steps[steps.length - 1];
  return [
    { gain: low, percent: 100 },
    ...steps,
    ...(last === undefined || last.gain >= high
      ? []
      : [
          { gain: last.gain + 1e-9, percent: 0 },
          { gain: high, percent: 0 },
        ]),
  ];
}

function percentAt(steps: readonly Step[], gain: number): number {
  return steps.find((step) => step.gain >= gain)?.percent ?? 0;
}
