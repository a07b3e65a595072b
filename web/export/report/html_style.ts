// SPDX-License-Identifier: MIT
/** The style sheet of a report as HTML: a journal's page, on screen in light and dark, and on paper. */

export const reportCss = `
:root { color-scheme: light dark; --ink: light-dark(#1b1d1f, #e9e6df); --soft: light-dark(#595f66, #a9adb2);
  --paper: light-dark(#fff, #16181b); --line: light-dark(#d9d6ce, #383d43); --warn: light-dark(#8a5a00, #e3b25b); }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; overflow-wrap: break-word; }
h1, h2, h3 { font-family: Charter, 'Bitstream Charter', Cambria, Georgia, 'Liberation Serif', serif; line-height: 1.25; }
h1 { font-size: 1.9rem; } h2 { font-size: 1.4rem; margin-top: 2.5rem; } h3 { font-size: 1.1rem; margin-top: 1.75rem; }
a { color: inherit; } main > p { max-width: 54rem; }
.notice { border-inline-start: 3px solid var(--warn); padding-inline-start: 0.75rem; }
.small, .notes { font-size: 0.8125rem; color: var(--soft); overflow-wrap: anywhere; }
.notes p { margin: 0.15rem 0; }
.table { overflow-x: auto; margin: 1.25rem 0 0.5rem; }
/* A shade at an edge beyond which there is more: covered by paper that scrolls along where there is none. */
.table { background: linear-gradient(to right, var(--paper) 30%, transparent) left / 2.5rem 100% local,
  linear-gradient(to left, var(--paper) 30%, transparent) right / 2.5rem 100% local,
  linear-gradient(to right, light-dark(#0004, #fff4), transparent) left / 0.75rem 100%,
  linear-gradient(to left, light-dark(#0004, #fff4), transparent) right / 0.75rem 100%; background-repeat: no-repeat; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums lining-nums; }
caption, figcaption { text-align: start; font-weight: 600; font-size: 0.9375rem; padding-bottom: 0.45rem; }
thead { border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--soft); }
tbody:last-child { border-bottom: 1.5px solid var(--ink); }
tbody + tbody { border-top: 1px solid var(--line); }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; text-align: start; vertical-align: baseline; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th, th.group { font-weight: 600; } thead th { vertical-align: bottom; font-size: 0.875rem; }
.groups th { text-align: center; }
.numeric { text-align: end; } td.numeric { white-space: nowrap; } .short { white-space: nowrap; } .short small, .gap, .many td.numeric small:not(.whole) { white-space: normal; }
td small, th small { display: block; font-size: 0.8125rem; color: var(--soft); font-weight: 400; }
tbody td:not(.numeric) { min-width: 5.5rem; }
.many { font-size: 0.875rem; } .many :is(th, td):not(:last-child) { padding-right: 0.6rem; }
.many tbody td:not(.numeric) { min-width: 4.5rem; } .most, .most thead th { font-size: 0.8125rem; }
.most :is(th, td):not(:last-child) { padding-right: 0.5rem; }
.stacks tbody td:last-child:not(.numeric) { min-width: 11rem; }
.summary > * { font-weight: 600; } .published > * { color: var(--soft); font-style: italic; }
figure { margin: 1.5rem 0; } .cue { display: none; } .drawing { overflow-x: auto; }
figure svg { display: block; max-width: 100%; height: auto; }
summary { cursor: pointer; font-size: 0.8125rem; }
pre { font-size: 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 0.75rem; }
.references { padding-inline-start: 1.5rem; }
@media screen and (max-width: 62rem) {
  table, thead th { font-size: 0.8125rem; } td small, th small { font-size: 0.75rem; }
  .many, .many thead th { font-size: 0.75rem; } .many td small, .many th small { font-size: 0.6875rem; }
  :is(table, .many) :is(th, td):not(:last-child) { padding-right: 0.5rem; }
  .stacks tbody td:last-child:not(.numeric) { min-width: 9rem; }
}
@media screen and (max-width: 40rem) {
  table { font-size: 0.875rem; } th, td { padding-right: 0.7rem; }
  figure svg { min-width: 38rem; } .cue { display: block; margin: 0 0 0.25rem; font-size: 0.8125rem; color: var(--soft); }
  .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacks :is(table, caption, tbody, tbody tr, tbody th) { display: block; }
  .stacks tbody:first-of-type { border-top: 1.5px solid var(--ink); }
  .stacks tbody tr { padding: 0.6rem 0; } .stacks tbody th { font-weight: 600; padding: 0 0 0.2rem; }
  .stacks tbody td { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0.75rem; padding: 0.1rem 0;
    text-align: start; white-space: normal; }
  .stacks tbody td::before { content: attr(data-label); color: var(--soft); font-style: normal; }
  .stacks tbody td small { display: inline; margin-inline-start: 0.4em; }
}
@page { margin: 16mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 9.5pt; } main { max-width: none; padding: 0; }
  h1 { font-size: 16pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; }
  h1, h2, h3, caption, figcaption { break-after: avoid; }
  tr, figure, .notice { break-inside: avoid; } thead { display: table-header-group; }
  .many { font-size: 7.5pt; } main > p { max-width: none; } .table, .drawing { overflow: visible; background: none; } tbody td:not(.numeric), .stacks tbody td:last-child:not(.numeric) { min-width: 0; } table, caption, figcaption { font-size: 8pt; } thead th { font-size: 8pt; }
  th, td { padding: 0.2rem 0.5rem 0.2rem 0; } td small, th small, .small, .notes { font-size: 7pt; }
  pre { font-size: 6.5pt; } details { display: none; } a { text-decoration: none; }
}`.trim();
