// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { strings } from '../text/strings.js';
import { emit } from './events.js';
import { base, controls } from './styles.js';

const text = strings.drop;

/**
 * Where data come in: drop, choose or paste.
 *
 * @fires fc-files - files dropped, chosen or pasted
 */
export class FcDropZone extends LitElement {
  static override properties = {
    limits: {},
    hint: {},
    _over: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      .zone {
        border: 1.5px dashed var(--_soft);
        border-radius: 6px;
        background: var(--_panel);
        padding: 1.5rem 1.25rem;
        text-align: center;
      }
      .zone.over {
        border-color: var(--_accent);
        border-style: solid;
      }
      .lead {
        font-size: 1.125rem;
        font-weight: 600;
        margin: 0;
      }
      .actions {
        justify-content: center;
        margin-block-end: 0.25rem;
      }
      details {
        margin-block-start: 0.75rem;
        font-size: 0.9375rem;
      }
      details label {
        text-align: start;
        margin-block: 0.5rem;
      }
    `,
  ];

  /** How large files may be, in a sentence. */
  declare limits: string;
  /** What can be dropped, in a sentence, in the place of the usual one. */
  declare hint: string | null;
  declare _over: boolean;
  private _pasted = 0;

  constructor() {
    super();
    this.limits = '';
    this.hint = null;
    this._over = false;
  }

  override render(): TemplateResult {
    return html`<div
      class="zone ${this._over ? 'over' : ''}"
      @dragenter=${() => (this._over = true)}
      @dragover=${() => (this._over = true)}
      @dragleave=${() => (this._over = false)}
      @drop=${() => (this._over = false)}
    >
      <p class="lead">${text.lead}</p>
      <p class="soft" id="hint">${this.hint ?? text.hint}</p>
      <div class="actions">
        <button type="button" class="primary" aria-describedby="hint" @click=${() => this._choose()}>
          ${text.choose}
        </button>
      </div>
      ${this.limits === '' ? nothing : html`<p><small>${this.limits}</small></p>`}
      <input type="file" multiple hidden aria-label=${text.choose} @change=${(event: Event) => this._chosen(event)} />
      <details>
        <summary>${text.pasteSummary}</summary>
        <label><span>${text.pasteLabel}</span><textarea rows="5" spellcheck="false"></textarea></label>
        <button type="button" @click=${() => this._readPasted()}>${text.pasteButton}</button>
      </details>
    </div>`;
  }

  private _choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  private _chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // Cleared, so that the same file can be chosen again after it was corrected.
    input.value = '';
    if (files.length > 0) emit(this, 'fc-files', files);
  }

  private _readPasted(): void {
    const area = this.renderRoot.querySelector('textarea');
    if (!area || area.value.trim() === '') return;
    this.takeText(area.value);
    area.value = '';
  }

  /** Pasted text becomes a file of its own. */
  takeText(pasted: string): void {
    this._pasted += 1;
    emit(this, 'fc-files', [new File([pasted], text.pastedName(this._pasted), { type: 'text/csv' })]);
  }
}

customElements.define('fc-drop-zone', FcDropZone);

declare global {
  interface HTMLElementTagNameMap {
    'fc-drop-zone': FcDropZone;
  }
}
