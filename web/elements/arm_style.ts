// SPDX-License-Identifier: MIT
/** How arms are told apart: colour, marker and dash together, so that none is needed alone. */
import { css, unsafeCSS } from 'lit';

export interface ArmStyle {
  colour: string;
  symbol: 'circle' | 'square' | 'triangle' | 'diamond' | 'star' | 'wye';
  /** SVG dash pattern; undefined is a solid line. */
  dash: string | undefined;
}

const styles: readonly ArmStyle[] = [
  { colour: 'var(--_arm-1)', symbol: 'circle', dash: '5 4' },
  { colour: 'var(--_arm-2)', symbol: 'square', dash: undefined },
  { colour: 'var(--_arm-3)', symbol: 'triangle', dash: '2 3' },
  { colour: 'var(--_arm-4)', symbol: 'diamond', dash: '9 3' },
  { colour: 'var(--_arm-5)', symbol: 'star', dash: '9 3 2 3' },
  { colour: 'var(--_arm-6)', symbol: 'wye', dash: '1 3' },
];

/** Style of the arm at this place in the report's order, the reference arm first. */
export function armStyle(index: number): ArmStyle {
  const style = styles[index % styles.length];
  if (style === undefined) throw new Error(`no style for arm ${index}`);
  return style;
}

/** Outlines of the markers in a box of 28 by 16: Plot's symbols are d3's, these are their plain shapes. */
export const armOutlines: Record<ArmStyle['symbol'], string> = {
  circle: 'M14 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  square: 'M11 5h6v6h-6z',
  triangle: 'M14 3.5l4 7h-8z',
  diamond: 'M14 3l3 5l-3 5l-3-5z',
  star: 'M14 3l1.3 3.4l3.6.2l-2.8 2.3l.9 3.5l-3-2l-3 2l.9-3.5l-2.8-2.3l3.6-.2z',
  wye: 'M12.8 13v-4l-3.4-2l1.2-2l3.4 2l3.4-2l1.2 2l-3.4 2v4z',
};

/** Told apart with the common kinds of colour blindness (after Okabe and Ito): on light paper, and on dark. */
export const armColourPairs: readonly (readonly [light: string, dark: string])[] = [
  ['#b34a00', '#f0a04b'],
  ['#005f9e', '#67b7ee'],
  ['#00775a', '#35c49b'],
  ['#96457a', '#dd96c3'],
  ['#6b5b00', '#d8c84a'],
  ['#4a4f55', '#b9bec4'],
];

export const armColours = css`
  :host {
    ${unsafeCSS(
      armColourPairs
        .map(
          ([light, dark], index) => `--_arm-${index + 1}: var(--fc-arm-${index + 1}, light-dark(${light}, ${dark}));`,
        )
        .join('\n'),
    )}
  }
`;
