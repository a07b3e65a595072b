// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { strings } from '../text/strings.js';
import { emit } from './events.js';
import { base, controls, foldedEditor } from './styles.js';

const text = strings.mapping;

/**
 * The order of time of a file's visits: each can be moved earlier or later. An order that nothing told is a guess until it
 * is confirmed.
 *
 * @fires fc-edit - the order was changed or confirmed
 */
export class FcVisitOrder extends LitElement {
  static override properties = { visits: { attribute: false }, isSet: { type: Boolean }, file: {} };
  static override styles = [
    base,
    controls,
    foldedEditor,
    css`
      li {
        margin-block: 0.25rem;
      }
      .visit {
        display: inline-block;
        min-inline-size: min(12rem, 45vw);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** In the order that holds, or in the one guessed. */
  declare visits: readonly string[];
  /** The plan has the order; else it has to be confirmed. */
  declare isSet: boolean;
  declare file: string;
  private _wasOpen = false;

  constructor() {
    super();
    this.visits = [];
    this.isSet = false;
    this.file = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { visits, isSet } = this;
    if (visits.length < 2) return nothing;
    this._wasOpen ||= !isSet;
    return html`<details ?open=${this._wasOpen}>
      <summary>${text.visitOrder}</summary>
      <p class=${isSet ? '' : 'remark'}><small>${isSet ? text.visitOrderHint : text.visitOrderOpen}</small></p>
      <ol>
        ${repeat(
          visits,
          (visit) => visit,
          (visit, at) =>
            html`<li><span class="visit">${visit}</span> ${this._move(visit, at, -1)} ${this._move(visit, at, 1)}</li>`,
        )}
      </ol>
      ${
        isSet
          ? nothing
          : html`<button type="button" @click=${() => this._edit(visits)}>${text.visitOrderConfirm}</button>`
      }
    </details>`;
  }

  private _move(visit: string, at: number, by: -1 | 1): TemplateResult {
    const isLast = at + by < 0 || at + by >= this.visits.length;
    const moved = (): string[] => {
      const next = this.visits.filter((each) => each !== visit);
      next.splice(at + by, 0, visit);
      return next;
    };
    return html`<button
      type="button"
      class="plain"
      aria-label=${by < 0 ? text.visitEarlier(visit) : text.visitLater(visit)}
      aria-disabled=${isLast}
      @click=${() => !isLast && this._edit(moved())}
    >
      ${by < 0 ? '\u2191' : '\u2193'}
    </button>`;
  }

  private _edit(visitOrder: readonly string[]): void {
    emit(this, 'fc-edit', { kind: 'file', name: this.file, patch: { visitOrder: [...visitOrder] } });
  }
}

customElements.define('fc-visit-order', FcVisitOrder);

declare global {
  interface HTMLElementTagNameMap {
    'fc-visit-order': FcVisitOrder;
  }
}
