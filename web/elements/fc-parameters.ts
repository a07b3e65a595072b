// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Parameters, PlanInstrument } from '../contract/plan.js';
import type { ColumnSummary } from '../engine/messages.js';
import { strings } from '../text/strings.js';
import { plainOptions, selectField } from './controls.js';
import { emit } from './events.js';
import { codesOf, variableOptions, withAllCodes, withCode } from './file_edits.js';
import { base, controls, editorRows, foldedEditor } from './styles.js';

const text = strings.mapping;

/** A mapping may be limited to the rows with some flag. */
type Filtered = Parameters & { only?: { column: string; values: string[] }[] };

/** More codes than this are shown only where they are used. */
const codesShown = 200;

/**
 * A file with one row per item or score: which columns hold code and answer, and what each code is.
 *
 * @fires fc-edit - the mapping was changed
 */
export class FcParameters extends LitElement {
  static override properties = {
    parameters: { attribute: false },
    columns: { attribute: false },
    instruments: { attribute: false },
    file: {},
  };
  static override styles = [
    base,
    controls,
    editorRows,
    foldedEditor,
    css`
      .row {
        grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
      }
      code {
        align-self: center;
      }
      label.bare > span {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    `,
  ];

  declare parameters: Parameters | null;
  declare columns: readonly ColumnSummary[];
  /** Questionnaires of this file, whose items a code may hold. */
  declare instruments: readonly PlanInstrument[];
  declare file: string;

  constructor() {
    super();
    this.parameters = null;
    this.columns = [];
    this.instruments = [];
    this.file = '';
  }

  override render(): TemplateResult {
    const { parameters, columns } = this;
    const names = plainOptions(columns.map(({ name }) => name));
    const none = { value: '', label: text.parametersOff };
    return html`<details>
      <summary>${text.parameters(parameters?.entries.length ?? 0)}</summary>
      <p><small>${text.parametersHint}</small></p>
      <div class="fields">
        ${selectField({ label: text.parameterColumn }, [none, ...names], parameters?.column ?? '', (column) =>
          this._column(column),
        )}
        ${
          parameters
            ? selectField({ label: text.parameterValue }, names, parameters.value, (value) =>
                this._edit({ ...parameters, value }),
              )
            : nothing
        }
      </div>
      ${parameters ? html`${this._only(parameters)} ${this._entries(parameters)}` : nothing}
    </details>`;
  }

  /** Rows that are left out by a flag are told of, since they change the numbers. */
  private _only(parameters: Filtered): TemplateResult[] {
    const only = parameters.only ?? [];
    return only.map(({ column, values }) => {
      const shown = values.map((value) => (value === '' ? text.emptyCell : value)).join(text.or);
      const rest = only.filter((other) => other.column !== column);
      const without: Filtered = { ...parameters, only: rest };
      if (rest.length === 0) delete without.only;
      return html`<p class="remark">
        ${text.onlyRows(column, shown)}
        <button type="button" class="plain" aria-label=${text.onlyRemove(column)} @click=${() => this._edit(without)}>
          ${strings.data.remove}
        </button>
      </p>`;
    });
  }

  private _entries(parameters: Parameters): TemplateResult {
    const known = codesOf(this.columns, parameters.column);
    const used = parameters.entries.map(({ code }) => code);
    const codes = [...new Set([...used, ...known.slice(0, codesShown)])];
    const unused = known.filter((code) => !used.includes(code));
    return html`${codes.map((code) => this._row(parameters, code))}
      <div class="actions">
        ${
          unused.length > 0
            ? html`<button type="button" @click=${() => this._edit(withAllCodes(parameters, unused))}>
                ${text.codesAll}
              </button>`
            : nothing
        }
        <label>
          <span>${text.codeNew}</span>
          <input type="text" autocomplete="off" @change=${(event: Event) => this._add(parameters, event)} />
        </label>
      </div>`;
  }

  private _row(parameters: Parameters, code: string): TemplateResult {
    const current = parameters.entries.find((entry) => entry.code === code)?.variable ?? '';
    return html`<div class="row">
      <code>${code}</code>
      ${selectField(
        { label: text.codeAs(code) },
        variableOptions(code, current, this.instruments),
        current,
        (variable) => this._edit(withCode(parameters, code, variable)),
      )}
    </div>`;
  }

  private _add(parameters: Parameters, event: Event): void {
    const input = event.target as HTMLInputElement;
    const code = input.value.trim();
    input.value = '';
    if (code !== '') this._edit(withCode(parameters, code, code));
  }

  private _column(column: string): void {
    if (column === '') {
      this._edit(undefined);
      return;
    }
    const { parameters } = this;
    const value = parameters?.value ?? this.columns.find(({ kind }) => kind === 'number')?.name ?? column;
    this._edit(withAllCodes({ column, value, entries: [] }, codesOf(this.columns, column)));
  }

  private _edit(parameters: Parameters | undefined): void {
    emit(this, 'fc-edit', { kind: 'file', name: this.file, patch: { parameters } });
  }
}

customElements.define('fc-parameters', FcParameters);

declare global {
  interface HTMLElementTagNameMap {
    'fc-parameters': FcParameters;
  }
}
