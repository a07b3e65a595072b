// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { PlanInstrument } from '../contract/plan.js';
import { instrumentNamed } from '../read/instruments.js';
import { instrumentFacts, instrumentLine } from '../text/instrument.js';
import { strings } from '../text/strings.js';
import { groupedSelectField, plainOptions, selectField } from './controls.js';
import { emit, type Patch } from './events.js';
import { Folds } from './folds.js';
import { becoming, columnsOfList, givenAs, instrumentGroups } from './instrument_edits.js';
import { omit } from './omit.js';
import { scoringFields } from './scoring_fields.js';
import { base, controls } from './styles.js';
import { gathered } from './properties.js';
import { translated } from '../text/translated.js';

const text = strings.instruments;

/**
 * One questionnaire of a file: which it is, its item or score columns, how it is scored, and what is known of it.
 *
 * @fires fc-edit - something was changed
 */
export class FcInstrument extends LitElement {
  static override properties = {
    instrument: { attribute: false },
    columns: gathered,
    definitions: gathered,
    _pasteProblem: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      fieldset {
        border-inline-start: 2px solid var(--_line);
        padding-inline-start: 0.9rem;
        margin-block: 0.75rem;
      }
      summary {
        font-size: 0.875rem;
        color: var(--_accent);
      }
      .facts {
        font-size: 0.875rem;
        margin: 0.4rem 0;
      }
      .facts div {
        margin-block: 0.25rem;
        overflow-wrap: anywhere;
      }
      .facts :is(dt, dd) {
        display: inline;
        margin: 0;
      }
      .facts dt {
        font-weight: 600;
      }
      .line {
        font-size: 0.875rem;
        color: var(--_soft);
      }
      .caution {
        font-size: 0.875rem;
        color: var(--_warn);
      }
      .rule {
        margin: 0;
      }
      .rule span {
        display: block;
        font-size: 0.875rem;
      }
    `,
  ];

  declare instrument: PlanInstrument | null;
  /** Columns the file offers, gathered variables included. */
  declare columns: readonly string[];
  /** The plan's own questionnaires. */
  declare definitions: readonly InstrumentDefinition[];
  declare _pasteProblem: string;
  /** A list that had to be open stays so when the last item is chosen. */
  private _hadOpenItems = false;

  private readonly _folds = new Folds(this);

  constructor() {
    super();
    this.instrument = null;
    this.columns = [];
    this.definitions = [];
    this._pasteProblem = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { instrument } = this;
    if (!instrument) return nothing;
    const definition = instrumentNamed(instrument.instrument, this.definitions);
    return html`<fieldset>
      <legend>${instrument.instrument}</legend>
      ${definition ? nothing : html`<p class="refused">${text.unknown(instrument.instrument)}</p>`}
      <div class="fields">
        ${groupedSelectField(
          { label: text.choose },
          instrumentGroups(this.definitions),
          definition?.name ?? instrument.instrument,
          (name) => this._become(instrument, name),
        )}
        ${selectField(
          { label: text.kind },
          [
            { value: 'items', label: text.kindItems },
            { value: 'scores', label: text.kindScores },
          ],
          instrument.scores ? 'scores' : 'items',
          (kind) => this._edit(givenAs(instrument, definition, kind as 'items' | 'scores', this.columns)),
        )}
        ${scoringFields(instrument, definition, (patch) => this._edit(patch))}
      </div>
      ${definition ? html`<p class="line">${instrumentLine(definition, instrument.scoring, instrument.direction)}</p>` : nothing}
      ${definition?.caution === undefined ? nothing : html`<p class="caution">${translated(definition.caution)}</p>`}
      ${instrument.scores ? this._scores(instrument.scores, definition) : this._items(instrument, definition)}
      ${definition ? factsTemplate(instrument, definition) : nothing}
      <button
        type="button"
        class="plain"
        aria-label=${text.removeNamed(instrument.instrument)}
        @click=${() => emit(this, 'fc-edit', { kind: 'remove_instrument', id: instrument.id })}
      >
        ${text.remove}
      </button>
    </fieldset>`;
  }

  private _edit(patch: Patch<PlanInstrument>): void {
    if (this.instrument) emit(this, 'fc-edit', { kind: 'instrument', id: this.instrument.id, patch });
  }

  private _become(instrument: PlanInstrument, name: string): void {
    const definition = instrumentNamed(name, this.definitions);
    if (definition) this._edit(becoming(instrument, definition, this.columns));
  }

  private _items(instrument: PlanInstrument, definition: InstrumentDefinition | undefined): TemplateResult {
    const count = definition?.items.count ?? instrument.items?.length ?? 0;
    const codes = definition?.items.codes;
    const items = Array.from({ length: count }, (_, i) => instrument.items?.[i] ?? '');
    const open = items.filter((item) => item === '').length;
    const set = (index: number, column: string): void =>
      this._edit({ items: items.map((other, i) => (i === index ? column : other)) });
    const label = (i: number): string => {
      const code = codes?.[i];
      return code === undefined ? text.item(i + 1) : text.itemCode(i + 1, code);
    };
    this._hadOpenItems ||= open > 0;
    const content = (): TemplateResult =>
      html`${open > 0 ? html`<p class="refused">${text.itemsMissing(open, count)}</p>` : nothing}
        <div class="fields small">
          ${items.map((item, i) =>
            selectField({ label: label(i) }, plainOptions(this.columns), item, (column) => set(i, column)),
          )}
        </div>
        <label>
          <span>${text.pasteItems} <small>${text.pasteHint}</small></span>
          <textarea rows="2" spellcheck="false"></textarea>
        </label>
        <small class="refused" aria-live="polite">${this._pasteProblem}</small>
        <div class="actions">
          <button type="button" @click=${() => this._takeList(count)}>${text.pasteTake}</button>
        </div>`;
    return this._folds.part('items', text.items(count), content, { isOpen: this._hadOpenItems });
  }

  private _takeList(count: number): void {
    const area = this.renderRoot.querySelector('textarea');
    if (!area || area.value.trim() === '') return;
    const read = columnsOfList(area.value, this.columns, count);
    this._pasteProblem = 'problem' in read ? read.problem : '';
    if ('problem' in read) return;
    area.value = '';
    this._edit({ items: read.items });
  }

  private _scores(scores: Record<string, string>, definition: InstrumentDefinition | undefined): TemplateResult {
    const set = (scale: string, column: string): void => {
      this._edit({ scores: column === '' ? omit(scores, scale) : { ...scores, [scale]: column } });
    };
    const known = definition?.scales.map(({ name, label }) => ({ name, label })) ?? [];
    const others = Object.keys(scores).filter((name) => !known.some((scale) => scale.name === name));
    return html`<div class="fields">
      ${[...known, ...others.map((name) => ({ name, label: name }))].map(({ name, label }) =>
        selectField(
          { label: text.scoreColumn(label) },
          [{ value: '', label: strings.data.none }, ...plainOptions(this.columns)],
          scores[name] ?? '',
          (column) => set(name, column),
        ),
      )}
    </div>`;
  }
}

function factsTemplate(instrument: PlanInstrument, definition: InstrumentDefinition): TemplateResult {
  return html`<details>
    <summary>${text.about(definition.title)}</summary>
    <dl class="facts">
      ${instrumentFacts(definition, instrument.scoring, instrument.direction).map(
        (fact) =>
          html`<div>
            <dt>${fact.label}:</dt>
            <dd>${fact.text}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

customElements.define('fc-instrument', FcInstrument);

declare global {
  interface HTMLElementTagNameMap {
    'fc-instrument': FcInstrument;
  }
}
