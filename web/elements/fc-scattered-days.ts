// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { windowsOfPlanned } from '../read/windows.js';
import { strings } from '../text/strings.js';
import { plannedDays } from './file_edits.js';
import { emit, type PlanEdit } from './events.js';
import type { SuggestWindows } from './fc-windows.js';
import { base, controls } from './styles.js';

const text = strings.scattered;

/**
 * What can be made of records on scattered days: visits around the days they show or that are named, or each day a visit.
 *
 * @fires fc-edit - one of these was chosen
 */
export class FcScatteredDays extends LitElement {
  static override properties = {
    file: {},
    days: { attribute: false },
    suggest: { attribute: false },
    _refused: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      section {
        border-inline-start: 3px solid var(--_warn);
        background: var(--_panel);
        padding: 0.6rem 0.9rem;
        margin: 0.75rem 0;
        font-size: 0.9375rem;
      }
      p {
        margin: 0.2rem 0;
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 0.6rem;
        align-items: end;
        margin-block: 0.5rem;
      }
    `,
  ];

  declare file: string;
  /** Study days known to be in the data. */
  declare days: readonly number[];
  declare suggest: SuggestWindows | null;
  /** What was written is no list of days. */
  declare _refused: boolean;

  constructor() {
    super();
    this.file = '';
    this.days = [];
    this.suggest = null;
    this._refused = false;
  }

  override render(): TemplateResult {
    const windows = this.suggest?.(this.days) ?? [];
    const shown = windows.map(({ day }) => day).join(strings.listSeparator);
    return html`<section role="group" class="no-print" aria-label=${text.title(this.file)}>
      <p><strong>${text.title(this.file)}.</strong> ${windows.length > 0 ? text.clear : text.unclear}</p>
      <div class="answers">
        ${windows.length > 0 ? this._button(text.take(shown), { windows }) : nothing}
        ${this._button(text.eachDay, { scatteredDays: 'visits' })}
      </div>
      <label>
        <span>${text.planned} <small>${text.plannedHint}</small></span>
        <input type="text" inputmode="text" placeholder="0, 28, 56, 84" @change=${() => (this._refused = false)} />
      </label>
      <button type="button" @click=${() => this._takePlanned()}>${text.takePlanned}</button>
      <small class="refused" aria-live="polite">${this._refused ? text.noDays : nothing}</small>
      <p><small>${text.orLine}</small></p>
    </section>`;
  }

  private _takePlanned(): void {
    const days = plannedDays(this.renderRoot.querySelector('input')?.value ?? '');
    this._refused = days === null;
    if (days) this._edit({ windows: windowsOfPlanned(days) });
  }

  private _button(label: string, patch: Extract<PlanEdit, { kind: 'file' }>['patch']): TemplateResult {
    return html`<button type="button" @click=${() => this._edit(patch)}>${label}</button>`;
  }

  private _edit(patch: Extract<PlanEdit, { kind: 'file' }>['patch']): void {
    emit(this, 'fc-edit', { kind: 'file', name: this.file, patch });
  }
}

customElements.define('fc-scattered-days', FcScatteredDays);

declare global {
  interface HTMLElementTagNameMap {
    'fc-scattered-days': FcScatteredDays;
  }
}
