// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { StackPart } from '../contract/plan.js';
import type { StackOffer } from '../read/index.js';
import { tableParts } from '../read/sheet-names.js';
import { inVisitOrder } from '../read/visit-of-table.js';
import { strings } from '../text/strings.js';
import { emit } from './events.js';
import './fc-centre-offer.js';
import { base, controls, foldedEditor } from './styles.js';

const text = strings.mapping;

/**
 * Tables that may be put together: the visit of each, where nothing tells it, and the button. A table alone may be given
 * the visit of all its rows.
 *
 * @fires fc-edit - the tables are to be one
 */
export class FcStackOffer extends LitElement {
  static override properties = {
    offer: { attribute: false },
    file: {},
    waits: { type: Boolean },
    partVisits: { attribute: false },
    answered: { type: Boolean },
    _visits: { state: true },
    _told: { state: true },
  };
  static override styles = [base, controls, foldedEditor];

  declare offer: StackOffer | null;
  /** The table that this is shown with. */
  declare file: string;
  /** The table cannot be used before its visits are known. */
  declare waits: boolean;
  /** Visits that tables were given before, and were put together with. */
  declare partVisits: Readonly<Record<string, string>>;
  /** Somebody said that the same identifiers in the tables are the same people. */
  declare answered: boolean;
  /** Visits typed, by table. */
  declare _visits: Readonly<Record<string, string>>;
  declare _told: string;
  private _wasOpen = false;

  constructor() {
    super();
    this.offer = null;
    this.file = '';
    this.waits = false;
    this.partVisits = {};
    this.answered = false;
    this._visits = {};
    this._told = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { offer } = this;
    const [first] = offer?.parts ?? [];
    if (!offer || !first || (offer.parts.length === 1 && !this.waits)) return nothing;
    if (first.name !== this.file) return html`<p><small>${text.offerElsewhere(first.name)}</small></p>`;
    if (!this.answered && (offer.people || (offer.visits && offer.hasArms) || offer.arms))
      return html`<fc-centre-offer .offer=${offer}></fc-centre-offer>`;
    this._wasOpen ||= this.waits;
    const isOne = offer.parts.length === 1;
    const given = this._given(offer);
    return html`<details ?open=${this._wasOpen}>
      <summary>${isOne ? text.offerOne : text.offerSeveral(offer.parts.length)}</summary>
      <p id="hint">
        <small>${offer.visit === null ? text.offerRowsHint : isOne ? text.offerOneHint : text.offerHint}</small>
      </p>
      ${offer.collision ? html`<p>${collisionText(offer.collision)}</p>` : nothing}
      ${
        offer.visit === null
          ? html`<ul>
              ${offer.parts.map(({ name }) => html`<li>${name}</li>`)}
            </ul>`
          : html`<div class="fields">${offer.parts.map((part) => this._field(part, isOne))}</div>`
      }
      <button type="button" aria-describedby="hint" @click=${() => this._put(offer, given)}>
        ${this._action(offer, given)}
      </button>
      <p role="status">${this._told}</p>
    </details>`;
  }

  private _action({ parts }: StackOffer, given: readonly StackPart[]): string {
    const [only] = given;
    if (parts.length === 1) return text.offerTake;
    return given.length === 1 && only ? text.offerTakeOf(shortName(only)) : text.offerPut(given.length || parts.length);
  }

  private _field(part: StackPart, isOne: boolean): TemplateResult {
    const label = isOne ? text.offerThisVisit : text.offerVisit(shortName(part));
    // The button says at every letter what it would do.
    const take = (event: Event): void => {
      this._visits = { ...this._visits, [part.name]: (event.target as HTMLInputElement).value };
      this._told = '';
    };
    return html`<div class="field">
      <label
        ><span>${label}</span> <input type="text" autocomplete="off" .value=${this._visitOf(part)} @input=${take}
      /></label>
    </div>`;
  }

  private _visitOf({ name, visit = '' }: StackPart): string {
    const known = { ...this.partVisits, ...this._visits };
    return Object.hasOwn(known, name) ? (known[name] ?? '') : visit;
  }

  /** The parts that would be put together. */
  private _given({ visit, parts }: StackOffer): StackPart[] {
    if (visit === null) return parts.map(({ name, reading }) => ({ name, ...(reading && { reading }) }));
    return parts.flatMap((part) => {
      const own = this._visitOf(part).trim();
      return own === '' ? [] : [{ ...part, visit: own }];
    });
  }

  private _put({ visit, reading }: StackOffer, given: StackPart[]): void {
    if (given.length === 0) {
      this._told = text.offerNone;
      return;
    }
    const parts = visit === null ? given : inVisitOrder(given.map((part) => ({ ...part, visit: part.visit ?? '' })));
    const stack = { ...(visit !== null && { visit }), parts };
    emit(this, 'fc-edit', { kind: 'put_together', reading: { ...reading, stack } });
  }
}

const shortName = ({ name }: StackPart): string => tableParts(name)?.part ?? name;

const collisionText = ({ id, visit }: NonNullable<StackOffer['collision']>): string =>
  visit === null ? text.offerCollidesAt(id) : text.offerCollides(id, visit);

customElements.define('fc-stack-offer', FcStackOffer);

declare global {
  interface HTMLElementTagNameMap {
    'fc-stack-offer': FcStackOffer;
  }
}
