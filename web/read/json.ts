// SPDX-License-Identifier: MIT
/**
 * JSON from a file of somebody's: bounded in length and depth before anything walks through it, and without keys that
 * would reach the prototype of an object where a value is merged or copied key by key.
 */

export const jsonLimits = {
  /** Characters of a plan; no sensible one comes near it. */
  plan: 2_000_000,
  /** Of a questionnaire's definition. */
  definition: 200_000,
  /** Of a report: a trial with hundreds of visits stays below a tenth of it. */
  report: 50_000_000,
  /** Levels of lists and objects in each other; a report has 10. */
  depth: 40,
} as const;

/** The message begins with what it was to be. */
export class JsonRefused extends Error {
  readonly reason: 'not_json' | 'not_allowed';

  constructor(message: string, reason: JsonRefused['reason'] = 'not_allowed') {
    super(message);
    this.reason = reason;
  }
}

/**
 * @param what - in words: "the plan"
 * @param longest - characters that are read
 * @throws JsonRefused
 */
export function readJson(text: string, what: string, longest: number): unknown {
  const value = parseJson(text, what, longest);
  requireHarmless(value, what);
  return value;
}

/** As readJson, for what a schema is held against next: it lets no such key and no level through that it does not know. */
export function parseJson(text: string, what: string, longest: number): unknown {
  if (text.length > longest)
    throw new JsonRefused(`${what} has ${text.length} characters: at most ${longest} are read`);
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    throw new JsonRefused(`${what} is not JSON`, 'not_json');
  }
}

/**
 * Level by level and not by recursion, which a deep value would exhaust.
 *
 * @throws JsonRefused
 */
function requireHarmless(value: unknown, what: string): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > jsonLimits.depth)
      throw new JsonRefused(`${what} has more than ${jsonLimits.depth} levels of lists and objects in each other`);
    level = level.flatMap((each) => inside(each, what));
  }
}

function inside(value: unknown, what: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value;
  return Object.entries(value).map(([key, entry]) => {
    // An arm may well be called "constructor"; what is dangerous is the object that `x.constructor.prototype` would be.
    const isObject = typeof entry === 'object' && entry !== null;
    const reaches = key === '__proto__' || ((key === 'constructor' || key === 'prototype') && isObject);
    if (reaches) throw new JsonRefused(`${what} has the key ${key}, which is not allowed`);
    return entry as unknown;
  });
}
