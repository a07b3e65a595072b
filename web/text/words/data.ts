// SPDX-License-Identifier: MIT
/** Words of the page up to the analysis: its introduction, the place to drop files, and each file. */
import { counted, plural } from './plural.js';

export const introWords = {
  what:
    'Drop the CSV files of a fatigue trial and read its results: the difference between the arms for each outcome, ' +
    'with interval, p value, figure and the methods sentence to go with them.',
  privacyLead: 'Your data stay in this tab.',
  privacy:
    'Files are read and analysed by this page itself. Its security policy forbids every network connection ' +
    '(connect-src \u2018none\u2019), so the browser would refuse even an attempt to send them.',
  simulatedBadge: 'Simulated data',
};

export const dropWords = {
  heading: 'Data',
  lead: 'Drop files here',
  hint: 'CSV, TSV or Excel (.xlsx), several at once; a saved plan (.json) along with them is used as it is.',
  choose: 'Choose files\u2026',
  pasteSummary: 'Paste a table instead',
  pasteLabel: 'CSV text, or cells copied from a spreadsheet',
  pasteButton: 'Read the pasted table',
  pastedName: (n: number) => `pasted-${n}.csv`,
  clear: 'Remove all files',
};

export const dataWords = {
  title: 'Data',
  remove: 'Remove',
  planRefused: 'The saved plan could not be used',
  definitionRefused: (file: string, problem: string) => `${file} is no definition that can be used: ${problem}`,
  jsonTooLarge: (file: string) =>
    `${file} is larger than any plan or report (50 MB) and is not read: drop the data as CSV or Excel.`,
  jsonNotAllowed: (file: string) =>
    `${file} is not read: it has more levels of lists and objects in each other than any plan or report, or a key that none has (__proto__, constructor).`,
  secondPlan: (file: string) => `${file} is a second plan beside the one that was dropped with it, and is not used.`,
  removeFile: (file: string) => `Remove ${file}`,
  droppedTwice: (file: string) => `${file} came twice with the same content, and is kept once.`,
  renamed: (file: string, name: string) =>
    `A second file called ${file} came with other content, and is kept as ${name}.`,
  replaced: (file: string) => `${file} takes the place of the file of that name that was loaded before.`,
  sameAsBefore: (file: string) => `${file} came again, with the same content as before.`,
  waitsFor: (file: string) => `Waits for ${file}`,
  waitsHolding: 'The plan keeps what it says of this file until it is loaded.',
  waitsOutcomes: (outcomes: string) => `Cannot be analysed until then: ${outcomes}.`,
  leaveOut: 'Leave out of the plan',
  leaveOutNamed: (file: string) => `Leave out of the plan: ${file}`,
  setUpAnew: 'Set up anew',
  setUpAnewHint:
    '\u201cSet up anew\u201d takes what the files suggest in the place of all settings, as if the files had just been loaded.',
  bringBack: 'Bring back the former settings',
  rows: (n: number) => plural(n, 'row'),
  notRead: 'not read',
  detected: 'As read',
  encoding: 'Encoding',
  delimiter: 'Column separator',
  decimal: 'Decimal mark',
  role: 'What the file holds',
  id: 'Participant column',
  arm: 'Arm column',
  visit: 'Visit or day column',
  event: 'Event column',
  none: 'none',
  notes: 'Set right while reading',
  preview: (shown: number, total: number) =>
    shown < total ? `First ${counted(shown)} of ${counted(total)} rows` : `All ${counted(total)} rows`,
  previewCaption: (file: string) => `Preview of ${file}`,
  corrections: 'Columns and reading',
  wide: 'Columns gathered by visit',
  wideCaption: 'One column per visit in the file; each becomes rows of one variable',
  wideColumn: 'Column in the file',
  wideVariable: 'Variable',
  wideVisit: 'Visit',
  wideAdd: 'Gather another column',
  widePattern: 'Or gather all columns named like',
  widePatternHint: '{variable} and {visit} stand for what differs',
  wideGather: 'Gather',
  wideFound: (n: number) => (n === 0 ? 'No column is named like this.' : `${plural(n, 'column')} gathered.`),
  widePatternWrong: 'Write {variable} and {visit} once each, such as {variable}_v{visit}.',
  wideRemove: (column: string) => `Remove ${column} from what is gathered`,
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 little-endian',
    'utf-16be': 'UTF-16 big-endian',
    'windows-1252': 'Latin-1 (Windows-1252)',
  },
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' },
  decimals: { '.': 'point', ',': 'comma' },
  separatedBy: (delimiter: string) => `separated by ${delimiter}`,
  decimalComma: 'decimal comma',
  by: (columns: string) => `columns ${columns}`,
  sha: 'SHA-256',
  shaOfParts: 'SHA-256 of the SHA-256 values of its files, one per line,',
};
