// SPDX-License-Identifier: MIT
import type { PropertyDeclaration } from 'lit';

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** The same value, lists of the same values, or two objects without anything. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => Object.is(each, b[i]));
  return Object.is(a, b) || (isEmptyObject(a) && isEmptyObject(b));
}

/**
 * A property whose list is gathered anew whenever the element around is rendered: with the same entries it is no reason to
 * render again.
 */
export const gathered: PropertyDeclaration = { attribute: false, hasChanged: (value, old) => !isSame(value, old) };
