// SPDX-License-Identifier: MIT
/**
 * What a value from elsewhere must be made of, written shortly, since it is part of a small script.
 *
 * `s` text, `n` a finite number, `i` a whole number from 0 on, `c` one between 0 and 1, `b` true or false, `a|b` one of these words; with `0` at the
 * end also null. A list has the shape of its entries, an object those of its keys; `key?` may be absent, `key0` may be
 * null, and `*` stands for any key. Keys that are not named are nobody's business.
 */
export type Shape = string | readonly [Shape] | { readonly [key: string]: Shape };

/** The place of the first part that is not as it must be, such as `.outcomes[0].label`; null where all is. */
export function misshapen(value: unknown, shape: Shape): string | null {
  if (typeof shape === 'string') return isOfWord(value, shape) ? null : '';
  if (isList(shape)) {
    if (!Array.isArray(value)) return '';
    return first(value.map((each, i) => [`[${i}]`, each, shape[0]]));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const parts = value as Record<string, unknown>;
  const any = shape['*'];
  if (any !== undefined) return first(Object.entries(parts).map(([key, part]) => [`.${key}`, part, any]));
  return first(
    Object.entries(shape).flatMap(([written, own]) => {
      const [, key = '', mayBeNull, mayBeAbsent] = /^(.*?)(0?)(\??)$/.exec(written) ?? [];
      const part = Object.hasOwn(parts, key) ? parts[key] : undefined;
      const isLeftOut = (part === undefined && mayBeAbsent !== '') || (part === null && mayBeNull !== '');
      return isLeftOut ? [] : [[`.${key}`, part, own] as const];
    }),
  );
}

function first(parts: readonly (readonly [string, unknown, Shape])[]): string | null {
  for (const [place, part, shape] of parts) {
    const found = misshapen(part, shape);
    if (found !== null) return place + found;
  }
  return null;
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

function isOfWord(value: unknown, word: string): boolean {
  if (word.endsWith('0')) return value === null || isOfWord(value, word.slice(0, -1));
  if (word === 's') return typeof value === 'string';
  if (word === 'b') return typeof value === 'boolean';
  if (word === 'n') return Number.isFinite(value);
  if (word === 'c') return typeof value === 'number' && value > 0 && value < 1;
  if (word === 'i') return Number.isInteger(value) && (value as number) >= 0;
  return word.split('|').some((each) => each === value);
}
