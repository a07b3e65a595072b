// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { InstrumentDefinition } from '../contract/instrument.js';
import { strings } from '../text/strings.js';
import { definitionFromText } from './definition_text.js';
import { emit } from './events.js';
import { bandFields, mainFields, subscaleFields } from './own_fields.js';
import { definitionOf, draftOf, emptyDraft, type DraftProblems, type OwnDraft } from './own_instrument.js';
import { base, controls, editorRows } from './styles.js';

const text = strings.ownInstruments;

/**
 * The form that describes a questionnaire. One that says more than the form can show is changed as JSON.
 *
 * @fires fc-edit - the definition is to be used
 * @fires close - the form is done with
 */
export class FcOwnInstrument extends LitElement {
  static override properties = {
    definition: { attribute: false },
    others: { attribute: false },
    _draft: { state: true },
    _problems: { state: true },
    _json: { state: true },
  };
  static override styles = [
    base,
    controls,
    editorRows,
    css`
      fieldset {
        border-inline-start: 2px solid var(--_accent);
        padding-inline-start: 0.9rem;
        margin-block: 0.75rem;
      }
      .tick {
        font-size: 0.9375rem;
      }
      .row {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
      }
      h4 {
        font-family: var(--_sans);
      }
    `,
  ];

  /** The one that is changed; null for a new one. */
  declare definition: InstrumentDefinition | null;
  /** The plan's other own ones, with which it must not clash. */
  declare others: readonly InstrumentDefinition[];
  /** Null while it is changed as JSON. */
  declare _draft: OwnDraft | null;
  declare _problems: DraftProblems;
  declare _json: string;

  constructor() {
    super();
    this.definition = null;
    this.others = [];
    this._draft = emptyDraft;
    this._problems = {};
    this._json = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('definition')) return;
    const { definition } = this;
    this._problems = {};
    this._draft = definition ? draftOf(definition) : emptyDraft;
    this._json = definition ? JSON.stringify(definition, null, 2) : '';
  }

  override render(): TemplateResult {
    const hasProblems = Object.keys(this._problems).length > 0;
    return html`<fieldset>
      <legend>${text.formTitle(this.definition?.name ?? '')}</legend>
      ${this._draft ? this._fields(this._draft) : this._asText()}
      ${hasProblems ? html`<p class="refused" role="alert">${this._problems['json'] ?? text.problems.all}</p>` : nothing}
      <div class="actions">
        <button type="button" class="primary" @click=${() => this._apply()}>${text.apply}</button>
        <button type="button" @click=${() => this._close()}>${text.cancel}</button>
      </div>
    </fieldset>`;
  }

  private _fields(draft: OwnDraft): TemplateResult {
    const set = (change: Partial<OwnDraft>): void => {
      const next = { ...draft, ...change };
      this._draft = next;
      // What was marked is looked at again with every change; nothing is marked before the first try.
      if (Object.keys(this._problems).length === 0) return;
      const made = definitionOf(next, this.others, this.definition);
      this._problems = 'problems' in made ? made.problems : {};
    };
    return html`${mainFields(draft, this._problems, set)} ${subscaleFields(draft, this._problems, set)}
    ${bandFields(draft, this._problems, set)}`;
  }

  private _asText(): TemplateResult {
    return html`<label>
      <span>${text.editAsText}</span>
      <textarea
        rows="14"
        spellcheck="false"
        .value=${this._json}
        @change=${(event: Event) => (this._json = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>`;
  }

  private _apply(): void {
    const made = this._made();
    this._problems = 'problems' in made ? made.problems : {};
    if ('problems' in made) return;
    const replaces = this.definition ? { replaces: this.definition.name } : {};
    emit(this, 'fc-edit', { kind: 'define', definition: made.definition, ...replaces });
    this._close();
  }

  private _made(): ReturnType<typeof definitionOf> {
    if (this._draft) return definitionOf(this._draft, this.others, this.definition);
    const read = definitionFromText(this._json, this.others);
    return 'problem' in read ? { problems: { json: read.problem } } : read;
  }

  private _close(): void {
    this._draft = emptyDraft;
    this._problems = {};
    this.dispatchEvent(new Event('close'));
  }
}

customElements.define('fc-own-instrument', FcOwnInstrument);

declare global {
  interface HTMLElementTagNameMap {
    'fc-own-instrument': FcOwnInstrument;
  }
}
