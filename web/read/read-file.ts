// SPDX-License-Identifier: MIT
/** One file from bytes to a typed table, piece by piece. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { EngineError } from '../contract/engine.js';
import type { ReadingOptions } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { detectEncoding, FirstForeignWord, NotUtf8, TextPieces, type Encoding } from './decode.js';
import { detectDelimiter, type Delimiter } from './delimiter.js';
import { engineError, inputError, listed, quoted } from './errors.js';
import { claimsWorkbook, isWorkbook, noWorkbook, refuseForeign } from './foreign.js';
import { settleNames } from './header.js';
import { limits, tooLarge } from './limits.js';
import { RecordSink, type Records, type RecordsFailure } from './records.js';
import { armsOfEvents } from './redcap.js';
import { rowsOfInstrument } from './repeat-instruments.js';
import { isShortRowData, noteSetAside, rowsSetAside, withoutRows } from './set-aside.js';
import { bytesBetween, piecesOf, sizeOf, type ReadHooks, type Source } from './source.js';
import { declaredDelimiter, TextRows } from './split.js';
import { defaultMissing, missingTexts, typeColumns } from './typing.js';
import type { Note, ReadResult, UsedReadingOptions } from './types.js';

/** The start of a file, by which its kind, encoding and delimiter are known. */
const headBytes = 1_000_000;
const tailBytes = 8192;

/**
 * Reads a delimited text file or a workbook (.xlsx). It never throws on bad input: `error` then says what is wrong and
 * what to do, and the table has no rows. Options override what would be detected. It rejects with the signal's reason
 * when that is aborted, and with nothing else.
 */
export async function readFile(
  name: string,
  source: Source,
  options: ReadingOptions = {},
  hooks: ReadHooks = {},
): Promise<ReadResult> {
  const reading = new Reading(name, source, options, hooks);
  try {
    return await reading.run();
  } catch (error) {
    hooks.signal?.throwIfAborted();
    if (error instanceof EngineError) {
      return reading.fail({ code: error.code, message: error.message, detail: error.detail });
    }
    return reading.fail(unreadable(name, error));
  }
}

/** As readFile, for text that is at hand: one pass, at once. */
export function readText(name: string, text: string, options: ReadingOptions = {}): ReadResult {
  return new Reading(name, new Uint8Array(0), options, {}).runAtOnce(text);
}

/** The bytes cannot be had: the file was changed or taken away since it was chosen, or memory ran out. */
function unreadable(name: string, error: unknown): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  const remedy = 'check that it is still there and unchanged, and drop it again';
  return inputError('file_not_readable', `${name} cannot be read (${reason}): ${remedy}`, { file: name, remedy });
}

class Reading {
  private readonly _name: string;
  private readonly _source: Source;
  private _options: ReadingOptions;
  private readonly _hooks: ReadHooks;
  private readonly _used: UsedReadingOptions;
  private readonly _notes: Note[] = [];
  private _sha256 = '';

  constructor(name: string, source: Source, options: ReadingOptions, hooks: ReadHooks) {
    this._name = name;
    this._source = source;
    this._options = options;
    this._hooks = hooks;
    this._used = {
      encoding: options.encoding ?? 'utf-8',
      delimiter: options.delimiter ?? ',',
      decimal: options.decimal ?? '.',
      missing: [...(options.missing ?? defaultMissing)],
      types: { ...options.types },
      ...(options.missingIn && { missingIn: options.missingIn }),
      ...(options.dates && { dates: options.dates }),
      ...(options.sheet !== undefined && { sheet: options.sheet }),
      ...(options.repeatInstrument !== undefined && { repeatInstrument: options.repeatInstrument }),
    };
  }

