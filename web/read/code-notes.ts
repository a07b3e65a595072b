// SPDX-License-Identifier: MIT
/** What is told of numbers that a proposal has read as missing. */
import type { ReadingOptions } from '../contract/plan.js';
import { listed, quoted } from './errors.js';
import type { Note } from './types.js';

/** So many cells of the column hold the code. */
export interface CodeCells {
  column: string;
  code: string;
  cells: number;
}

/**
 * `missing_codes`: out of an instrument's range. `missing_codes_set`: far from all else in the column. `missing_words`:
 * words, and codes among words.
 */
type CodesKind = 'missing_codes' | 'missing_codes_set' | 'missing_words';

export function codesNote(file: string, kind: CodesKind, set: readonly CodeCells[]): Note {
  const message =
    kind === 'missing_codes' ? outOfRange(set) : kind === 'missing_words' ? asWords(set) : farFromAll(set);
  return { file, code: kind, message: `${file}: ${message}`, codesSet: [...set] };
}

/** Codes that are used as the values they are. */
export function doubtNote(file: string, doubtful: readonly Pick<CodeCells, 'column' | 'code'>[]): Note {
  const columns = [...new Set(doubtful.map(({ column }) => column))];
  const told = columns.map((column) => {
    const codes = doubtful.filter((each) => each.column === column).map(({ code }) => code);
    return `${listed(codes)} in ${column}`;
  });
  const message = `${file}: ${listed(told, 6)} can mean that the value is missing, and is used as a value; if it does, set it as a missing code of its column`;
  return { file, code: 'likely_missing_codes', message };
}

/** What a note of a file tells, apart from the file. */
type Told = Pick<Note, 'code' | 'message' | 'about' | 'codesSet' | 'textIn'>;

/**
 * What the note tells under these reading options: codes that they do not have are used as values, and a column whose
 * words they read as missing, or as numbers, is no text.
 */
export function notesUnder(
  note: Told,
  file: string,
  { missingIn = {}, labelNumbers = [], eitherDecimal = [] }: ReadingOptions = {},
): Told[] {
  const { code, codesSet, textIn } = note;
  if (textIn) {
    const codes = Object.hasOwn(missingIn, textIn.column) ? (missingIn[textIn.column] ?? []) : [];
    const isRead = (value: string): boolean =>
      codes.includes(value) || (eitherDecimal.includes(textIn.column) && /^[+-]?\d*[.,]\d+$/.test(value));
    return labelNumbers.includes(textIn.column) || textIn.values.every(isRead) ? [] : [note];
  }
  if (!codesSet) return [note];
  const isSet = ({ column, code: each }: CodeCells): boolean =>
    Object.hasOwn(missingIn, column) && missingIn[column]?.includes(each) === true;
  const set = codesSet.filter(isSet);
  const others = codesSet.filter((each) => !isSet(each));
  return [
    ...(set.length > 0 ? [codesNote(file, code as CodesKind, set)] : []),
    // The core refuses what is out of an instrument's range.
    ...(others.length > 0 && code === 'missing_codes_set' ? [doubtNote(file, others)] : []),
  ];
}

function outOfRange(set: readonly CodeCells[]): string {
  const counts = new Map<string, number>();
  for (const { code, cells } of set) counts.set(code, (counts.get(code) ?? 0) + cells);
  const codes = [...counts].map(([code, n]) => `${code} in ${cellsWord(n)}`);
  const columns = [...new Set(set.map(({ column }) => column))];
  return `${listed(codes)} of ${listed(columns, 6)} can be neither answer nor score and ${counts.size === 1 ? 'is' : 'are'} read as missing; remove the code from the file's reading options if it is not`;
}

function farFromAll(set: readonly CodeCells[]): string {
  const told = set.map(({ column, code, cells }) => `${code} in ${cellsWord(cells)} of ${column}`);
  const isOne = set.length === 1;
  return `${listed(told, 12)} ${isOne ? 'lies far from all other values and is' : 'lie far from all other values and are'} read as missing; if ${isOne ? 'it is a value' : 'one is a value'}, remove the code of the column from the file's reading options`;
}

function asWords(set: readonly CodeCells[]): string {
  const told = set.map(({ column, code, cells }) => `${quoted(code)} in ${cellsWord(cells)} of ${column}`);
  return `${listed(told, 12)} ${set.length === 1 ? 'tells that there is no value and is' : 'tell that there is no value and are'} read as missing; remove the code of the column from the file's reading options if that is wrong`;
}

function cellsWord(n: number): string {
  return `${n} ${n === 1 ? 'cell' : 'cells'}`;
}
