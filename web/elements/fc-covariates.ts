// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PlanOutcome } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { problemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import {
  areSameForAll,
  covariatesOf,
  errorsOfColumns,
  sameForAll,
  toggled,
  type CovariateColumn,
  type CovariateSource,
} from './covariates.js';
import { selectField } from './controls.js';
import { emit, type PlanEdit } from './events.js';
import './fc-terms.js';
import { gathered } from './properties.js';
import { base, controls } from './styles.js';

const text = strings.covariates;

/**
 * What an outcome is adjusted for: the columns that can be, each with a box to check and with what the model takes it as.
 *
 * @fires fc-edit - a column was chosen, or is to be taken as something else
 */
export class FcCovariates extends LitElement {
  static override properties = {
    source: { attribute: false },
    outcome: { attribute: false },
    outcomes: gathered,
    errors: gathered,
    all: { type: Boolean },
  };
  static override styles = [
    base,
    controls,
    css`
      fieldset {
        position: relative;
        margin-block: 0.75rem;
      }
      legend {
        font-size: 0.875rem;
        font-weight: 400;
        padding-inline-end: 1.75rem;
      }
      p {
        margin: 0.25rem 0;
        font-size: 0.875rem;
      }
      .lead {
        padding-inline-end: 2rem;
      }
      ul {
        list-style: none;
        margin: 0.3rem 0;
        padding: 0.2rem;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        gap: 0.5rem 1rem;
        align-items: start;
        max-block-size: 20rem;
        overflow: auto;
      }
      .tick {
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
        min-block-size: 1.5rem;
        overflow-wrap: anywhere;
      }
      .tick > span {
        margin: 0;
        min-inline-size: 0;
      }
      .tick small {
        display: block;
        margin: 0;
      }
      .field {
        padding-inline-start: 1.4rem;
      }
    `,
  ];

  declare source: CovariateSource | null;
  /** The one whose covariates are shown. */
  declare outcome: PlanOutcome | null;
  /** All of the plan. */
  declare outcomes: readonly PlanOutcome[];
  /** What is wrong with the outcome, or with all. */
  declare errors: readonly InputError[];
  /** A box checked here is for all outcomes. */
  declare all: boolean;

  constructor() {
    super();
    this.source = null;
    this.outcome = null;
    this.outcomes = [];
    this.errors = [];
    this.all = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { outcome, source } = this;
    if (!outcome) return nothing;
    const chosen = covariatesOf(outcome);
    const columns = source?.columns ?? [];
    const gone = chosen.filter((name) => !columns.some((column) => column.name === name));
    return html`<fieldset>
      <legend>${text.label} <small>${text.technical}</small></legend>
      <fc-terms compact .names=${['covariates'] as const}></fc-terms>
      <p class="soft lead">${this._lead(source, columns, outcome)}</p>
      ${
        columns.length + gone.length > 0
          ? html`<ul>
              ${columns.map((column) => this._column(column, chosen.includes(column.name)))}
              ${gone.map((name) => this._gone(name))}
            </ul>`
          : nothing
      }
      ${this._problems(chosen, gone)} ${this._forAll(chosen)}
    </fieldset>`;
  }

  private _lead(source: CovariateSource | null, columns: readonly CovariateColumn[], { model }: PlanOutcome): string {
    if (!source) return text.noFile;
    const files = source.files.join(strings.listSeparator);
    if (columns.length === 0) return text.noColumns(files);
    const lead = source.hasRowEach ? text.lead(files) : text.leadRecords(files);
    return `${lead} ${model.response === 'value' ? text.elseNothing : text.elseBaseline}`;
  }

  private _column(column: CovariateColumn, isChosen: boolean): TemplateResult {
    const { name, isCoded } = column;
    const offersKinds = isChosen && isCoded;
    const notes = [
      ...(offersKinds ? [] : [text.takenAs(column.as, column.count, column.values)]),
      ...(column.missing > 0 ? [text.missing(column.missing)] : []),
    ];
    return html`<li>
      ${this._box(name, isChosen, notes.length === 0 ? nothing : html`<small>${notes.join(strings.listSeparator)}</small>`)}
      ${offersKinds ? this._kinds(column) : nothing}
    </li>`;
  }

  private _box(name: string, isChosen: boolean, note: TemplateResult | typeof nothing): TemplateResult {
    return html`<label class="tick">
      <input
        type="checkbox"
        .checked=${live(isChosen)}
        @change=${(event: Event) => this._toggle(name, (event.target as HTMLInputElement).checked)}
      />
      <span>${name} ${note}</span>
    </label>`;
  }

  private _kinds({ name, as, count }: CovariateColumn): TemplateResult {
    const { files = [] } = this.source ?? {};
    const options = [
      { value: 'factor', label: text.asCategories(count) },
      { value: 'number', label: text.asNumber },
    ];
    return selectField({ label: text.taken(name) }, options, as, (chosen) =>
      this._emit({ kind: 'covariates', of: {}, taken: { files, column: name, as: chosen as 'number' | 'factor' } }),
    );
  }

  private _gone(name: string): TemplateResult {
    const files = this.source?.files.join(strings.listSeparator);
    const note = files === undefined ? text.notThere : text.gone(files);
    return html`<li>${this._box(name, true, html`<small class="refused">${note}</small>`)}</li>`;
  }

  /** What the core says of a column that is chosen, in plain words where it is the usual slip. */
  private _problems(chosen: readonly string[], gone: readonly string[]): TemplateResult {
    const told = errorsOfColumns(
      this.errors,
      chosen.filter((name) => !gone.includes(name)),
    ).map((error) => {
      const { column = '', places = [] } = error.detail;
      if (error.code !== 'covariate_varies') return problemText(error).message;
      const cells = places.map(({ row, value }) => text.cell(row ?? 0, value ?? ''));
      return text.varies(column, cells.join(strings.listSeparator));
    });
    return html`<div aria-live="polite">${told.map((each) => html`<p class="refused">${each}</p>`)}</div>`;
  }

  private _forAll(chosen: readonly string[]): TemplateResult | typeof nothing {
    if (this.outcomes.length < 2) return nothing;
    if (areSameForAll(this.outcomes)) return this.all ? html`<p class="soft">${text.sameForAll}</p>` : nothing;
    return html`<button type="button" @click=${() => this._emit(sameForAll(this.outcomes, chosen))}>
      ${chosen.length > 0 ? text.forAll(chosen.join(strings.listSeparator)) : text.forNone}
    </button>`;
  }

  private _toggle(name: string, isChosen: boolean): void {
    const { outcome, source } = this;
    if (!outcome) return;
    const outcomes = this.all ? this.outcomes : [outcome];
    this._emit(toggled(outcomes, source ?? { files: [], columns: [] }, name, isChosen));
  }

  private _emit(edit: PlanEdit): void {
    emit(this, 'fc-edit', edit);
  }
}

customElements.define('fc-covariates', FcCovariates);

declare global {
  interface HTMLElementTagNameMap {
    'fc-covariates': FcCovariates;
  }
}
