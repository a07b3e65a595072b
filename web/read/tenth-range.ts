// SPDX-License-Identifier: MIT
/** A line of 100 mm whose values may have been written in centimetres: 6.4 for 64. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import { strongCodes } from './codes.js';
import { cellText, findColumn } from './columns.js';
import type { FileDetection } from './detect.js';
import { listed } from './errors.js';
import type { InstrumentColumn } from './instrument-names.js';
import type { Note } from './types.js';

/** The code of the note; a plan confirms it as `range_in_doubt:<instrument>`. */
export const rangeInDoubt = 'range_in_doubt';

/** One line from 0 to 100 on which any number may stand. */
const isLine = ({ items: { count, lowest, highest, step } }: InstrumentDefinition): boolean =>
  count === 1 && lowest === 0 && highest === 100 && step === 0;

/** Tells where no value of such a line, codes for missing apart, is above 10. Values stay as they are. */
export function noteTenthRange(
  detection: FileDetection,
  definition: InstrumentDefinition,
  used: readonly InstrumentColumn[],
  about: string,
  notes: Note[],
): void {
  if (!isLine(definition)) return;
  const values = used.flatMap(({ column }) => valuesOf(detection, column)).filter((x) => !strongCodes.includes(x));
  if (values.length === 0 || values.some((value) => value < 0 || value > 10) || values.every((x) => x === 0)) return;
  const file = detection.file.name;
  const columns = listed([...new Set(used.map(({ column }) => column))], 6);
  const message = `${file}: no value of ${definition.name} (${columns}) is above 10, although its line runs from 0 to 100: these look like centimetres, 0 to 10; the values are used as they stand; say on which range they are`;
  notes.push({ file, code: rangeInDoubt, about, message, assumes: true });
}

/** The numbers of a column, or of the rows with a code where answers stand below each other. */
function valuesOf({ file: { table }, parameters }: FileDetection, name: string): number[] {
  const column = findColumn(table, parameters?.value ?? name);
  const codes = findColumn(table, parameters?.column);
  if (column?.kind !== 'number') return [];
  return Array.from(column.values).filter((x, row) => !Number.isNaN(x) && (!codes || cellText(codes, row) === name));
}

/** The same line from 0 to 10, as a questionnaire of the plan's own, found by no name of a column. */
export function inCentimetres(definition: InstrumentDefinition): InstrumentDefinition {
  const { direction, scorings, missingItems, source, licence, caution } = definition;
  return {
    direction,
    scorings,
    missingItems,
    source,
    licence,
    ...(caution !== undefined && { caution }),
    name: `${definition.name} 0-10`,
    title: `${definition.title}, 0 to 10`,
    version: 'one line, 0 to 10',
    items: { ...definition.items, highest: 10 },
    scales: definition.scales.map((scale) => ({ ...scale, label: `${scale.label}, 0 to 10` })),
  };
}
