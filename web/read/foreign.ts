// SPDX-License-Identifier: MIT
/** Files that are not delimited text, known by their first bytes, with what to do about each. */
import { inputError } from './errors.js';
import type { InputError } from '../contract/report.js';

interface Foreign {
  /** Bytes at the start; null matches any byte. */
  magic: readonly (number | null)[];
  what: string;
  remedy: string;
}

const excelRemedy = 'in Excel choose File > Save As > CSV UTF-8, and drop that file';
const spreadsheetRemedy = 'open it in the spreadsheet program, save the sheet as CSV UTF-8, and drop that file';
const exportRemedy = 'export the table as CSV UTF-8 and drop that file';
const unpackRemedy = 'unpack it and drop the CSV files inside';
const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const foreignFiles: readonly Foreign[] = [
  { magic: [0x89, ...ascii('PNG')], what: 'a PNG picture', remedy: exportRemedy },
  { magic: [0xff, 0xd8, 0xff], what: 'a JPEG picture', remedy: exportRemedy },
  { magic: ascii('GIF8'), what: 'a GIF picture', remedy: exportRemedy },
  { magic: ascii('%PDF'), what: 'a PDF document', remedy: exportRemedy },
  { magic: ascii('{\\rtf'), what: 'a rich text document', remedy: exportRemedy },
  { magic: [0x1f, 0x8b], what: 'compressed (gzip)', remedy: unpackRemedy },
  { magic: ascii('Rar!'), what: 'a RAR archive', remedy: unpackRemedy },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-Zip archive', remedy: unpackRemedy },
  { magic: ascii('$FL2'), what: 'an SPSS data file', remedy: 'in SPSS choose File > Export > CSV, and drop that file' },
  {
    magic: ascii('<stata_dta>'),
    what: 'a Stata data file',
    remedy: 'in Stata use "export delimited", and drop that file',
  },
  {
    magic: ascii('HEADER RECORD*******'),
    what: 'a SAS transport file',
    remedy: 'in SAS use PROC EXPORT with DBMS=CSV, and drop that file',
  },
  { magic: ascii('PAR1'), what: 'a Parquet file', remedy: exportRemedy },
  { magic: ascii('SQLite format 3'), what: 'an SQLite database', remedy: exportRemedy },
];

const zipStart = [0x50, 0x4b, 0x03, 0x04];

/** True for an Excel workbook that is read here: .xlsx, and .xlsm, whose macros are of no interest. */
export function isWorkbook(name: string, head: Uint8Array, tail: Uint8Array): boolean {
  return startsWith(head, zipStart) && describeZip(name, head, tail) === null;
}

/** True for a name of a workbook; text under such a name is read all the same, where it is a table. */
export function claimsWorkbook(name: string): boolean {
  return /\.xls[xm]?$/i.test(name);
}

/** The error for a file that has the name of a workbook and is neither one nor a table. */
export function noWorkbook(name: string): InputError {
  const remedy =
    'it is damaged, or another file under this name: open it in the spreadsheet program and save it as .xlsx or CSV UTF-8, or export it anew';
  return inputError('not_text', `${name} is no Excel workbook, although its name says so: ${remedy}`, {
    file: name,
    remedy,
  });
}

/**
 * The error for a file that is no delimited text, or null when nothing in its first and last bytes speaks against text.
 * A NUL byte outside UTF-16 is the last sign looked for.
 */
export function refuseForeign(name: string, bytes: Uint8Array, tail: Uint8Array, isUtf16: boolean): InputError | null {
  const refuse = (what: string, remedy: string): InputError =>
    inputError('not_text', `${name} is ${what}, not a text file: ${remedy}`, { file: name, remedy });

  if (startsWith(bytes, zipStart))
    return refuse(...(describeZip(name, bytes, tail) ?? ['a zip archive', unpackRemedy]));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return /\.doc$/i.test(name)
      ? refuse('an old Word document', exportRemedy)
      : refuse('an old Excel workbook', excelRemedy);
  }
  for (const foreign of foreignFiles) {
    if (startsWith(bytes, foreign.magic)) return refuse(foreign.what, foreign.remedy);
  }
  if (isUtf16) return null;
  if (bytes.includes(0)) return refuse('binary (it holds NUL bytes)', exportRemedy);
  const start = String.fromCharCode(...bytes.subarray(0, 64))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^<(!doctype|html|\?xml)/i.test(start)) {
    return inputError('not_text', `${name} is a web page or XML, not a table: ${exportRemedy}`, {
      file: name,
      remedy: exportRemedy,
    });
  }
  return null;
}

function startsWith(bytes: Uint8Array, magic: readonly (number | null)[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, i) => byte === null || bytes[i] === byte);
}

/**
 * Office documents are zip archives: the names of the files inside, near the start or the end, tell which. Null for a
 * workbook that can be read.
 */
function describeZip(name: string, head: Uint8Array, tail: Uint8Array): [string, string] | null {
  const latin1 = new TextDecoder('latin1');
  const ends = latin1.decode(head.subarray(0, 4096)) + latin1.decode(tail);
  if (/\.xlsb$/i.test(name) || ends.includes('xl/workbook.bin')) return ['a binary Excel workbook', excelRemedy];
  if (/\.xls[xm]$/i.test(name) || ends.includes('xl/')) return null;
  if (/\.ods$/i.test(name) || ends.includes('opendocument.spreadsheet'))
    return ['an OpenDocument workbook', spreadsheetRemedy];
  if (/\.numbers$/i.test(name)) return ['a Numbers workbook', spreadsheetRemedy];
  if (/\.docx$/i.test(name) || ends.includes('word/')) return ['a Word document', exportRemedy];
  return ['a zip archive', unpackRemedy];
}
