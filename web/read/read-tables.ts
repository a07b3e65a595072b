// SPDX-License-Identifier: MIT
/** One file to its tables: a workbook may hold several, one per sheet. */
import { EngineError } from '../contract/engine.js';
import type { ReadingOptions } from '../contract/plan.js';
import { listed, quoted } from './errors.js';
import { isWorkbook } from './foreign.js';
import { readFile } from './read-file.js';
import { repeatInstruments, rowsOfInstrument } from './repeat-instruments.js';
import { sheetTableName } from './sheet-names.js';
import { reasonOf, sheetNotes } from './sheet-notes.js';
import { bytesBetween, sizeOf, type ReadHooks, type Source } from './source.js';
import type { Note, ReadResult } from './types.js';

const partBytes = 8192;

/**
 * As readFile, with every sheet that is not hidden and is a table as a table of its own, called "trial.xlsx › Scores".
 * A workbook with one such sheet is one table under its own name, as is every other file, and a sheet that is asked for.
 */
export async function readTables(
  name: string,
  source: Source,
  options: ReadingOptions = {},
  hooks: ReadHooks = {},
): Promise<ReadResult[]> {
  const sheets = options.sheet === undefined ? await shownSheets(name, source, hooks) : [];
  if (sheets.length < 2) return byInstrument(await readFile(name, source, options, hooks));
  const results: ReadResult[] = [];
  const reasons = new Map<string, string>();
  for (const sheet of sheets) {
    const result = await readFile(sheetTableName(name, sheet), source, { ...options, sheet }, hooks);
    if (result.error) reasons.set(sheet, reasonOf(result.error, result.name));
    else results.push(result);
  }
  const [first] = results;
  const { sheetsOf } = await import('./workbook.js');
  const all = await sheetsOf(name, source, hooks);
  if (!first) {
    const none = await readFile(name, source, options, hooks);
    return [{ ...none, notes: [...sheetNotes(name, all, [], reasons), ...none.notes] }];
  }
  const read = results.map((result) => result.options.sheet ?? '');
  if (results.length === 1) {
    const only = await readFile(name, source, { ...options, sheet: read[0] }, hooks);
    return [{ ...only, notes: [...sheetNotes(name, all, read, reasons), ...only.notes] }];
  }
  const message = `${name}: its sheets ${listed(read.map(quoted), 20)} are read, each as a table`;
  first.notes.unshift({ file: first.name, code: 'several_sheets', message });
  first.notes.push(...sheetNotes(name, all, read, reasons).map((note) => ({ ...note, file: first.name })));
  return results;
}

/** A REDCap export with repeating instruments: a table for each, and the rows of none under the file's own name. */
function byInstrument(file: ReadResult): ReadResult[] {
  const instruments = file.requested.repeatInstrument === undefined ? repeatInstruments(file) : [];
  if (instruments.length === 0) return [file];
  const told = instruments.filter((instrument) => instrument !== '').map(quoted);
  const message = `${file.name}: the rows of the repeating ${told.length === 1 ? 'instrument' : 'instruments'} ${listed(told, 20)} are used as ${told.length === 1 ? 'a table of its' : 'tables of their'} own`;
  const note: Note = { file: file.name, code: 'repeat_instruments', message };
  return instruments.map((instrument, i) => {
    const name = instrument === '' ? file.name : sheetTableName(file.name, instrument);
    const part = rowsOfInstrument(file, instrument);
    const notes = i === 0 ? [note, ...file.notes].map((each) => ({ ...each, file: name })) : [];
    return {
      ...part,
      name,
      table: { ...part.table, name },
      requested: { ...file.requested, repeatInstrument: instrument },
      options: { ...file.options, repeatInstrument: instrument },
      notes,
    };
  });
}

/** Sheets of a workbook that are not hidden; none of another file, or where the workbook cannot be read. */
async function shownSheets(name: string, source: Source, hooks: ReadHooks): Promise<string[]> {
  const size = sizeOf(source);
  try {
    const head = await bytesBetween(source, 0, Math.min(size, partBytes));
    const tail = await bytesBetween(source, Math.max(0, size - partBytes), size);
    if (!isWorkbook(name, head, tail)) return [];
    const { sheetsOf } = await import('./workbook.js');
    const sheets = await sheetsOf(name, source, hooks);
    return sheets.flatMap((sheet) => (sheet.isHidden || !sheet.isTable ? [] : [sheet.name]));
  } catch (error) {
    hooks.signal?.throwIfAborted();
    // What is wrong with the file is told by reading it.
    if (error instanceof EngineError || error instanceof Error) return [];
    throw error;
  }
}
