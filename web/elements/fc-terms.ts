// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { strings } from '../text/strings.js';
import type { TermName } from '../text/words/terms.js';
import { termText } from './term_text.js';
import { base } from './styles.js';

const text = strings.terms;

/**
 * Terms explained on demand. As a line: a button for each, the explanation below. `compact`: one button with a question
 * mark in the corner of the field around it, which explains all of them. Escape folds.
 */
export class FcTerms extends LitElement {
  static override properties = {
    names: { attribute: false },
    compact: { type: Boolean, reflect: true },
    _open: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        margin-block: 0.75rem;
      }
      :host([compact]) {
        display: contents;
      }
      button {
        font: inherit;
        font-size: 0.8125rem;
        line-height: 1.4;
        color: var(--_accent);
        background: none;
        border: 1px solid var(--_line);
        border-radius: 1rem;
        min-block-size: 1.5rem;
        padding: 0 0.6rem;
        cursor: pointer;
      }
      button:hover,
      [aria-expanded='true'] {
        border-color: var(--_accent);
      }
      :host([compact]) button {
        position: absolute;
        inset-block-start: -0.1rem;
        inset-inline-end: 0;
        inline-size: 1.5rem;
        padding: 0;
        font-weight: 600;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: baseline;
        font-size: 0.8125rem;
        color: var(--_soft);
      }
      .panel {
        font-size: 0.875rem;
        line-height: 1.45;
        background: var(--_panel);
        border-inline-start: 3px solid var(--_accent);
        padding: 0.5rem 0.75rem;
        margin-block: 0.4rem;
        max-inline-size: 44rem;
        overflow-wrap: anywhere;
      }
      dl,
      dd {
        margin: 0;
      }
      dt {
        font-weight: 600;
      }
      dd + dt {
        margin-block-start: 0.6rem;
      }
      p {
        margin: 0.2rem 0;
      }
      @media print {
        :host,
        :host([compact]) {
          display: none;
        }
      }
    `,
  ];

  declare names: readonly TermName[];
  declare compact: boolean;
  /** Which button's terms are explained now. */
  declare _open: number | null;

  constructor() {
    super();
    this.names = [];
    this.compact = false;
    this._open = null;
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this._open = null;
    });
  }

  override render(): TemplateResult | typeof nothing {
    const [first] = this.names;
    if (first === undefined) return nothing;
    if (this.compact)
      return html`${this._button(0, '?', text.explain(text.all[first].term))} ${this._panel(this.names)}`;
    return html`<div class="row">
        <span>${text.inPlainWords}</span>
        ${this.names.map((name, i) => this._button(i, text.all[name].term))}
      </div>
      ${this._panel(this.names.filter((_, i) => i === this._open))}`;
  }

  private _button(i: number, label: string, name?: string): TemplateResult {
    const isOpen = this._open === i;
    return html`<button
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls="panel"
      aria-label=${name ?? nothing}
      @click=${() => (this._open = isOpen ? null : i)}
    >
      ${label}
    </button>`;
  }

  private _panel(names: readonly TermName[]): TemplateResult {
    if (this._open === null) return html`<div id="panel" hidden></div>`;
    return html`<div id="panel" class="panel">
      <dl>${names.map(termText)}</dl>
    </div>`;
  }
}

customElements.define('fc-terms', FcTerms);

declare global {
  interface HTMLElementTagNameMap {
    'fc-terms': FcTerms;
  }
}
