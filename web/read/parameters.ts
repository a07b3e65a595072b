// SPDX-License-Identifier: MIT
/** A file with one row per item or score: which column holds the code (PARAMCD, QSTESTCD), which the answer. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Column, Table } from '../contract/table.js';
import { cellText, columnNames, distinctTexts, findColumn } from './columns.js';
import { listed } from './errors.js';
import { instrumentCodes, type Fits, type InstrumentColumn } from './instrument-names.js';
import { canBe } from './instrument-values.js';
import { columnsNamed, compactName } from './names.js';
import type { Note } from './types.js';

export interface DetectedParameters {
  column: string;
  value: string;
  /** `column` of each is the code. */
  instruments: InstrumentColumn[];
}

/** A column with more codes than this is none of codes. */
const mostCodes = 2000;

const labelNames: readonly string[] = words('param qstest test testname itemlabel label fieldlabel itemdescription');
const categoryNames: readonly string[] = words(
  'qscat qsscat parcat1 parcat2 parcat form formname formoid crf instrument questionnaire redcaprepeatinstrument repeatinstrument',
);

function words(text: string): string[] {
  return text.split(' ');
}

/** Null where no column holds codes of an instrument whose items are complete, or of a finished score. */
export function detectParameters(
  table: Table,
  taken: ReadonlySet<string>,
  definitions: readonly InstrumentDefinition[],
  notes: Note[],
): DetectedParameters | null {
  const free = table.columns.filter(({ name, kind }) => kind === 'factor' && !taken.has(name));
  const byName = columnsNamed('code', columnNames(table)).flatMap((name) => free.filter((c) => c.name === name));
  const others = free.filter((column) => !byName.includes(column));
  for (const column of [...byName, ...others]) {
    const codes = distinctTexts(column);
    if (codes.length > mostCodes || codes.length === table.rowCount) continue;
    const value = valueColumn(table, column.name, taken);
    const labelled = labelsOf(table, column, codes);
    const found = instrumentCodes(labelled, definitions, fitsCodes(column, value));
    if (!isConvincing(found.columns, byName.includes(column))) continue;
    const tell = (code: string, message: string): void => {
      notes.push({ file: table.name, code, message: `${table.name}: ${message}` });
    };
    if (!value) {
      tell(
        'choose_value',
        `${column.name} holds codes of items or scores; choose the column with the answers; its columns are ${listed(columnNames(table))}`,
      );
      return null;
    }
    for (const note of found.notes) tell(note.code, `${column.name}: ${note.message}`);
    tell(
      'one_row_per_item',
      `it has one row per item or score: ${column.name} tells which, ${value.name} holds the answer; the rows of a participant and visit are put together`,
    );
    const known = new Set(found.columns.map((each) => each.column));
    const unmatched = codes.filter((code) => !known.has(code));
    if (unmatched.length > 0)
      tell('codes_unmatched', `${listed(unmatched)} in column ${column.name} are of no known instrument and not used`);
    return { column: column.name, value: value.name, instruments: found.columns };
  }
  return null;
}

/** Items complete, or finished scores in a column that is called like one of codes. */
function isConvincing(found: readonly InstrumentColumn[], isNamed: boolean): boolean {
  if (isNamed) return found.length > 0;
  const definitions = new Set(found.map(({ definition }) => definition));
  return [...definitions].some((definition) => {
    const items = new Set(
      found.flatMap((each) => (each.definition === definition && each.part.kind === 'item' ? [each.part.item] : [])),
    );
    return definition.items.count > 1 && items.size === definition.items.count;
  });
}

/** By its name, numbers before text; else the only column of numbers that has no other part. */
function valueColumn(table: Table, code: string, taken: ReadonlySet<string>): Column | undefined {
  const open = table.columns.filter(({ name }) => name !== code && !taken.has(name));
  const names = columnsNamed(
    'value',
    open.map(({ name }) => name),
  );
  const named = names.flatMap((name) => findColumn(table, name) ?? []);
  if (named.length > 0) return named.find(({ kind }) => kind === 'number') ?? named[0];
  const numbers = open.filter(({ kind }) => kind === 'number');
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** What else is written beside each code: its label, its category with the code, its category with the label. */
function labelsOf(table: Table, column: Column, codes: readonly string[]): { code: string; labels: string[] }[] {
  const named = (names: readonly string[]): Column[] =>
    names.flatMap((name) => table.columns.find((c) => c !== column && compactName(c.name) === name) ?? []);
  const labels = named(labelNames);
  const categories = named(categoryNames);
  const firstRow = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const code = cellText(column, row);
    if (code !== null && !firstRow.has(code)) firstRow.set(code, row);
  }
  return codes.map((code) => {
    const row = firstRow.get(code) ?? 0;
    const textsOf = (columns: readonly Column[]): string[] => columns.flatMap((each) => cellText(each, row) ?? []);
    const plain = [...textsOf(labels), ...textsOf(labels).map((text) => text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))];
    const within = textsOf(categories).flatMap((category) => {
      const short = /\(([^)]+)\)/.exec(category)?.[1] ?? category;
      return [code, ...plain].map((text) => `${short} ${text}`);
    });
    return { code, labels: [...plain, ...within] };
  });
}

function fitsCodes(column: Column, value: Column | undefined): Fits {
  const byCode = new Map<string, Set<number>>();
  if (value?.kind === 'number') {
    for (const [row, answer] of value.values.entries()) {
      const code = cellText(column, row);
      if (code === null || Number.isNaN(answer)) continue;
      byCode.set(code, (byCode.get(code) ?? new Set()).add(answer));
    }
  }
  return (code, definition, part) => canBe([...(byCode.get(code) ?? [])], definition, part);
}
