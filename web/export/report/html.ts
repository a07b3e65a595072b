// SPDX-License-Identifier: MIT
/**
 * A whole report as one HTML file that needs nothing else: no script, no address outside, a policy that forbids both, and
 * a style sheet for screen and paper. Figures are SVG within the page.
 */
import type { FigureSpec } from '../../figures/spec.js';
import type { Segment } from '../../text/segments.js';
import { strings } from '../../text/strings.js';
import {
  allNotes,
  densityOf,
  estimateParts,
  isInterval,
  isShort,
  type TableCell,
  type TableColumn,
  type TableRow,
  type TableSpec,
} from '../../text/tables/spec.js';
import { escapeHtml } from '../html_escape.js';
import { groupSpans } from '../layout.js';
import { provenanceLines } from '../provenance.js';
import type { Block, ReportDocument } from './document.js';
import { reportCss } from './html_style.js';

const words = strings.exports;

/** `svgOf`: a figure as the markup of an `svg` element. */
export function reportHtml(document: ReportDocument, svgOf: (figure: FigureSpec) => string): string {
  const { title, provenance, blocks } = document;
  const stamp = provenanceLines(provenance);
  return `<!doctype html>
<html lang="${strings.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="generator" content="${escapeHtml(`${provenance.software.name} ${provenance.software.version}`)}">
<meta name="date" content="${provenance.date}">
${stamp.map((line) => `<meta name="provenance" content="${escapeHtml(line)}">`).join('\n')}
<style>${reportCss}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${blocks.map((block) => blockHtml(block, svgOf)).join('\n')}
</main>
</body>
</html>
`;
}

function blockHtml(block: Block, svgOf: (figure: FigureSpec) => string): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${block.segments.map(segmentHtml).join('')}</p>`;
    case 'notice':
      return `<p class="notice">${escapeHtml(block.text)}</p>`;
    case 'small':
      return `<p class="small">${escapeHtml(block.text)}</p>`;
    case 'references':
      return `<ol class="references">${block.texts
        .map((text, i) => `<li id="reference-${i + 1}">${escapeHtml(text)}</li>`)
        .join('')}</ol>`;
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case 'table':
      return tableHtml(block.table, block.caption, block.stacks);
    case 'figure':
      return figureHtml(block.figure, block.caption, svgOf(block.figure));
  }
}

/** A number says where in the report it stands; a citation leads to its reference. */
function segmentHtml({ text, value, cite }: Segment): string {
  if (value) return `<span data-value="${escapeHtml(value.path)}">${escapeHtml(text)}</span>`;
  const n = cite === undefined ? undefined : /\d+/.exec(text)?.[0];
  return n === undefined ? escapeHtml(text) : `<a href="#reference-${n}">${escapeHtml(text)}</a>`;
}

function figureHtml(figure: FigureSpec, caption: string, svg: string): string {
  const note = figure.note === undefined ? '' : `<p class="notes">${escapeHtml(figure.note)}</p>`;
  const data = tableHtml(figure.data, figure.data.caption);
  return (
    `<figure id="${escapeHtml(figure.id)}"><figcaption>${escapeHtml(caption)}</figcaption>${drawingHtml(svg, caption)}${note}` +
    `<details><summary>${words.figureData}</summary>${data}</details></figure>`
  );
}

/** On a phone a figure is scrolled rather than made too small to read; nothing where there is none. */
const drawingHtml = (svg: string, caption: string): string =>
  svg === ''
    ? ''
    : `<p class="cue" aria-hidden="true">${strings.results.scrolls}</p>` +
      `<div class="drawing" role="region" tabindex="0" aria-label="${escapeHtml(caption)}">${svg}</div>`;

/** The keyboard can scroll a table that is wider than the page; without a script, whether it is cannot be told. */
function tableHtml(table: TableSpec, caption: string, stacks = false): string {
  const { columns } = table;
  const notes = allNotes(table).map((note) => `<p>${escapeHtml(note)}</p>`);
  const bodies = table.groups.map(({ heading, rows }) => {
    const head =
      heading === undefined
        ? ''
        : `<tr><th class="group" scope="rowgroup" colspan="${columns.length}">${escapeHtml(heading)}</th></tr>`;
    return `<tbody>${head}${rows.map((row) => rowHtml(row, columns, stacks)).join('\n')}</tbody>`;
  });
  return (
    `<div class="table${stacks ? ' stacks' : ''}" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table${stacks ? ' role="table"' : ''}${densityOf(columns) === '' ? '' : ` class="${densityOf(columns)}"`}><caption>${escapeHtml(caption)}</caption>\n<thead>${headHtml(columns)}</thead>\n` +
    `${bodies.join('\n')}</table></div>${notes.length === 0 ? '' : `<div class="notes">${notes.join('')}</div>`}`
  );
}

type Text = { text: string; detail?: string | undefined };

const content = (each: Text): string => `${escapeHtml(each.text)}${detailHtml(each)}`;

const detailHtml = ({ detail }: Text): string =>
  detail === undefined ? '' : `<small${isInterval(detail) ? ' class="whole"' : ''}>${escapeHtml(detail)}</small>`;

/** The gap between an estimate and its interval is where the line of a number may break. */
function cellHtml(cell: TableCell, column: TableColumn | undefined): string {
  if (!column?.numeric) return content(cell);
  const [first = '', ...others] = estimateParts(cell.text).map(escapeHtml);
  return [first, ...others.map((part) => `<span class="gap"> </span>${part}`), detailHtml(cell)].join('');
}

const side = (column: TableColumn | undefined): string => (column?.numeric ? ' class="numeric"' : '');

function headHtml(columns: readonly TableColumn[]): string {
  const groups = groupSpans(columns).map(({ group, columns: n }) =>
    group === undefined ? '<td></td>' : `<th scope="colgroup" colspan="${n}">${escapeHtml(group)}</th>`,
  );
  const labels = columns.map((column) =>
    column.label === ''
      ? '<td></td>'
      : `<th scope="col"${side(column)}>${content({ text: column.label, detail: column.detail })}</th>`,
  );
  return `${groups.length === 0 ? '' : `<tr class="groups">${groups.join('')}</tr>`}<tr>${labels.join('')}</tr>`;
}

/** Roles and labels are for a table that stacks: rows shown as blocks are rows still. */
function rowHtml({ header, cells, kind }: TableRow, columns: readonly TableColumn[], stacks: boolean): string {
  const role = (name: string): string => (stacks ? ` role="${name}"` : '');
  const labelOf = (column: TableColumn | undefined): string =>
    stacks ? ` data-label="${escapeHtml([column?.label, column?.detail].filter(Boolean).join(' '))}"` : '';
  const own = cells.map(
    (cell, i) =>
      `<td${role('cell')}${columns[i + 1]?.numeric ? ' class="numeric"' : isShort(cell) ? ' class="short"' : ''}${labelOf(columns[i + 1])}>${stacks ? `<span>${cellHtml(cell, columns[i + 1])}</span>` : cellHtml(cell, columns[i + 1])}</td>`,
  );
  const start = `<tr${role('row')}${kind === undefined ? '' : ` class="${kind}"`}>`;
  return `${start}<th${role('rowheader')} scope="row"${isShort(header) ? ' class="short"' : ''}>${content(header)}</th>${own.join('')}</tr>`;
}
