// SPDX-License-Identifier: MIT
/** Rows of cells to dictionary-coded columns, with what is wrong with their shape and what was left out. */
import type { InputError } from '../contract/report.js';
import { ColumnBuilder, IntegerList, type RawColumn } from './column-builder.js';
import { cellsUsed } from './cells-used.js';
import { inputError, listed, maxPlaces, quoted, type Place } from './errors.js';
import { limits, tooLarge } from './limits.js';
import { headerAt, mostTitleRows, type WrittenRow } from './title-rows.js';
import { maySetAside } from './set-aside.js';
import type { Note } from './types.js';

export type { RawColumn } from './column-builder.js';

export interface Records {
  columns: RawColumn[];
  /** Line on which each row starts; the header is usually line 1. */
  originRow: Int32Array;
  preview: string[][];
  notes: Note[];
  /** Line of the header. */
  headerRow: number;
  /** Rows with too few cells that may be remarks below the data, and what is wrong where they are not. */
  short: ShortRow[];
  shortError: InputError | null;
}

export interface ShortRow {
  line: number;
  cells: string[];
}

export interface RecordsFailure {
  error: InputError;
  preview: string[][];
}

const previewRows = 8;

const titleRemedy = 'set the header row, or remove titles and remarks above the row that names every column';
const textRemedy = 'look there for a missing delimiter, or one inside a cell that is not quoted';
/** What to do about rows longer than the header of a sheet. */
const sheetRemedy =
  'the header row must name every column, and titles and remarks must not stand beside the table; set the header row if it is another';

export interface SinkOptions {
  /** Rows of a sheet have no length of their own: cells at their end may not be written. */
  isSheet?: boolean;
  /** Line of the header, where it was said. */
  headerRow?: number | undefined;
}

/** Takes rows in order, titles and the header first. Blank lines and rows of empty cells are skipped. */
export class RecordSink {
  /** Rows taken, without the header. */
  rowCount = 0;
  /** Set when more rows are no use: the shape is broken, or a limit is passed. */
  stopped: InputError | null = null;
  private readonly _name: string;
  private readonly _neverPacked: ReadonlySet<string>;
  private readonly _originRow = new IntegerList();
  private readonly _columns: ColumnBuilder[] = [];
  private readonly _preview: string[][] = [];
  private _header: string[] | null = null;
  private _headerLine = 1;
  /** The first rows, until it is known which is the header. */
  private _head: WrittenRow[] = [];
  private readonly _titles: WrittenRow[] = [];
  private _unequal: { line: number; cells: number }[] = [];
  private _unequalCount = 0;
  private readonly _short: ShortRow[] = [];
  private readonly _emptyRows = new Lines();
  private readonly _trailing = new Lines();
  private readonly _trimmed = new Lines();

  private readonly _isSheet: boolean;
  private readonly _askedHeader: number | undefined;

  /** `neverPacked` are texts that may mean missing. */
  constructor(name: string, neverPacked: ReadonlySet<string>, { isSheet = false, headerRow }: SinkOptions = {}) {
    this._name = name;
    this._neverPacked = neverPacked;
    this._isSheet = isSheet;
    this._askedHeader = headerRow;
  }

  /** True until a row with something in it has come. */
  get isEmpty(): boolean {
    return this._header === null && this._head.length === 0 && this._titles.length === 0;
  }

  add(row: string[], line: number): void {
    const used = cellsUsed(row);
    if (used === 0) {
      if (row.length > 1) this._emptyRows.add(line);
    } else if (this._header) this._addRow(row, used, line, this._header.length);
    else if (this._askedHeader === undefined) {
      this._head.push({ cells: row, line });
      if (this._head.length >= mostTitleRows) this._settle();
    } else if (line < this._askedHeader) this._titles.push({ cells: row, line });
    else this._start(row, line);
  }

  /** Finds the header among the first rows, and takes what follows. */
  private _settle(): void {
    const head = this._head;
    this._head = [];
    if (head.length === 0) return;
    const at = headerAt(head);
    this._titles.push(...head.slice(0, at));
    for (const { cells, line } of head.slice(at)) {
      if (!this._header) this._start([...cells], line);
      else this._addRow([...cells], cellsUsed(cells), line, this._header.length);
    }
  }