  async run(): Promise<ReadResult> {
    const name = this._name;
    const size = sizeOf(this._source);
    if (size > limits.bytes) return this.fail(tooLarge(name, 'bytes'));
    const head = await bytesBetween(this._source, 0, Math.min(size, headBytes));
    const tail = await bytesBetween(this._source, Math.max(0, size - tailBytes), size);
    if (isWorkbook(name, head, tail)) return this._typed(await this._readWorkbook(), true);
    const encoding = this._options.encoding ?? detectEncoding(head, head.length === size);
    const foreign = refuseForeign(name, head, tail, encoding === 'utf-16le' || encoding === 'utf-16be');
    if (foreign) {
      await this._hash();
      return this.fail(foreign);
    }
    const result = this._typed(await this._readText(head, encoding));
    // Text under a workbook's name may be a table, as some programs save it; one column is none.
    const isTable = (result.preview[0]?.length ?? 0) > 1;
    return claimsWorkbook(name) && !isTable ? this.fail(noWorkbook(name)) : result;
  }

  runAtOnce(text: string): ReadResult {
    const pieces = new TextPieces('utf-8');
    const tidy = pieces.next(new TextEncoder().encode(text)) + pieces.end();
    this._sha256 = bytesToHex(sha256(new TextEncoder().encode(text)));
    const { sink, rows } = this._rows(this._chooseDelimiter(tidy));
    rows.next(tidy);
    rows.end();
    return this._typed(sink.finish());
  }

  fail(error: InputError, preview: string[][] = []): ReadResult {
    const table = { name: this._name, sha256: this._sha256, rowCount: 0, originRow: new Int32Array(0), columns: [] };
    return this._result(table, preview, error);
  }

  private _result(table: Table, preview: string[][], error: InputError | null): ReadResult {
    return {
      name: this._name,
      sha256: this._sha256,
      options: this._used,
      requested: this._options,
      table,
      preview,
      notes: this._notes,
      error,
    };
  }

  private async _readText(head: Uint8Array, detected: Encoding): Promise<Records | RecordsFailure> {
    try {
      return await this._pass(head, detected, detected === 'utf-8');
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
      if (this._options.encoding === 'utf-8') throw await this._notUtf8();
      return await this._pass(head, 'windows-1252', false);
    }
  }

  /** Letters that cannot be decoded would all become one, and two participants with them. */
  private async _notUtf8(): Promise<EngineError> {
    const pieces = new TextPieces('utf-8');
    let row = 1;
    let isFound = false;
    await this._hash((bytes) => {
      if (isFound) return false;
      const text = pieces.next(bytes);
      const at = text.indexOf('\ufffd');
      isFound = at !== -1;
      row += (isFound ? text.slice(0, at) : text).split('\n').length - 1;
      return false;
    });
    const file = this._name;
    const remedy = 'choose Windows-1252, or save it as CSV UTF-8';
    return engineError('wrong_encoding', `${file}, row ${row}: the text is not UTF-8, which was asked for: ${remedy}`, {
      file,
      row,
      remedy,
    });
  }

  /** Reads, decodes and splits the whole file once. */
  private async _pass(head: Uint8Array, encoding: Encoding, strict: boolean): Promise<Records | RecordsFailure> {
    this._used.encoding = encoding;
    const { sink, rows } = this._rows(this._chooseDelimiter(new TextPieces(encoding).next(head)));
    const pieces = new TextPieces(encoding, strict);
    const isFallback = encoding === 'windows-1252' && this._options.encoding === undefined;
    const foreignWord = isFallback ? new FirstForeignWord() : null;
    await this._hash((bytes) => {
      const text = pieces.next(bytes);
      foreignWord?.next(text);
      if (!sink.stopped) rows.next(text);
      return sink.stopped?.code === 'file_too_large';
    }, sink);
    const text = pieces.end();
    foreignWord?.next(text);
    foreignWord?.end();
    rows.next(text);
    rows.end();
    this._noteEncoding(encoding, foreignWord);
    return sink.finish();
  }

  private _chooseDelimiter(start: string): Delimiter {
    const { headerRow = 1 } = this._options;
    const below = start
      .split('\n')
      .slice(headerRow - 1)
      .join('\n');
    this._used.delimiter = this._options.delimiter ?? declaredDelimiter(start) ?? detectDelimiter(below);
    return this._used.delimiter;
  }

  private _rows(delimiter: Delimiter): { sink: RecordSink; rows: TextRows } {
    const { headerRow } = this._options;
    const sink = new RecordSink(this._name, missingTexts(this._options), { headerRow });
    return { sink, rows: new TextRows(this._name, delimiter, sink) };
  }

