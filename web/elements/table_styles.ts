// SPDX-License-Identifier: MIT
/** A journal's table: rules above, below and under the head, figures aligned. */
import { css } from 'lit';

export const tableStyles = css`
  :host {
    --_tint: var(--_ground, var(--_paper));
    margin: 1.25rem 0;
  }
  .scroll {
    container-type: inline-size;
    overflow-x: auto;
    /* A shade at an edge beyond which there is more: covered by paper that scrolls along where there is none. */
    background:
      linear-gradient(to right, var(--_tint) 30%, transparent) left / 2.5rem 100% local,
      linear-gradient(to left, var(--_tint) 30%, transparent) right / 2.5rem 100% local,
      linear-gradient(to right, light-dark(#0003, #fff3), transparent) left / 0.75rem 100%,
      linear-gradient(to left, light-dark(#0003, #fff3), transparent) right / 0.75rem 100%;
    background-repeat: no-repeat;
    background-color: var(--_ground, transparent);
  }
  /* On a page whose background is not known nothing can cover what scrolls below it. */
  :host([bare]) .scroll {
    background-image: none;
  }
  .cue {
    margin: 0 0 0.25rem;
    font-size: 0.8125rem;
    color: var(--_soft);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums lining-nums;
  }
  caption {
    text-align: start;
    padding-block-end: 0.45rem;
  }
  caption > span {
    position: sticky;
    inset-inline-start: 0;
    display: inline-block;
    max-inline-size: 100cqi;
    font-weight: 600;
  }
  thead {
    border-block-start: 1.5px solid var(--_ink);
    border-block-end: 1px solid var(--_soft);
  }
  tbody:last-child {
    border-block-end: 1.5px solid var(--_ink);
  }
  tbody + tbody {
    border-block-start: 1px solid var(--_line);
  }
  th,
  td {
    padding: 0.4rem 0.9rem 0.4rem 0;
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th small {
    font-weight: 400;
  }
  thead th {
    vertical-align: bottom;
    font-weight: 600;
    font-size: 0.875rem;
    line-height: 1.3;
  }
  .groups th {
    text-align: center;
    padding-block-end: 0;
  }
  .groups th span {
    display: block;
    margin-inline-start: 0.9rem;
    padding-block-end: 0.2rem;
    border-block-end: 1px solid var(--_line);
  }
  tbody th {
    min-inline-size: 6rem;
  }
  tbody th.group {
    font-weight: 600;
    padding-block-start: 0.7rem;
  }
  .grouped th[scope='row'] {
    padding-inline-start: 0.9rem;
  }
  .numeric {
    text-align: end;
  }
  td.numeric {
    white-space: nowrap;
  }
  .short {
    white-space: nowrap;
  }
  .short small,
  .gap,
  .many td.numeric small:not(.whole) {
    white-space: normal;
  }
  small {
    display: block;
  }
  /* Several arms' names below a heading take lines, not width. */
  thead th small {
    inline-size: max-content;
    max-inline-size: 11rem;
    margin-inline-start: auto;
    text-wrap: balance;
  }
  tbody td:not(.numeric) {
    min-inline-size: 5.5rem;
  }
  .many,
  .many thead th {
    font-size: 0.8375rem;
  }
  .many :is(th, td):not(:last-child) {
    padding-inline-end: 0.5rem;
  }
  .many tbody td:not(.numeric) {
    min-inline-size: 4.5rem;
  }
  .most,
  .most thead th {
    font-size: 0.8125rem;
  }
  .most :is(th, td):not(:last-child) {
    padding-inline-end: 0.5rem;
  }
  .most tbody th {
    min-inline-size: 4rem;
  }
  /* The difference that matters is said in words, which a narrow column would break into a pile. */
  :host([stacks]) tbody td:last-child:not(.numeric) {
    min-inline-size: 10rem;
  }
  .summary > * {
    font-weight: 600;
  }
  .published > * {
    color: var(--_soft);
    font-style: italic;
  }
  .notes {
    margin: 0.5rem 0 0;
    font-size: 0.8125rem;
    line-height: 1.45;
    color: var(--_soft);
  }
  .notes p {
    margin: 0.15rem 0;
  }
  @container (max-inline-size: 36rem) {
    tbody td:not(.numeric) {
      min-inline-size: 7.5rem;
    }
    tbody td:last-child:not(.numeric) {
      min-inline-size: 11rem;
    }
    thead th small {
      inline-size: auto;
    }
    thead tr > :first-child,
    tbody th[scope='row'] {
      position: sticky;
      inset-inline-start: 0;
      background: var(--_tint);
    }
    :host([bare]) :is(thead tr > :first-child, tbody th[scope='row']) {
      position: static;
    }
    table {
      font-size: 0.875rem;
    }
    th,
    td {
      padding-inline-end: 0.7rem;
    }
  }
  /* On a phone the headline's rows become blocks of labelled lines: the result shows without scrolling sideways. */
  @container (max-inline-size: 36rem) {
    :host([stacks]) thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    :host([stacks]) :is(table, caption, tbody) {
      display: block;
    }
    :host([stacks]) tbody:first-of-type {
      border-block-start: 1.5px solid var(--_ink);
    }
    :host([stacks]) tbody tr {
      display: block;
      padding-block: 0.6rem;
    }
    :host([stacks]) tbody th {
      display: block;
      position: static;
      font-weight: 600;
      padding: 0 0 0.2rem;
    }
    :host([stacks]) tbody td {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 0.75rem;
      text-align: start;
      white-space: normal;
      padding: 0.1rem 0;
    }
    :host([stacks]) tbody td::before {
      content: attr(data-label);
      color: var(--_soft);
      font-style: normal;
    }
    :host([stacks]) tbody td small {
      display: inline;
      margin-inline-start: 0.4em;
    }
  }
  @media print {
    .scroll {
      overflow: visible;
      background: none;
      break-inside: avoid;
    }
    table {
      font-size: 8pt;
    }
    th,
    td {
      padding: 0.2rem 0.5rem 0.2rem 0;
    }
    tbody th {
      min-inline-size: 0;
    }
    .notes p {
      font-size: 7.5pt;
    }
    .badge {
      font-size: 6.5pt;
    }
    thead th {
      font-size: inherit;
    }
    small {
      font-size: 7pt;
    }
    tr {
      break-inside: avoid;
    }
    /* No head at the foot of a page without a row below it. */
    caption,
    thead,
    tbody th.group {
      break-after: avoid;
    }
    tbody:first-of-type tr:first-child {
      break-before: avoid;
    }
  }
`;
