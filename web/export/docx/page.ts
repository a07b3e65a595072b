// SPDX-License-Identifier: MIT
/** Paper and sections. Lengths in twentieths of a point. */

export type Paper = 'a4' | 'letter';
export type Orientation = 'portrait' | 'landscape';

const sizes: Record<Paper, { short: number; long: number }> = {
  a4: { short: 11906, long: 16838 },
  letter: { short: 12240, long: 15840 },
};
const margin = 1134;

export const textWidth = (paper: Paper, orientation: Orientation): number =>
  sizes[paper][orientation === 'portrait' ? 'short' : 'long'] - 2 * margin;

export function sectionProperties(paper: Paper, orientation: Orientation): string {
  const { short, long } = sizes[paper];
  const size =
    orientation === 'portrait'
      ? `<w:pgSz w:w="${short}" w:h="${long}"/>`
      : `<w:pgSz w:w="${long}" w:h="${short}" w:orient="landscape"/>`;
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${margin}"`).join(' ');
  return (
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:type w:val="nextPage"/>' +
    `${size}<w:pgMar ${sides} w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>`
  );
}
