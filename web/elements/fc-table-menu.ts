// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { tableClipboardHtml } from '../export/clipboard.js';
import { copyRich } from '../export/copy.js';
import { fileNameOf } from '../export/file_name.js';
import { tableLatex } from '../export/latex.js';
import { tableMarkdown } from '../export/markdown.js';
import { tableText } from '../export/plain_text.js';
import type { Provenance } from '../export/provenance.js';
import { tableCsv } from '../export/table_csv.js';
import { strings } from '../text/strings.js';
import type { TableSpec } from '../text/tables/spec.js';
import { emit } from './events.js';
import { stampOf } from './stamp.js';
import { base, controls } from './styles.js';

const words = strings.exports;

interface Format {
  label: string;
  ending: string;
  type: string;
  write: (table: TableSpec, stamp: Provenance | null) => string;
}

const formats = (): readonly Format[] => [
  { label: words.csv, ending: 'csv', type: 'text/csv', write: (table, stamp) => tableCsv(table, stamp) },
  { label: words.markdown, ending: 'md', type: 'text/markdown', write: tableMarkdown },
  { label: words.latex, ending: 'tex', type: 'application/x-tex', write: tableLatex },
];

/**
 * What can be done with a table: saved in three forms, copied for a word processor. Folded away until it is needed.
 *
 * @fires fc-save-file - a file to save: {name, type, content}
 * @fires fc-stamp - asks for the stamp of the report that the table is of
 */
export class FcTableMenu extends LitElement {
  static override properties = { table: { attribute: false }, _told: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      :host {
        font-size: 0.8125rem;
        margin: 0.35rem 0 0;
      }
      summary {
        color: var(--_accent);
        inline-size: fit-content;
        padding-block: 0.2rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem 0.5rem;
        align-items: center;
        margin-block-start: 0.25rem;
      }
      button {
        font-size: 0.8125rem;
        min-block-size: 1.75rem;
        padding: 0.15rem 0.6rem;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  declare table: TableSpec | null;
  /** What came of the last copy. */
  declare _told: string;

  constructor() {
    super();
    this.table = null;
    this._told = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('table')) this._told = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { table } = this;
    if (!table) return nothing;
    return html`<details>
      <summary aria-label=${words.menuOf(table.caption)}>${words.menu}</summary>
      <div class="row">
        ${formats().map(
          (format) =>
            html`<button type="button" @click=${() => this._save(table, format)}>
              ${format.label}<span class="hidden-text">: ${table.caption}</span>
            </button>`,
        )}
        <button type="button" @click=${() => void this._copy(table)}>
          ${words.word}<span class="hidden-text">: ${table.caption}</span>
        </button>
        <span role="status">${this._told}</span>
      </div>
    </details>`;
  }

  private _save(table: TableSpec, { ending, type, write }: Format): void {
    const name = `${fileNameOf(table.caption, 'table')}.${ending}`;
    emit(this, 'fc-save-file', { name, type, content: write(table, stampOf(this)) });
  }

  private async _copy(table: TableSpec): Promise<void> {
    const stamp = stampOf(this);
    const isDone = await copyRich(tableClipboardHtml(table, stamp), tableText(table, stamp));
    this._told = isDone ? words.copied : words.notCopied;
  }
}

customElements.define('fc-table-menu', FcTableMenu);

declare global {
  interface HTMLElementTagNameMap {
    'fc-table-menu': FcTableMenu;
  }
}
