// SPDX-License-Identifier: MIT
/** How a script of another program is to read a file, so that it reads what the calculator read. */
import type { PlanFile } from '../contract/plan.js';
import type { FileReading, Report } from '../contract/report.js';
import { fileOfTable, tableParts } from '../read/sheet-names.js';
import { partReading } from '../read/stack.js';
import { defaultMissing } from '../read/typing.js';

export interface ScriptReading extends Omit<FileReading, 'rows' | 'notData' | 'partsNotData' | 'covariates'> {
  /** The file's own name: a table "trial.xlsx › Scores" is a part of trial.xlsx. */
  name: string;
  /** Cells that are missing besides empty ones, in any case. */
  missing: readonly string[];
  /** Further ones, by column. */
  missingIn: Readonly<Record<string, readonly string[]>>;
  /** Only the rows of this repeating instrument, where one was chosen. */
  instrument: string | null;
  /** The tables that this one is put together from, each with its visit. */
  parts: readonly { visit: string; idPrefix: string; reading: ScriptReading }[];
  /** Name of the column with these visits; empty where the rows of the parts have theirs themselves. */
  visit: string;
  /** Column whose identifiers begin with the prefix of their part; null where they are as they stand. */
  prefixed: string | null;
  /** Lines above the header that are left out. */
  skip: number;
  /** Rows of the file; null in reports that do not tell. */
  rows: number | null;
  /** Places of rows that are no data, from 1. */
  notData: readonly number[];
}

const isWorkbook = (name: string): boolean => /\.xlsx$/i.test(name);

/** What the report tells of the reading, or else what the plan asked for. */
export function scriptReading(report: Pick<Report, 'files'>, file: PlanFile): ScriptReading {
  const { name, reading: { stack, ...reading } = {} } = file;
  const used = report.files.find((each) => each.name === name)?.read;
  const stacked = (stack?.parts ?? []).map((part, at) => {
    const notData = used?.partsNotData?.[at] ?? [];
    const own = { ...file, name: part.name, reading: partReading({ ...reading, ...(stack && { stack }) }, part) };
    return {
      visit: part.visit ?? '',
      idPrefix: part.idPrefix ?? '',
      reading: { ...scriptReading({ files: [] }, own), ...(used && { decimal: used.decimal }), notData },
    };
  });
  const own = fileOfTable(name, reading);
  const parts = tableParts(name);
  const isPart = own === name && parts !== null && isWorkbook(parts.file);
  const sheet = used ? used.sheet : (reading.sheet ?? (isPart ? parts.part : isWorkbook(own) ? '' : null));
  return {
    name: isPart ? parts.file : own,
    encoding: used?.encoding ?? reading.encoding ?? 'utf-8',
    delimiter: used?.delimiter ?? reading.delimiter ?? ',',
    decimal: used?.decimal ?? reading.decimal ?? '.',
    sheet,
    missing: reading.missing ?? defaultMissing,
    missingIn: reading.missingIn ?? {},
    instrument: reading.repeatInstrument ?? null,
    rows: used?.rows ?? null,
    parts: stacked,
    visit: stack?.visit ?? '',
    prefixed: stack?.id ?? null,
    skip: Math.max(0, (reading.headerRow ?? 1) - 1),
    notData: used?.notData ?? [],
  };
}

/** As the calculator writes its own files. */
export const ownReading = (name: string): ScriptReading => ({
  ...{ name, encoding: 'utf-8', delimiter: ',', decimal: '.', sheet: null },
  ...{ missing: [], missingIn: {}, instrument: null, rows: null, notData: [] },
  ...{ parts: [], visit: '', prefixed: null, skip: 0 },
});
