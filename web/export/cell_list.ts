// SPDX-License-Identifier: MIT
/** The cells that errors name, as a table to work through beside the file. */
import type { InputError } from '../contract/report.js';
import { strings } from '../text/strings.js';
import { writeCsv } from './csv.js';

type Place = NonNullable<InputError['detail']['places']>[number];

/**
 * One line for each cell, in the order of the rows; what names no cell is left out. An error's message is about its first
 * cell: the others have what is to be done.
 */
export function listedCells(problems: readonly InputError[]): { place: Place; message: string }[] {
  const seen = new Set<string>();
  const cells = problems.flatMap(({ message, detail }) =>
    (detail.places && detail.places.length > 0 ? detail.places : [detail]).flatMap((place, i) => {
      const { row, column, value } = place;
      const key = JSON.stringify([place.file ?? detail.file, row, column, value]);
      if (row === undefined || column === undefined || seen.has(key)) return [];
      seen.add(key);
      const told = i === 0 ? message : (detail.remedy ?? message);
      return [{ place: { ...place, file: place.file ?? detail.file }, message: told }];
    }),
  );
  return cells.sort((one, other) => (one.place.row ?? 0) - (other.place.row ?? 0));
}

export function cellListCsv(problems: readonly InputError[]): string {
  const { file, row, column, value, problem } = strings.mending.cellList;
  const lines = listedCells(problems).map(({ place, message }) => [
    place.file ?? '',
    String(place.row),
    place.column ?? '',
    place.value ?? '',
    message,
  ]);
  return writeCsv([[file, row, column, value, problem], ...lines]);
}
