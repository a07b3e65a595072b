// SPDX-License-Identifier: MIT
/** A table as GitHub Flavored Markdown: every character that Markdown or HTML would read is escaped. */
import { allNotes, type TableRow, type TableSpec } from '../text/tables/spec.js';
import { captionOf, columnName, oneLine, singleLine } from './layout.js';
import { provenanceLines, type Provenance } from './provenance.js';

export function tableMarkdown(table: TableSpec, provenance: Provenance | null): string {
  const { columns } = table;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = table.groups.flatMap(({ heading, rows: own }) => [
    ...(heading === undefined ? [] : [line(columns.map((_, i) => (i === 0 ? `**${escapeMarkdown(heading)}**` : '')))]),
    ...own.map((row) => line(cellTexts(row))),
  ]);
  const notes = [...allNotes(table), ...(provenance ? provenanceLines(provenance) : [])];
  return [
    `**${escapeMarkdown(captionOf(table))}**`,
    '',
    line(columns.map((column) => escapeMarkdown(columnName(column)))),
    line(columns.map(({ numeric }) => (numeric ? '---:' : ':---'))),
    ...rows,
    ...notes.flatMap((note) => ['', escapeMarkdown(note)]),
    '',
  ].join('\n');
}

const cellTexts = ({ header, cells }: TableRow): string[] =>
  [header, ...cells].map((cell) => escapeMarkdown(oneLine(cell)));

/** One line; `\` before punctuation that means something, entities for what begins a tag or an entity. */
export function escapeMarkdown(text: string): string {
  return singleLine(text)
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}
