// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ReadingOptions } from '../contract/plan.js';
import type { FileSummary } from '../engine/messages.js';
import { isSexColumn } from '../read/sex-codes.js';
import { fileOfTable } from '../read/sheet-names.js';
import { strings } from '../text/strings.js';
import { plainOptions, selectField, textField } from './controls.js';
import { emit, type Patch } from './events.js';
import { codeList } from './file_edits.js';
import { omit } from './omit.js';
import { stackParts } from './stack_parts.js';
import { base, controls, editorRows, foldedEditor } from './styles.js';
import { gathered } from './properties.js';

const text = strings.mapping;

const kinds = (): { value: string; label: string }[] => [
  { value: 'factor', label: text.codesAreGroups },
  { value: 'number', label: text.codesAreNumbers },
];

/**
 * How a file was read, to be corrected.
 *
 * @fires fc-edit - an option was changed
 */
export class FcReading extends LitElement {
  static override properties = {
    file: { attribute: false },
    reading: gathered,
    _adding: { state: true },
  };
  static override styles = [base, controls, editorRows, foldedEditor];

  declare file: FileSummary | null;
  /** What the plan asks for; the rest was detected. */
  declare reading: ReadingOptions;
  /** A column that is to have codes, and has none yet. */
  declare _adding: string | null;

  constructor() {
    super();
    this.file = null;
    this.reading = {};
    this._adding = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (!file) return nothing;
    const isWorkbook = file.options.sheet !== undefined && file.options.sheet !== '';
    const { stack } = this.reading;
    const takeApart = (): void => emit(this, 'fc-edit', { kind: 'take_apart', name: file.name });
    return html`<h4>${text.reading}</h4>
      ${stack ? stackParts(stack, takeApart) : nothing}
      <div class="fields">
        ${
          stack
            ? this._choice('decimal', strings.data.decimal, strings.data.decimals)
            : isWorkbook
              ? html`${this._sheet(file)} ${this._headerRow(file)}`
              : html`${this._choice('encoding', strings.data.encoding, strings.data.encodings)}
                ${this._choice('delimiter', strings.data.delimiter, strings.data.delimiters)}
                ${this._choice('decimal', strings.data.decimal, strings.data.decimals)} ${this._headerRow(file)}`
        }
        ${this._choice('dates', text.dateOrder, text.dateOrders)}
        ${textField(
          { label: text.missing, technical: text.missingHint },
          (file.options.missing ?? []).join(strings.listSeparator),
          (codes) => this._edit({ missing: codeList(codes) }),
        )}
        ${this._codes(file)}
      </div>
      ${this._setAside(file)}
      <details>
        <summary>${text.missingInSet(Object.entries(this.reading.missingIn ?? {}))}</summary>
        ${this._missingIn(file)}
      </details>`;
  }

  private _choice(
    key: 'encoding' | 'delimiter' | 'decimal' | 'dates',
    label: string,
    names: Record<string, string>,
  ): TemplateResult {
    const options = Object.entries(names).map(([value, name]) => ({ value, label: name }));
    const value = this.file?.options[key] ?? this.reading[key] ?? '';
    const all = key === 'dates' ? [{ value: '', label: text.automatic }, ...options] : options;
    return selectField({ label }, all, value, (chosen) => this._edit({ [key]: chosen === '' ? undefined : chosen }));
  }

  /** The sheets are named where reading told them. */
  private _sheet(file: FileSummary): TemplateResult | typeof nothing {
    const { sheets } = file as FileSummary & { sheets?: readonly string[] };
    const sheet = file.options.sheet ?? '';
    // A table called like its sheet is no other sheet.
    if (fileOfTable(file.name, { sheet }) !== file.name) return nothing;
    const take = (name: string): void => this._edit({ sheet: name === '' ? undefined : name });
    return sheets && sheets.length > 0
      ? selectField({ label: text.sheet }, plainOptions(sheets), sheet, take)
      : textField({ label: text.sheet }, sheet, take);
  }

