// SPDX-License-Identifier: MIT
/** Errors of the core quote numbers as it has them; in a file with decimal commas they are written otherwise. */
import type { InputError } from '../contract/report.js';
import type { ReadResult } from '../read/index.js';

const withPoint = /^-?\d+\.\d+$/;

/** The error with its values as they stand in files with decimal commas. */
export function quotedAsWritten<Kind extends InputError>(error: Kind, files: readonly ReadResult[]): Kind {
  const hasCommas = (file: string | undefined): boolean =>
    files.some(({ name, options }) => name === file && options.decimal === ',');
  const { file } = error.detail;
  const places = error.detail.places ?? [];
  const all = [error.detail, ...places];
  const values = all.flatMap((place) =>
    place.value !== undefined && withPoint.test(place.value) && hasCommas(place.file ?? file) ? [place.value] : [],
  );
  if (values.length === 0) return error;
  const written = <Place extends InputError['detail']>(place: Place): Place =>
    place.value !== undefined && values.includes(place.value) && hasCommas(place.file ?? file)
      ? { ...place, value: place.value.replace('.', ',') }
      : place;
  const message = [...new Set(values)].reduce(inMessage, error.message);
  return {
    ...error,
    message,
    detail: { ...written(error.detail), ...(error.detail.places && { places: places.map(written) }) },
  };
}

/** Only the value itself, not a longer number that holds it. */
function inMessage(message: string, value: string): string {
  const whole = new RegExp(`(?<![\\d.,-])${value.replace('.', '\\.')}(?![\\d]|[.,]\\d)`, 'g');
  return message.replace(whole, value.replace('.', ','));
}