  /** As `add`, for a row without quotation marks: the text from `from` to `to`. */
  addPlain(text: string, from: number, to: number, delimiter: string, line: number): void {
    if (!this._setPlain(text, from, to, delimiter.charCodeAt(0), line)) {
      this.add(text.slice(from, to).split(delimiter), line);
    }
  }

  /**
   * Sets the cells of a row like most, without cutting them out. False where there is more to look at: a first cell that
   * may be empty, another number of cells than the header has, a cell that is very long. The row then is as if not set.
   */
  private _setPlain(text: string, from: number, to: number, delimiter: number, line: number): boolean {
    const columns = this._columns;
    const width = columns.length;
    if (width === 0 || from === to || this._preview.length <= previewRows || isBlankOrRare(text, from)) return false;
    if (text.charCodeAt(from) === delimiter) return false;
    const row = this.rowCount;
    let wasTrimmed = false;
    let start = from;
    for (let j = 0; j < width; j++) {
      let end = start;
      while (end < to && text.charCodeAt(end) !== delimiter) end++;
      if ((j === width - 1) !== (end === to) || end - start > limits.cellLength) return false;
      if (end > start && (isBlankOrRare(text, start) || isBlankOrRare(text, end - 1))) {
        const cell = text.slice(start, end).trim();
        if (cell !== '' && cell.length < end - start) wasTrimmed = true;
        columns[j]!.set(row, cell);
      } else columns[j]!.set(row, text, start, end);
      start = end + 1;
    }
    this._count(line, width);
    if (wasTrimmed) this._trimmed.add(line);
    return true;
  }

  /** One more row. */
  private _count(line: number, width: number): void {
    const count = ++this.rowCount;
    if (count > limits.rows) this.stopped = tooLarge(this._name, 'rows', line);
    else if (count * width > limits.cells) this.stopped = tooLarge(this._name, 'cells', line);
    this._originRow.push(line);
  }

  private _start(row: string[], line: number): void {
    if (row.length > limits.columns) this.stopped = tooLarge(this._name, 'columns', line);
    const names = row.map(cleanName);
    this._header = names;
    this._headerLine = line;
    this._preview.push(names);
    for (let j = 0; j < names.length; j++) this._columns.push(new ColumnBuilder(this._neverPacked));
  }

  private _addRow(row: string[], used: number, line: number, width: number): void {
    while (this._isSheet && row.length < width) row.push('');
    if (this._preview.length <= previewRows) this._preview.push(row.map((cell) => cell.slice(0, previewLength)));
    if (row.length < width || used > width) {
      if (this._unequalCount++ < maxPlaces) this._unequal.push({ line, cells: row.length });
      if (row.length < width && this._short.length < mostShort && maySetAside(row))
        this._short.push({ line, cells: row });
      return;
    }
    if (row.length > width) this._trailing.add(line);
    const at = this.rowCount;
    this._count(line, width);
    let wasTrimmed = false;
    for (let j = 0; j < width; j++) {
      const written = row[j] ?? '';
      const cell = written.trim();
      if (cell.length !== written.length && cell !== '') wasTrimmed = true;
      if (cell.length > limits.cellLength) this.stopped = tooLarge(this._name, 'cellLength', line);
      this._columns[j]?.set(at, cell);
    }
    if (wasTrimmed) this._trimmed.add(line);
  }

  private _fail(error: InputError): RecordsFailure {
    return { error, preview: this._preview };
  }

