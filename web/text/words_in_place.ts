// SPDX-License-Identifier: MIT
/** Objects of words whose words change while the objects stay, so that whoever holds a part of them reads the new ones. */

type Words = Record<string, unknown>;

/** A sentence, a function that makes one, and a list are words; anything else is an object of them. */
const isObject = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function wordsCopied<T extends object>(words: T): T {
  const copy = {};
  putWords(copy, words);
  return copy as T;
}

/** Makes `held` say what `words` says. */
export function putWords(held: object, words: object): void {
  const [own, other] = [held as Words, words as Words];
  for (const key of Object.keys(own)) if (!(key in other)) delete own[key];
  for (const [key, value] of Object.entries(other)) {
    if (!isObject(value)) own[key] = value;
    else {
      const part = own[key];
      if (isObject(part)) putWords(part, value);
      else own[key] = wordsCopied(value);
    }
  }
}
