// SPDX-License-Identifier: MIT
/** What is read as missing, or with either decimal mark, by the plan alone: set at a button, in the list of codes, or by a saved plan. */
import type { ReadingOptions } from '../contract/plan.js';
import type { FileSummary } from '../engine/messages.js';
import { strings } from '../text/strings.js';

type FileNote = FileSummary['notes'][number];

/** A note on the codes that no note shown tells of; it goes with the codes. */
export function codesOfPlan(
  file: string,
  { missingIn = {}, eitherDecimal = [] }: ReadingOptions = {},
  told: readonly Pick<FileNote, 'codesSet' | 'textIn'>[],
): FileNote[] {
  const isTold = (column: string, code: string): boolean =>
    told.some(
      ({ codesSet = [], textIn }) =>
        codesSet.some((each) => each.column === column && each.code === code) ||
        (textIn?.column === column && textIn.values.includes(code)),
    );
  const others = Object.entries(missingIn).flatMap(([column, codes]) => {
    const own = codes.filter((code) => !isTold(column, code));
    return own.length === 0 ? [] : [[column, own] as const];
  });
  const columns = eitherDecimal.join(strings.listSeparator);
  return [
    ...(others.length > 0
      ? [{ code: 'codes_of_plan', message: strings.mending.areMissing(file, Object.fromEntries(others)) }]
      : []),
    ...(eitherDecimal.length > 0
      ? [{ code: 'decimal_of_plan', message: strings.mending.areDecimal(file, columns) }]
      : []),
  ];
}
