// SPDX-License-Identifier: MIT
/** What a language puts around digits. Journals' styles (number_style.ts) come before it. */

export const numberWords = {
  /** Whose decimal point and thousands are written: a BCP 47 tag; none is a point, and nothing between thousands. */
  locale: undefined as string | undefined,
  /** Between the limits of an interval. */
  to: ' to ',
  percent: (digits: string) => `${digits}%`,
  /** Between "p" and its number. */
  pEquals: '=',
};
