// SPDX-License-Identifier: MIT
/** What can be made of several records of a participant at one visit: the choice beside the visits, and its words. */
import type { TemplateResult } from 'lit';
import type { PlanFile, PlanInstrument, RepeatedRule } from '../contract/plan.js';
import { strings } from '../text/strings.js';
import { selectField } from './controls.js';
import type { Patch } from './events.js';

const text = strings.mapping;

/** The mean is that of finished scores: a mean of answers is no answer. */
export function repeatRules(instruments: readonly PlanInstrument[]): RepeatedRule[] {
  const hasItems = instruments.some(({ items }) => items !== undefined);
  return hasItems ? ['first', 'last', 'none'] : ['first', 'last', 'mean', 'none'];
}

export function repeatedField(
  { repeated }: PlanFile,
  instruments: readonly PlanInstrument[],
  edit: (patch: Patch<PlanFile>) => void,
): TemplateResult {
  const options = [
    { value: '', label: text.repeatedRefused },
    ...repeatRules(instruments).map((value) => ({ value, label: text.repeatedRules[value] })),
  ];
  return selectField({ label: text.repeated }, options, repeated ?? '', (rule) =>
    edit({ repeated: rule === '' ? undefined : (rule as RepeatedRule) }),
  );
}
