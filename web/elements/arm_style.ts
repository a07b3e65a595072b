// SPDX-License-Identifier: MIT
/** How arms are told apart: colour, marker and dash together, so that none is needed alone. */
import { css } from 'lit';

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

/** The colours: told apart with the common kinds of colour blindness (after Okabe and Ito), in light and dark. */
export const armColours = css`
  :host {
    --_arm-1: var(--fc-arm-1, light-dark(#b34a00, #f0a04b));
    --_arm-2: var(--fc-arm-2, light-dark(#005f9e, #67b7ee));
    --_arm-3: var(--fc-arm-3, light-dark(#00775a, #35c49b));
    --_arm-4: var(--fc-arm-4, light-dark(#96457a, #dd96c3));
    --_arm-5: var(--fc-arm-5, light-dark(#6b5b00, #d8c84a));
    --_arm-6: var(--fc-arm-6, light-dark(#4a4f55, #b9bec4));
  }
`;
