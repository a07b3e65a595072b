// SPDX-License-Identifier: MIT
/** A table as CSV, every number as displayed; caption, notes and stamp follow as records that begin with "# ". */
import { strings } from '../text/strings.js';
import { allNotes, type TableCell, type TableColumn, type TableSpec } from '../text/tables/spec.js';
import { writeCsv, type CsvOptions } from './csv.js';
import { captionOf, columnName, singleLine } from './layout.js';
import { provenanceLines, type Provenance } from './provenance.js';

const words = strings.exports;

export interface TableCsvOptions extends CsvOptions {
  /** Default true: caption, notes and stamp after the rows. */
  notes?: boolean;
}

/**
 * One record per row. Headings of groups become a first column, and the small print of a column's cells a column of its
 * own, so that a cell with a number holds nothing else.
 */
export function tableCsv(table: TableSpec, provenance: Provenance | null, options: TableCsvOptions = {}): string {
  const { notes = true, ...csv } = options;
  const rows = table.groups.flatMap(({ heading, rows: own }) => own.map((row) => ({ heading, row })));
  const hasHeadings = rows.some(({ heading }) => heading !== undefined);
  const cellsOf = ({ row }: (typeof rows)[number]): TableCell[] => [row.header, ...row.cells];
  const hasDetail = table.columns.map((_, i) => rows.some((each) => cellsOf(each)[i]?.detail !== undefined));
  const header = [
    ...(hasHeadings ? [words.group] : []),
    ...table.columns.flatMap((column, i) => columnNames(column, hasDetail[i] === true)),
  ];
  const records = rows.map((each) => [
    ...(hasHeadings ? [each.heading ?? ''] : []),
    ...cellsOf(each).flatMap(({ text, detail }, i) => (hasDetail[i] ? [text, detail ?? ''] : [text])),
  ]);
  const delimiter = strings.numbers.locale === undefined ? ',' : ';';
  return writeCsv([header, ...records, ...(notes ? comments(table, provenance) : [])], { delimiter, ...csv });
}

function columnNames(column: TableColumn, hasDetail: boolean): string[] {
  const name = columnName(column);
  return hasDetail ? [name, words.detailOf(name)] : [name];
}

function comments(table: TableSpec, provenance: Provenance | null): string[][] {
  const lines = [captionOf(table), ...allNotes(table), ...(provenance ? provenanceLines(provenance) : [])];
  return lines.map((line) => [`# ${singleLine(line)}`]);
}
