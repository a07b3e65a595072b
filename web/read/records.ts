// SPDX-License-Identifier: MIT
/** Text to dictionary-coded columns of text: each distinct cell is kept once, so typing looks at each value once. */
import Papa from 'papaparse';
import type { InputError } from '../contract/report.js';
import { cellsUsed, type Delimiter } from './delimiter.js';
import { inputError, listed, quoted, type Place } from './errors.js';
import type { Note } from './types.js';

export interface RawColumn {
  name: string;
  /** Per row, index into `texts`. */
  codes: Int32Array;
  /** Distinct cells, trimmed, in order of first appearance. */
  texts: string[];
}

export interface Records {
  columns: RawColumn[];
  /** Line on which each row starts; the header is usually line 1. */
  originRow: Int32Array;
  preview: string[][];
  notes: Note[];
}

export interface RecordsFailure {
  error: InputError;
  preview: string[][];
}

const previewRows = 8;

/** Splits the text into columns, or says what is wrong with its shape. Blank lines and rows of empty cells are skipped. */
export function readRecords(name: string, text: string, delimiter: Delimiter): Records | RecordsFailure {
  const sink = new Sink(text);
  const separatorLine = /^sep=.\n/i.test(text);
  Papa.parse<string[]>(separatorLine ? text.slice(6) : text, {
    delimiter,
    newline: '\n',
    step: (result, parser) => {
      sink.add(result.data, result.errors[0]?.code);
      if (sink.badQuote) parser.abort();
    },
  });
  return sink.finish(name, separatorLine ? 1 : 0);
}

/** The delimiter that a first line such as "sep=;" declares, as Excel writes it. */
export function declaredDelimiter(text: string): Delimiter | null {
  const declared = /^sep=([,;\t|])\n/i.exec(text)?.[1];
  return (declared as Delimiter | undefined) ?? null;
}

class Sink {
  badQuote: { line: number; code: string; value: string } | null = null;
  private readonly _capacity: number;
  private readonly _hasQuotes: boolean;
  private readonly _originRow: Int32Array;
  private readonly _columns: RawColumn[] = [];
  private readonly _index: Map<string, number>[] = [];
  private readonly _preview: string[][] = [];
  private readonly _unequal: { line: number; cells: number }[] = [];
  private _header: string[] | null = null;
  private _rowCount = 0;
  private _line = 1;
  private _emptyRows: number[] = [];
  private _trimmed: number[] = [];

  constructor(text: string) {
    this._capacity = countLines(text);
    this._hasQuotes = text.includes('"');
    this._originRow = new Int32Array(this._capacity);
  }

  add(row: string[], quoteError: string | undefined): void {
    const line = this._line;
    this._line += 1;
    if (quoteError) {
      this.badQuote = {
        line,
        code: quoteError,
        value: row.find((cell) => cell.includes('\n')) ?? row[row.length - 1] ?? '',
      };
      return;
    }
    if (this._hasQuotes) for (const cell of row) this._line += countLines(cell) - 1;
    const used = cellsUsed(row);
    if (used === 0) {
      if (row.length > 1) this._emptyRows.push(line);
      return;
    }
    if (!this._header) this._start(row);
    else this._addRow(row, used, line, this._header.length);
  }

  private _start(row: string[]): void {
    this._header = row;
    this._preview.push(row.map(cleanName));
    for (const cell of row) {
      this._columns.push({ name: cleanName(cell), codes: new Int32Array(this._capacity), texts: [] });
      this._index.push(new Map());
    }
  }

  private _addRow(row: string[], used: number, line: number, width: number): void {
    if (this._preview.length <= previewRows) this._preview.push(row);
    if (row.length < width || used > width) {
      this._unequal.push({ line, cells: row.length });
      return;
    }
    if (row.length > width) this._trimmed.push(line);
    const at = this._rowCount++;
    this._originRow[at] = line;
    for (let j = 0; j < width; j++) {
      const column = this._columns[j];
      const index = this._index[j];
      if (!column || !index) continue;
      const cell = (row[j] ?? '').trim();
      let code = index.get(cell);
      if (code === undefined) {
        code = column.texts.push(cell) - 1;
        index.set(cell, code);
      }
      column.codes[at] = code;
    }
  }

  finish(name: string, linesBefore: number): Records | RecordsFailure {
    const fail = (error: InputError): RecordsFailure => ({ error, preview: this._preview });
    const shift = (line: number): number => line + linesBefore;
    if (this.badQuote) return fail(quoteError(name, { ...this.badQuote, line: shift(this.badQuote.line) }));
    if (!this._header)
      return fail(inputError('empty_file', `${name} is empty: it has no header and no rows`, { file: name }));
    if (this._unequal.length > 0) {
      const rows = this._unequal.map(({ line, cells }) => ({ line: shift(line), cells }));
      return fail(unequalError(name, rows, this._header.length));
    }
    if (this._rowCount === 0) {
      return fail(
        inputError(
          'no_rows',
          `${name} has a header (${listed(this._columns.map((c) => quoted(c.name)))}) but no rows below it`,
          { file: name },
        ),
      );
    }
    const originRow = this._originRow.slice(0, this._rowCount).map(shift);
    const columns = this._columns.map((column) => ({ ...column, codes: column.codes.slice(0, this._rowCount) }));
    const notes: Note[] = [];
    if (this._trimmed.length > 0) {
      notes.push({
        file: name,
        code: 'trailing_cells',
        message: `${name}: empty cells beyond the last column were left out (${rowsNamed(this._trimmed.map(shift))})`,
      });
    }
    if (this._emptyRows.length > 0) {
      notes.push({
        file: name,
        code: 'empty_rows',
        message: `${name}: rows of empty cells were skipped (${rowsNamed(this._emptyRows.map(shift))})`,
      });
    }
    return { columns, originRow, preview: this._preview, notes };
  }
}

function quoteError(name: string, bad: { line: number; code: string; value: string }): InputError {
  const remedy = 'close the quotation mark, and write a quotation mark inside a quoted cell twice';
  const problem =
    bad.code === 'MissingQuotes'
      ? `a quotation mark opened in row ${bad.line} is never closed`
      : `row ${bad.line} has text after a closing quotation mark`;
  return inputError('malformed_quotes', `${name}: ${problem}: ${remedy}`, {
    file: name,
    row: bad.line,
    value: bad.value.slice(0, 200),
    remedy,
  });
}

function unequalError(name: string, rows: { line: number; cells: number }[], expected: number): InputError {
  const remedy = 'look there for a missing delimiter, or one inside a cell that is not quoted';
  const told = listed(
    rows.map(({ line, cells }) => `row ${line} has ${cells}`),
    6,
  );
  const message = `${name}: the header has ${cellsWord(expected)}, but ${told}: ${remedy}`;
  const places: Place[] = rows.slice(0, 1000).map(({ line }) => ({ file: name, row: line }));
  return inputError('unequal_rows', message, { file: name, row: rows[0]?.line ?? 0, remedy, places });
}

function cellsWord(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

function rowsNamed(lines: number[]): string {
  return lines.length === 1 ? `row ${lines[0] ?? ''}` : `rows ${listed(lines.map(String), 6)}`;
}

function cleanName(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
