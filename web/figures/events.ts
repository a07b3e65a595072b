// SPDX-License-Identifier: MIT
/** Side effects: the risk in each arm beside its difference, and when they happened. */
import * as Plot from '@observablehq/plot';
import type { Report, SafetyRow, SafetyTable } from '../contract/report.js';
import { armStyle } from '../elements/arm_style.js';
import { isAvailable, numbersOf, type NumberFormat } from '../text/number.js';
import { strings } from '../text/strings.js';
import { capitalise } from '../text/labels.js';
import { estimateText } from './forest.js';
import { fitting, labelRoom, plotSvg, tickTextIn, type FigureSpec } from './spec.js';

const words = strings.figures;
const mostTerms = 25;

interface Dot {
  place: number;
  percent: number;
}

const termOf = (row: SafetyRow): string => (row.term === null ? strings.tables.anyEvent : capitalise(row.term));

/** Amit, Heiberger and Lane (2008): risks at the left, differences with intervals at the right; two arms or more. */
export function eventsFigure(report: Report, safety: SafetyTable): FigureSpec | null {
  const rows = safety.rows.slice(0, mostTerms);
  if (rows.length < 2) return null;
  const arms = safety.arms.map(({ arm }) => arm);
  const caption = words.eventsCaption;
  const numbers = numbersOf(report);
  const description = words.eventsDescription(arms.join(strings.listSeparator));
  return {
    id: 'side-effects',
    caption,
    description,
    note: [words.eventsNote, ...(safety.rows.length > mostTerms ? [words.mostTerms(mostTerms)] : [])].join(' '),
    simulated: report.simulated,
    arms,
    draw: (width) => draw(rows, arms, width, description, numbers),
    data: {
      caption,
      simulated: report.simulated,
      columns: [
        { label: strings.tables.event },
        ...arms.map((label) => ({ label, numeric: true })),
        ...differencesOf(rows).map((label) => ({ label, numeric: true })),
      ],
      groups: [
        {
          rows: rows.map((row) => ({
            header: { text: termOf(row) },
            cells: [
              ...row.cells.map(({ percent }, arm) => ({
                text: numbers.percent(percent, safety.arms[arm]?.participants),
              })),
              ...(row.comparisons ?? []).map(({ difference }) => ({
                text: estimateText(numbers, difference.estimate, difference.lower, difference.upper, 0),
              })),
            ],
          })),
        },
      ],
      notes: [],
    },
  };
}

const differencesOf = ([first]: readonly SafetyRow[]): string[] =>
  (first?.comparisons ?? []).map(({ arm, reference }) => strings.tables.differenceOf(arm, reference));

function draw(
  rows: readonly SafetyRow[],
  arms: readonly string[],
  width: number,
  description: string,
  numbers: NumberFormat,
): SVGSVGElement {
  const intervals = rows.flatMap((row, place) =>
    (row.comparisons ?? []).flatMap(({ arm, difference: { estimate, lower, upper } }, index, all) =>
      isAvailable(lower) && isAvailable(upper)
        ? [{ place: place + (index - (all.length - 1) / 2) * 0.28, arm: arms.indexOf(arm), estimate, lower, upper }]
        : [],
    ),
  );
  const step = 26;
  const labels = rows.map(termOf);
  // In a narrow place the differences stand below the risks, each with the names of the events.
  const isNarrow = width < 560;
  const room = Math.min(labelRoom(labels, 60, 200), width * (isNarrow ? 0.5 : 0.36));
  const left = isNarrow || intervals.length === 0 ? width : room + (width - room) * 0.5;
  const height = rows.length * step + 64;
  const frame = { height, marginTop: 20, marginBottom: 44, marginRight: 16 } as const;
  const y: Plot.ScaleOptions = {
    axis: null,
    type: 'linear',
    domain: [-0.5, rows.length - 0.5],
    range: [20, 20 + rows.length * step],
  };
  const axis: Plot.ScaleOptions = {
    nice: true,
    grid: true,
    labelArrow: 'none',
    labelAnchor: 'center',
    ticks: 4,
    tickFormat: tickTextIn(numbers),
  };
  const names = Plot.text(labels, {
    x: null,
    y: (_: string, i: number) => i,
    frameAnchor: 'left',
    textAnchor: 'start',
    dx: -room,
    text: (d: string) => fitting(d, room),
  });
  const risks = plotSvg(description, {
    ...frame,
    width: left,
    marginLeft: room,
    x: {
      ...axis,
      label: words.riskAxis,
      domain: [0, Math.max(10, ...rows.flatMap((row) => row.cells.map(({ percent }) => percent)))],
    },
    y,
    marks: [
      names,
      ...arms.map((_, index) => {
        const { colour, symbol } = armStyle(index);
        const dots = rows.map((row, place): Dot => ({ place, percent: row.cells[index]?.percent ?? NaN }));
        return Plot.dot(dots, { x: 'percent', y: 'place', symbol, r: 4.5, fill: colour, fillOpacity: 0.85 });
      }),
    ],
  });
  if (intervals.length === 0) return risks;
  const differences = plotSvg(description, {
    ...frame,
    width: isNarrow ? width : width - left,
    marginLeft: isNarrow ? room : 16,
    x: { ...axis, label: words.differencePoints },
    y,
    marks: [
      ...(isNarrow ? [names] : []),
      Plot.ruleX([0], { stroke: 'currentColor' }),
      ...intervals.flatMap((row) => {
        const { colour, symbol } = armStyle(row.arm);
        return [
          Plot.ruleY([row], { y: 'place', x1: 'lower', x2: 'upper', stroke: colour, strokeWidth: 1.75 }),
          Plot.dot([row], { y: 'place', x: 'estimate', symbol, r: 4, fill: colour }),
        ];
      }),
    ],
  });
  return together(risks, differences, isNarrow ? [0, height] : [left, 0], description);
}

