// SPDX-License-Identifier: MIT
/** How one outcome is told: the difference that matters. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanOutcome } from '../contract/plan.js';
import { plainNumber } from '../text/instrument.js';
import { strings } from '../text/strings.js';
import { shortPopulation } from '../text/published_mcid.js';
import { translated } from '../text/translated.js';
import { optionalNumberField, selectField } from './controls.js';
import type { Patch } from './events.js';
import type { Offers } from './outcome_edits.js';

const text = strings.report;

/** `published`: what is used where no own value is given. */
export function tellingFields(
  { mcid, decimals, model }: PlanOutcome,
  published: Offers['mcid'],
  edit: (patch: Patch<PlanOutcome>) => void,
): TemplateResult {
  const own = typeof mcid === 'object' ? mcid.value : undefined;
  const usual =
    model.response === 'percent_change'
      ? text.mcidPercent
      : published
        ? text.mcidHint(plainNumber(published.value), shortPopulation(translated(published.population)))
        : text.mcidUnknown;
  return html`<div class="fields">
    ${selectField(
      { label: text.mcidUse, terms: ['mcid'] },
      [
        { value: 'shown', label: text.mcidUsed },
        { value: 'none', label: text.mcidNone },
      ],
      mcid === 'none' ? 'none' : 'shown',
      (value) => edit({ mcid: value === 'none' ? 'none' : undefined }),
    )}
    ${
      mcid === 'none'
        ? nothing
        : optionalNumberField(
            {
              label: text.mcid,
              technical: usual,
            },
            { min: 0.001, max: 1000, step: 'any' },
            own,
            (value) => edit({ mcid: value === undefined ? undefined : { value } }),
          )
    }
    ${optionalNumberField(
      { label: text.decimals, technical: text.decimalsHint },
      { min: 0, max: 6, step: 1 },
      decimals,
      (value) => edit({ decimals: value }),
    )}
  </div>`;
}
