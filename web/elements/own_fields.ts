// SPDX-License-Identifier: MIT
/** The fields of the form that describes a questionnaire: each with what is wrong with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { strings } from '../text/strings.js';
import { selectField, textField, type Option } from './controls.js';
import {
  emptySubscale,
  type BandDraft,
  type DraftProblems,
  type OwnDraft,
  type SubscaleDraft,
} from './own_instrument.js';

const text = strings.ownInstruments;

export type SetDraft = (change: Partial<OwnDraft>) => void;

/** Whole questionnaire: name, items, scoring, direction, rule. */
export function mainFields(draft: OwnDraft, problems: DraftProblems, set: SetDraft): TemplateResult {
  const problem = (field: string): string => problems[field] ?? '';
  const field = (
    key: 'name' | 'stems' | 'count' | 'lowest' | 'highest' | 'reversed' | 'multiply' | 'add',
    technical?: string,
  ) =>
    textField(
      { label: key === 'add' ? text.plus : text[key], ...(technical === undefined ? {} : { technical }) },
      draft[key],
      (value) => set({ [key]: value }),
      problem(key),
    );
  const directions: Option[] = [
    { value: '', label: strings.instruments.directionChoose },
    { value: 'lower_is_better', label: text.lower },
    { value: 'higher_is_better', label: text.higher },
    { value: 'declared', label: text.declared },
  ];
  const { half, complete, atLeast } = strings.instruments;
  const rules = [
    { value: 'half', label: half },
    { value: 'complete', label: complete },
    { value: 'atLeast', label: atLeast },
  ];
  return html`<div class="fields">
      ${field('name', text.nameHint)} ${field('stems', text.stemsHint)} ${field('count')} ${field('lowest')}
      ${field('highest')} ${field('reversed', text.reversedHint)}
      ${selectField(
        { label: text.combine },
        [
          { value: 'sum', label: text.sum },
          { value: 'mean', label: text.mean },
        ],
        draft.combine,
        (combine) => set({ combine: combine === 'mean' ? 'mean' : 'sum' }),
      )}
      ${field('multiply')} ${field('add')}
      ${selectField(
        { label: text.direction },
        directions,
        draft.direction,
        (direction) => set({ direction: direction as OwnDraft['direction'] }),
        problem('direction'),
      )}
      ${selectField({ label: text.missing }, rules, draft.rule, (rule) => set({ rule: rule as OwnDraft['rule'] }))}
      ${
        draft.rule === 'atLeast'
          ? textField(
              { label: strings.instruments.atLeastCount },
              draft.atLeast,
              (value) => set({ atLeast: value }),
              problem('atLeast'),
            )
          : nothing
      }
      ${textField({ label: text.licence }, draft.licence, (licence) => set({ licence }))}
    </div>
    <label class="tick">
      <input
        type="checkbox"
        .checked=${draft.anyNumber}
        @change=${(event: Event) => set({ anyNumber: (event.target as HTMLInputElement).checked })}
      />
      ${text.anyNumber}
    </label>`;
}

export function subscaleFields(draft: OwnDraft, problems: DraftProblems, set: SetDraft): TemplateResult {
  const change = (at: number, part: Partial<SubscaleDraft>): void =>
    set({ subscales: draft.subscales.map((other, i) => (i === at ? { ...other, ...part } : other)) });
  return html`<h4>${text.subscales} <small>${text.subscalesHint}</small></h4>
    ${draft.subscales.map((subscale, i) => {
      const problem = (key: string): string => problems[`subscales.${i}.${key}`] ?? '';
      return html`<div class="row" role="group" aria-label=${`${text.subscales} ${i + 1}`}>
        ${textField({ label: text.subscaleName }, subscale.label, (label) => change(i, { label }), problem('label'))}
        ${textField({ label: text.subscaleItems }, subscale.items, (items) => change(i, { items }), problem('items'))}
        ${textField(
          { label: text.multiply },
          subscale.multiply,
          (multiply) => change(i, { multiply }),
          problem('multiply'),
        )}
        ${textField({ label: text.plus }, subscale.add, (add) => change(i, { add }), problem('add'))}
        <button
          type="button"
          class="plain"
          aria-label=${text.subscaleRemove(i + 1)}
          @click=${() => set({ subscales: draft.subscales.filter((_, other) => other !== i) })}
        >
          ${text.remove}
        </button>
      </div>`;
    })}
    <button type="button" @click=${() => set({ subscales: [...draft.subscales, emptySubscale] })}>
      ${text.subscaleAdd}
    </button>`;
}

export function bandFields(draft: OwnDraft, problems: DraftProblems, set: SetDraft): TemplateResult {
  const change = (at: number, part: Partial<BandDraft>): void =>
    set({ bands: draft.bands.map((other, i) => (i === at ? { ...other, ...part } : other)) });
  return html`<h4>${text.bands} <small>${text.bandsHint}</small></h4>
    ${draft.bands.map((band, i) => {
      const problem = (key: string): string => problems[`bands.${i}.${key}`] ?? '';
      return html`<div class="row" role="group" aria-label=${`${text.bands} ${i + 1}`}>
        ${textField({ label: text.bandLabel }, band.label, (label) => change(i, { label }), problem('label'))}
        ${textField({ label: text.bandFrom }, band.from, (from) => change(i, { from }), problem('from'))}
        <button
          type="button"
          class="plain"
          aria-label=${text.bandRemove(i + 1)}
          @click=${() => set({ bands: draft.bands.filter((_, other) => other !== i) })}
        >
          ${text.remove}
        </button>
      </div>`;
    })}
    <button type="button" @click=${() => set({ bands: [...draft.bands, { label: '', from: '' }] })}>
      ${text.bandAdd}
    </button>`;
}
