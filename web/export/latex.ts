// SPDX-License-Identifier: MIT
/**
 * A table as LaTeX with booktabs: rules above, below and under the head, none between columns. So that it fits a page,
 * columns of words break their lines and small print stands beneath its number.
 */
import { allNotes, type TableCell, type TableColumn, type TableRow, type TableSpec } from '../text/tables/spec.js';
import { captionOf, groupSpans, oneLine, singleLine } from './layout.js';
import { escapeLatex } from './latex_escape.js';
import { provenanceLines, type Provenance } from './provenance.js';

/** A `table` environment, or a `longtable` where the rows take more than a page; the stamp follows as comments. */
export function tableLatex(table: TableSpec, provenance: Provenance | null): string {
  const layout = columnLayout(table);
  const lines = linesOf(table, layout) > linesOfPage ? longTable(table, layout) : floatTable(table, layout);
  return [...lines, ...(provenance ? provenanceLines(provenance) : []).map(comment), ''].join('\n');
}

/** Needs \usepackage{booktabs} and nothing else. */
const floatTable = (table: TableSpec, layout: readonly ColumnLayout[]): string[] => [
  '% \\usepackage{booktabs}',
  '\\begin{table}',
  '  \\centering\\small\\setlength{\\tabcolsep}{4pt}',
  `  \\caption{${escapeLatex(captionOf(table))}}`,
  `  \\begin{tabular}{${columnTypes(table)}}`,
  '    \\toprule',
  ...headLines(table, layout),
  ...bodyLines(table, layout),
  '    \\bottomrule',
  '  \\end{tabular}',
  ...noteLines(table),
  '\\end{table}',
];

/** Goes on over pages, with its head on each; needs longtable, too. */
const longTable = (table: TableSpec, layout: readonly ColumnLayout[]): string[] => [
  '% \\usepackage{booktabs,longtable}',
  '\\begingroup\\small\\setlength{\\tabcolsep}{4pt}',
  `  \\begin{longtable}{${columnTypes(table)}}`,
  `    \\caption{${escapeLatex(captionOf(table))}} \\\\`,
  '    \\toprule',
  ...headLines(table, layout),
  '    \\endfirsthead',
  '    \\toprule',
  ...headLines(table, layout),
  '    \\endhead',
  '    \\bottomrule',
  '    \\endfoot',
  ...bodyLines(table, layout, '\\\\*'),
  '  \\end{longtable}',
  ...noteLines(table),
  '\\endgroup',
];

const columnTypes = ({ columns }: TableSpec): string =>
  `@{}${columns.map(({ numeric }) => (numeric ? 'r' : 'l')).join('')}@{}`;

const headLines = ({ columns }: TableSpec, layout: readonly ColumnLayout[]): string[] => [
  ...groupLines(columns),
  `    ${line(columns.map((column, i) => headerText(column, layout[i])))}`,
  '    \\midrule',
];

function noteLines(table: TableSpec): string[] {
  const notes = allNotes(table);
  return [
    ...(notes.length === 0 ? [] : ['  \\par\\smallskip\\raggedright\\footnotesize']),
    ...notes.map((note) => `  ${escapeLatex(note)}\\par`),
  ];
}

/** About how many lines of a table fit a page beside caption, head and notes. */
const linesOfPage = 40;

/** About how many lines the rows take: a cell breaks its words or has small print beneath. */
function linesOf({ groups }: TableSpec, layout: readonly ColumnLayout[]): number {
  const inCell = (cell: TableCell, column: ColumnLayout | undefined): number => {
    if (column?.numeric) return cell.detail === undefined ? 1 : 2;
    return column?.width == null ? 1 : Math.ceil(oneLine(cell).length / (Number(column.width) * lineLength));
  };
  const inRow = ({ header, cells }: TableRow): number =>
    Math.max(1, ...[header, ...cells].map((cell, i) => inCell(cell, layout[i])));
  const rows = groups.flatMap((group) => group.rows.map(inRow));
  return rows.reduce((sum, n) => sum + n, groups.filter(({ heading }) => heading !== undefined).length);
}

const line = (cells: readonly string[]): string => `${cells.join(' & ')} \\\\`;

/** A comment ends with its line. */
const comment = (text: string): string => `% ${singleLine(text)}`;

