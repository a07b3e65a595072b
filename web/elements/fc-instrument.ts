// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { InstrumentName, PlanInstrument } from '../contract/plan.js';
import { instrumentItems, instrumentScales } from '../text/labels.js';
import { strings } from '../text/strings.js';
import { optionsOf, plainOptions, selectField } from './controls.js';
import { emit, type Patch } from './events.js';
import { omit } from './omit.js';
import { base, controls } from './styles.js';

const text = strings.instruments;
const names = Object.keys(instrumentItems) as InstrumentName[];

/**
 * One questionnaire of a file: which it is, its item or score columns.
 *
 * @fires fc-edit - something was changed
 */
export class FcInstrument extends LitElement {
  static override properties = { instrument: { attribute: false }, columns: { attribute: false } };
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
    `,
  ];

  declare instrument: PlanInstrument | null;
  /** Columns the file offers, gathered variables included. */
  declare columns: readonly string[];

  constructor() {
    super();
    this.instrument = null;
    this.columns = [];
  }

  override render(): TemplateResult | typeof nothing {
    const { instrument } = this;
    if (!instrument) return nothing;
    return html`<fieldset>
      <legend>${instrument.instrument}</legend>
      <div class="fields">
        ${selectField(
          { label: text.choose },
          optionsOf(strings.choices.instrument, names),
          instrument.instrument,
          (name) => this._become(instrument, name as InstrumentName),
        )}
        ${selectField(
          { label: text.kind },
          [
            { value: 'items', label: text.kindItems },
            { value: 'scores', label: text.kindScores },
          ],
          instrument.scores ? 'scores' : 'items',
          (kind) => this._giveAs(instrument, kind),
        )}
      </div>
      ${instrument.scores ? this._scores(instrument, instrument.scores) : this._items(instrument)}
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

  private _items(instrument: PlanInstrument): TemplateResult {
    const count = instrumentItems[instrument.instrument];
    const items = Array.from({ length: count }, (_, i) => instrument.items?.[i] ?? '');
    const set = (index: number, column: string): void =>
      this._edit({ items: items.map((other, i) => (i === index ? column : other)) });
    return html`<details>
      <summary>${text.items(count)}</summary>
      <div class="fields small">
        ${items.map((item, i) =>
          selectField({ label: text.item(i + 1) }, plainOptions(this.columns), item, (column) => set(i, column)),
        )}
      </div>
    </details>`;
  }

  private _scores(instrument: PlanInstrument, scores: Record<string, string>): TemplateResult {
    const set = (scale: string, column: string): void => {
      this._edit({ scores: column === '' ? omit(scores, scale) : { ...scores, [scale]: column } });
    };
    return html`<div class="fields">
      ${instrumentScales[instrument.instrument].map((scale) =>
        selectField(
          { label: text.scoreColumn(strings.scales[scale] ?? scale) },
          [{ value: '', label: strings.data.none }, ...plainOptions(this.columns)],
          scores[scale] ?? '',
          (column) => set(scale, column),
        ),
      )}
    </div>`;
  }

  /** Another instrument has another number of items: the columns from the first item on are taken in file order. */
  private _become(instrument: PlanInstrument, name: InstrumentName): void {
    const start = Math.max(0, this.columns.indexOf(instrument.items?.[0] ?? ''));
    this._edit({
      instrument: name,
      scoring: name === 'FSS' ? 'sum' : undefined,
      ...(instrument.scores ? {} : { items: this.columns.slice(start, start + instrumentItems[name]) }),
    });
  }

  private _giveAs(instrument: PlanInstrument, kind: string): void {
    const [first = ''] = instrument.items ?? Object.values(instrument.scores ?? {});
    if (kind === 'scores') this._edit({ items: undefined, missingItems: undefined, scores: { total: first } });
    else this._edit({ scores: undefined, items: [first] });
  }
}

customElements.define('fc-instrument', FcInstrument);

declare global {
  interface HTMLElementTagNameMap {
    'fc-instrument': FcInstrument;
  }
}