  /** Empty, it is found again. */
  private _headerRow(file: FileSummary): TemplateResult {
    const shown = this.reading.headerRow ?? file.options.headerRow;
    return textField({ label: text.headerRow, technical: text.headerRowHint }, String(shown ?? ''), (typed) => {
      const line = Number(typed.trim());
      this._edit({ headerRow: Number.isInteger(line) && line > 0 ? line : undefined });
    });
  }

  /** Codes of sex or gender are groups, unless somebody wants their mean. */
  private _codes(file: FileSummary): TemplateResult[] {
    const { types = {} } = this.reading;
    const columns = file.columns.filter(
      ({ name, values }) => isSexColumn(name) && (values !== undefined || Object.hasOwn(types, name)),
    );
    return columns.map(({ name, kind }) =>
      selectField({ label: text.codesOf(name) }, kinds(), types[name] ?? kind, (chosen) =>
        this._edit({ types: { ...types, [name]: chosen as 'factor' | 'number' } }),
      ),
    );
  }

  /** Rows taken for totals and remarks, each to be taken in or left out. */
  private _setAside({ setAside = [] }: FileSummary): TemplateResult[] {
    const rows = this.reading.dataRows ?? [];
    return setAside.map(({ row, cells, isData }) => {
      const next = isData ? rows.filter((each) => each !== row) : [...rows, row];
      const shown = cells.join(strings.listSeparator);
      return html`<p class="remark">
        ${isData ? text.rowIsData(row, shown) : text.rowSetAside(row, shown)}
        <button
          type="button"
          class="plain"
          @click=${() => this._edit({ dataRows: next.length > 0 ? next : undefined })}
        >
          ${isData ? text.rowLeaveOut(row) : text.rowTakeIn(row)}
        </button>
      </p>`;
    });
  }

  private _missingIn(file: FileSummary): TemplateResult {
    const own = this.reading.missingIn ?? {};
    const adding = this._adding;
    const free = file.columns.map(({ name }) => name).filter((name) => !(name in own));
    const set = (missingIn: Record<string, string[]>): void => {
      this._adding = null;
      this._edit({ missingIn: Object.keys(missingIn).length > 0 ? missingIn : undefined });
    };
    const codesOf = (column: string, typed: string): void => {
      const codes = codeList(typed);
      set(codes ? { ...own, [column]: codes } : omit(own, column));
    };
    const row = (column: string, codes: readonly string[], become: (other: string) => void): TemplateResult =>
      html`<div class="row" role="group" aria-label=${column}>
        ${selectField({ label: text.missingColumn }, plainOptions([...new Set([column, ...free])]), column, become)}
        ${textField({ label: text.missingCodes }, codes.join(strings.listSeparator), (typed) => codesOf(column, typed))}
        <button
          type="button"
          class="plain"
          aria-label=${text.missingRemove(column)}
          @click=${() => (column in own ? set(omit(own, column)) : (this._adding = null))}
        >
          ${strings.data.remove}
        </button>
      </div>`;
    return html`${Object.entries(own).map(([column, codes]) =>
        row(column, codes, (other) => set({ ...omit(own, column), [other]: codes })),
      )}
      ${adding === null ? nothing : row(adding, [], (other) => (this._adding = other))}
      <button
        type="button"
        ?disabled=${free.length === 0 || adding !== null}
        @click=${() => (this._adding = free[0] ?? null)}
      >
        ${text.missingAdd}
      </button>`;
  }

  private _edit(change: Patch<ReadingOptions>): void {
    if (!this.file) return;
    const entries = Object.entries({ ...this.reading, ...change }).filter(([, value]) => value !== undefined);
    const reading = Object.fromEntries(entries) as ReadingOptions;
    emit(this, 'fc-edit', {
      kind: 'file',
      name: this.file.name,
      patch: { reading: entries.length > 0 ? reading : undefined },
    });
  }
}

customElements.define('fc-reading', FcReading);

declare global {
  interface HTMLElementTagNameMap {
    'fc-reading': FcReading;
  }
}
