// SPDX-License-Identifier: MIT
/**
 * The look shared by every element. A page may set any `--fc-*` property on an element or above it; the colours here are
 * what it falls back to, in light and in dark. Fonts are those around the element unless they are set.
 */
import { css } from 'lit';

export const base = css`
  :host {
    --_ink: var(--fc-ink, light-dark(#1b1d1f, #e9e6df));
    --_soft: var(--fc-soft, light-dark(#595f66, #a9adb2));
    --_paper: var(--fc-paper, light-dark(#ffffff, #16181b));
    --_panel: var(--fc-panel, light-dark(#f6f5f1, #1e2125));
    --_line: var(--fc-line, light-dark(#d9d6ce, #383d43));
    --_accent: var(--fc-accent, light-dark(#1d5585, #8cbfe8));
    --_on-accent: light-dark(#ffffff, #16181b);
    --_warn: var(--fc-warn, light-dark(#8a5a00, #e3b25b));
    --_error: var(--fc-error, light-dark(#a3201b, #ff9c92));
    /* Without a value, what asks for these has the font of what is around it. */
    --_serif: var(--fc-serif);
    --_sans: var(--fc-sans);
    display: block;
    color: var(--_ink);
    font-family: var(--_sans);
  }
  /* Long words of German break at syllables. */
  :host(:lang(de)) {
    hyphens: auto;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4 {
    font-family: var(--_serif);
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.5rem;
    margin: 2.75rem 0 0.75rem;
    padding-top: 0.75rem;
    border-top: 1px solid var(--_line);
  }
  h3 {
    font-size: 1.2rem;
    margin: 2.25rem 0 0.5rem;
  }
  h4 {
    font-size: 1rem;
    margin: 1.25rem 0 0.35rem;
  }
  p {
    margin: 0.5rem 0;
  }
  a {
    color: var(--_accent);
  }
  small {
    font-size: 0.8125rem;
    color: var(--_soft);
  }
  .soft {
    color: var(--_soft);
  }
  code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  summary {
    cursor: pointer;
  }
  .badge {
    display: inline-block;
    font-size: 0.6875rem;
    font-weight: 600;
    line-height: 1.5;
    font-family: var(--_sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    padding: 0 0.45em;
    border: 1px solid currentcolor;
    border-radius: 2px;
    color: var(--_warn);
    white-space: nowrap;
  }
  .hidden-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    :host {
      color-scheme: light;
    }
    .no-print,
    details:not([open]) {
      display: none !important;
    }
    p,
    li {
      font-size: 9.5pt;
    }
    h2,
    h3,
    h4 {
      break-after: avoid;
    }
  }
`;

export const controls = css`
  button {
    font: inherit;
    font-size: 0.9375rem;
    color: var(--_accent);
    background: var(--_ground, var(--_paper));
    border: 1px solid var(--_line);
    border-radius: 4px;
    padding: 0.4rem 0.8rem;
    min-block-size: 2.25rem;
    cursor: pointer;
  }
  button:hover {
    border-color: var(--_accent);
  }
  button.primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  button.plain {
    border-color: transparent;
    background: none;
    padding-inline: 0.4rem;
  }
  button:disabled {
    color: var(--_soft);
    cursor: default;
    border-color: var(--_line);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: 0.75rem 1rem;
    align-items: start;
    margin: 0.75rem 0;
  }
  .fields.small {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.5rem), 1fr));
  }
  label {
    display: block;
    min-inline-size: 0;
  }
  label > span {
    display: block;
    font-size: 0.875rem;
    margin-block-end: 0.2rem;
  }
  .field {
    position: relative;
    min-inline-size: 0;
  }
  .field:has(fc-terms) label > span {
    padding-inline-end: 1.75rem;
  }
  label > small,
  .field > div > small {
    display: block;
    margin-block-start: 0.15rem;
  }
  .refused {
    color: var(--_error);
  }
  select,
  input:not([type='checkbox'], [type='radio']),
  textarea {
    font: inherit;
    font-size: 0.9375rem;
    color: var(--_ink);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: 4px;
    padding: 0.35rem 0.5rem;
    min-block-size: 2.25rem;
    inline-size: 100%;
    min-inline-size: 0;
    text-overflow: ellipsis;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
    font-size: 0.9375rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    align-items: center;
    margin: 1rem 0;
  }
`;

/** Rows of an editor: fields side by side, their labels over the first row only where there is room. */
export const editorRows = css`
  .row {
    display: grid;
    gap: 0.5rem;
    align-items: start;
    margin-block-end: 0.5rem;
  }
  .row > button {
    align-self: end;
    justify-self: start;
  }
  h4 small {
    font-weight: 400;
  }
  .tick {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
  }
`;

/** An editor that is folded away until it is needed. */
export const foldedEditor = css`
  summary {
    font-size: 0.875rem;
    color: var(--_accent);
    padding-block: 0.2rem;
  }
  details {
    margin-block: 0.4rem;
  }
  .row {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
  }
  .remark {
    font-size: 0.875rem;
    color: var(--_warn);
  }
  h4 {
    font-family: var(--_sans);
  }
`;
