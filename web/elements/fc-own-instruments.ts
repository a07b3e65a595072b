// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { PlanInstrument } from '../contract/plan.js';
import { instrumentNamed } from '../read/instruments.js';
import { rangeText, scoreRange } from '../text/instrument.js';
import { strings } from '../text/strings.js';
import { definitionFromText } from './definition_text.js';
import { emit } from './events.js';
import './fc-own-instrument.js';
import { base, controls } from './styles.js';

const text = strings.ownInstruments;

/**
 * The plan's own questionnaires: listed, described, changed, saved, removed.
 *
 * @fires fc-edit - one was defined, changed or removed
 * @fires fc-save-definition - one is to be saved as a file
 */
export class FcOwnInstruments extends LitElement {
  static override properties = {
    definitions: { attribute: false },
    instruments: { attribute: false },
    _open: { state: true },
    _told: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        border-block-start: 1px solid var(--_line);
        padding-block: 0.75rem;
      }
      summary {
        font-size: 0.9375rem;
        color: var(--_accent);
      }
      ul {
        list-style: none;
        margin: 0.5rem 0;
        padding: 0;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.5rem;
        align-items: baseline;
      }
      li > span {
        flex: 1 1 14rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare definitions: readonly InstrumentDefinition[];
  /** Those of the plan's files, which may use a definition. */
  declare instruments: readonly PlanInstrument[];
  /** Name of the definition in the form, '' for a new one, null for no form. */
  declare _open: string | null;
  declare _told: string;

  constructor() {
    super();
    this.definitions = [];
    this.instruments = [];
    this._open = null;
    this._told = '';
  }

  override render(): TemplateResult {
    const { definitions, _open: open } = this;
    return html`<details ?open=${definitions.length > 0}>
      <summary>${text.title}${definitions.length > 0 ? ` (${definitions.length})` : ''}</summary>
      <p><small>${text.lead}</small></p>
      <ul>
        ${repeat(
          definitions,
          ({ name }) => name,
          (definition) => this._entry(definition),
        )}
      </ul>
      <p class="refused" role="status">${this._told}</p>
      ${
        open === null
          ? html`<div class="actions">
                <button type="button" @click=${() => (this._open = '')}>${text.add}</button>
              </div>
              <label><span>${text.read}</span><textarea rows="3" spellcheck="false"></textarea></label>
              <div class="actions">
                <button type="button" @click=${() => this._read()}>${text.readButton}</button>
              </div>`
          : html`<fc-own-instrument
              .definition=${definitions.find(({ name }) => name === open) ?? null}
              .others=${definitions.filter(({ name }) => name !== open)}
              @close=${() => (this._open = null)}
            ></fc-own-instrument>`
      }
    </details>`;
  }

  private _entry(definition: InstrumentDefinition): TemplateResult {
    const { name, items, scales, scorings } = definition;
    const [scale] = scales;
    const [scoring] = scorings;
    const range = scale && scoring ? rangeText(scoreRange(definition, scale, scoring)) : '';
    const button = (label: string, spoken: string, act: () => void): TemplateResult =>
      html`<button type="button" class="plain" aria-label=${spoken} @click=${act}>${label}</button>`;
    return html`<li>
      <span>
        ${name}
        <small
          >${strings.instruments.itemFacts(items.count, String(items.lowest), String(items.highest))}${
            range === '' ? nothing : `, ${strings.instruments.factRange} ${range}`
          }</small
        >
      </span>
      ${button(text.edit, text.editNamed(name), () => (this._open = name))}
      ${button(text.save, text.saveNamed(name), () => emit(this, 'fc-save-definition', definition))}
      ${button(text.remove, text.removeNamed(name), () => this._remove(name))}
    </li>`;
  }

  private _remove(name: string): void {
    this._told = removalProblem(name, this.instruments, this.definitions) ?? '';
    if (this._told !== '') return;
    if (this._open === name) this._open = null;
    emit(this, 'fc-edit', { kind: 'remove_definition', name });
  }

  private _read(): void {
    const area = this.renderRoot.querySelector('textarea');
    if (!area || area.value.trim() === '') return;
    const read = definitionFromText(area.value, this.definitions);
    if ('problem' in read) {
      this._told = read.problem;
      return;
    }
    area.value = '';
    this._told = text.changed(read.definition.name);
    emit(this, 'fc-edit', { kind: 'define', definition: read.definition });
  }
}

/** Why a definition cannot go, or null. */
export function removalProblem(
  name: string,
  instruments: readonly PlanInstrument[],
  definitions: readonly InstrumentDefinition[],
): string | null {
  const uses = ({ instrument }: PlanInstrument): boolean => instrumentNamed(instrument, definitions)?.name === name;
  const files = instruments.filter(uses).map(({ file }) => file);
  return files.length === 0 ? null : text.usedBy(name, [...new Set(files)].join(strings.listSeparator));
}

customElements.define('fc-own-instruments', FcOwnInstruments);

declare global {
  interface HTMLElementTagNameMap {
    'fc-own-instruments': FcOwnInstruments;
  }
}
