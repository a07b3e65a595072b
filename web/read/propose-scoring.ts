// SPDX-License-Identifier: MIT
/** Which scoring the values of finished scores are of. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import { strongCodes } from './codes.js';
import { findColumn } from './columns.js';
import type { FileDetection } from './detect.js';
import type { InstrumentColumn } from './instrument-names.js';
import { stemOf } from './instrument-patterns.js';
import { rangeOf } from './instrument-values.js';
import type { Note } from './types.js';

/** A share of the values from which on the others are mistakes; below one minus it, it is they that are. */
const clearMajority = 0.8;

/**
 * Scoring of finished scores: the name says it (fss_mean), or the values cannot be of the default scoring but can be of
 * another: a finished FSS that does not exceed 7 is the mean of the items, since the sum is at least 9. The majority
 * tells, since a single value may be mistyped; the analysis refuses those that the scoring taken cannot give.
 */
export function scoringOf(
  detection: FileDetection,
  definition: InstrumentDefinition,
  used: readonly InstrumentColumn[],
  about: string,
  notes: Note[],
): string | undefined {
  const [byDefault, ...others] = definition.scorings;
  const ofFirst = used.filter(({ part }) => part.kind === 'score' && part.scale === definition.scales[0]?.name);
  const named = ofFirst.flatMap(({ part }) => (part.kind === 'score' && part.scoring ? [part.scoring] : []));
  if (named[0] !== undefined) return named[0] === byDefault?.name ? undefined : named[0];
  const scale = definition.scales[0];
  if (detection.parameters || !byDefault || !scale || scale.table || ofFirst.length === 0) return undefined;
  const range = (scoring: string): [number, number] =>
    rangeOf(definition, { kind: 'score', scale: scale.name, scoring });
  const isWithin = (value: number, [low, high]: [number, number]): boolean => value >= low && value <= high;
  const isCode = (value: number): boolean =>
    strongCodes.includes(value) && !definition.scorings.some(({ name }) => isWithin(value, range(name)));
  const values = ofFirst.flatMap(({ column }) => valuesOf(detection, column)).filter((value) => !isCode(value));
  if (values.length === 0) return undefined;
  const [lowest, highest] = range(byDefault.name);
  const file = detection.file.name;
  const tell = (code: string, message: string, assumes?: true): void => {
    notes.push({ file, code, about, message: `${file}: ${message}`, ...(assumes && { assumes }) });
  };
  const below = values.filter((value) => value < lowest);
  const fitting = (name: string): number => below.filter((value) => isWithin(value, range(name))).length;
  const other = others.find(({ name }) => below.length > 0 && fitting(name) >= clearMajority * below.length);
  const ofOther = other ? fitting(other.name) : 0;
  const share = ofOther / values.length;
  if (other && share >= clearMajority) {
    const [low, high] = range(other.name);
    const words = other.combine === 'mean' ? 'mean of the items' : `scoring "${other.name}"`;
    const beyond = values.filter((value) => value > high).length;
    const why =
      beyond === 0
        ? `no value is above ${high}`
        : `of ${values.length} values only ${beyond} ${beyond === 1 ? 'is' : 'are'} above ${high}`;
    tell(
      `${stemOf(definition)}_${other.name}`,
      `the ${definition.name} score is taken as the ${words} (${low} to ${high}), since ${why} and the ${byDefault.name} is at least ${lowest}`,
      true,
    );
    return other.name;
  }
  if (other && share > 1 - clearMajority) {
    tell(
      'scoring_mixed',
      `${ofOther} of ${values.length} values of the ${definition.name} score are below ${lowest}, the least that the ${byDefault.name} can be, and can be of the scoring "${other.name}"; the others cannot: choose the scoring of this column under \u201cScored as\u201d and correct the other values in the file; it is not analysed until then`,
    );
    return undefined;
  }
  const possible = values.filter((value) => isWithin(value, [lowest, highest]));
  const isNarrower = (name: string): boolean =>
    possible.length > 0 && possible.every((value) => isWithin(value, range(name))) && range(name)[1] < highest;
  const narrower = others.find(({ name }) => isNarrower(name));
  if (narrower)
    tell(
      'scoring_in_doubt',
      `the ${definition.name} score is taken as ${byDefault.name}; its values could be those of the scoring "${narrower.name}", too: choose it if it is`,
      true,
    );
  return undefined;
}

/** The numbers of a column, each as often as it stands there. */
function valuesOf({ file: { table } }: FileDetection, name: string): number[] {
  const column = findColumn(table, name);
  return column?.kind === 'number' ? Array.from(column.values).filter((value) => !Number.isNaN(value)) : [];
}
