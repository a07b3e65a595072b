// SPDX-License-Identifier: MIT
/**
 * A table as LaTeX with booktabs: rules above, below and under the head, none between columns. So that it fits a page,
 * columns of words and long small print break their lines, small print stands beneath its number, a wide table lies on
 * its side, and what is still wider than the text is made smaller, by how much only the reader's document can tell.
 */
import {
  allNotes,
  isInterval,
  type TableCell,
  type TableColumn,
  type TableRow,
  type TableSpec,
} from '../text/tables/spec.js';
import { captionOf, groupSpans, oneLine, singleLine } from './layout.js';
import { escapeLatex } from './latex_escape.js';
import { provenanceLines, type Provenance } from './provenance.js';

/** What the document of any table needs. */
export const latexPackages = 'booktabs,graphicx,longtable,pdflscape';

/** A `table` environment, or a `longtable` where the rows take more than a page; the stamp follows as comments. */
export function tableLatex(table: TableSpec, provenance: Provenance | null): string {
  const { isTurned, packages, lines } = uprightLatex(table);
  return [
    `% \\usepackage{${[...packages, ...(isTurned ? ['pdflscape'] : [])].join(',')}}`,
    ...(isTurned ? [landscape.begin, ...lines, landscape.end] : lines),
    ...(provenance ? provenanceLines(provenance) : []).map(comment),
    '',
  ].join('\n');
}

export const landscape = { begin: '\\begin{landscape}', end: '\\end{landscape}' };

/** `isTurned`: belongs on a page that lies on its side. */
export function uprightLatex(table: TableSpec): { isTurned: boolean; packages: string[]; lines: string[] } {
  const width = neededWidth(table);
  const isLongUpright = isLong(table, tableLayout(table, upright));
  const isTurned = width > (isLongUpright ? generous : 1.1) * upright.characters;
  const layout = tableLayout(table, isTurned ? turned : upright);
  return isLong(table, layout)
    ? { isTurned, packages: ['booktabs', 'longtable'], lines: longTable(table, layout) }
    : { isTurned, packages: ['booktabs', 'graphicx'], lines: floatTable(table, layout) };
}

/** What is scaled to the width of the page loses as much of its height. */
const isLong = (table: TableSpec, layout: TableLayout): boolean =>
  linesOf(table, layout) > layout.page.lines * Math.max(1, widthOf(layout.columns) / layout.page.characters);

/** Its box is measured, and scaled where it is wider than the text. */
const floatTable = (table: TableSpec, layout: TableLayout): string[] => [
  '\\begin{table}',
  '  \\centering\\small\\setlength{\\tabcolsep}{0.45em}',
  `  \\caption{${escapeLatex(captionOf(table))}}`,
  '  \\sbox0{%',
  `  \\begin{tabular}{${columnTypes(table)}}`,
  '    \\toprule',
  ...headLines(table, layout),
  ...bodyLines(table, layout),
  '    \\bottomrule',
  '  \\end{tabular}}%',
  '  \\ifdim\\wd0>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox0}\\else\\usebox0\\fi',
  ...noteLines(table),
  '\\end{table}',
];

