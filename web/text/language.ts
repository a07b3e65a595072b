// SPDX-License-Identifier: MIT
/** The language the page is in. It is kept nowhere: a page that is opened anew follows the browser. */
import { english, strings, type Strings } from './strings.js';
import { german } from './words/de/strings.js';
import { putWords } from './words_in_place.js';

const all = { en: english, de: german } satisfies Record<string, Strings>;

export type Language = keyof typeof all;

/** By the names their readers know them by. */
export const languages: readonly { language: Language; name: string }[] = [
  { language: 'en', name: 'English' },
  { language: 'de', name: 'Deutsch' },
];

const isLanguage = (tag: string): tag is Language => tag in all;

export const currentLanguage = (): Language => (isLanguage(strings.language) ? strings.language : 'en');

/** Puts the words of a language in `strings`; what is shown already has to be rendered again. */
export function setLanguage(language: Language): void {
  putWords(strings, all[language]);
}

/** The first language of a browser, if the page has it; otherwise English. */
export function preferredLanguage(tags: readonly string[]): Language {
  const first = tags[0]?.toLowerCase().split('-')[0] ?? '';
  return isLanguage(first) ? first : 'en';
}
