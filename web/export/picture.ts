// SPDX-License-Identifier: MIT
/**
 * A figure as a file of its own: SVG with its colours written out, PNG at 300 dots per inch, both on white. The stamp
 * stands in the SVG's metadata and in the PNG's text.
 */
import { armColourPairs, armOutlines, armStyle } from '../elements/arm_style.js';
import type { FigureSpec } from '../figures/spec.js';
import { element, wrapped } from '../figures/svg.js';
import { strings } from '../text/strings.js';
import { withResolution, withText } from './png.js';

export const dotsPerInch = 300;
const cssPixelsPerInch = 96;
/** Width of a saved picture in CSS pixels: two columns of a journal's page at 96 per inch. */
export const savedWidth = 680;
const margin = 12;
/** Colours on light paper. */
const ink = '#1b1d1f';
const soft = '#595f66';
const font = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

export interface PictureOptions {
  /** The lines that say which software, plan and data. Default none. */
  stamp?: readonly string[];
  /** Default true: caption and note stand in the picture. A document has its own. */
  framed?: boolean;
}

export interface StandaloneSvg {
  text: string;
  /** In CSS pixels. */
  width: number;
  height: number;
}

/** The figure with caption, legend and note inside, colours for light paper, nothing that refers outside. */
export function standaloneSvg(
  figure: FigureSpec,
  width: number,
  { stamp = [], framed = true }: PictureOptions = {},
): StandaloneSvg {
  const drawing = figure.draw(width);
  const box = (drawing.getAttribute('viewBox') ?? '').split(/[ ,]+/).map(Number);
  const [, , drawnWidth = width, drawnHeight = 300] = box;
  const caption = figure.caption + (figure.simulated ? ` (${strings.intro.simulatedBadge})` : '');
  const headings = framed ? wrapped(caption, width / 7.4) : [];
  const headingHeight = headings.length * 18;
  const legend = legendOf(figure, width, headingHeight);
  const top = headingHeight + 6 + legend.height;
  const notes = framed && figure.note ? wrapped(figure.note, width / 5.6) : [];
  const height = top + drawnHeight + notes.length * 14 + (notes.length > 0 ? 8 : 0);
  const place = element('g', { transform: `translate(0,${top})`, 'font-size': 12 });
  place.append(...drawing.childNodes);
  for (const { name, value } of drawing.attributes) {
    if (['fill', 'font-size', 'text-anchor', 'stroke'].includes(name)) place.setAttribute(name, value);
  }
  const full = { width: Math.max(width, drawnWidth) + 2 * margin, height: height + 2 * margin };
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...full,
      viewBox: `0 0 ${full.width} ${full.height}`,
      role: 'img',
      'aria-label': figure.description,
      color: ink,
      fill: 'currentColor',
      'font-family': font,
    },
    [
      element('title', {}, [caption]),
      element('desc', {}, [figure.description]),
      ...(stamp.length > 0 ? [element('metadata', {}, [stamp.join('\n')])] : []),
      element('rect', { width: full.width, height: full.height, fill: '#ffffff' }),
      element('g', { transform: `translate(${margin},${margin})` }, [
        ...headings.map((line, index) =>
          element('text', { x: 0, y: 14 + index * 18, 'font-size': 14, 'font-weight': 600 }, [line]),
        ),
        legend.node,
        place,
        ...notes.map((line, index) =>
          element('text', { x: 0, y: top + drawnHeight + 16 + index * 14, 'font-size': 11, fill: soft }, [line]),
        ),
      ]),
    ],
  );
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`, ...full };
}

/** PNG bytes, with their resolution. */
export async function pictureBytes(
  figure: FigureSpec,
  width: number,
  options: PictureOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return (await pictureOf(figure, width, options)).bytes;
}

/** PNG bytes and the picture's size in CSS pixels. */
export async function pictureOf(
  figure: FigureSpec,
  width: number,
  options: PictureOptions = {},
): Promise<{ bytes: Uint8Array<ArrayBuffer>; width: number; height: number }> {
  const { text, ...size } = standaloneSvg(figure, width, options);
  const scale = dotsPerInch / cssPixelsPerInch;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(size.width * scale);
  canvas.height = Math.round(size.height * scale);
  const image = new Image();
  // A data address is allowed by the page's img-src; an object address would not be on every host.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode().catch(() => {
    throw new Error(strings.figures.pictureRefused);
  });
  const context = canvas.getContext('2d');
  if (!context) throw new Error(strings.figures.noCanvas);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error(strings.figures.noCanvas);
  const png = withResolution(new Uint8Array(await blob.arrayBuffer()), dotsPerInch);
  const texts = [
    ['Title', figure.caption],
    ...(options.stamp ?? []).map((line) => ['Comment', line] as const),
  ] as const;
  return { bytes: withText(png, texts), ...size };
}

function legendOf(
  { arms, unseen = [] }: FigureSpec,
  width: number,
  top: number,
): { node: SVGGElement; height: number } {
  const node = element('g', { transform: `translate(0,${top})`, 'font-size': 12 });
  let x = 0;
  let y = 0;
  arms.forEach((arm, index) => {
    if (unseen.includes(arm)) return;
    const { colour, symbol, dash } = armStyle(index);
    const needs = 36 + arm.length * 6.6 + 20;
    if (x > 0 && x + needs > width) [x, y] = [0, y + 18];
    node.append(
      element('g', { transform: `translate(${x},${y})` }, [
        element('line', { x1: 0, y1: 8, x2: 28, y2: 8, stroke: colour, 'stroke-width': 1.5, 'stroke-dasharray': dash }),
        element('path', { d: armOutlines[symbol], fill: colour }),
        element('text', { x: 34, y: 12 }, [arm]),
      ]),
    );
    x += needs;
  });
  return { node, height: arms.length === 0 ? 0 : y + 22 };
}

/** The SVG as text, every custom property replaced by its colour on light paper. */
function written(root: SVGSVGElement): string {
  for (const node of [root, ...root.querySelectorAll('*')]) {
    node.removeAttribute('class');
    for (const { name, value } of [...node.attributes]) {
      if (value.includes('var('))
        node.setAttribute(
          name,
          value.replace(/var\((--[\w-]+)\)/g, (_, key: string) => lightColour(key)),
        );
    }
  }
  return new XMLSerializer().serializeToString(root);
}

function lightColour(property: string): string {
  const arm = /^--_arm-(\d)$/.exec(property)?.[1];
  if (arm !== undefined) return armColourPairs[Number(arm) - 1]?.[0] ?? ink;
  return { '--_paper': '#ffffff', '--_accent': '#1d5585', '--_soft': soft }[property] ?? ink;
}
