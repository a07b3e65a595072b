// SPDX-License-Identifier: MIT
/** Names of tables that are parts of one file: "trial.xlsx › Scores", a sheet, and "redcap.csv › diary". */
import type { ReadingOptions } from '../contract/plan.js';

const mark = ' \u203a ';

export function sheetTableName(file: string, part: string): string {
  return `${file}${mark}${part}`;
}

/** "trial.xlsx" and "Scores" of "trial.xlsx › Scores"; null of a name without a part. */
export function tableParts(name: string): { file: string; part: string } | null {
  const at = name.lastIndexOf(mark);
  return at < 1 || at + mark.length === name.length
    ? null
    : { file: name.slice(0, at), part: name.slice(at + mark.length) };
}

/** The files that a table is read from. */
export function filesOfTable(name: string, reading: ReadingOptions = {}): string[] {
  if (!reading.stack) return [fileOfTable(name, reading)];
  return [...new Set(reading.stack.parts.map((part) => fileOfTable(part.name, part.reading)))];
}

/** The file a table is read from: what stands before the name of its part, where it is called so. */
export function fileOfTable(name: string, { sheet, repeatInstrument }: ReadingOptions = {}): string {
  const part = sheet ?? repeatInstrument ?? '';
  const end = `${mark}${part}`;
  return part !== '' && name.length > end.length && name.endsWith(end) ? name.slice(0, -end.length) : name;
}
