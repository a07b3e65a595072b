// SPDX-License-Identifier: MIT
/** The elements of a sheet to rows of text. */
import { EngineError } from '../contract/engine.js';
import { listed, quoted } from './errors.js';
import { limits, tooLarge } from './limits.js';
import type { RecordSink } from './records.js';
import type { Note } from './types.js';
import type { WorkbookFacts } from './workbook.js';
import { damaged } from './zip.js';
import { columnIndex, columnLetters, numberText, unescaped } from './workbook-cells.js';

/** Cells with errors that are named. */
const mostFaults = 5;

export class SheetRows {
  private readonly _name: string;
  private readonly _sheet: string;
  private readonly _facts: WorkbookFacts;
  private readonly _sink: RecordSink;
  private _line = 0;
  private _row: string[] = [];
  private _column = -1;
  private _type = 'n';
  private _style = 0;
  private _parts: string[] = [];
  private _isValue = false;
  private _isPhonetic = false;
  private _hasFormula = false;
  private _uncomputed: number[] = [];
  private _uncomputedCount = 0;
  private _hiddenCount = 0;
  private readonly _faults: string[] = [];
  private _faultCount = 0;
  private _address = '';
  /** The first cell that is shown as a percent. */
  private _percent: { address: string; value: number } | null = null;

  constructor(name: string, sheet: string, facts: WorkbookFacts, sink: RecordSink) {
    this._name = name;
    this._sheet = sheet;
    this._facts = facts;
    this._sink = sink;
  }

  open(tag: string, attributes: () => Record<string, string>): void {
    if (tag === 'row') {
      const { r, hidden } = attributes();
      this._line = Number(r) > 0 ? Math.floor(Number(r)) : this._line + 1;
      this._row = [];
      this._column = -1;
      if (hidden === '1' || hidden === 'true') this._hiddenCount++;
    } else if (tag === 'c') {
      const { r, t = 'n', s = '0' } = attributes();
      this._column = r === undefined ? this._column + 1 : columnIndex(r);
      if (this._column < 0 || this._column >= limits.columns) {
        throw new EngineError(tooLarge(this._name, 'columns', this._line));
      }
      this._type = t;
      this._address = r ?? `${columnLetters(this._column)}${this._line}`;
      this._style = Number(s);
      this._parts = [];
      this._hasFormula = false;
    } else if (tag === 'f') this._hasFormula = true;
    else if (tag === 'rPh') this._isPhonetic = true;
    this._isValue = tag === 'v' || (tag === 't' && !this._isPhonetic);
  }

  text(text: string): void {
    if (this._isValue) this._parts.push(text);
  }

  close(tag: string): void {
    this._isValue = false;
    if (tag === 'rPh') this._isPhonetic = false;
    else if (tag === 'c') this._endCell();
    else if (tag === 'row' && !this._sink.stopped) {
      this._sink.add(this._row, this._line);
    }
  }

  private _endCell(): void {
    const text = this._parts.join('');
    if (text === '' && this._hasFormula && this._uncomputedCount++ < 6) this._uncomputed.push(this._line);
    while (this._row.length <= this._column) this._row.push('');
    this._row[this._column] = this._valueOf(text);
  }

  private _shared(index: number): string {
    const shared = this._facts.sharedStrings[index];
    if (shared === undefined)
      throw damaged(this._name, `a cell in row ${this._line} refers to a text that is not there`);
    return shared;
  }

  private _valueOf(text: string): string {
    if (text === '') return '';
    const { formats, is1904 } = this._facts;
    switch (this._type) {
      case 's':
        return unescaped(this._shared(Number(text)));
      case 'e':
        if (this._faultCount++ < mostFaults) this._faults.push(`${this._address} (${text})`);
        return '';
      case 'b':
        return text === '1' || text === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return text.replace(/T00:00:00(\.0+)?Z?$/, '');
      case 'n': {
        const value = Number(text);
        const format = formats[this._style] ?? 'number';
        if (format === 'percent') this._percent ??= { address: this._address, value };
        return Number.isFinite(value) ? numberText(value, format, is1904) : text;
      }
      default:
        return unescaped(text);
    }
  }

  notes(): Note[] {
    const file = this._name;
    const notes: Note[] = [];
    if (this._uncomputedCount > 0) {
      const rows = [...new Set(this._uncomputed)].join(', ');
      const cells = this._uncomputedCount === 1 ? '1 formula has' : `${this._uncomputedCount} formulas have`;
      const message = `${file}: ${cells} no computed value and is missing here (first in row ${rows}): open the workbook in the spreadsheet program and save it`;
      notes.push({ file, code: 'formula_without_value', message });
    }
    if (this._faultCount > 0) {
      const more = this._faultCount - this._faults.length;
      const places = more > 0 ? `${this._faults.join(', ')} and ${more} more` : listed(this._faults);
      const are = this._faultCount === 1 ? 'is' : 'are';
      const message = `${file}, sheet ${quoted(this._sheet)}: errors of formulas ${are} missing values here: ${places}; mend them in the workbook if there should be values`;
      notes.push({ file, code: 'error_cells', message });
    }
    if (this._percent) {
      const { address, value } = this._percent;
      const shown = `${Number((100 * value).toPrecision(12))}%`;
      const message = `${file}, sheet ${quoted(this._sheet)}: cells shown as percents are read as the numbers behind them (${address}, shown as ${shown}, is ${value}); multiply them by 100 in the workbook if they are scores of 0 to 100`;
      notes.push({ file, code: 'percent_cells', message });
    }
    if (this._hiddenCount > 0) {
      const rows = this._hiddenCount === 1 ? '1 hidden row was' : `${this._hiddenCount} hidden rows were`;
      notes.push({ file, code: 'hidden_rows', message: `${file}: ${rows} read too` });
    }
    return notes;
  }
}
