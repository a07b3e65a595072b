// SPDX-License-Identifier: MIT
/** Labelled form controls as templates. Each calls back with the value chosen; none keeps state. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { choiceText, strings, type Choice } from '../text/strings.js';

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
}

const caption = ({ label, technical }: FieldLabel): TemplateResult =>
  html`<span>${label}${technical === undefined ? nothing : html` <small>${technical}</small>`}</span>`;

/** A value that is not among the options is kept as one, so that nothing changes by being shown. */
export function selectField(
  field: FieldLabel,
  options: readonly Option[],
  value: string,
  choose: (value: string) => void,
): TemplateResult {
  const all = options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options];
  return html`<label
    >${caption(field)}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${all.map(
        (option) =>
          html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`,
      )}
    </select>
    ${noteOf(all, value)}</label
  >`;
}

/** Options under headings; a group without options is left out. */
export function groupedSelectField(
  field: FieldLabel,
  groups: readonly { label: string; options: readonly Option[] }[],
  value: string,
  choose: (value: string) => void,
): TemplateResult {
  const isKnown = groups.some(({ options }) => options.some((option) => option.value === value));
  const optionOf = (option: Option): TemplateResult =>
    html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`;
  return html`<label
    >${caption(field)}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${isKnown ? nothing : optionOf({ value, label: value })}
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
  return html`<label
    >${caption(field)}
    <input
      type="text"
      autocomplete="off"
      .value=${value}
      aria-invalid=${problem === '' ? nothing : 'true'}
      @change=${onChange}
    />
    ${problem === '' ? nothing : html`<small class="refused" aria-live="polite">${problem}</small>`}
  </label>`;
}

/** Why an entry was not taken, or null for a number within the limits. */
export function entryProblem(
  entry: { text: string; number: number },
  { min, max }: { min: number; max: number },
  kept: number,
): string | null {
  const { text, number } = entry;
  if (number >= min && number <= max) return null;
  if (Number.isNaN(number)) return strings.errors.noNumber(String(kept));
  return strings.errors.outOfRange(text, String(min), String(max), String(kept));
}

/** Reports a number within the limits only; anything else is put back, saying why. */
export function numberField(
  field: FieldLabel,
  limits: { min: number; max: number; step: number },
  value: number,
  choose: (value: number) => void,
): TemplateResult {
  const onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const number = input.valueAsNumber;
    const problem = entryProblem({ text: input.value, number }, limits, value);
    const place = input.parentElement?.querySelector('.refused');
    if (place) place.textContent = problem ?? '';
    if (problem === null) choose(number);
    else input.value = String(value);
  };
  return html`<label
    >${caption(field)}
    <input
      type="number"
      min=${limits.min}
      max=${limits.max}
      step=${limits.step}
      .value=${String(value)}
      @change=${onChange}
    />
    <small class="refused" aria-live="polite"></small>
  </label>`;
}

/** A number that may be left out: the empty field is undefined. Anything else out of the limits is put back, saying why. */
export function optionalNumberField(
  field: FieldLabel,
  limits: { min: number; max: number; step: number | 'any' },
  value: number | undefined,
  choose: (value: number | undefined) => void,
): TemplateResult {
  const kept = value === undefined ? '' : String(value);
  const onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const number = input.valueAsNumber;
    const isEmpty = input.value === '' && !input.validity.badInput;
    const problem = isEmpty ? null : optionalEntryProblem({ text: input.value, number }, limits);
    const place = input.parentElement?.querySelector('.refused');
    if (place) place.textContent = problem ?? '';
    if (problem === null) choose(isEmpty ? undefined : number);
    else input.value = kept;
  };
  return html`<label
    >${caption(field)}
    <input type="number" min=${limits.min} max=${limits.max} step=${limits.step} .value=${kept} @change=${onChange} />
    <small class="refused" aria-live="polite"></small>
  </label>`;
}

/** Why an entry was not taken, where there need not be a number before it. */
export function optionalEntryProblem(
  { text, number }: { text: string; number: number },
  { min, max }: { min: number; max: number },
): string | null {
  if (number >= min && number <= max) return null;
  if (Number.isNaN(number)) return strings.errors.noNumberTaken;
  return strings.errors.notBetween(text, String(min), String(max));
}

export function optionsOf(choices: Record<string, Choice>, names: readonly string[]): Option[] {
  return names.map((name) => {
    const choice = choices[name];
    if (!choice) return { value: name, label: name };
    const { technical } = choice;
    return { value: name, label: choiceText(choice), ...(technical === undefined ? {} : { note: technical }) };
  });
}

function noteOf(options: readonly Option[], value: string): TemplateResult | typeof nothing {
  const note = options.find((option) => option.value === value)?.note;
  return note === undefined ? nothing : html`<small>${note}</small>`;
}

export const plainOptions = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }));
