// SPDX-License-Identifier: MIT
/** A table as a Word table: a head that is repeated on every page, rows that stay whole, columns as wide as their words. */
import { allNotes, type TableColumn, type TableRow, type TableSpec } from '../../text/tables/spec.js';
import { escapeXml } from '../html_escape.js';
import { groupSpans } from '../layout.js';
import { textWidth, type Orientation, type Paper } from './page.js';
import { paragraph, run, type RunLook } from './xml.js';

/** Width of a character of table text, and what stands between columns, in twentieths of a point. */
const characterWidth = 98;
const columnGap = 140;
/** Lines of words are at least this long before they are broken; where there is room, this long. */
const shortLine = 18;
const longLine = 30;

/** A table of at most so many rows stays on one page. */
const mostKept = 16;

/** The numbered caption, the table and its notes. */
export function tableXml(table: TableSpec, caption: string, paper: Paper): string {
  const { columns, groups } = table;
  const widths = columnWidths(table, textWidth(paper, orientationOf(table, paper)));
  const last = groups.flatMap(({ rows: own }) => own).at(-1);
  const isShort = groups.reduce((sum, { rows: own }) => sum + own.length + 1, 0) <= mostKept;
  const rows = groups.flatMap(({ heading, rows: own }) => [
    ...(heading === undefined ? [] : [headingRow(heading, widths)]),
    ...own.map((each) => bodyRow(each, columns, widths, heading !== undefined, isShort && each !== last)),
  ]);
  return [
    paragraph(run(caption), { style: 'Caption' }),
    '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="5000" w:type="pct"/>',
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" ',
    `w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${escapeXml(caption)}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...headRows(columns, widths),
    ...rows,
    '</w:tbl>',
    ...allNotes(table).map((note) => paragraph(run(note), { style: 'TableNote' })),
    // Word joins tables that nothing stands between.
    paragraph('', { style: 'TableNote' }),
  ].join('');
}

/** Landscape where a portrait page is too narrow for the table's words and numbers, small print a little closer. */
export function orientationOf(table: TableSpec, paper: Paper): Orientation {
  const needed = neededWidths(table, shortLine).reduce((sum, width) => sum + width, 0);
  return needed > 1.1 * textWidth(paper, 'portrait') ? 'landscape' : 'portrait';
}

/** What each column needs so that no number and no word is broken. */
function neededWidths({ columns, groups }: TableSpec, line: number): number[] {
  const rows = groups.flatMap(({ rows: own }) => own.map(({ header, cells }) => [header, ...cells]));
  return columns.map((column, i) => {
    const texts = rows.flatMap((row) => [row[i]?.text ?? '', row[i]?.detail ?? '']);
    const heading = [column.label, column.detail ?? ''].flatMap((text) => text.split(' '));
    const body = column.numeric ? texts : texts.flatMap((text) => linesOf(text, line));
    const longest = Math.max(4, ...[...heading, ...body].map(({ length }) => length));
    return Math.round(longest * characterWidth + columnGap);
  });
}

/** A long text is as wide as the lines it is broken into, or as its longest word. */
const linesOf = (text: string, line: number): string[] =>
  text.length <= line ? [text] : [text.slice(0, line), ...text.split(' ')];

/** The whole width, shared by need. */
function columnWidths(table: TableSpec, width: number): number[] {
  const sum = (widths: readonly number[]): number => widths.reduce((total, each) => total + each, 0);
  const roomy = neededWidths(table, longLine);
  const needed = sum(roomy) <= width ? roomy : neededWidths(table, shortLine);
  const total = sum(needed);
  const widths = needed.map((each) => Math.floor((each * width) / total));
  const rest = width - sum(widths);
  return widths.map((each, i) => (i === 0 ? each + rest : each));
}

interface CellLook {
  width: number;
  span?: number;
  borders?: string;
  align?: 'left' | 'right' | 'center';
  keepNext?: boolean;
  isHead?: boolean;
  look?: RunLook;
}

const rule = (side: 'top' | 'bottom'): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
const small: RunLook = { size: 15, colour: '595F66' };

function cell(
  { text, detail }: { text: string; detail?: string | undefined },
  { width, span = 1, borders = '', align = 'left', keepNext = false, isHead = false, look = {} }: CellLook,
): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
    borders === '' ? '' : `<w:tcBorders>${borders}</w:tcBorders>`,
    isHead ? '<w:vAlign w:val="bottom"/>' : '',
  ].join('');
  const place = { style: 'TableText', align, keepNext };
  const lines = [
    ...(text === '' && detail !== undefined ? [] : [paragraph(run(text, look), place)]),
    ...(detail === undefined ? [] : [paragraph(run(detail, small), place)]),
  ];
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${lines.join('')}</w:tc>`;
}

const row = (cells: string, isHead = false): string =>
  `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;

const alignOf = (column: TableColumn | undefined): 'left' | 'right' => (column?.numeric ? 'right' : 'left');

function headRows(columns: readonly TableColumn[], widths: readonly number[]): string[] {
  let at = 0;
  const groups = groupSpans(columns).map(({ group = '', columns: span }) => {
    const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0);
    at += span;
    const borders = group === '' ? '' : rule('bottom');
    return cell({ text: group }, { width, span, borders, align: 'center', keepNext: true, look: { bold: true } });
  });
  const labels = columns.map((column, i) =>
    cell(
      { text: column.label, detail: column.detail },
      {
        ...{ width: widths[i] ?? 0, borders: rule('bottom'), align: alignOf(column) },
        ...{ keepNext: true, isHead: true, look: { bold: true } },
      },
    ),
  );
  return [...(groups.length === 0 ? [] : [row(groups.join(''), true)]), row(labels.join(''), true)];
}

function headingRow(heading: string, widths: readonly number[]): string {
  const width = widths.reduce((sum, each) => sum + each, 0);
  return row(cell({ text: heading }, { width, span: widths.length, keepNext: true, look: { bold: true } }));
}

function bodyRow(
  { header, cells, kind }: TableRow,
  columns: readonly TableColumn[],
  widths: readonly number[],
  isGrouped: boolean,
  keepNext: boolean,
): string {
  const look: RunLook = kind === 'summary' ? { bold: true } : kind === 'published' ? { italic: true } : {};
  const indented = isGrouped ? { ...header, text: `\u2002${header.text}` } : header;
  const own = cells.map((each, i) =>
    cell(each, { width: widths[i + 1] ?? 0, align: alignOf(columns[i + 1]), keepNext, look }),
  );
  return row(cell(indented, { width: widths[0] ?? 0, keepNext, look }) + own.join(''));
}
