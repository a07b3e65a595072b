// SPDX-License-Identifier: MIT
/** SVG by hand, for the figures that are no plots. Text goes in as text nodes, never as markup. */

const namespace = 'http://www.w3.org/2000/svg';
type Attributes = Record<string, string | number | undefined>;

export function element<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly (Node | string)[] = [],
): SVGElementTagNameMap[Tag] {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

export function image(width: number, height: number, description: string, children: readonly Node[]): SVGSVGElement {
  return element(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': description, fill: 'currentColor' },
    children,
  );
}

/** Words in lines of at most `most` characters; a longer word has a line of its own. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length + 1 <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
