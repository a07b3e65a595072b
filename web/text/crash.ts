// SPDX-License-Identifier: MIT
/** A calculation that broke off, as a reader meets it: what is lost, what is not, and the way on. */
import type { InputError } from '../contract/report.js';
import { strings } from './strings.js';

export const isCrash = (error: InputError | null): boolean => error?.code === 'engine_crashed';

/** In the words of browsers; Safari names only what the policy lacks. */
const ofPolicy = /content security policy|\bCSP\b|unsafe-eval|TrustedScriptURL/i;

/** Other errors stay as they are. `unread`: files that were being read. */
export function crashInWords(error: InputError, unread: readonly string[] = []): InputError {
  const words = strings.mending;
  if (ofPolicy.test(error.message) && (isCrash(error) || error.code === 'internal_error')) {
    const detail = { ...error.detail, remedy: words.policyRemedy(error.message) };
    return { code: 'policy_refused', message: words.policyRefused, detail };
  }
  if (!isCrash(error)) return error;
  const cause = error.message.replace(/^the calculation stopped unexpectedly: /, '');
  const isMemory = /memory|alloc|out of bounds|array length/i.test(cause);
  const what = unread.length > 0 ? words.crashedReading(unread.join(strings.listSeparator)) : words.crashed;
  const message = `${what} ${isMemory ? `${words.crashedMemory} ` : ''}${words.crashedKept}`;
  return { ...error, message, detail: { ...error.detail, remedy: words.crashedRemedy(cause) } };
}
