// SPDX-License-Identifier: MIT
/** What a message says for the command line, of keys of a plan, is left out on the page, which has a control for each. */

const keys: readonly [RegExp, string][] = [
  [/ \((?:timeUnit|ids: "(?:plain|numbers)") in a plan\)/g, ''],
  [/ or by reading\.stack(?: with an idPrefix)? in a plan/g, ''],
  [
    /\bsay whether lower_is_better or higher_is_better holds for the form used/g,
    'choose what higher scores mean on the form used, beside its file',
  ],
];

/** An English message without keys of a plan. */
export const withoutPlanKeys = (message: string): string =>
  keys.reduce((text, [key, control]) => text.replace(key, control), message);
