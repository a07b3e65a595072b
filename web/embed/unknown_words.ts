// SPDX-License-Identifier: MIT
/** Words of a page around that mean nothing here: whoever wrote them reads the console, visitors do not. */

const told = new Set<string>();

/** Says once in the console which words are not known, and which are. `where`: "fatigue-results: show". */
export function warnOfUnknown(where: string, given: readonly string[], known: readonly string[]): void {
  for (const word of given) {
    const message = `${where} does not know "${word.slice(0, 100)}"; it knows ${known.join(', ')}`;
    if (known.includes(word) || told.has(message)) continue;
    told.add(message);
    console.warn(message);
  }
}
