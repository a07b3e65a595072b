// SPDX-License-Identifier: MIT
/** Names of tables that are sheets of one workbook: "trial.xlsx › Scores". */

const mark = ' \u203a ';

export function sheetTableName(workbook: string, sheet: string): string {
  return `${workbook}${mark}${sheet}`;
}

/** The file a table is read from: what stands before the sheet's name, where the name has that of `sheet`. */
export function fileOfTable(name: string, sheet: string | undefined): string {
  const end = sheet === undefined ? '' : `${mark}${sheet}`;
  return end !== '' && name.length > end.length && name.endsWith(end) ? name.slice(0, -end.length) : name;
}