/** Goes on over pages, with its head on each. It cannot be scaled, so that its letters are made smaller until it fits. */
const longTable = (table: TableSpec, layout: TableLayout): string[] => [
  '\\begingroup\\small\\setlength{\\LTcapwidth}{\\linewidth}',
  ...['\\footnotesize', '\\scriptsize', '\\tiny'].map(
    (size) => `  \\ifdim\\linewidth<${inEm(widthOf(layout.columns))}${size}\\fi`,
  ),
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

const headLines = ({ columns }: TableSpec, layout: TableLayout): string[] => [
  ...groupLines(columns, layout),
  `    ${line(columns.map((column, i) => headerText(column, layout.columns[i])))}`,
  '    \\midrule',
];

function noteLines(table: TableSpec): string[] {
  const notes = allNotes(table);
  return [
    ...(notes.length === 0 ? [] : ['  \\par\\smallskip\\raggedright\\footnotesize']),
    ...notes.map((note) => `  ${escapeLatex(note)}\\par`),
  ];
}

/** About how many lines caption, head, rows and notes take: a cell breaks its words or has small print beneath. */
function linesOf(table: TableSpec, { columns: layout, page }: TableLayout): number {
  const inCell = (cell: TableCell, column: ColumnLayout | undefined): number => {
    if (column?.numeric) return numberLines(cell).length;
    return column?.isBroken ? Math.ceil(oneLine(cell).length / column.length) : 1;
  };
  const inRow = ({ header, cells }: TableRow): number =>
    Math.max(1, ...[header, ...cells].map((cell, i) => inCell(cell, layout[i])));
  const inText = (text: string): number => Math.ceil(text.length / page.characters);
  const head = Math.max(...table.columns.map((column) => (column.numeric ? headingLines(column).length : 1)));
  const rows = table.groups.flatMap((group) => group.rows.map(inRow));
  const around = [captionOf(table), ...allNotes(table)].map(inText);
  const headings = table.groups.filter(({ heading }) => heading !== undefined).length;
  return [...rows, ...around].reduce((sum, n) => sum + n, head + headings);
}

const line = (cells: readonly string[]): string => `${cells.join(' & ')} \\\\`;

/** A comment ends with its line. */
const comment = (text: string): string => `% ${singleLine(text)}`;

/** A page of the reader's document: about how many characters of small print a line holds, and how many lines it has. */
interface Page {
  isTurned: boolean;
  characters: number;
  lines: number;
}

const upright: Page = { isTurned: false, characters: 100, lines: 44 };
const turned: Page = { isTurned: true, characters: 145, lines: 28 };

/** `length`: of its lines, in characters. `isBroken`: words, which are broken into lines of this length. */
interface ColumnLayout {
  numeric: boolean;
  isBroken: boolean;
  length: number;
}

interface TableLayout {
  page: Page;
  columns: readonly ColumnLayout[];
}

/** Columns of words longer than this break their lines, into lines of at least and at most these lengths. */
const longest = 24;
const leastLine = 16;
const longestLine = 40;

/** How much of a line columns of words may fill: a reader's page may be narrower. */
const generous = 0.85;

/** About what stands between columns, in characters. */
const columnGap = 2;

/** A length of so many characters, in the size of letters where it stands. A figure is half an em wide, some signs are wider. */
const inEm = (characters: number): string => `${(0.55 * characters).toFixed(1)}em`;

/** In characters. */
const widthOf = (columns: readonly Pick<ColumnLayout, 'length'>[]): number =>
  columns.reduce((sum, { length }) => sum + length, (columns.length - 1) * columnGap);

/** `whole`: in characters, what the column would be unbroken. */
type NeededColumn = ColumnLayout & { whole: number };

/** The least of each column: no number and no word is broken. Names over groups of columns need their lines, too. */
function neededColumns({ columns, groups }: TableSpec): NeededColumn[] {
  const rows = groups.flatMap(({ rows: own }) => own.map(({ header, cells }) => [header, ...cells]));
  const needed = columns.map((column, i) => {
    const { numeric = false } = column;
    const cells = rows.map((row) => row[i] ?? { text: '' });
    const texts = numeric
      ? [...headingLines(column), ...cells.flatMap(numberLines)]
      : [oneLineOf(column), ...cells.map(oneLine)];
    const whole = lengthOf(texts);
    const isBroken = !numeric && whole > longest;
    return { numeric, isBroken, whole, length: isBroken ? Math.max(leastLine, lengthOfWords(texts)) : whole };
  });
  let at = 0;
  for (const { group, columns: n } of groupSpans(columns)) {
    const own = needed.slice(at, (at += n));
    const last = own[own.length - 1];
    if (last && group !== undefined) last.length += Math.max(0, lengthOf(brokenLines(group)) - widthOf(own));
  }
  return needed;
}

const lengthOf = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));

/** Of the longest word. */
const lengthOfWords = (texts: readonly string[]): number => lengthOf(texts.flatMap((text) => text.split(/[ -]/)));

const neededWidth = (table: TableSpec): number => widthOf(neededColumns(table));

/**
 * Columns of words share what columns of numbers and of short words leave of the line. Their widths do not follow the
 * line of the reader's document: there, words would run into the next column.
 */
