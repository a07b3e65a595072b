// SPDX-License-Identifier: MIT
/** What callers gave, before anything is made of it: no compiler has looked at the arguments of plain JavaScript. */
import { EngineError } from '../contract/engine.js';

export type Kind = 'text' | 'a number' | 'a list' | 'an object' | 'a function';

/** @param remedy - what to give */
export function refused(message: string, remedy: string): EngineError {
  return new EngineError({ code: 'bad_request', message: `${message}: ${remedy}`, detail: { remedy } });
}

/** @throws EngineError: "request is a number: give an object such as ..." */
export function mustBe(value: unknown, kind: Kind, what: string, remedy: string): void {
  const is = kindOf(value);
  if (is !== kind) throw refused(`${what} is ${is}`, remedy);
}

/** As mustBe, where undefined and null are as good as nothing. */
export function mayBe(value: unknown, kind: Kind, what: string, remedy: string): void {
  if (value !== undefined && value !== null) mustBe(value, kind, what, remedy);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** @throws EngineError where `signal` or `onProgress` are none */
export function requireOptions(options: unknown): void {
  if (options === undefined) return;
  mustBe(options, 'an object', 'options', 'give {signal}, {onProgress}, or nothing');
  const { signal, onProgress } = options as { signal?: unknown; onProgress?: unknown };
  mayBe(onProgress, 'a function', 'options.onProgress', 'give a function');
  // Also one of another window, whose class is another.
  const { aborted, addEventListener } = Object(signal) as Partial<AbortSignal>;
  const isSignal = typeof aborted === 'boolean' && typeof addEventListener === 'function';
  if (signal !== undefined && signal !== null && !isSignal)
    throw refused('options.signal is no AbortSignal', 'give the signal of an AbortController');
}

/** The JSON of it, which is all that the core is given. @throws EngineError */
export function jsonOf(value: object, what: string): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    throw refused(`${what} cannot be written as JSON (${messageOf(error)})`, 'give plain data');
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