  /** The SHA-256 of all bytes, which `use` sees in order until it returns true. */
  private async _hash(use: (bytes: Uint8Array) => boolean = () => false, sink?: RecordSink): Promise<void> {
    const hash = sha256.create();
    for await (const bytes of piecesOf(this._source, this._hooks, () => sink?.rowCount ?? 0)) {
      hash.update(bytes);
      if (use(bytes)) return;
    }
    this._sha256 = bytesToHex(hash.digest());
  }

  private async _readWorkbook(): Promise<Records | RecordsFailure> {
    this._options = { ...this._options, decimal: undefined };
    this._used.decimal = '.';
    const { readWorkbook } = await import('./workbook.js');
    await this._hash();
    const newSink = (): RecordSink =>
      new RecordSink(this._name, missingTexts(this._options), { isSheet: true, headerRow: this._options.headerRow });
    const { sheet, notes, sink } = await readWorkbook(
      this._name,
      this._source,
      this._options.sheet,
      newSink,
      this._hooks,
    );
    this._used.sheet = sheet;
    this._notes.push(...notes);
    return sink.finish();
  }

  private _typed(all: Records | RecordsFailure, isWorkbook = false): ReadResult {
    const name = this._name;
    if ('error' in all) return this.fail(all.error, all.preview);
    const aside = rowsSetAside(all, this._options.dataRows ?? []);
    if (all.shortError && isShortRowData(all, aside)) return this.fail(all.shortError, all.preview);
    const records = withoutRows(all, aside);
    this._notes.push(...records.notes);
    this._used.headerRow = records.headerRow;
    noteSetAside(name, aside, this._notes);
    const settled = settleNames(name, records.columns.splice(0));
    if ('code' in settled) return this.fail(settled, records.preview);
    this._notes.push(...settled.notes);
    const columnNames = settled.columns.map((column) => column.name);
    const asked = [
      ...Object.keys(this._used.types).map((column) => ({ column, what: 'set the type of' })),
      ...Object.keys(this._options.missingIn ?? {}).map((column) => ({ column, what: 'set missing codes of' })),
    ];
    for (const { column, what } of asked) {
      if (columnNames.includes(column)) continue;
      const message = `${name} has no column ${quoted(column)} to ${what}: its columns are ${listed(columnNames)}`;
      return this.fail(inputError('unknown_column', message, { file: name, column }), records.preview);
    }
    const { delimiter } = this._used;
    const typed = typeColumns(name, settled.columns, records.originRow, { ...this._options, delimiter }, isWorkbook);
    this._used.decimal = typed.decimal;
    this._notes.push(...typed.notes);
    const arms = armsOfEvents(typed.columns);
    if (arms) typed.columns.push(arms);
    const table: Table = {
      name,
      sha256: this._sha256,
      rowCount: records.originRow.length,
      originRow: records.originRow,
      columns: typed.columns,
    };
    const result = this._result(table, records.preview, null);
    if (aside.length > 0) result.setAside = aside;
    if (typed.codesRead.length > 0) result.codesRead = typed.codesRead;
    if (typed.doubtful.length > 0) result.doubtful = typed.doubtful;
    if (typed.written.length > 0) result.written = typed.written;
    const { repeatInstrument } = this._options;
    return repeatInstrument === undefined ? result : rowsOfInstrument(result, repeatInstrument);
  }

  private _noteEncoding(encoding: Encoding, foreignWord: FirstForeignWord | null): void {
    const file = this._name;
    if (encoding === 'utf-16le' || encoding === 'utf-16be') {
      this._notes.push({ file, code: 'utf16', message: `${file} was read as UTF-16` });
    }
    if (!foreignWord) return;
    const { word, line } = foreignWord.found ?? { word: '', line: 1 };
    this._notes.push({
      file,
      code: 'windows_1252',
      message: `${file} is not UTF-8 and was read as Windows-1252 (Latin-1): if ${quoted(word)} in row ${line} looks wrong, save it as CSV UTF-8`,
    });
  }
}