function tableLayout(table: TableSpec, page: Page): TableLayout {
  const needed = neededColumns(table);
  const rest = Math.max(0, generous * page.characters - widthOf(needed));
  const weightOf = ({ isBroken, whole }: NeededColumn): number => (isBroken ? Math.sqrt(whole) : 0);
  const weight = needed.reduce((sum, column) => sum + weightOf(column), 0);
  const widened = (column: NeededColumn): number => {
    const wish = Math.round(column.length + (rest * weightOf(column)) / weight);
    return Math.max(column.length, Math.min(wish, column.whole, longestLine));
  };
  return {
    page,
    columns: needed.map((column) => (column.isBroken ? { ...column, length: widened(column) } : column)),
  };
}

const oneLineOf = ({ label, detail }: TableColumn): string =>
  detail === undefined ? label : oneLine({ text: label, detail });

/** Over and under numbers, words are broken into lines of about the width of an interval. */
function brokenLines(text: string): string[] {
  const lines: string[] = [];
  for (const word of singleLine(text).split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && `${last} ${word}`.length <= intervalWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const intervalWidth = 16;

const headingLines = (column: TableColumn): string[] => brokenLines(oneLineOf(column));

/** A number, and beneath it its small print, of which an interval stays whole. */
const numberLines = ({ text, detail }: { text: string; detail?: string | undefined }): string[] =>
  detail === undefined ? [text] : [text, ...(isInterval(detail) ? [detail] : brokenLines(detail))];

const stacked = (lines: readonly string[]): string =>
  `\\begin{tabular}[t]{@{}r@{}}${lines.map((each) => escapeLatex(each)).join('\\\\')}\\end{tabular}`;

function headerText(column: TableColumn, layout: ColumnLayout | undefined): string {
  if (!column.numeric) return cellText({ text: column.label, detail: column.detail }, layout);
  const lines = headingLines(column);
  return lines.length === 1 ? escapeLatex(lines[0] ?? '') : stacked(lines);
}

/** `text` may have small print, which in a column of numbers stands beneath it. */
function cellText(cell: { text: string; detail?: string | undefined }, layout: ColumnLayout | undefined): string {
  const { text, detail } = cell;
  if (layout?.numeric && detail !== undefined) return stacked(numberLines(cell));
  const whole = escapeLatex(detail === undefined ? text : oneLine({ text, detail }));
  if (!layout?.isBroken || whole === '') return whole;
  return boxed('t', layout.length, `\\raggedright ${whole}`);
}

/** Lines of so many characters. */
const boxed = (at: 't' | 'b', characters: number, text: string): string =>
  `\\parbox[${at}]{${inEm(characters)}}{${text}\\strut}`;

/** Names over groups of columns, each with a rule of its own beneath; one that is wider than its columns is broken. */
function groupLines(columns: readonly TableColumn[], layout: TableLayout): string[] {
  const spans = groupSpans(columns);
  if (spans.length === 0) return [];
  let at = 1;
  const rules: string[] = [];
  const cells = spans.map(({ group, columns: n }) => {
    const from = at;
    at += n;
    if (group === undefined) return '';
    rules.push(`\\cmidrule(lr){${from}-${at - 1}}`);
    const room = widthOf(layout.columns.slice(from - 1, at - 1));
    const name = escapeLatex(group);
    const text = group.length > room ? boxed('b', room, `\\centering ${name}`) : name;
    return `\\multicolumn{${n}}{c}{${text}}`;
  });
  return [`    ${line(cells)}`, `    ${rules.join(' ')}`];
}

/** `headingEnd` ends the row of a heading, which is broken where it is wider than the table. */
function bodyLines({ groups, columns }: TableSpec, layout: TableLayout, headingEnd = '\\\\'): string[] {
  const room = Math.max(3 * longest, widthOf(layout.columns));
  const headingText = (heading: string): string => {
    const text = `\\textit{${escapeLatex(heading)}}`;
    return heading.length > room ? boxed('t', room, `\\raggedright ${text}`) : text;
  };
  return groups.flatMap(({ heading, rows }, i) => [
    ...(i > 0 ? ['    \\addlinespace'] : []),
    ...(heading === undefined
      ? []
      : [`    \\multicolumn{${columns.length}}{@{}l}{${headingText(heading)}} ${headingEnd}`]),
    ...rows.map(
      ({ header, cells }) => `    ${line([header, ...cells].map((cell, j) => cellText(cell, layout.columns[j])))}`,
    ),
  ]);
}
