// SPDX-License-Identifier: MIT
/** Which sheets of a workbook were read, and why others were not. */
import type { InputError } from '../contract/report.js';
import { listed, quoted } from './errors.js';
import type { Note } from './types.js';

export interface SheetName {
  name: string;
  isHidden: boolean;
  /** False for a sheet without cells: a chart, a macro, a dialog. */
  isTable: boolean;
}

/** Why a sheet that was tried is no table, by its name. */
export type SheetReasons = ReadonlyMap<string, string>;

/** The reason behind an error, in few words and without the file's name. */
export function reasonOf({ code, message }: InputError, file: string): string {
  if (code === 'empty_file') return 'it is empty';
  const plain = message.startsWith(file) ? message.slice(file.length).replace(/^[:,]?\s*/, '') : message;
  return /^(has|is|cannot) /.test(plain) ? `it ${plain}` : plain;
}

export function sheetNotes(
  file: string,
  sheets: readonly SheetName[],
  read: readonly string[],
  reasons: SheetReasons = new Map(),
): Note[] {
  const notes: Note[] = [];
  const unread = sheets.filter(({ name }) => !read.includes(name));
  const others = unread.filter(({ isHidden }) => !isHidden).map((sheet) => withReason(sheet, reasons));
  const hidden = unread.filter(({ isHidden }) => isHidden).map(({ name }) => quoted(name));
  if (others.length > 0) {
    const known = listed(read.map(quoted), 20);
    const told =
      read.length === 0
        ? 'no sheet was read'
        : read.length === 1
          ? `the sheet ${known} was read`
          : `the sheets ${known} were read`;
    notes.push({ file, code: 'other_sheets', message: `${file}: ${told}; not read: ${listed(others, 20)}` });
  }
  if (hidden.length > 0) {
    const isOne = hidden.length === 1;
    const message = `${file}: the hidden ${isOne ? 'sheet' : 'sheets'} ${listed(hidden)} ${isOne ? 'is' : 'are'} not read; show ${isOne ? 'it' : 'them'} in the spreadsheet program if ${isOne ? 'it holds' : 'they hold'} data of the trial`;
    notes.push({ file, code: 'hidden_sheets', message });
  }
  return notes;
}

function withReason({ name, isTable }: SheetName, reasons: SheetReasons): string {
  const reason = isTable ? reasons.get(name) : 'it has no cells, as a chart has none';
  return reason === undefined ? quoted(name) : `${quoted(name)} (${reason})`;
}
