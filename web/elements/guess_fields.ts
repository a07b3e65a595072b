// SPDX-License-Identifier: MIT
/** Which column holds what participants thought they were given, and what its values mean. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanFile } from '../contract/plan.js';
import type { FileSummary } from '../engine/messages.js';
import { strings } from '../text/strings.js';
import { plainOptions, selectField } from './controls.js';
import type { Patch } from './events.js';

const text = strings.report;
/** More values than this are no guesses. */
const mostValues = 12;

export function guessFields(
  { columns }: FileSummary,
  plan: PlanFile,
  edit: (patch: Patch<PlanFile>) => void,
): TemplateResult {
  const candidates = columns.filter(({ kind, levels }) => kind === 'factor' && levels.length <= mostValues);
  const none = { value: '', label: strings.data.none };
  const arms = columns.find(({ name }) => name === plan.arm)?.levels ?? [];
  const values = columns.find(({ name }) => name === plan.guess)?.levels ?? [];
  const isArm = (value: string): boolean => arms.some((arm) => arm.toLowerCase() === value.trim().toLowerCase());
  return html`<div class="fields">
    ${selectField(
      { label: text.guess },
      [none, ...plainOptions(candidates.map(({ name }) => name).filter((name) => name !== plan.arm))],
      plan.guess ?? '',
      (guess) => edit({ guess: guess === '' ? undefined : guess, guesses: undefined }),
    )}
    ${
      plan.guess === undefined
        ? nothing
        : values
            .filter((value) => !isArm(value))
            .map((value) =>
              selectField(
                { label: text.guessMeans(value) },
                [{ value: '', label: text.guessUnknown }, ...plainOptions(arms)],
                plan.guesses?.[value] ?? '',
                (arm) => edit({ guesses: { ...plan.guesses, [value]: arm === '' ? null : arm } }),
              ),
            )
    }
  </div>`;
}
