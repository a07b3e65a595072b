// SPDX-License-Identifier: MIT
/** A calculation that broke off, as a reader meets it: what is lost, what is not, and the way on. */
import type { InputError } from '../contract/report.js';
import { strings } from './strings.js';

export const isCrash = (error: InputError | null): boolean => error?.code === 'engine_crashed';

/** Other errors stay as they are. `unread`: files that were being read. */
export function crashInWords(error: InputError, unread: readonly string[] = []): InputError {
  if (!isCrash(error)) return error;
  const words = strings.errors;
  const cause = error.message.replace(/^the calculation stopped unexpectedly: /, '');
  const isMemory = /memory|alloc|out of bounds|array length/i.test(cause);
  const what = unread.length > 0 ? words.crashedReading(unread.join(strings.listSeparator)) : words.crashed;
  const message = `${what} ${isMemory ? `${words.crashedMemory} ` : ''}${words.crashedKept}`;
  return { ...error, message, detail: { ...error.detail, remedy: words.crashedRemedy(cause) } };
}
