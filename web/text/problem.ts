// SPDX-License-Identifier: MIT
/** An input error as a reader meets it: the message, where, and what to do. */
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { plainFitNote } from './fit_notes.js';
import { decimalOffer, missingOffer, type MissingOffer } from './missing_offer.js';
import { withParameterWords } from './parameter_words.js';
import { strings } from './strings.js';
import { translated } from './translated.js';

export interface ProblemText {
  message: string;
  /** "questionnaires.csv, line 12, column mfis3, value “7”" */
  places: string[];
  remedy?: string;
  /** Cells that can be taken as missing instead. */
  missing?: MissingOffer;
  /** Of these, numbers with the other decimal mark, which can be taken as such. */
  decimal?: MissingOffer;
  /** The file, where it has several records of one participant and visit. */
  repeatedIn?: string;
}

type Place = NonNullable<InputError['detail']['places']>[number];

/** More than this many places are counted instead of listed. */
export const placesShown = 5;

function placeText(place: Place): string {
  const words = strings.errors;
  return [
    ...(place.file === undefined ? [] : [words.file(place.file)]),
    ...(place.row === undefined ? [] : [words.line(place.row)]),
    ...(place.column === undefined ? [] : [words.column(place.column)]),
    ...(place.value === undefined ? [] : [words.value(place.value)]),
  ].join(strings.listSeparator);
}

/** What the message says already is not said again under it. */
export function problemText(error: InputError): ProblemText {
  const { message, detail } = error;
  const missing = missingOffer(error);
  const decimal = decimalOffer(error);
  const all: Place[] = detail.places && detail.places.length > 0 ? detail.places : [detail];
  const isSaid = all.length === 1 && all.every((place) => says(message, place));
  const shown = isSaid
    ? []
    : all
        .slice(0, placesShown)
        .map(placeText)
        .filter((place) => place !== '');
  const more = all.length - placesShown;
  const { remedy } = detail;
  return {
    message: plainFitNote(error, translated(message)),
    places: more > 0 ? [...shown, strings.errors.morePlaces(more)] : shown,
    ...(remedy === undefined || message.includes(remedy) ? {} : { remedy: translated(remedy) }),
    ...(missing && { missing }),
    ...(decimal && { decimal }),
    ...(error.code === 'duplicate_visit' && repeatedIn(error)),
  };
}

const repeatedIn = (error: InputError): Pick<ProblemText, 'repeatedIn'> => {
  const file = problemFile(error);
  return file === undefined ? {} : { repeatedIn: file };
};

function says(message: string, { file, row, column, value }: Place): boolean {
  const parts = [file, row, column, value].filter((part) => part !== undefined);
  return parts.every((part) => message.includes(String(part)));
}

/** The file an error concerns: its own, or that of the first place. */
export function problemFile({ detail }: InputError): string | undefined {
  return detail.file ?? detail.places?.find((place) => place.file !== undefined)?.file;
}

export const plainProblem = (message: string): ProblemText => ({ message: translated(message), places: [] });

/** Parameters by their names in words; the visits are not known of a model that could not be fitted. */
function withPlainMessage(error: InputError): InputError {
  const message = withParameterWords(error.message, [], 'day');
  return message === error.message ? error : { ...error, message };
}

/**
 * A problem of the plan in the words of the page: "files[0].id is missing" becomes "diary.csv: choose the participant
 * column", and stands beside that file. What is not understood stays as it is.
 */
export function inWords(error: InputError, plan: Plan): InputError {
  const match = /^(files|instruments|outcomes)\[(\d+)\](?:\.([\w.[\]]+))? (.*)$/s.exec(error.message);
  if (!match) return withPlainMessage(error);
  const [, list, at, path = '', rest = ''] = match;
  const words = strings.errors;
  if (list === 'outcomes') {
    const label = plan.outcomes[Number(at)]?.label;
    return label === undefined ? error : { ...error, message: words.inPlan(label, path, translated(rest)) };
  }
  const instrument = list === 'instruments' ? plan.instruments[Number(at)] : undefined;
  const file = instrument?.file ?? plan.files[Number(at)]?.name;
  if (file === undefined) return error;
  const toChoose = (words.choose as Record<string, string>)[path];
  const message =
    instrument === undefined && toChoose !== undefined && rest.startsWith('is missing')
      ? words.chooseIn(file, toChoose)
      : words.inPlan(instrument ? `${file}, ${instrument.instrument}` : file, path, translated(rest));
  return { ...error, message, detail: { ...error.detail, file: error.detail.file ?? file } };
}
