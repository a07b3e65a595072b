// SPDX-License-Identifier: MIT
/** What every export needs of a table: names over columns, one-line cells, the caption as printed. */
import { strings } from '../text/strings.js';
import type { TableColumn, TableSpec } from '../text/tables/spec.js';

const words = strings.exports;

/** Neighbouring columns of one group are one span; a column of none is a span of its own. */
export interface Span {
  group: string | undefined;
  columns: number;
}

/** Empty where no column has a group. */
export function groupSpans(columns: readonly TableColumn[]): Span[] {
  if (columns.every(({ group }) => group === undefined)) return [];
  const spans: Span[] = [];
  for (const { group } of columns) {
    const last = spans[spans.length - 1];
    if (last && group !== undefined && last.group === group) last.columns += 1;
    else spans.push({ group, columns: 1 });
  }
  return spans;
}

/** "−5.2 (points)": text and small print on one line. */
export const oneLine = ({ text, detail }: { text: string; detail?: string }): string =>
  detail === undefined ? text : words.withDetail(text, detail);

/** "ketamine: LS mean (SE)": for formats with one header row. */
export function columnName(column: TableColumn): string {
  const label = oneLine({ text: column.label, ...(column.detail === undefined ? {} : { detail: column.detail }) });
  return column.group === undefined ? label : words.inGroup(column.group, label);
}

/** Says so where the data are made up. */
export const captionOf = ({ caption, simulated }: Pick<TableSpec, 'caption' | 'simulated'>): string =>
  simulated ? words.simulated(caption) : caption;

/** Line breaks and runs of spaces become one space. */
export const singleLine = (text: string): string => text.replace(/[\r\n\t\v\f\u0085\u2028\u2029 ]+/g, ' ').trim();
