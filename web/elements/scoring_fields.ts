// SPDX-License-Identifier: MIT
/** How a questionnaire's items become its score: scoring, what happens to missing items, which way the scale stands. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Direction, InstrumentDefinition } from '../contract/instrument.js';
import type { PlanInstrument } from '../contract/plan.js';
import { directionWords, ruleName, scoringLabel } from '../text/instrument.js';
import { strings } from '../text/strings.js';
import { numberField, selectField } from './controls.js';
import type { Patch } from './events.js';
import { ruleKind, ruleKinds, ruleOf, type RuleKind } from './instrument_edits.js';
import { translated } from '../text/translated.js';

const text = strings.instruments;

type Edit = (patch: Patch<PlanInstrument>) => void;

/** Scores that come finished have no rule for missing items. */
export function scoringFields(
  instrument: PlanInstrument,
  definition: InstrumentDefinition | undefined,
  edit: Edit,
): TemplateResult | typeof nothing {
  if (!definition) return nothing;
  const hasRule = !instrument.scores && definition.items.count > 1;
  return html`${definition.direction === 'declared' ? directionField(instrument, definition, edit) : nothing}
  ${definition.scorings.length > 1 ? scoringField(instrument, definition, edit) : nothing}
  ${hasRule ? missingField(instrument, definition, edit) : nothing}`;
}

function scoringField(instrument: PlanInstrument, definition: InstrumentDefinition, edit: Edit): TemplateResult {
  const { scorings } = definition;
  const options = scorings.map((scoring) => ({ value: scoring.name, label: scoringLabel(definition, scoring) }));
  return selectField({ label: text.scoring }, options, instrument.scoring ?? scorings[0]?.name ?? '', (scoring) =>
    edit({ scoring }),
  );
}

function directionField(instrument: PlanInstrument, definition: InstrumentDefinition, edit: Edit): TemplateResult {
  const directions: Direction[] = ['lower_is_better', 'higher_is_better'];
  const options = [
    ...(instrument.direction === undefined ? [{ value: '', label: text.directionChoose }] : []),
    ...directions.map((value) => ({ value, label: directionWords(definition, value) })),
  ];
  return html`<div>
    ${selectField({ label: text.direction }, options, instrument.direction ?? '', (direction) =>
      edit({ direction: direction === '' ? undefined : (direction as Direction) }),
    )}
    ${
      instrument.direction === undefined
        ? html`<small class="refused">${text.directionNeeded(definition.name)}</small>`
        : nothing
    }
  </div>`;
}

function missingField(instrument: PlanInstrument, definition: InstrumentDefinition, edit: Edit): TemplateResult {
  const rule = instrument.missingItems ?? definition.missingItems.default;
  const kinds = ruleKinds(definition, rule);
  if (definition.missingItems.only && ruleKind(rule) === kinds[0]) {
    return html`<p class="rule">
      <span>${text.missingItems}</span>
      <small
        >${text.onlyRule(ruleName(definition.missingItems.default))}
        ${translated(definition.missingItems.source)}</small
      >
    </p>`;
  }
  const labels: Record<RuleKind, { label: string; note?: string }> = {
    half: { label: text.half, note: text.halfNote },
    complete: { label: text.complete },
    atLeast: { label: text.atLeast },
    subscales: { label: text.subscales },
    byScale: { label: text.byScale },
  };
  const options = kinds.map((kind) => ({ value: kind, ...labels[kind] }));
  return html`${selectField({ label: text.missingItems, terms: ['prorating'] }, options, ruleKind(rule), (kind) =>
    edit({ missingItems: ruleOf(kind as RuleKind, definition, rule) }),
  )}
  ${
    typeof rule === 'object' && 'atLeast' in rule
      ? numberField(
          { label: text.atLeastCount },
          { min: 1, max: definition.items.count, step: 1 },
          rule.atLeast,
          (atLeast) => edit({ missingItems: { atLeast: Math.round(atLeast) } }),
        )
      : nothing
  }`;
}
