// SPDX-License-Identifier: MIT
import { css, html, LitElement, type TemplateResult } from 'lit';
import type { WideColumn } from '../contract/plan.js';
import { strings } from '../text/strings.js';
import { plainOptions, selectField, textField } from './controls.js';
import { emit } from './events.js';
import { wideByPattern } from './file_edits.js';
import { base, controls } from './styles.js';

const text = strings.data;

/**
 * A wide file's columns and the variable and visit each holds, to be corrected.
 *
 * @fires fc-edit - the list was changed
 */
export class FcWideColumns extends LitElement {
  static override properties = {
    wide: { attribute: false },
    columns: { attribute: false },
    file: {},
    _pattern: { state: true },
    _told: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      summary {
        font-size: 0.875rem;
        color: var(--_accent);
      }
      .pattern {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: end;
        margin-block: 0.75rem;
      }
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
  declare _pattern: string;
  declare _told: string;

  constructor() {
    super();
    this.wide = [];
    this.columns = [];
    this.file = '';
    this._pattern = '{variable}_{visit}';
    this._told = '';
  }

  override render(): TemplateResult {
    return html`<details>
      <summary>${text.wide}${this.wide.length > 0 ? ` (${this.wide.length})` : ''}</summary>
      <p><small>${text.wideCaption}</small></p>
      ${this.wide.map((entry, index) => this._row(entry, index))}
      <button
        type="button"
        @click=${() => this._edit([...this.wide, { column: this._unused(), variable: '', visit: '' }])}
      >
        ${text.wideAdd}
      </button>
      <div class="pattern">
        ${textField({ label: text.widePattern, technical: text.widePatternHint }, this._pattern, (pattern) => {
          this._pattern = pattern;
        })}
        <button type="button" @click=${() => this._gather()}>${text.wideGather}</button>
      </div>
      <p role="status"><small>${this._told}</small></p>
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

  /** What the pattern finds takes the place of what stood there for the same columns. */
  private _gather(): void {
    const found = wideByPattern(this.columns, this._pattern);
    this._told = found === null ? text.widePatternWrong : text.wideFound(found.length);
    if (!found || found.length === 0) return;
    const columns = new Set(found.map(({ column }) => column));
    this._edit([...this.wide.filter(({ column }) => !columns.has(column)), ...found]);
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
