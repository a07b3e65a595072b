// SPDX-License-Identifier: MIT
/** Words and objects for input errors; the rules of the messages are in one place. */
import { EngineError } from '../contract/engine.js';
import type { InputError } from '../contract/report.js';

export type Detail = InputError['detail'];
export type Place = NonNullable<Detail['places']>[number];

/** At most this many places are listed in one error, so that a hopeless file does not make a hopeless message. */
export const maxPlaces = 1000;

export function inputError(code: string, message: string, detail: Detail = {}): InputError {
  return { code, message, detail };
}

/** The same error as an exception, for the functions that throw. */
export function engineError(code: string, message: string, detail: Detail = {}): EngineError {
  return new EngineError(inputError(code, message, detail));
}

/** `"7?"`, cut when long, so that a message stays one line. */
export function quoted(value: string): string {
  const oneLine = value.replace(/\s+/g, ' ');
  return JSON.stringify(oneLine.length > 40 ? `${oneLine.slice(0, 39)}…` : oneLine);
}

/** `a, b and c`, or the first few of them: `a, b, c and 9 more`. */
export function listed(words: readonly string[], most = 12): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;
}
