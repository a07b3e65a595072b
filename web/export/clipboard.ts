// SPDX-License-Identifier: MIT
/**
 * A table as HTML for the clipboard: what word processors make a native table of. Styles stand at each element, because
 * they read no style sheet; the caption is a paragraph, because they lose a caption element.
 */
import { allNotes, type TableColumn, type TableRow, type TableSpec } from '../text/tables/spec.js';
import { escapeHtml } from './html_escape.js';
import { captionOf, groupSpans } from './layout.js';
import { provenanceLines, type Provenance } from './provenance.js';

const font = "font-family:'Times New Roman',serif;font-size:10pt";
const rule = '1pt solid #000';
const thin = '0.5pt solid #000';

export function tableClipboardHtml(table: TableSpec, provenance: Provenance | null): string {
  const { columns } = table;
  const notes = [...allNotes(table), ...(provenance ? provenanceLines(provenance) : [])];
  const head = [...groupRow(columns), headerRow(columns)];
  const last = table.groups.flatMap(({ rows }) => rows).at(-1);
  const body = table.groups.flatMap(({ heading, rows }) => [
    ...(heading === undefined ? [] : [headingRow(heading, columns.length)]),
    ...rows.map((row) => bodyRow(row, columns, row === last)),
  ]);
  return [
    `<p style="${font};margin:0 0 4pt"><b>${escapeHtml(captionOf(table))}</b></p>`,
    `<table border="0" cellspacing="0" cellpadding="3" style="border-collapse:collapse;${font}">`,
    `<thead>${head.join('')}</thead>`,
    `<tbody>${body.join('')}</tbody>`,
    '</table>',
    ...notes.map((note) => `<p style="${font};font-size:8pt;margin:2pt 0 0">${escapeHtml(note)}</p>`),
  ].join('\n');
}

const side = (numeric: boolean | undefined): string => `text-align:${numeric ? 'right' : 'left'};vertical-align:top`;

const content = ({ text, detail }: { text: string; detail?: string | undefined }): string =>
  detail === undefined
    ? escapeHtml(text)
    : `${escapeHtml(text)}${text === '' ? '' : '<br/>'}<span style="font-size:8pt">${escapeHtml(detail)}</span>`;

function groupRow(columns: readonly TableColumn[]): string[] {
  const spans = groupSpans(columns);
  if (spans.length === 0) return [];
  const cells = spans.map(({ group, columns: n }) => {
    const under = group === undefined ? '' : `;border-bottom:${thin}`;
    const style = `border-top:${rule}${under};padding:2pt 4pt;text-align:center`;
    return `<th colspan="${n}" style="${style}">${escapeHtml(group ?? '')}</th>`;
  });
  return [`<tr>${cells.join('')}</tr>`];
}

function headerRow(columns: readonly TableColumn[]): string {
  const top = groupSpans(columns).length === 0 ? `border-top:${rule};` : '';
  const cells = columns.map(({ label, detail, numeric }) => {
    const style = `${top}border-bottom:${thin};padding:2pt 4pt;${side(numeric)}`;
    return `<th style="${style}">${content({ text: label, detail })}</th>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

const headingRow = (heading: string, columns: number): string =>
  `<tr><th colspan="${columns}" style="padding:2pt 4pt;text-align:left"><i>${escapeHtml(heading)}</i></th></tr>`;

function bodyRow({ header, cells }: TableRow, columns: readonly TableColumn[], isLast: boolean): string {
  const end = isLast ? `border-bottom:${rule};` : '';
  const own = cells.map(
    (cell, i) => `<td style="${end}padding:2pt 4pt;${side(columns[i + 1]?.numeric)}">${content(cell)}</td>`,
  );
  const style = `${end}padding:2pt 4pt;font-weight:normal;${side(false)}`;
  return `<tr><th style="${style}">${content(header)}</th>${own.join('')}</tr>`;
}