/** `width`: a share of the line, for a column whose lines break. */
interface ColumnLayout {
  numeric: boolean;
  width: string | null;
}

/** Columns of words longer than this break their lines. */
const longest = 24;

/** About how many characters a line of small print-size text holds, and what stands between columns. */
const lineLength = 100;
const columnGap = 2;

/** Columns of words share what columns of numbers and of short words leave of the line. */
function columnLayout({ columns, groups }: TableSpec): ColumnLayout[] {
  const rows = groups.flatMap(({ rows: own }) => own.map(({ header, cells }) => [header, ...cells]));
  const lengths = columns.map((column, i) => {
    const cells = rows.map((row) => row[i] ?? { text: '' });
    const parts = column.numeric
      ? [...headingLines(column), ...cells.flatMap(({ text, detail = '' }) => [text, detail])]
      : [oneLineOf(column), ...cells.map(oneLine)];
    return Math.max(...parts.map(({ length }) => length));
  });
  const isLong = columns.map(({ numeric }, i) => !numeric && (lengths[i] ?? 0) > longest);
  const shared = isLong.filter((long) => long).length;
  const taken = lengths.reduce((sum, length, i) => sum + columnGap + (isLong[i] ? 0 : length), 0) / lineLength;
  const width = Math.min(0.35, Math.max(0.12, (1 - taken) / Math.max(1, shared)));
  return columns.map(({ numeric = false }, i) => ({ numeric, width: isLong[i] ? width.toFixed(2) : null }));
}

const oneLineOf = ({ label, detail }: TableColumn): string =>
  detail === undefined ? label : oneLine({ text: label, detail });

/** Over numbers, long headings are broken between words into lines of about the width of an interval. */
function headingLines(column: TableColumn): string[] {
  const lines: string[] = [];
  for (const word of singleLine(oneLineOf(column)).split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && `${last} ${word}`.length <= headingWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const headingWidth = 16;

const stacked = (lines: readonly string[]): string =>
  `\\begin{tabular}[t]{@{}r@{}}${lines.map(escapeLatex).join('\\\\')}\\end{tabular}`;

function headerText(column: TableColumn, layout: ColumnLayout | undefined): string {
  if (!column.numeric) return cellText({ text: column.label, detail: column.detail }, layout);
  const lines = headingLines(column);
  return lines.length === 1 ? escapeLatex(lines[0] ?? '') : stacked(lines);
}

/** `text` may have small print, which in a column of numbers stands beneath it. */
function cellText(cell: { text: string; detail?: string | undefined }, layout: ColumnLayout | undefined): string {
  const { text, detail } = cell;
  if (layout?.numeric && detail !== undefined) return stacked([text, detail]);
  const whole = escapeLatex(detail === undefined ? text : oneLine({ text, detail }));
  if (layout?.width == null || whole === '') return whole;
  return `\\parbox[t]{${layout.width}\\linewidth}{\\raggedright ${whole}\\strut}`;
}

/** Names over groups of columns, each with a rule of its own beneath. */
function groupLines(columns: readonly TableColumn[]): string[] {
  const spans = groupSpans(columns);
  if (spans.length === 0) return [];
  let at = 1;
  const rules: string[] = [];
  const cells = spans.map(({ group, columns: n }) => {
    const from = at;
    at += n;
    if (group === undefined) return '';
    rules.push(`\\cmidrule(lr){${from}-${at - 1}}`);
    return `\\multicolumn{${n}}{c}{${escapeLatex(group)}}`;
  });
  return [`    ${line(cells)}`, `    ${rules.join(' ')}`];
}

/** `headingEnd` ends the row of a heading. */
function bodyLines({ groups, columns }: TableSpec, layout: readonly ColumnLayout[], headingEnd = '\\\\'): string[] {
  return groups.flatMap(({ heading, rows }, i) => [
    ...(i > 0 ? ['    \\addlinespace'] : []),
    ...(heading === undefined
      ? []
      : [`    \\multicolumn{${columns.length}}{@{}l}{\\textit{${escapeLatex(heading)}}} ${headingEnd}`]),
    ...rows.map(({ header, cells }) => `    ${line([header, ...cells].map((cell, j) => cellText(cell, layout[j])))}`),
  ]);
}
