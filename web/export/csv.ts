// SPDX-License-Identifier: MIT
/**
 * Comma-separated values as RFC 4180 has them: CRLF, quotes where needed and doubled within, the same number of fields in
 * every record. Numbers are ASCII: a minus sign is "-".
 */
import { minusSign } from '../text/number.js';

export interface CsvOptions {
  /**
   * Default true: a cell that a spreadsheet would run as a formula gets an apostrophe before it. Numbers stay numbers,
   * and so do intervals and numbers with a number in brackets, which hold nothing that could be run.
   */
  neutralise?: boolean;
  /** Default true: a byte-order mark, without which Excel takes UTF-8 for something else. */
  byteOrderMark?: boolean;
  /** Default a comma. A semicolon where numbers have decimal commas, as spreadsheets there have it. */
  delimiter?: ',' | ';';
}

/** Records of different lengths are filled up with empty fields. */
export function writeCsv(records: readonly (readonly string[])[], options: CsvOptions = {}): string {
  const { neutralise = true, byteOrderMark = true, delimiter = ',' } = options;
  const width = Math.max(0, ...records.map(({ length }) => length));
  const lines = records.map((record) => {
    const fields = Array.from({ length: width }, (_, i) => asciiMinus(record[i] ?? ''));
    return fields.map((field) => quoted(neutralise ? neutralised(field) : field, delimiter)).join(delimiter);
  });
  return `${byteOrderMark ? '\ufeff' : ''}${lines.map((line) => `${line}\r\n`).join('')}`;
}

const asciiMinus = (text: string): string => text.replaceAll(minusSign, '-');

const quoted = (field: string, delimiter: string): string =>
  /["\r\n]|^\s|\s$/.test(field) || field.includes(delimiter) ? `"${field.replaceAll('"', '""')}"` : field;

/** What spreadsheets take for a formula, wide forms of the signs included (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

const digits = String.raw`[-+]?(?:\d[\d.,\u00b7\u00a0\u2009\u202f]*(?:[eE][-+]?\d+)?|\u221e)\u00a0?%?`;
/** Between the limits of an interval, in every language of the page. */
const to = '(?:to|bis)';
/** "-5.2", "-10.4 to 0.1", "-13.6 (5.80)", "-0.53 (-1.05 to 0.01)". */
const numbersOnly = new RegExp(`^${digits}(?: ${to} ${digits})?(?: \\(${digits}(?: ${to} ${digits})?\\))?$`);

/** A cell of its own where a spreadsheet splits at semicolons or tabs, whatever quotes stand around the whole. */
const formulaWithin = /([;\t])(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

export const neutralised = (field: string): string => {
  const guard = formulaStart.test(field) && !numbersOnly.test(field) ? "'" : '';
  return guard + field.slice(0, 1) + field.slice(1).replace(formulaWithin, "$1'");
};
