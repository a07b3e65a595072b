// SPDX-License-Identifier: MIT
/** The way of the participants through the trial, after CONSORT (Schulz, Altman and Moher 2010), for one outcome. */
import type { TimeUnit } from '../contract/plan.js';
import type { Flow, OutcomeFlow, Reason } from '../contract/participants.js';
import type { Report } from '../contract/report.js';
import { visitTitle } from '../text/labels.js';
import { numbersOf, type NumberFormat } from '../text/number.js';
import { strings } from '../text/strings.js';
import { outcomeUnit } from '../text/time_unit.js';
import type { FigureSpec } from './spec.js';
import { element, image, wrapped } from './svg.js';
import { notAnalysedReason } from '../text/not_analysed.js';
import { translated } from '../text/translated.js';

const words = strings.figures;
const line = 16;
const padding = 10;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  lines: readonly string[];
  /** The first line says what the box is. */
  hasHeading: boolean;
}

export function flowFigure(report: Report, flow: Flow, outcome: OutcomeFlow): FigureSpec {
  const result = report.outcomes.find(({ id }) => id === outcome.outcome);
  const label = result?.label ?? outcome.outcome;
  const unit = result ? outcomeUnit(report, result) : 'day';
  const numbers = numbersOf(report);
  const caption = words.flowCaption(label);
  const isRandomised = report.plan.randomised === true;
  const description = (isRandomised ? words.flowDescription : words.flowDescriptionAssigned)(label);
  return {
    id: `flow-${outcome.outcome}`,
    caption,
    description,
    simulated: report.simulated,
    arms: [],
    draw: (width) => draw(flow, outcome, width, { description, numbers, unit, isRandomised }),
    data: {
      caption,
      simulated: report.simulated,
      columns: [{ label: '' }, ...outcome.arms.map(({ arm }) => ({ label: arm, numeric: true }))],
      groups: [
        {
          rows: rowsOf(outcome, { numbers, unit, isRandomised }).map(({ name, cells }) => ({
            header: { text: name },
            cells: cells.map((text) => ({ text })),
          })),
        },
      ],
      notes: flow.notRandomised.map(({ reason, n }) => words.reason(translated(reason), numbers.count(n))),
    },
  };
}

/** How counts and visits are written. */
interface Style {
  numbers: NumberFormat;
  unit: TimeUnit;
  isRandomised: boolean;
}

function rowsOf(
  { arms, visits }: OutcomeFlow,
  { numbers, unit, isRandomised }: Style,
): { name: string; cells: string[] }[] {
  const reasons = [...new Set(arms.flatMap(({ notAnalysed }) => notAnalysed.map(notAnalysedReason)))];
  return [
    {
      name: isRandomised ? words.randomised : words.assigned,
      cells: arms.map(({ randomised }) => numbers.count(randomised)),
    },
    ...(arms.some(({ withBaseline }) => withBaseline !== null)
      ? [
          {
            name: words.withBaseline,
            cells: arms.map(({ withBaseline }) => (withBaseline === null ? '' : numbers.count(withBaseline))),
          },
        ]
      : []),
    { name: words.analysed, cells: arms.map(({ analysed }) => numbers.count(analysed)) },
    ...reasons.map((reason) => ({
      name: words.notAnalysedReason(reason),
      cells: arms.map(({ notAnalysed }) =>
        numbers.count(notAnalysed.find((each) => notAnalysedReason(each) === reason)?.n ?? 0),
      ),
    })),
    ...visits.map((visit) => ({
      name: words.analysedAt(visitTitle(visit.visit, unit)),
      cells: visit.arms.map(({ analysed }) => numbers.count(analysed)),
    })),
  ];
}

