// SPDX-License-Identifier: MIT
/** A table as text of one width: columns stand under each other in any fixed-width font. */
import { allNotes, type TableSpec } from '../text/tables/spec.js';
import { captionOf, groupSpans, oneLine, singleLine } from './layout.js';
import { provenanceLines, type Provenance } from './provenance.js';

const gap = '  ';

export function tableText(table: TableSpec, provenance: Provenance | null): string {
  const { columns } = table;
  const header = columns.map((column) => oneLine({ text: column.label, ...detailOf(column) }));
  const rows = table.groups.flatMap(({ heading, rows: own }) => [
    ...(heading === undefined ? [] : [[singleLine(heading)]]),
    ...own.map((row) => [row.header, ...row.cells].map((cell) => singleLine(oneLine(cell)))),
  ]);
  const widths = columns.map((_, i) =>
    Math.max(...[header, ...rows.filter(({ length }) => length > 1)].map((cells) => widthOf(cells[i] ?? ''))),
  );
  widen(widths, table);
  const write = (cells: readonly string[]): string =>
    cells.length === 1 ? (cells[0] ?? '') : cells.map((cell, i) => aligned(cell, widths[i] ?? 0, columns[i])).join(gap);
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1));
  const notes = [...allNotes(table), ...(provenance ? provenanceLines(provenance) : [])];
  const lines = [
    singleLine(captionOf(table)),
    rule,
    ...groupLine(table, widths),
    columns.length === 1 ? (header[0] ?? '') : write(header),
    rule,
    ...rows.map(write),
    rule,
    ...notes.map(singleLine),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

const detailOf = ({ detail }: { detail?: string }): { detail?: string } => (detail === undefined ? {} : { detail });

/** Code points; letters of double width are rare in tables of numbers. */
const widthOf = (text: string): number => [...text].length;

function aligned(cell: string, width: number, column: { numeric?: boolean } | undefined): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return column?.numeric ? space + cell : cell + space;
}

/** The last column of a group that is narrower than its name takes what is lacking. */
function widen(widths: number[], { columns }: TableSpec): void {
  let at = 0;
  for (const { group, columns: n } of groupSpans(columns)) {
    const lacking = widthOf(group ?? '') - spanWidth(widths, at, n);
    if (lacking > 0) widths[at + n - 1] = (widths[at + n - 1] ?? 0) + lacking;
    at += n;
  }
}

const spanWidth = (widths: readonly number[], at: number, n: number): number =>
  widths.slice(at, at + n).reduce((sum, width) => sum + width, 0) + gap.length * (n - 1);

function groupLine({ columns }: TableSpec, widths: readonly number[]): string[] {
  const spans = groupSpans(columns);
  if (spans.length === 0) return [];
  let at = 0;
  const names = spans.map(({ group = '', columns: n }) => {
    const width = spanWidth(widths, at, n);
    at += n;
    return singleLine(group).padStart(width);
  });
  return [names.join(gap)];
}
