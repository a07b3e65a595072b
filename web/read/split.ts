// SPDX-License-Identifier: MIT
/** Delimited text, piece by piece, to rows of cells with the line each starts on. */
import Papa from 'papaparse';
import type { InputError } from '../contract/report.js';
import type { Delimiter } from './delimiter.js';
import { inputError } from './errors.js';
import { limits } from './limits.js';
import type { RecordSink } from './records.js';

/** What a piece of Papa Parse's own streaming gives: rows that are complete, and how far they reach. */
interface Split {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

interface Splitter {
  parse(text: string, start: number, withoutLast: boolean): Split;
}

/** Characters of a row that is not complete yet, after which it is given up. */
const longestRow = 10 * limits.cellLength;

/** Length of a first line "sep=;" with its line end. */
const separatorLineLength = 6;

/** The delimiter that a first line such as "sep=;" declares, as Excel writes it. */
export function declaredDelimiter(text: string): Delimiter | null {
  const declared = /^sep=([,;\t|])\n/i.exec(text)?.[1];
  return (declared as Delimiter | undefined) ?? null;
}

export class TextRows {
  private readonly _name: string;
  private readonly _sink: RecordSink;
  private readonly _delimiter: Delimiter;
  /** Where quotation marks are few and where they are many: one row, or a number of them. */
  private readonly _one: Splitter;
  private readonly _many: Splitter;
  private _line = 1;
  private _rest = '';
  private _isStart = true;

  constructor(name: string, delimiter: Delimiter, sink: RecordSink) {
    this._name = name;
    this._sink = sink;
    this._delimiter = delimiter;
    const splitter = (preview: number): Splitter => new Papa.Parser({ delimiter, newline: '\n', preview });
    this._one = splitter(1);
    this._many = splitter(200);
  }

  /** A row, and a quoted cell with line breaks, may go on in the next piece. */
  next(text: string): void {
    // Joined this way the text is one flat string, which is looked at letter by letter several times as fast.
    this._rest = [this._rest, text].join('');
    if (this._isStart && this._rest.length < separatorLineLength) return;
    this._split(true);
  }

  end(): void {
    this._split(false);
  }

  private _split(hasMore: boolean): void {
    if (this._sink.stopped) return;
    if (this._isStart) this._skipSeparatorLine();
    const text = this._rest;
    let at = 0;
    let quote = text.indexOf('"');
    let afterQuoted = -1;
    let inSequence = 0;
    while (at < text.length && !this._sink.stopped) {
      const lineEnd = text.indexOf('\n', at);
      const end = lineEnd === -1 ? text.length : lineEnd;
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
      if (quote !== -1 && quote < end) {
        inSequence = afterQuoted === at ? inSequence + 1 : 0;
        const splitter = inSequence > 3 ? this._many : this._one;
        const length = this._addQuoted(splitter.parse(text.slice(at), 0, hasMore));
        if (length === 0) break;
        at += length;
        afterQuoted = at;
      } else {
        if (lineEnd === -1 && hasMore) break;
        this._sink.addPlain(text, at, end, this._delimiter, this._line++);
        at = end + 1;
      }
    }
    this._rest = text.slice(at);
    if (hasMore && this._rest.length > longestRow && !this._sink.stopped) this._sink.stopped = this._endlessRow();
  }

  /** Returns how much of the text the rows take up: none, when the first is not complete. */
  private _addQuoted({ data, errors, meta }: Split): number {
    // An error in a row that is not complete may be none once it is.
    const bad = errors.find(({ row }) => row < data.length);
    for (const [i, row] of data.entries()) {
      if (bad?.row === i) this._sink.stopped = this._quoteError(bad.code, row);
      if (this._sink.stopped) break;
      this._sink.add(row, this._line++);
      for (const cell of row) this._line += breaksIn(cell);
    }
    return meta.cursor;
  }

  private _skipSeparatorLine(): void {
    this._isStart = false;
    if (!/^sep=.\n/i.test(this._rest)) return;
    this._rest = this._rest.slice(separatorLineLength);
    this._line++;
  }

  private _quoteError(code: string, row: readonly string[]): InputError {
    const remedy = 'close the quotation mark, and write a quotation mark inside a quoted cell twice';
    const problem =
      code === 'MissingQuotes'
        ? `a quotation mark opened in row ${this._line} is never closed`
        : `row ${this._line} has text after a closing quotation mark`;
    const value = row.find((cell) => cell.includes('\n')) ?? row[row.length - 1] ?? '';
    return inputError('malformed_quotes', `${this._name}: ${problem}: ${remedy}`, {
      file: this._name,
      row: this._line,
      value: value.slice(0, 200),
      remedy,
    });
  }

  /** Neither a line end nor a closing quotation mark for very long. */
  private _endlessRow(): InputError {
    const remedy = 'look there for a quotation mark that is not closed';
    const most = longestRow.toLocaleString('en-US');
    const message = `${this._name}: row ${this._line} has more than ${most} characters: ${remedy}`;
    const value = this._rest.slice(0, 200);
    return inputError('malformed_quotes', message, { file: this._name, row: this._line, value, remedy });
  }
}

function breaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}