  finish(): Records | RecordsFailure {
    const file = this._name;
    this._settle();
    if (this.stopped) return this._fail(this.stopped);
    const header = this._header;
    if (!header && this._titles.length > 0) return this._fail(this._noHeaderRow());
    if (!header)
      return this._fail(inputError('empty_file', `${file} is empty: it has no header and no rows`, { file }));
    const shortError = this._unequalCount > 0 ? this._unequalError(header.length) : null;
    if (shortError && this._short.length < this._unequalCount) return this._fail(shortError);
    if (this.rowCount === 0) {
      const message = `${file} has a header (${listed(header.map(quoted))}) but no rows below it`;
      return this._fail(inputError('no_rows', message, { file }));
    }
    const notes: Note[] = [];
    const note = (code: string, lines: Lines, what: string): void => {
      if (lines.count > 0) notes.push({ file, code, message: `${file}: ${what} (${lines.told()})` });
    };
    this._noteTitles(notes);
    note('trailing_cells', this._trailing, 'empty cells beyond the last column were left out');
    note('empty_rows', this._emptyRows, 'rows of empty cells were skipped');
    note('trimmed_cells', this._trimmed, 'spaces before or after the text of cells were left out');
    // Each builder is let go once its column is made.
    const builders = this._columns.splice(0).reverse();
    const columns = header.flatMap((name) => {
      const builder = builders.pop();
      return builder ? [builder.finish(name, this.rowCount)] : [];
    });
    const { _preview: preview, _headerLine: headerRow, _short: short } = this;
    return { columns, originRow: this._originRow.finish(), preview, notes, headerRow, short, shortError };
  }

  private _noteTitles(notes: Note[]): void {
    if (this._titles.length === 0) return;
    const [first] = this._titles;
    const isOne = this._titles.length === 1;
    const message = `${this._name}: ${rowsOf(this._titles)} above the header (row ${this._headerLine}) ${isOne ? 'is' : 'are'} left out (${shown(first)}); set the header row if that is wrong`;
    notes.push({ file: this._name, code: 'title_rows', message });
  }

  private _noHeaderRow(): InputError {
    const file = this._name;
    const row = this._askedHeader ?? 1;
    const last = this._titles.at(-1)?.line ?? 1;
    const remedy = 'set the header row to the one that names the columns';
    return inputError(
      'no_header',
      `${file} has no row ${row}, which is to be its header (the last is ${last}): ${remedy}`,
      {
        file,
        row,
        remedy,
      },
    );
  }

  private _unequalError(expected: number): InputError {
    const file = this._name;
    const isTitle = expected === 1 && new Set(this._unequal.map(({ cells }) => cells)).size === 1;
    const remedy = isTitle ? titleRemedy : this._isSheet ? sheetRemedy : textRemedy;
    const rows = this._unequal.map(({ line, cells }) => `row ${line} has ${cells}`);
    const message = `${file}: the header has ${cellsWord(expected)}, but ${listedOf(rows, this._unequalCount)}: ${remedy}`;
    const places: Place[] = this._unequal.map(({ line }) => ({ file, row: line }));
    return inputError('unequal_rows', message, { file, row: this._unequal[0]?.line ?? 0, remedy, places });
  }
}

function rowsOf(rows: readonly { line: number }[]): string {
  const lines = rows.map(({ line }) => line);
  const [first = 0, last = 0] = [lines[0], lines.at(-1)];
  if (lines.length === 1) return `row ${first}`;
  const isRun = last - first === lines.length - 1;
  return isRun && lines.length > 2 ? `rows ${first} to ${last}` : `rows ${listed(lines.map(String), 6)}`;
}

/** The first cell with something in it. */
function shown(row: { cells: readonly string[] } | undefined): string {
  return quoted(row?.cells.find((cell) => cell.trim() !== '')?.trim() ?? '');
}

/** True for what may be a space of some kind, and for letters that are not looked at more closely. */
function isBlankOrRare(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || code > 0x7f;
}

/** More short rows are no remarks. */
const mostShort = 10;

/** What a preview shows of a long cell. */
const previewLength = 1000;

/** The first few of many lines, and how many there are. */
class Lines {
  count = 0;
  private readonly _first: number[] = [];

  add(line: number): void {
    if (this.count++ < 7) this._first.push(line);
  }

  told(): string {
    const words = this._first.map(String);
    return this.count === 1 ? `row ${words[0] ?? ''}` : `rows ${listedOf(words, this.count)}`;
  }
}

/** As `listed` with six words, when there are more than those at hand. */
function listedOf(words: readonly string[], count: number): string {
  const most = 6;
  return count > most ? `${words.slice(0, most).join(', ')} and ${count - most} more` : listed(words, most);
}

function cellsWord(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

function cleanName(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}
