// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FileRole, PlanFile, PlanInstrument } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { FileSummary } from '../engine/messages.js';
import { problemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { plainOptions, selectField, type Option } from './controls.js';
import { emit, type Patch } from './events.js';
import './fc-instrument.js';
import './fc-notice.js';
import './fc-wide-columns.js';
import { base, controls } from './styles.js';

const text = strings.data;

/** Columns each role can have. */
const roleColumns: Record<FileRole, readonly ('id' | 'arm' | 'visit' | 'event')[]> = {
  participants: ['id', 'arm'],
  records: ['id', 'visit', 'arm'],
  events: ['id', 'event', 'visit'],
  ignored: [],
};

/**
 * One file: what was found in it, what was wrong with it, its first rows, and the corrections.
 *
 * @fires fc-edit - a role, column, instrument or reading option was changed
 * @fires fc-remove-file - the file is to go
 */
export class FcFile extends LitElement {
  static override properties = {
    file: { attribute: false },
    planFile: { attribute: false },
    instruments: { attribute: false },
    problems: { attribute: false },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        border-block-start: 1px solid var(--_line);
        padding-block: 0.75rem;
      }
      header {
        display: flex;
        gap: 0.75rem;
        align-items: baseline;
      }
      header > div {
        flex: 1;
        min-inline-size: 0;
      }
      h3 {
        margin: 0;
        font-family: var(--_sans);
        font-size: 1rem;
        overflow-wrap: anywhere;
      }
      header p {
        margin: 0.15rem 0 0;
        font-size: 0.875rem;
        color: var(--_soft);
        overflow-wrap: anywhere;
      }
      .notes {
        font-size: 0.875rem;
        margin: 0.4rem 0;
        padding-inline-start: 1.1rem;
        color: var(--_soft);
      }
      details {
        margin-block-start: 0.4rem;
      }
      summary {
        font-size: 0.875rem;
        color: var(--_accent);
      }
      .scroll {
        overflow-x: auto;
        margin-block: 0.5rem;
      }
      table {
        border-collapse: collapse;
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
      }
      caption {
        text-align: start;
        color: var(--_soft);
        padding-block-end: 0.25rem;
      }
      th,
      td {
        text-align: start;
        padding: 0.2rem 0.8rem 0.2rem 0;
        border-block-end: 1px solid var(--_line);
        white-space: nowrap;
        font-weight: 400;
      }
      th {
        font-weight: 600;
      }
      h4 {
        font-family: var(--_sans);
      }
    `,
  ];

  declare file: FileSummary | null;
  /** The plan's entry for the file; absent when the plan does not use it. */
  declare planFile: PlanFile | null;
  declare instruments: readonly PlanInstrument[];
  /** Errors found while analysing that concern this file. */
  declare problems: readonly InputError[];

  constructor() {
    super();
    this.file = null;
    this.planFile = null;
    this.instruments = [];
    this.problems = [];
  }

  override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (!file) return nothing;
    const problems = distinct([...(file.error ? [file.error] : []), ...this.problems]);
    return html`<section aria-labelledby="name">
      <header>
        <div>
          <h3 id="name">${file.name}</h3>
          <p>${this._summary(file)}</p>
        </div>
        <button
          type="button"
          class="plain"
          aria-label=${text.removeFile(file.name)}
          @click=${() => emit(this, 'fc-remove-file', { name: file.name })}
        >
          ${text.remove}
        </button>
      </header>
      <fc-notice
        kind="error"
        .heading=${strings.results.problems(problems.length)}
        .problems=${problems.map(problemText)}
      ></fc-notice>
      ${
        file.notes.length > 0
          ? html`<ul class="notes" aria-label=${text.notes}>
              ${file.notes.map((note) => html`<li>${note.message}</li>`)}
            </ul>`
          : nothing
      }
      ${this._corrections(file)} ${file.preview.length > 1 ? previewTemplate(file) : nothing}
    </section>`;
  }

  /** One line: role, rows, the columns in use, instruments, reading. */
  private _summary(file: FileSummary): string {
    const plan = this.planFile;
    const columns = plan ? roleColumns[plan.role].map((key) => plan[key]).filter((name) => name !== undefined) : [];
    const instruments = this.instruments.map(({ instrument }) => instrument);
    const { encoding, delimiter, decimal } = file.options;
    const reading = [
      ...(encoding ? [text.encodings[encoding]] : []),
      ...(delimiter ? [text.separatedBy(text.delimiters[delimiter])] : []),
      ...(decimal === ',' ? [text.decimalComma] : []),
    ];
    if (file.error && file.rowCount === 0) return text.notRead;
    return [
      strings.choices.fileRole[plan?.role ?? 'ignored'],
      text.rows(file.rowCount),
      ...(columns.length > 0 ? [text.by(columns.join(strings.listSeparator))] : []),
      ...(instruments.length > 0 ? [instruments.join(strings.listSeparator)] : []),
      reading.join(strings.listSeparator),
    ].join(' \u00b7 ');
  }

  private _edit(patch: Patch<PlanFile>): void {
    if (this.file) emit(this, 'fc-edit', { kind: 'file', name: this.file.name, patch });
  }

  private _corrections(file: FileSummary): TemplateResult {
    const plan = this.planFile;
    const roles = Object.entries(strings.choices.fileRole).map(([value, label]) => ({ value, label }));
    const columns = file.columns.map(({ name }) => name);
    const columnField = (key: 'id' | 'arm' | 'visit' | 'event'): TemplateResult =>
      selectField(
        { label: text[key] },
        [{ value: '', label: text.none }, ...plainOptions(columns)],
        plan?.[key] ?? '',
        (column) => this._edit({ [key]: column === '' ? undefined : column }),
      );
    return html`<details ?open=${plan?.role === 'ignored' && file.error === null}>
      <summary>${text.corrections}</summary>
      ${
        plan && columns.length > 0
          ? html`<div class="fields">
                ${selectField({ label: text.role }, roles, plan.role, (role) => this._edit({ role: role as FileRole }))}
                ${roleColumns[plan.role].map(columnField)}
              </div>
              ${plan.role === 'records' ? this._instruments(file, plan) : nothing}`
          : nothing
      }
      ${plan ? this._reading(file) : nothing}
      <p>
        <small>${text.sha} <code>${file.sha256}</code></small>
      </p>
    </details>`;
  }

  private _instruments(file: FileSummary, plan: PlanFile): TemplateResult {
    const gathered = plan.wide?.map(({ variable }) => variable) ?? [];
    const columns = [...new Set([...gathered, ...file.columns.map(({ name }) => name)])];
    const add = (): void =>
      emit(this, 'fc-edit', { kind: 'add_instrument', file: file.name, instrument: 'DFS', items: [columns[0] ?? ''] });
    return html`${
        plan.wide
          ? html`<fc-wide-columns
              .wide=${plan.wide}
              .columns=${file.columns.map(({ name }) => name)}
              .file=${file.name}
            ></fc-wide-columns>`
          : nothing
      }
      <h4>${strings.instruments.title}</h4>
      ${this.instruments.length === 0 ? html`<p class="soft">${strings.instruments.none}</p>` : nothing}
      ${repeat(
        this.instruments,
        ({ id }) => id,
        (instrument) => html`<fc-instrument .instrument=${instrument} .columns=${columns}></fc-instrument>`,
      )}
      <button type="button" @click=${add}>${strings.instruments.add}</button>`;
  }

  private _reading(file: FileSummary): TemplateResult {
    const field = <Key extends 'encoding' | 'delimiter' | 'decimal'>(
      key: Key,
      names: Record<string, string>,
    ): TemplateResult => {
      const options: Option[] = Object.entries(names).map(([value, label]) => ({ value, label }));
      return selectField({ label: text[key] }, options, file.options[key] ?? '', (value) =>
        this._edit({ reading: { ...this.planFile?.reading, [key]: value } }),
      );
    };
    return html`<h4>${text.detected}</h4>
      <div class="fields">
        ${field('encoding', text.encodings)} ${field('delimiter', text.delimiters)} ${field('decimal', text.decimals)}
      </div>`;
  }
}

function previewTemplate(file: FileSummary): TemplateResult {
  const [header = [], ...rows] = file.preview;
  return html`<details>
    <summary>${text.preview(rows.length, file.rowCount)}</summary>
    <div class="scroll" role="region" tabindex="0" aria-label=${text.previewCaption(file.name)}>
      <table>
        <caption>
          ${text.previewCaption(file.name)}
        </caption>
        <thead>
          <tr>
            ${header.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** The same error can come from reading and from the analysis. */
function distinct(errors: readonly InputError[]): InputError[] {
  return errors.filter((error, i) => errors.findIndex(({ message }) => message === error.message) === i);
}

customElements.define('fc-file', FcFile);

declare global {
  interface HTMLElementTagNameMap {
    'fc-file': FcFile;
  }
}
