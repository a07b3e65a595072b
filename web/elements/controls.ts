// SPDX-License-Identifier: MIT
/** Labelled form controls as templates. Each calls back with the value chosen; none keeps state. */
import { html, nothing, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { live } from 'lit/directives/live.js';
import { choiceText, strings, type Choice } from '../text/strings.js';
import type { TermName } from '../text/words/terms.js';
import './fc-terms.js';

export interface Option {
  value: string;
  label: string;
  /** Small print under the control while this is chosen. */
  note?: string;
}

export interface FieldLabel {
  label: string;
  /** The technical name, in small print. */
  technical?: string;
  /** Terms that are explained on demand beside the label. */
  terms?: readonly TermName[];
}

const caption = ({ label, technical }: FieldLabel): TemplateResult =>
  html`<span>${label}${technical === undefined ? nothing : html` <small>${technical}</small>`}</span>`;

let ids = 0;

/** An id that stays that of its place in the page, however often it is drawn. */
const withId = directive(
  class extends Directive {
    private readonly _id = `note-${++ids}`;

    render(template: (id: string) => TemplateResult): TemplateResult {
      return template(this._id);
    }
  },
);

/**
 * A control under its label. What is said about it stands outside the label and describes the control, so that its name
 * stays short; a refusal is also told when it comes.
 */
function described(
  field: FieldLabel,
  note: string | undefined,
  refusal: string | null,
  control: (describedBy: string | typeof nothing) => TemplateResult,
): TemplateResult {
  return html`${withId((id) => {
    const hasNote = note !== undefined || refusal !== null;
    return html`<div class="field">
      <label>${caption(field)} ${control(hasNote ? id : nothing)}</label>
      ${
        hasNote
          ? html`<div id=${id}>
              ${note === undefined ? nothing : html`<small>${note}</small>`}
              ${refusal === null ? nothing : refusalPlace(refusal)}
            </div>`
          : nothing
      }
      ${field.terms === undefined ? nothing : html`<fc-terms compact .names=${field.terms}></fc-terms>`}
    </div>`;
  })}`;
}

/** Empty, it is filled when an entry is refused, and is none of the template's. */
const refusalPlace = (refusal: string): TemplateResult =>
  refusal === ''
    ? html`<small class="refused" aria-live="polite"></small>`
    : html`<small class="refused" aria-live="polite">${refusal}</small>`;

/** Where the refusal of an entry is said. */
const refusalOf = (input: HTMLInputElement): Element | null =>
  input.closest('.field')?.querySelector('.refused') ?? null;

/** A value that is not among the options is kept as one, so that nothing changes by being shown. */
export function selectField(
  field: FieldLabel,
  options: readonly Option[],
  value: string,
  choose: (value: string) => void,
  problem = '',
): TemplateResult {
  const all = options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options];
  const note = all.find((option) => option.value === value)?.note;
  return described(
    field,
    note,
    problem === '' ? null : problem,
    (describedBy) =>
      html`<select
        aria-describedby=${describedBy}
        aria-invalid=${problem === '' ? nothing : 'true'}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${all.map(
          (option) =>
            html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`,
        )}
      </select>`,
  );
}

/** Options under headings; a group without options is left out. */
export function groupedSelectField(
  field: FieldLabel,
  groups: readonly { label: string; options: readonly Option[] }[],
  value: string,
  choose: (value: string) => void,
  /** Shown where nothing is chosen. */
  empty = value,
): TemplateResult {
  const isKnown = groups.some(({ options }) => options.some((option) => option.value === value));
  const optionOf = (option: Option): TemplateResult =>
    html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`;
  return html`<label
    >${caption(field)}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${isKnown ? nothing : optionOf({ value, label: empty })}
      ${groups
        .filter(({ options }) => options.length > 0)
        .map(({ label, options }) => html`<optgroup label=${label}>${options.map(optionOf)}</optgroup>`)}
    </select>
  </label>`;
}

