// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { StackOffer } from '../read/index.js';
import { tableParts } from '../read/sheet-names.js';
import { strings } from '../text/strings.js';
import { selectField } from './controls.js';
import { emit } from './events.js';
import { base, controls, foldedEditor } from './styles.js';
import { chosenVisits, visitMatches, visitTwice } from './visit_match.js';

const text = strings.mapping;

/**
 * Tables of the same columns whose rows tell visits and arms, as centres send them: whether the same identifiers are the
 * same people, and which visit of the one is which of the other.
 *
 * @fires fc-edit - the tables are to be one, or their people are said to be the same
 */
export class FcCentreOffer extends LitElement {
  static override properties = { offer: { attribute: false }, _chosen: { state: true }, _told: { state: true } };
  static override styles = [base, controls, foldedEditor];

  declare offer: StackOffer | null;
  /** Visits chosen, by the label they are of. */
  declare _chosen: Readonly<Record<string, string>>;
  declare _told: string;

  constructor() {
    super();
    this.offer = null;
    this._chosen = {};
    this._told = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { offer } = this;
    if (!offer) return nothing;
    const { people, parts } = offer;
    return html`<details open>
      <summary>${people ? text.peopleTitle : text.offerSeveral(parts.length)}</summary>
      ${people ? this._question(offer, people) : html`<p><small>${text.centresHint}</small></p>`}
      <ul>
        ${parts.map(({ name }) => html`<li>${name}</li>`)}
      </ul>
      ${offer.visits ? this._visits(offer.visits) : nothing}
      <div class="actions">
        ${
          people
            ? html`${this._button(text.peopleApart(people.apart), () => this._put(offer, true))}
              ${this._button(text.peopleSame, () =>
                emit(this, 'fc-edit', { kind: 'same_people', files: parts.map(({ name }) => name) }),
              )}`
            : this._button(text.offerPut(parts.length), () => this._put(offer, false))
        }
      </div>
      <p role="status">${this._told}</p>
    </details>`;
  }

  private _question({ apart }: StackOffer, people: NonNullable<StackOffer['people']>): TemplateResult {
    return html`<p>
        ${text.peopleShared(people.shared, people.distinct)}
        ${people.otherArms > 0 ? html`<strong>${text.peopleOtherArms(people.otherArms)}</strong>` : nothing}
      </p>
      <p><small>${text.peopleHint(apart.prefixes.join(strings.listSeparator))}</small></p>`;
  }

  private _visits(visits: readonly (readonly string[])[]): TemplateResult {
    const [first = []] = visits;
    const options = [{ value: '', label: text.visitOwn }, ...first.map((value) => ({ value, label: value }))];
    return html`<p>${text.visitsDiffer}</p>
      <div class="fields">
        ${visitMatches(visits).map(({ label, part, proposed }) =>
          selectField(
            { label: text.visitIs(label, this._nameOf(part)) },
            options,
            this._chosen[label] ?? proposed,
            (visit) => {
              this._chosen = { ...this._chosen, [label]: visit };
              this._told = '';
            },
          ),
        )}
      </div>`;
  }

  private _nameOf(part: number): string {
    const name = this.offer?.parts[part]?.name ?? '';
    return tableParts(name)?.part ?? name;
  }

  private _button(label: string, act: () => void): TemplateResult {
    return html`<button type="button" @click=${act}>${label}</button>`;
  }

  private _put({ parts: given, visits = [], reading, apart }: StackOffer, isApart: boolean): void {
    const sameVisits = chosenVisits(visitMatches(visits), this._chosen);
    const twice = visitTwice(visits, sameVisits);
    if (twice) {
      this._told = text.visitTwice(twice.visit, this._nameOf(twice.part));
      return;
    }
    const parts = given.map((part, at) => ({
      name: part.name,
      ...(isApart && { idPrefix: apart.prefixes[at] ?? `${at + 1}-` }),
      ...(part.reading && { reading: part.reading }),
    }));
    const isMatched = Object.keys(sameVisits).length > 0;
    emit(this, 'fc-edit', {
      kind: 'put_together',
      reading: { ...reading, stack: { ...(isApart && { id: apart.id }), parts } },
      ...(isMatched && { sameVisits }),
    });
  }
}

customElements.define('fc-centre-offer', FcCentreOffer);

declare global {
  interface HTMLElementTagNameMap {
    'fc-centre-offer': FcCentreOffer;
  }
}
