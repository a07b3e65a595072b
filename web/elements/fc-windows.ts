// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { TimeUnit, VisitWindow } from '../contract/plan.js';
import { strings } from '../text/strings.js';
import { numberField, textField } from './controls.js';
import { emit } from './events.js';
import { nextWindow, windowRemarks } from './file_edits.js';
import { base, controls, editorRows, foldedEditor } from './styles.js';

const text = strings.mapping;

/** Makes windows of the study days that are in the data. */
export type SuggestWindows = (days: readonly number[]) => VisitWindow[];

/**
 * The planned visits of a file: the day of each and the days around it.
 *
 * @fires fc-edit - the list was changed
 */
export class FcWindows extends LitElement {
  static override properties = {
    windows: { attribute: false },
    file: {},
    days: { attribute: false },
    suggest: { attribute: false },
    unit: {},
    _unclear: { state: true },
  };
  static override styles = [base, controls, editorRows, foldedEditor];

  declare windows: readonly VisitWindow[];
  declare file: string;
  /** Study days known to be in the data. */
  declare days: readonly number[];
  declare suggest: SuggestWindows | null;
  /** What the numbers of the visits count, and so the windows. */
  declare unit: TimeUnit;
  /** A suggestion was asked for, and the days show none. */
  declare _unclear: boolean;

  constructor() {
    super();
    this.windows = [];
    this.file = '';
    this.days = [];
    this.suggest = null;
    this.unit = 'day';
    this._unclear = false;
  }

  override render(): TemplateResult {
    const { windows, days, suggest, unit } = this;
    const words = text.windowsIn(unit);
    return html`<details>
      <summary>${text.windows(windows.length)}</summary>
      <p><small>${words.hint}</small></p>
      ${windows.map((window, index) => this._row(window, index))}
      ${windowRemarks(windows, unit).map((remark) => html`<p class="remark">${remark}</p>`)}
      <div class="actions">
        <button type="button" @click=${() => this._edit([...windows, nextWindow(windows, unit)])}>
          ${text.windowAdd}
        </button>
        ${
          suggest && days.length > 0
            ? html`<button type="button" @click=${() => this._suggest(suggest(days))}>${text.windowSuggest}</button>`
            : nothing
        }
        ${
          windows.length > 0
            ? html`<button type="button" @click=${() => this._edit([])}>${text.windowsClear}</button>`
            : nothing
        }
      </div>
      <p role="status">${this._unclear ? words.unclear : nothing}</p>
    </details>`;
  }

  private _suggest(suggested: VisitWindow[]): void {
    this._unclear = suggested.length === 0;
    if (suggested.length > 0) this._edit(suggested);
  }

  private _row(window: VisitWindow, index: number): TemplateResult {
    const set = (change: Partial<VisitWindow>): void =>
      this._edit(this.windows.map((other, i) => (i === index ? { ...other, ...change } : other)));
    const words = text.windowsIn(this.unit);
    const days = { min: 0, max: 3650, step: 1 };
    return html`<div class="row" role="group" aria-label=${window.visit}>
      ${textField({ label: text.windowVisit }, window.visit, (visit) => set({ visit: visit || window.visit }))}
      ${numberField({ label: words.at }, { min: -3650, max: 36500, step: 1 }, window.day, (day) => set({ day }))}
      ${numberField({ label: words.before }, days, window.before, (before) => set({ before }))}
      ${numberField({ label: words.after }, days, window.after, (after) => set({ after }))}
      <button
        type="button"
        class="plain"
        aria-label=${text.windowRemove(window.visit)}
        @click=${() => this._edit(this.windows.filter((_, i) => i !== index))}
      >
        ${strings.data.remove}
      </button>
    </div>`;
  }

  private _edit(windows: VisitWindow[]): void {
    emit(this, 'fc-edit', {
      kind: 'file',
      name: this.file,
      patch: { windows: windows.length > 0 ? windows : undefined },
    });
  }
}

customElements.define('fc-windows', FcWindows);

declare global {
  interface HTMLElementTagNameMap {
    'fc-windows': FcWindows;
  }
}
