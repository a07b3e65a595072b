// SPDX-License-Identifier: MIT
/** A figure as data: what a page, a document or a picture file can each make something of. */
import * as Plot from '@observablehq/plot';
import type { NumberFormat } from '../text/number.js';
import type { TableSpec } from '../text/tables/spec.js';
import { wrapped } from './svg.js';

export interface FigureSpec {
  /** Name of the file it is saved as, unique in a report: "means-fss". */
  id: string;
  caption: string;
  /** What is to be seen, for those who do not see it. */
  description: string;
  note?: string;
  simulated: boolean;
  /** Arms told apart by colour, marker and dash; empty where the figure has none. */
  arms: readonly string[];
  /** Of these, those that are not drawn themselves, as the arm that others are compared with: no part of the legend. */
  unseen?: readonly string[];
  /** The drawing at a width in CSS pixels. */
  draw(width: number): SVGSVGElement;
  /** The numbers drawn. */
  data: TableSpec;
}

/** Plot as an accessible SVG without a style element, which a strict style-src would refuse. */
export function plotSvg(description: string, options: Plot.PlotOptions): SVGSVGElement {
  const svg = Plot.plot({ ...options, ariaLabel: description }) as SVGSVGElement;
  svg.querySelector('style')?.remove();
  svg.removeAttribute('style');
  svg.setAttribute('role', 'img');
  // Plot names its groups of marks ("dot", "x-axis label"), which means nothing to those who hear the description.
  for (const part of svg.children) part.setAttribute('aria-hidden', 'true');
  return svg;
}

/** Axis numbers, all with the decimals of the finest. */
export const tickTextIn =
  (numbers: NumberFormat) =>
  (value: number, _index: number, ticks: readonly number[] = [value]): string => {
    const decimals = Math.max(...ticks.map((tick) => /\.(\d+)$/.exec(String(tick))?.[1]?.length ?? 0));
    return numbers.number(value, decimals);
  };

export const letterWidth = 6.4;
const lineHeight = 14;

/** Lines that fit into so many pixels at 12 px. */
export const linesIn = (text: string, pixels: number): string[] =>
  wrapped(text, Math.max(8, Math.floor(pixels / letterWidth)));

/** Pixels that lines at 12 px take. */
export const heightOf = (lines: number): number => lines * lineHeight;

/** An axis label in as many lines as the width needs, and the margin that the lines after the first take. */
export function axisLabel(text: string, width: number): { label: string; extra: number } {
  const lines = linesIn(text, width);
  return { label: lines.join('\n'), extra: heightOf(lines.length - 1) };
}

/** Room for the longest of these labels at 12 px, within limits. */
export const labelRoom = (labels: readonly string[], least = 40, most = 190): number =>
  Math.min(most, Math.max(least, 12 + letterWidth * Math.max(0, ...labels.map(({ length }) => length))));

/** A label that fits `pixels` at 12 px; the whole of it stands in the data table. */
export function fitting(label: string, pixels: number): string {
  const most = Math.max(4, Math.floor((pixels - 12) / letterWidth));
  return label.length <= most ? label : `${label.slice(0, most - 1)}\u2026`;
}