/** Two plots in one picture, the second at a place of its own. */
function together(
  first: SVGSVGElement,
  second: SVGSVGElement,
  [x, y]: [number, number],
  description: string,
): SVGSVGElement {
  const sizeOf = (name: 'width' | 'height'): number => Number(second.getAttribute(name));
  const [width, height] = [x + sizeOf('width'), y + sizeOf('height')];
  const both = first.cloneNode(false) as SVGSVGElement;
  both.setAttribute('width', String(width));
  both.setAttribute('height', String(height));
  both.setAttribute('viewBox', `0 0 ${width} ${height}`);
  both.setAttribute('aria-label', description);
  for (const part of [first, second]) {
    const place = document.createElementNS(first.namespaceURI ?? '', 'g');
    if (part === second) place.setAttribute('transform', `translate(${x},${y})`);
    place.append(...part.childNodes);
    both.append(place);
  }
  return both;
}

/** Participants with an event, by study day and arm. */
export function eventsCourseFigure(report: Report, safety: SafetyTable): FigureSpec | null {
  const course = safety.course ?? [];
  if (course.length === 0) return null;
  const arms = safety.arms.map(({ arm }) => arm);
  const caption = words.courseCaption;
  const numbers = numbersOf(report);
  const description = words.courseDescription(arms.join(strings.listSeparator));
  const bars = course.flatMap(({ day, cells }) =>
    cells.map(({ participants }, index) => ({ day, arm: arms[index] ?? '', index, participants })),
  );
  return {
    id: 'side-effects-course',
    caption,
    description,
    simulated: report.simulated,
    arms,
    draw: (width) =>
      plotSvg(description, {
        width,
        height: 60 + 110 * arms.length,
        marginLeft: 44,
        marginBottom: 42,
        marginTop: 8,
        marginRight: labelRoom(arms, 60, width / 3),
        x: {
          label: strings.plot.day,
          labelArrow: 'none',
          labelAnchor: 'center',
          nice: true,
          ...(course.length < 12 ? { ticks: course.map(({ day }) => day) } : {}),
          tickFormat: String,
        },
        y: {
          label: words.participants,
          grid: true,
          labelArrow: 'none',
          ticks: 3,
          tickFormat: (n: number) => (Number.isInteger(n) ? numbers.count(n) : ''),
        },
        fy: { domain: arms, label: null },
        marks: [
          Plot.ruleY([0], { stroke: 'currentColor' }),
          Plot.ruleX(bars, {
            x: 'day',
            y1: 0,
            y2: 'participants',
            fy: 'arm',
            stroke: (d: { index: number }) => armStyle(d.index).colour,
            strokeWidth: Math.min(14, Math.max(3, (width - 120) / 30)),
          }),
        ],
      }),
    data: {
      caption,
      simulated: report.simulated,
      columns: [
        { label: strings.plot.day, numeric: true },
        ...arms.flatMap((group) => [
          { group, label: words.participants, numeric: true },
          { group, label: strings.tables.events, numeric: true },
        ]),
      ],
      groups: [
        {
          rows: course.map(({ day, cells }) => ({
            header: { text: String(day) },
            cells: cells.flatMap(({ participants, events }) => [
              { text: numbers.count(participants) },
              { text: numbers.count(events) },
            ]),
          })),
        },
      ],
      notes: [],
    },
  };
}
