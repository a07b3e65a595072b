// SPDX-License-Identifier: MIT
/** Column names: every column has one, and no two columns share one. */
import type { InputError } from '../contract/report.js';
import { inputError, listed, quoted } from './errors.js';
import { looksLikeData } from './title-rows.js';
import type { RawColumn } from './column-builder.js';
import type { Note } from './types.js';

/**
 * Names the unnamed columns `column_3` after their position, leaves out an unnamed column with nothing in it, and
 * refuses a name that stands twice, since a plan could not tell the two apart.
 */
export function settleNames(
  file: string,
  columns: readonly RawColumn[],
): { columns: RawColumn[]; notes: Note[] } | InputError {
  const notes: Note[] = [];
  const kept: RawColumn[] = [];
  const positions = new Map<string, number>();
  for (const [i, column] of columns.entries()) {
    const position = i + 1;
    if (column.name !== '') {
      const before = positions.get(column.name);
      if (before !== undefined) {
        if (looksLikeData(columns.map((each) => each.name))) return noHeader(file, columns);
        return duplicateError(file, column.name, before, position);
      }
      positions.set(column.name, position);
      kept.push(column);
    } else if (column.packed === null && column.texts.every((text) => text === '')) {
      notes.push({
        file,
        code: 'empty_column',
        message: `${file}: column ${position} has no name and no values and was left out`,
      });
    } else {
      let name = `column_${position}`;
      while (columns.some((other) => other.name === name)) name += '_';
      notes.push({
        file,
        code: 'unnamed_column',
        message: `${file}: column ${position} has no name and is called ${name} here`,
      });
      kept.push({ ...column, name });
    }
  }
  if (looksLikeData(kept.map(({ name }) => name))) {
    const message = `${file}: the header row (${shownNames(kept)}) looks like data: if the row with the names of the columns is missing, write one above the data; if it is another, set the header row`;
    notes.push({ file, code: 'header_of_numbers', message });
  }
  return { columns: kept, notes };
}

function shownNames(columns: readonly RawColumn[]): string {
  return listed(
    columns.map(({ name }) => quoted(name)),
    4,
  );
}

/** Values that stand twice in the first row are no names that clash. */
function noHeader(file: string, columns: readonly RawColumn[]): InputError {
  const remedy = 'write a row with a name for every column above the data, or set the header row if there is one';
  const message = `${file}: its first row (${shownNames(columns)}) holds data, not the names of columns: ${remedy}`;
  return inputError('no_header', message, { file, remedy });
}

function duplicateError(file: string, name: string, first: number, second: number): InputError {
  const remedy = 'give every column a name of its own';
  return inputError(
    'duplicate_column',
    `${file}: columns ${first} and ${second} are both called ${quoted(name)}: ${remedy}`,
    {
      file,
      column: name,
      remedy,
      places: [
        { file, column: `${name} (column ${first})` },
        { file, column: `${name} (column ${second})` },
      ],
    },
  );
}
