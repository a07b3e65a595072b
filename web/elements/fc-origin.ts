// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Report } from '../contract/report.js';
import { copyRich } from '../export/copy.js';
import { reportFile } from '../export/files.js';
import { escapeHtml } from '../export/html_escape.js';
import { originLines } from '../export/origin.js';
import { provenanceOf, today } from '../export/provenance.js';
import { strings } from '../text/strings.js';
import { emit } from './events.js';
import { base, controls } from './styles.js';

const words = strings.origin;

/**
 * Where the numbers come from, one click away from them: software, moment, browser, and the SHA-256 of plan and data.
 *
 * @fires fc-save-file - the report is to be saved
 */
export class FcOrigin extends LitElement {
  static override properties = { report: { attribute: false }, _told: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      details {
        font-size: 0.875rem;
        margin-block: 0.5rem;
      }
      summary {
        color: var(--_accent);
      }
      ul {
        list-style: none;
        margin: 0.5rem 0;
        padding: 0;
        color: var(--_soft);
        overflow-wrap: anywhere;
      }
      .actions {
        margin-block: 0.5rem 0;
      }
    `,
  ];

  declare report: Report | null;
  declare _told: string;
  /** When the report shown came. */
  private _at = new Date();

  constructor() {
    super();
    this.report = null;
    this._told = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('report')) return;
    this._at = new Date();
    this._told = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    const lines = originLines(report, this._at, navigator.userAgent);
    return html`<details class="no-print">
      <summary>${words.title}</summary>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
      <div class="actions">
        <button type="button" @click=${() => void this._copy(lines)}>${words.copy}</button>
        <button type="button" aria-describedby="hint" @click=${() => this._save(report)}>${words.save}</button>
        <span role="status">${this._told}</span>
      </div>
      <p id="hint"><small>${words.saveHint}</small></p>
    </details>`;
  }

  private async _copy(lines: readonly string[]): Promise<void> {
    const isCopied = await copyRich(`<p>${lines.map(escapeHtml).join('<br/>')}</p>`, lines.join('\n'));
    this._told = isCopied ? words.copied : words.notCopied;
  }

  private _save(report: Report): void {
    const file = reportFile(report, provenanceOf(report, today()));
    emit(this, 'fc-save-file', file);
    this._told = strings.exports.saved(file.name);
  }
}

customElements.define('fc-origin', FcOrigin);

declare global {
  interface HTMLElementTagNameMap {
    'fc-origin': FcOrigin;
  }
}
