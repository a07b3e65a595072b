// SPDX-License-Identifier: MIT
/** How a questionnaire's items become its score: sum or mean, and what happens to missing items. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanInstrument } from '../contract/plan.js';
import { instrumentItems } from '../text/labels.js';
import { strings } from '../text/strings.js';
import { selectField } from './controls.js';
import type { Patch } from './events.js';

const text = strings.instruments;

/** Nothing for scores that come finished. */
export function scoringFields(
  instrument: PlanInstrument,
  edit: (patch: Patch<PlanInstrument>) => void,
): TemplateResult | typeof nothing {
  if (instrument.scores) return nothing;
  return html`${instrument.instrument === 'FSS' ? scaleField(instrument, edit) : nothing}
  ${instrumentItems[instrument.instrument] > 1 ? missingField(instrument, edit) : nothing}`;
}

function scaleField(instrument: PlanInstrument, edit: (patch: Patch<PlanInstrument>) => void): TemplateResult {
  const options = [
    { value: 'sum', label: text.scoringSum },
    { value: 'mean', label: text.scoringMean },
  ];
  return selectField({ label: text.scoring }, options, instrument.scoring ?? 'sum', (value) =>
    edit({ scoring: value === 'mean' ? 'mean' : 'sum' }),
  );
}

function missingField(instrument: PlanInstrument, edit: (patch: Patch<PlanInstrument>) => void): TemplateResult {
  const options = [
    { value: 'half', label: text.half, note: text.halfNote },
    { value: 'complete', label: text.complete },
  ];
  return selectField({ label: text.missingItems }, options, instrument.missingItems ?? 'half', (value) =>
    edit({ missingItems: value === 'complete' ? 'complete' : 'half' }),
  );
}
