// SPDX-License-Identifier: MIT
/** Words of what is done about problems on the page, and of work that breaks off there; published results need none of them. */
import { told } from './errors.js';
import { plural } from './plural.js';

export const mendingWords = {
  isDecimal: (file: string, columns: string) =>
    `${file}: a comma and a point are both read as the decimal mark in ${columns} now. \u201cBring back the former settings\u201d undoes it.`,
  /** As long as it holds. */
  areDecimal: (file: string, columns: string) =>
    `${file}: a comma and a point are both read as the decimal mark in ${columns}, as was chosen.`,
  notDecimal: (file: string) =>
    `${file}: one column holds the values of several scores, so that its decimal mark cannot be set for one of them alone; correct the cells in the file.`,
  isMissing: (file: string, values: Readonly<Record<string, readonly string[]>>) =>
    `${file}: ${told(values)} is read as missing now. \u201cBring back the former settings\u201d undoes it; the codes stand under \u201cColumns and reading\u201d.`,
  /** As long as it holds, unlike what is said at once. */
  areMissing: (file: string, values: Readonly<Record<string, readonly string[]>>) =>
    `${file}: read as missing: ${told(values)}; remove the code under \u201cColumns and reading\u201d if that is wrong.`,
  notMissing: (file: string) =>
    `${file}: one column holds the values of several scores, so that a value cannot be missing in one of them alone; correct the cells in the file.`,
  saveCells: (cells: number) => `Save the list of ${plural(cells, 'cell')} (CSV)`,
  cellsFile: (file: string) => `${file}-cells.csv`,
  cellList: { file: 'File', row: 'Row', column: 'Column', value: 'Value', problem: 'Problem' },
  crashed: 'The calculation broke off.',
  crashedReading: (files: string) => `Reading broke off, and ${files} was not read.`,
  crashedMemory: 'It needed more memory than the browser gives it.',
  crashedKept: 'A new one takes its place: your other files and all settings are still here.',
  crashedRemedy: (cause: string) =>
    `Press \u201cTry again\u201d. Should it break off again, undo the last change, choose a simpler model, or close other ` +
    `tabs; what the browser said: ${cause}`,
  policyRefused: 'The security policy of this page forbids the calculation.',
  policyRemedy: (cause: string) =>
    `Whoever runs the page must allow worker-src blob: and script-src \u2018wasm-unsafe-eval\u2019; what the browser said: ${cause}`,
  planOnly: 'The plan is loaded; drop the data files it names to run it.',
  outOfRange: (given: string, least: string, most: string, kept: string) =>
    `${given} is not between ${least} and ${most}, so it stays ${kept}.`,
  notBetween: (given: string, least: string, most: string) => `${given} is not between ${least} and ${most}.`,
  noNumberTaken: 'That is no number.',
  noNumber: (kept: string) => `That is no number, so it stays ${kept}.`,
};
