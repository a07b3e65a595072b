// SPDX-License-Identifier: MIT
/**
 * What the core and the readers of files say, which is in English: the sentence, and the same in the words of a language.
 * In English there is nothing to say otherwise. translated.ts says how sentences are written here.
 */

export const messageWords: Readonly<Record<string, string>> = {};
