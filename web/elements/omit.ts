// SPDX-License-Identifier: MIT
/** The object without one of its keys. */
export function omit<T extends object, Key extends keyof T>(target: T, key: Key): Omit<T, Key> {
  const copy: Partial<T> = { ...target };
  delete copy[key];
  return copy as Omit<T, Key>;
}
