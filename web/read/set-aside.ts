// SPDX-License-Identifier: MIT
/** Rows at the end or the start of a file that are no data: totals, means, remarks. A row that may be a participant is data. */
import { isPacked, unpack, type RawColumn } from './column-builder.js';
import { listed, quoted } from './errors.js';
import { columnsNamed } from './names.js';
import type { Records, ShortRow } from './records.js';
import type { Note } from './types.js';

/** A row that looks like no data. */
export interface SetAside {
  /** Its line in the file. */
  row: number;
  /** Its place among the rows that are not empty, from 1, the header not counted. */
  place: number;
  /** What stands in it. */
  cells: string[];
  /** True where it is taken as data all the same. */
  isData: boolean;
}

/** Rows at either end that are looked at. */
const mostRows = 12;

const strongWords = new RegExp(
  `^(?:(?:grand |sub ?)?totals?|(?:gesamt|zwischen)?summen?|gesamt|sums?|means?|averages?|mittelwerte?|mittel|durchschnitt|moyennes?|m\u00e9dianes?|totaux|somme|medians?|(?:std\\.?|standard) ?(?:dev\\.?|deviations?|errors?)|standardabweichung|standardfehler|counts?|anzahl|(?:total |overall )?n ?(?:total|gesamt)?)$`,
  'i',
);
/** A total with what it is of: "Anzahl Fälle", "Mean (SD)", "Total: 24", "N = 18". */
const strongStart =
  /^(?:(?:grand )?total|gesamt|summe|mean|mittelwert|median|sum|average|number of|anzahl)\b\s*(?:[=:(\u00b1]|\p{L}{3,}|\d+$)|^n\s*[=:]\s*\d/iu;
/** May be somebody's initials. */
const weakWords =
  /^(?:sd|s\.d\.|stabw\.?|se|sem|std\.?|n|min\.?|max\.?|minimum|maximum|range|iqr|var|cv|ci|95 ?% ?ci|\u00b1.*)$/i;
const remarkStart =
  /^(?:notes?|nb|bemerkung(?:en)?|anmerkung(?:en)?|hinweise?|legende?|key|source|quelle|comments?|kommentare?|abk(?:\u00fc|ue)rzungen|abbreviations?|foot ?notes?|fu(?:\u00df|ss)noten?|remarks?|stand|exportiert|exported|created|erstellt|printed|generated)\s*[:\uff1a]|^(?:export(?:ed|iert)?|erstellt|created|generated|printed|stand|end of|ende der|ende des)\s+\S/iu;
const endWords = /^(?:end|ende|eof|fin)\.?$/i;
const sign = /^[#*\u2020\u2021\u00a7]\s*/;

const spreadsheetError = /^#(?:n\/a|null!|ref!|value!|div\/0!|name\?|num!)/i;

type Kind = 'total' | 'doubtful total' | 'remark' | 'sentence';

/** What a text says that stands where the identifier would; null for anything that may be one. */
function kindOf(text: string): Kind | null {
  if (strongWords.test(text) && !/^n$/i.test(text)) return 'total';
  if (strongStart.test(text)) return 'total';
  if (weakWords.test(text)) return 'doubtful total';
  if (remarkStart.test(text) || endWords.test(text) || (sign.test(text) && !spreadsheetError.test(text)))
    return 'remark';
  return text.split(/\s+/).length >= 3 && /\p{L}{2}/u.test(text) ? 'sentence' : null;
}

/** True for a row with too few cells that may be a remark below the data. */
export const maySetAside = (row: readonly string[]): boolean => {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.length <= 2 && kindOf(filled[0] ?? '') !== null;
};

/** The rows that are no data; `dataRows` are those, by line, that are taken as data whatever they look like. */
export function rowsSetAside(records: Records, dataRows: readonly number[]): SetAside[] {
  const table = new Cells(records);
  const count = records.originRow.length;
  const last: number[] = [];
  for (let row = count - 1; row > 0 && last.length < mostRows && table.isNoData(row); row--) last.push(row);
  const first: number[] = [];
  const end = count - last.length;
  for (let row = 0; row < Math.min(end - 1, mostRows) && table.isNoData(row); row++) first.push(row);
  // A file of nothing else is none with remarks.
  const found = end - first.length >= fewestRows ? [...first, ...last.reverse()] : [];
  const { short } = records;
  const of = (row: number, line: number, cells: string[]): SetAside => ({
    row: line,
    place: row + 1,
    cells: cells.filter((cell) => cell !== ''),
    isData: dataRows.includes(line),
  });
  const whole = found.map((row) => {
    const line = records.originRow[row] ?? 0;
    return of(row + short.filter((each) => each.line < line).length, line, table.row(row));
  });
  const cut = short.map((each, i) => {
    const before = records.originRow.findIndex((line) => line > each.line);
    return of(
      (before < 0 ? count : before) + i,
      each.line,
      each.cells.map((cell) => cell.trim()),
    );
  });
  return [...whole, ...cut].sort((a, b) => a.row - b.row);
}

const fewestRows = 2;

/** True where a row with too few cells stands among the data, or is wanted as data: it cannot be read then. */
export function isShortRowData(records: Records, aside: readonly SetAside[]): boolean {
  const out = new Set(aside.map(({ row }) => row));
  const lastData = Math.max(0, ...lastLines(records, out));
  return records.short.some(
    ({ line }: ShortRow) => line < lastData || aside.some((each) => each.row === line && each.isData),
  );
}

function lastLines({ originRow }: Records, out: ReadonlySet<number>): number[] {
  for (let row = originRow.length - 1; row >= 0; row--) {
    const line = originRow[row] ?? 0;
    if (!out.has(line)) return [line];
  }
  return [];
}

/** The records without the rows set aside. */
export function withoutRows(records: Records, aside: readonly SetAside[]): Records {
  const lines = new Set(aside.flatMap(({ row, isData }) => (isData ? [] : [row])));
  const kept = Array.from(records.originRow.keys()).filter((row) => !lines.has(records.originRow[row] ?? 0));
  if (kept.length === records.originRow.length) return records;
  const taken = Int32Array.from(kept);
  const columns = records.columns.map((column) => takeRows(column, taken));
  return { ...records, columns, originRow: taken.map((row) => records.originRow[row] ?? 0) };
}

function takeRows(column: RawColumn, rows: Int32Array): RawColumn {
  const codes = rows.map((row) => column.codes[row] ?? isPacked);
  const used = new Uint8Array(column.texts.length);
  for (const code of codes) if (code !== isPacked) used[code] = 1;
  const texts: string[] = [];
  const recoded = column.texts.map((text, code) => (used[code] === 1 ? texts.push(text) - 1 : 0));
  const { packed } = column;
  return {
    ...column,
    texts,
    codes: codes.map((code) => (code === isPacked ? code : (recoded[code] ?? 0))),
    packed: packed && {
      values: Float64Array.from(rows, (row) => packed.values[row] ?? NaN),
      forms: Uint8Array.from(rows, (row) => packed.forms[row] ?? 0),
    },
  };
}

export function noteSetAside(file: string, aside: readonly SetAside[], notes: Note[]): void {
  const out = aside.filter(({ isData }) => !isData);
  if (out.length === 0) return;
  const told = out.map(({ row, cells }) => `row ${row} (${listed(cells.map(quoted), 3)})`);
  const message = `${file}: ${listed(told, 6)} ${out.length === 1 ? 'looks' : 'look'} like a total or a remark beside the data and ${out.length === 1 ? 'is' : 'are'} left out; take it in under "Columns and reading" if it is a participant`;
  notes.push({ file, code: 'rows_set_aside', message });
}

/** The cells of the records, and what tells that a row is data. */
class Cells {
  private readonly _columns: readonly RawColumn[];
  private readonly _count: number;
  private readonly _id: number;
  /** Columns of arm, visit and date: a value there that others have is a participant's. */
  private readonly _places: readonly number[];

  constructor({ columns, originRow }: Records) {
    this._columns = columns;
    this._count = originRow.length;
    const names = columns.map(({ name }) => name);
    const named = columnsNamed('id', names)[0];
    this._id = named === undefined ? 0 : names.indexOf(named);
    const roles = ['arm', 'visit', 'date', 'startDate'] as const;
    this._places = roles.flatMap((role) => columnsNamed(role, names).map((name) => names.indexOf(name)));
  }

  row(row: number): string[] {
    return this._columns.map((_, column) => this._cell(column, row));
  }

  isNoData(row: number): boolean {
    const cells = this.row(row);
    const label = cells[this._id] || (cells.find((cell) => cell !== '') ?? '');
    const kind = label === '' ? null : kindOf(label);
    if (kind === null) return false;
    const others = this._others(row);
    const isNoId = share(others, (id) => /\d/.test(id)) >= 0.8 && !/\d/.test(label.replace(/^95/, ''));
    // "Mean" of one arm has the arm's name; where identifiers have digits it is none.
    const isTotalOfArm = isNoId && kind === 'total';
    if (others.includes(label) || (!isTotalOfArm && this._isFamiliar(cells, row))) return false;
    const filled = cells.filter((cell) => cell !== '').length;
    switch (kind) {
      case 'total':
        return true;
      case 'doubtful total':
        return isNoId;
      case 'remark':
        return filled <= 2 && !(sign.test(label) && this._isLikeOthers(label, others));
      case 'sentence':
        return filled === 1 && !others.some((id) => id.split(/\s+/).length >= 3);
    }
  }

  /** "#P-003" among "P-001" and "P-002" is a participant, and so is "#3" among "#1" and "#2". */
  private _isLikeOthers(label: string, others: readonly string[]): boolean {
    const shapes = new Set(others.map(shapeOf));
    return shapes.has(shapeOf(label.replace(sign, ''))) || others.some((id) => id.charAt(0) === label.charAt(0));
  }

  private _isFamiliar(cells: readonly string[], row: number): boolean {
    return this._places.some((column) => {
      const cell = cells[column] ?? '';
      if (cell === '' || column === this._id) return false;
      for (let other = 0; other < this._count; other++)
        if (other !== row && this._cell(column, other) === cell) return kindOf(cell) === null;
      return false;
    });
  }

  /** Identifiers of other rows: enough of them to tell how they are written. */
  private _others(row: number): string[] {
    const step = Math.max(1, Math.floor(this._count / 200));
    const others: string[] = [];
    for (let other = 0; other < this._count; other += step) {
      const id = this._cell(this._id, other);
      if (other !== row && id !== '' && (kindOf(id) === null || !isAtEnd(other, this._count))) others.push(id);
    }
    return others;
  }

  private _cell(column: number, row: number): string {
    const raw = this._columns[column];
    const code = raw?.codes[row] ?? isPacked;
    if (code !== isPacked) return raw?.texts[code] ?? '';
    return raw?.packed ? unpack(raw.packed, row) : '';
  }
}

/** Where a row that is no data may stand. */
const isAtEnd = (row: number, count: number): boolean => row < mostRows || row >= count - mostRows;

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

const shapeOf = (text: string): string => text.replace(/\p{L}+/gu, 'a').replace(/\d+/g, '9');
