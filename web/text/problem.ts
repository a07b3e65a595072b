// SPDX-License-Identifier: MIT
/** An input error as a reader meets it: the message, where, and what to do. */
import type { InputError } from '../contract/report.js';
import { strings } from './strings.js';

export interface ProblemText {
  message: string;
  /** "questionnaires.csv, line 12, column mfis3, value “7”" */
  places: string[];
  remedy?: string;
}

type Place = NonNullable<InputError['detail']['places']>[number];

/** More than this many places are counted instead of listed. */
const placesShown = 5;

function placeText(place: Place): string {
  const words = strings.errors;
  return [
    ...(place.file === undefined ? [] : [words.file(place.file)]),
    ...(place.row === undefined ? [] : [words.line(place.row)]),
    ...(place.column === undefined ? [] : [words.column(place.column)]),
    ...(place.value === undefined ? [] : [words.value(place.value)]),
  ].join(strings.listSeparator);
}

export function problemText({ message, detail }: InputError): ProblemText {
  const all: Place[] = detail.places && detail.places.length > 0 ? detail.places : [detail];
  const shown = all
    .slice(0, placesShown)
    .map(placeText)
    .filter((place) => place !== '');
  const more = all.length - placesShown;
  return {
    message,
    places: more > 0 ? [...shown, strings.errors.morePlaces(more)] : shown,
    ...(detail.remedy === undefined ? {} : { remedy: detail.remedy }),
  };
}

/** The file an error concerns: its own, or that of the first place. */
export function problemFile({ detail }: InputError): string | undefined {
  return detail.file ?? detail.places?.find((place) => place.file !== undefined)?.file;
}

export const plainProblem = (message: string): ProblemText => ({ message, places: [] });