function draw(
  flow: Flow,
  outcome: OutcomeFlow,
  width: number,
  { description, ...style }: Style & { description: string },
): SVGSVGElement {
  const { numbers } = style;
  const arms = outcome.arms;
  const isNarrow = width < 150 * arms.length;
  const gap = 16;
  const columns = isNarrow ? 1 : arms.length;
  const boxWidth = Math.min(300, (width - gap * (columns - 1)) / columns);
  const left = (width - (boxWidth * columns + gap * (columns - 1))) / 2;
  const most = Math.floor((boxWidth - 2 * padding) / 6.6);
  const parts: Node[] = [];
  const box = (x: number, y: number, lines: readonly string[], hasHeading: boolean, boxesWidth = boxWidth): Box => {
    const height = lines.length * line + 2 * padding - 4;
    const drawn = { x, y, width: boxesWidth, height, lines, hasHeading };
    parts.push(...drawBox(drawn));
    return drawn;
  };
  const listed = [
    words.listed(numbers.count(flow.listed)),
    ...reasonLines(
      words.notRandomised(numbers.count(sum(flow.notRandomised))),
      flow.notRandomised,
      Math.floor(300 / 6.6),
      numbers,
    ),
  ];
  const topWidth = Math.min(320, width);
  const top = box((width - topWidth) / 2, 1, listed, true, topWidth);
  const start = top.y + top.height + 40;
  let bottom = start;
  arms.forEach((arm, index) => {
    const x = isNarrow ? left : left + index * (boxWidth + gap);
    const lines = armLines(outcome, index, most, style);
    let y = isNarrow ? bottom : start;
    const centre = x + boxWidth / 2;
    if (!isNarrow) parts.push(elbow(width / 2, top.y + top.height, centre, y));
    else if (index === 0) parts.push(arrow(width / 2, top.y + top.height, y));
    lines.forEach((block, place) => {
      if (place > 0) {
        parts.push(arrow(centre, y, y + 22));
        y += 22;
      }
      // The last box lists the visits, one like the other.
      const drawn = box(x, y, place === 0 ? [arm.arm, ...block] : block, place < 2);
      y += drawn.height;
    });
    bottom = isNarrow ? y + 28 : Math.max(bottom, y);
  });
  return image(width, bottom + 4, description, parts);
}

/** The boxes of one arm: randomised, analysed with why others are not, and the visits. */
function armLines(
  { arms, visits }: OutcomeFlow,
  index: number,
  most: number,
  { numbers, unit, isRandomised }: Style,
): string[][] {
  const arm = arms[index];
  if (!arm) return [];
  return [
    [
      (isRandomised ? words.randomisedN : words.assignedN)(numbers.count(arm.randomised)),
      ...(arm.withBaseline === null ? [] : [words.withBaselineN(numbers.count(arm.withBaseline))]),
    ],
    [
      words.analysedN(numbers.count(arm.analysed)),
      ...reasonLines(words.notAnalysedN(numbers.count(sum(arm.notAnalysed))), arm.notAnalysed, most, numbers),
    ],
    visits.flatMap((visit) => {
      const own = visit.arms[index];
      return own ? wrapped(words.atVisit(visitTitle(visit.visit, unit), numbers.count(own.analysed)), most) : [];
    }),
  ].filter((lines) => lines.length > 0);
}

const sum = (reasons: readonly Reason[]): number => reasons.reduce((total, { n }) => total + n, 0);

function reasonLines(heading: string, reasons: readonly Reason[], most: number, numbers: NumberFormat): string[] {
  if (reasons.length === 0) return [];
  return [
    heading,
    ...reasons.flatMap((reason) =>
      wrapped(words.reason(notAnalysedReason(reason), numbers.count(reason.n)), most).map((text, i) =>
        i === 0 ? `\u2022 ${text}` : `\u2003${text}`,
      ),
    ),
  ];
}

function drawBox({ x, y, width, height, lines, hasHeading }: Box): Node[] {
  return [
    element('rect', { x, y, width, height, rx: 2, fill: 'none', stroke: 'currentColor', 'stroke-width': 1 }),
    ...lines.map((text, index) =>
      element(
        'text',
        {
          x: x + padding,
          y: y + padding + 9 + index * line,
          'font-size': 12.5,
          ...(index === 0 && hasHeading ? { 'font-weight': 600 } : {}),
        },
        [text],
      ),
    ),
  ];
}

const stroke = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1 } as const;

function arrow(x: number, from: number, to: number): Node {
  return element('path', {
    ...stroke,
    d: `M${x} ${from}V${to - 1}M${x - 3.5} ${to - 6}L${x} ${to - 1}L${x + 3.5} ${to - 6}`,
  });
}

function elbow(x1: number, y1: number, x2: number, y2: number): Node {
  const middle = y1 + (y2 - y1) / 2;
  return element('path', {
    ...stroke,
    d: `M${x1} ${y1}V${middle}H${x2}V${y2 - 1}M${x2 - 3.5} ${y2 - 6}L${x2} ${y2 - 1}L${x2 + 3.5} ${y2 - 6}`,
  });
}
