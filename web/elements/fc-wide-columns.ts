// SPDX-License-Identifier: MIT
import { css, html, LitElement, type TemplateResult } from 'lit';
import type { WideColumn } from '../contract/plan.js';
import { strings } from '../text/strings.js';
import { plainOptions, selectField, textField } from './controls.js';
import { emit } from './events.js';
import { base, controls } from './styles.js';

const text = strings.data;

/**
 * A wide file's columns and the variable and visit each holds, to be corrected.
 *
 * @fires fc-edit - the list was changed
 */
export class FcWideColumns extends LitElement {
  static override properties = { wide: { attribute: false }, columns: { attribute: false }, file: {} };
  static override styles = [
    base,
    controls,
    css`
      .row {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr)) auto;
        gap: 0.5rem;
        align-items: end;
        margin-block-end: 0.5rem;
      }
      .row:not(:first-of-type) label > span {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    `,
  ];

  declare wide: readonly WideColumn[];
  declare columns: readonly string[];
  declare file: string;

  constructor() {
    super();
    this.wide = [];
    this.columns = [];
    this.file = '';
  }

  override render(): TemplateResult {
    return html`<details>
      <summary>${text.wide} (${this.wide.length})</summary>
      <p><small>${text.wideCaption}</small></p>
      ${this.wide.map((entry, index) => this._row(entry, index))}
      <button
        type="button"
        @click=${() => this._edit([...this.wide, { column: this._unused(), variable: '', visit: '' }])}
      >
        ${text.wideAdd}
      </button>
    </details>`;
  }

  private _row(entry: WideColumn, index: number): TemplateResult {
    const set = (change: Partial<WideColumn>): void =>
      this._edit(this.wide.map((other, i) => (i === index ? { ...other, ...change } : other)));
    return html`<div class="row">
      ${selectField({ label: text.wideColumn }, plainOptions(this.columns), entry.column, (column) => set({ column }))}
      ${textField({ label: text.wideVariable }, entry.variable, (variable) => set({ variable }))}
      ${textField({ label: text.wideVisit }, entry.visit, (visit) => set({ visit }))}
      <button
        type="button"
        class="plain"
        aria-label=${text.wideRemove(entry.column)}
        @click=${() => this._edit(this.wide.filter((_, i) => i !== index))}
      >
        ${text.remove}
      </button>
    </div>`;
  }

  private _unused(): string {
    const used = new Set(this.wide.map(({ column }) => column));
    return this.columns.find((column) => !used.has(column)) ?? this.columns[0] ?? '';
  }

  private _edit(wide: WideColumn[]): void {
    emit(this, 'fc-edit', { kind: 'file', name: this.file, patch: { wide: wide.length > 0 ? wide : undefined } });
  }
}

customElements.define('fc-wide-columns', FcWideColumns);

declare global {
  interface HTMLElementTagNameMap {
    'fc-wide-columns': FcWideColumns;
  }
}
