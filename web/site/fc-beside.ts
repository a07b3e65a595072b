// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base, controls } from '../elements/styles.js';
import { strings } from '../text/strings.js';
import { besideThePage } from './beside.js';
import { keepOffline, type NewVersion } from './offline.js';

const text = strings.beside;

/** Tells that a newer version of a hosted page lies ready; draws nothing otherwise. */
export class FcNewVersion extends LitElement {
  static override properties = { _version: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      .new {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: center;
        border-inline-start: 3px solid var(--_accent);
        background: var(--_panel);
        padding: 0.5rem 0.9rem;
        margin-block: 1rem;
      }
    `,
  ];

  declare _version: NewVersion | null;

  constructor() {
    super();
    this._version = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void keepOffline((version) => (this._version = version));
  }

  override render(): TemplateResult {
    const version = this._version;
    return html`<div role="status">
      ${
        version === null
          ? nothing
          : html`<div class="new">
              <span><strong>${text.newVersion}</strong> ${text.forgets}</span>
              <button type="button" @click=${() => version.reload()}>${text.reload}</button>
            </div>`
      }
    </div>`;
  }
}

/** A link to the documentation, where it stands beside the page. */
export function docsLink(): TemplateResult | typeof nothing {
  const beside = besideThePage();
  return beside === null ? nothing : html`<p><a href=${beside.docs}>${text.docs}</a></p>`;
}

customElements.define('fc-new-version', FcNewVersion);

declare global {
  interface HTMLElementTagNameMap {
    'fc-new-version': FcNewVersion;
  }
}
