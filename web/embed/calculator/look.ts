// SPDX-License-Identifier: MIT
/** The calculator on somebody else's page looks as that page does, but for what the page sets by custom properties. */
import { css } from 'lit';

export const look = css`
  :host {
    --_around: var(--fc-paper, Canvas);
    --_text: var(--fc-ink, currentcolor);
    --_ground: var(--fc-paper, transparent);
    color: var(--fc-ink, inherit);
    font-size: 1rem;
    line-height: 1.5;
    text-align: start;
  }
  .privacy {
    font-size: 0.875rem;
    color: var(--_soft);
    margin-block-end: 1rem;
  }
`;
