// SPDX-License-Identifier: MIT
/** Answers that were exported as labels: "1 - Never" and "Never (1)" tell their number, "Never" does not. */
import type { PlanFile, PlanInstrument } from '../contract/plan.js';
import type { FactorColumn, Table } from '../contract/table.js';
import { columnNames, distinctTexts, findColumn } from './columns.js';
import type { FileDetection } from './detect.js';
import { listed, quoted } from './errors.js';
import type { Note } from './types.js';

const leading = /^(\d+)(?:\s*[-\u2013\u2014:=.)]\s*|\s+)\D+$/;
const trailing = /^\D+[([]\s*(\d+)\s*[)\]]$/;
const plain = /^\d+$/;

/** An age with its unit: "28 J.", "28y", "28 years old". */
const years = /^(\d{1,3})\s*(?:y|yrs?|years?|y\.?o\.?|years? old|j|jr|jahre?|jahre? alt)\.?$/i;

export const isYears = (text: string): boolean => years.test(text);

/** The one number at the beginning or the end of a label, or NaN. */
export function labelNumber(text: string): number {
  const found = plain.exec(text)?.[0] ?? years.exec(text)?.[1] ?? leading.exec(text)?.[1] ?? trailing.exec(text)?.[1];
  return found === undefined ? NaN : Number(found);
}

/** Each label has a number, and no two have the same. */
function tellNumbers(texts: readonly string[]): boolean {
  const numbers = texts.map(labelNumber);
  return !numbers.some(Number.isNaN) && new Set(numbers).size === numbers.length;
}

/**
 * Columns of the instruments that hold labels: those whose labels tell their numbers are returned, to be read so. Others
 * are told of, since nothing says which number an answer is.
 */
export function labelledColumns(
  table: Table,
  planFile: PlanFile,
  instruments: readonly { instrument: PlanInstrument }[],
  notes: Note[],
): string[] {
  const variables = new Set(
    instruments.flatMap(({ instrument: { items = [], scores = {} } }) => [...items, ...Object.values(scores)]),
  );
  const gathered = (planFile.wide ?? []).flatMap((wide) => (variables.has(wide.variable) ? [wide.column] : []));
  const names = planFile.parameters ? [planFile.parameters.value] : [...variables, ...gathered];
  const labelled = names
    .map((name) => findColumn(table, name))
    .filter((column): column is FactorColumn => column?.kind === 'factor')
    .filter((column) => distinctTexts(column).some((text) => /\p{L}/u.test(text)));
  const withNumbers = labelled.filter((column) => tellNumbers(distinctTexts(column)));
  const without = labelled.filter((column) => distinctTexts(column).every((text) => !/\d/.test(text)));
  const exampleOf = ([column]: FactorColumn[]): string =>
    quoted((column ? distinctTexts(column) : []).find((text) => !plain.test(text)) ?? '');
  const tell = (code: string, columns: FactorColumn[], what: string): void => {
    const told = listed(
      columns.map(({ name }) => name),
      6,
    );
    notes.push({ file: table.name, code, message: `${table.name}: ${told} ${what}` });
  };
  if (withNumbers.length > 0) {
    const example = exampleOf(withNumbers);
    const number = labelNumber(example.slice(1, -1));
    tell(
      'label_numbers',
      withNumbers,
      `hold labels with one number each, which is taken as the answer (${example} is ${number})`,
    );
  }
  if (without.length > 0 && !planFile.parameters)
    tell(
      'labels_without_numbers',
      without,
      `hold labels without numbers (${exampleOf(without)}), which cannot be scored: export the raw data (values, not labels) and use that file`,
    );
  return withNumbers.map(({ name }) => name);
}

const labelHeaders = [
  'Record ID',
  'Event Name',
  'Repeat Instrument',
  'Repeat Instance',
  'Complete?',
  'Survey Timestamp',
];

/** A REDCap export with labels for headers has the questions where the names of the items would be. */
export function noteLabelsExport(
  { file, instruments }: Pick<FileDetection, 'file' | 'instruments'>,
  notes: Note[],
): void {
  const found = columnNames(file.table).filter((name) => labelHeaders.includes(name.replace(/_\d+$/, '')));
  if (file.error || instruments.length > 0 || found.length < 2) return;
  const message = `${file.name}: ${listed(found)} are headers of a REDCap export with labels, whose other headers do not tell the items: export the raw data (names and values, not labels) and use that file`;
  notes.push({ file: file.name, code: 'labels_export', message });
}