/**
 * Takes effect when the field is left or Enter is pressed. What is being typed stays when the page is drawn anew, and a
 * text that is refused (`problem`) stays to be corrected.
 */
export function textField(
  field: FieldLabel,
  value: string,
  choose: (value: string) => void,
  problem = '',
): TemplateResult {
  const onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    input.value = input.value.trim();
    choose(input.value);
  };
  return described(
    field,
    undefined,
    problem === '' ? null : problem,
    (describedBy) =>
      html`<input
        type="text"
        autocomplete="off"
        .value=${value}
        aria-describedby=${describedBy}
        aria-invalid=${problem === '' ? nothing : 'true'}
        @change=${onChange}
      />`,
  );
}

/** Why an entry was not taken, or null for a number within the limits. */
export function entryProblem(
  entry: { text: string; number: number },
  { min, max }: { min: number; max: number },
  kept: number,
): string | null {
  const { text, number } = entry;
  if (number >= min && number <= max) return null;
  if (Number.isNaN(number)) return strings.mending.noNumber(String(kept));
  return strings.mending.outOfRange(text, String(min), String(max), String(kept));
}

/** Reports a number within the limits only; anything else is put back, saying why. */
export function numberField(
  field: FieldLabel,
  limits: { min: number; max: number; step: number },
  value: number,
  choose: (value: number) => void,
): TemplateResult {
  const problemOf = (input: HTMLInputElement): string | null =>
    entryProblem({ text: input.value, number: input.valueAsNumber }, limits, value);
  return numberInput(field, limits, String(value), problemOf, (input) => choose(input.valueAsNumber));
}

/** A number that may be left out: the empty field is undefined. Anything else out of the limits is put back, saying why. */
export function optionalNumberField(
  field: FieldLabel,
  limits: { min: number; max: number; step: number | 'any' },
  value: number | undefined,
  choose: (value: number | undefined) => void,
): TemplateResult {
  const isEmpty = (input: HTMLInputElement): boolean => input.value === '' && !input.validity.badInput;
  const problemOf = (input: HTMLInputElement): string | null =>
    isEmpty(input) ? null : optionalEntryProblem({ text: input.value, number: input.valueAsNumber }, limits);
  return numberInput(field, limits, value === undefined ? '' : String(value), problemOf, (input) =>
    choose(isEmpty(input) ? undefined : input.valueAsNumber),
  );
}

function numberInput(
  field: FieldLabel,
  limits: { min: number; max: number; step: number | 'any' },
  kept: string,
  problemOf: (input: HTMLInputElement) => string | null,
  take: (input: HTMLInputElement) => void,
): TemplateResult {
  const onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const problem = problemOf(input);
    const place = refusalOf(input);
    if (place) place.textContent = problem ?? '';
    if (problem === null) take(input);
    else input.value = kept;
  };
  return described(
    field,
    undefined,
    '',
    (describedBy) =>
      html`<input
        type="number"
        min=${limits.min}
        max=${limits.max}
        step=${limits.step}
        .value=${kept}
        aria-describedby=${describedBy}
        @change=${onChange}
      />`,
  );
}

/** Why an entry was not taken, where there need not be a number before it. */
export function optionalEntryProblem(
  { text, number }: { text: string; number: number },
  { min, max }: { min: number; max: number },
): string | null {
  if (number >= min && number <= max) return null;
  if (Number.isNaN(number)) return strings.mending.noNumberTaken;
  return strings.mending.notBetween(text, String(min), String(max));
}

export function optionsOf(choices: Record<string, Choice>, names: readonly string[]): Option[] {
  return names.map((name) => {
    const choice = choices[name];
    if (!choice) return { value: name, label: name };
    const { technical } = choice;
    return { value: name, label: choiceText(choice), ...(technical === undefined ? {} : { note: technical }) };
  });
}

export const plainOptions = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }));
