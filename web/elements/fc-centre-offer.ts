// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { StackOffer } from '../read/index.js';
import { tableParts } from '../read/sheet-names.js';
import { strings } from '../text/strings.js';
import { selectField } from './controls.js';
import { emit } from './events.js';
import { base, controls, foldedEditor } from './styles.js';
import { armMatches, armTwice, chosenArms } from '../read/arm-match.js';
import { chosenVisits, openVisits, visitMatches, visitTwice } from '../read/visit-match.js';

const text = strings.mapping;

/** Stands where nothing is chosen yet; no label of a file is so. */
const toChoose = '\u0000';
const toChooseOption = (): { value: string; label: string } => ({ value: toChoose, label: text.toChoose });

/**
 * Tables of the same columns whose rows tell visits and arms, as centres send them: whether the same identifiers are the
 * same people, and which visit and which arm of the one is which of the other.
 *
 * @fires fc-edit - the tables are to be one, or their people are said to be the same
 */
export class FcCentreOffer extends LitElement {
  static override properties = {
    offer: { attribute: false },
    _chosen: { state: true },
    _arms: { state: true },
    _told: { state: true },
  };
  static override styles = [base, controls, foldedEditor];

  declare offer: StackOffer | null;
  /** Visits chosen, by the label they are of. */
  declare _chosen: Readonly<Record<string, string>>;
  /** Arms chosen, by the value they are of. */
  declare _arms: Readonly<Record<string, string>>;
  declare _told: string;

  constructor() {
    super();
    this.offer = null;
    this._chosen = {};
    this._arms = {};
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
      ${offer.visits ? this._visits(offer.visits) : nothing} ${offer.arms ? this._armFields(offer.arms) : nothing}
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
    const matches = visitMatches(visits);
    const options = [{ value: '', label: text.visitOwn }, ...first.map((value) => ({ value, label: value }))];
    const isOpen = matches.some(({ proposed }) => proposed === null);
    return html`<p>${isOpen ? text.visitsChosen : text.visitsDiffer}</p>
      <div class="fields">
        ${matches.map(({ label, part, proposed }) =>
          selectField(
            { label: text.visitIs(label, this._nameOf(part)) },
            proposed === null && this._chosen[label] === undefined ? [toChooseOption(), ...options] : options,
            this._chosen[label] ?? proposed ?? toChoose,
            (visit) => {
              if (visit === toChoose) return;
              this._chosen = { ...this._chosen, [label]: visit };
              this._told = '';
            },
          ),
        )}
      </div>`;
  }

  private _armFields(arms: readonly (readonly string[])[]): TemplateResult {
    return html`<p>${text.armsDiffer}</p>
      <div class="fields">
        ${armMatches(arms).map(({ arm, part, candidates }) => {
          const own = [{ value: '', label: text.armOwn }, ...candidates.map((value) => ({ value, label: value }))];
          const chosen = this._arms[arm];
          return selectField(
            { label: text.armIs(arm, this._nameOf(part)) },
            chosen === undefined ? [toChooseOption(), ...own] : own,
            chosen ?? toChoose,
            (other) => {
              if (other === toChoose) return;
              this._arms = { ...this._arms, [arm]: other };
              this._told = '';
            },
          );
        })}
      </div>`;
  }

  /** Why the tables cannot be put together as it is chosen; null where they can. */
  private _refusal({ visits = [], arms = [] }: StackOffer): string | null {
    const [ofVisits, ofArms] = [visitMatches(visits), armMatches(arms)];
    const [visit] = openVisits(ofVisits, this._chosen);
    if (visit) return text.visitOpen(visit.label, this._nameOf(visit.part));
    const arm = ofArms.find((each) => this._arms[each.arm] === undefined);
    if (arm) return text.armOpen(arm.arm, this._nameOf(arm.part));
    const twice = visitTwice(visits, chosenVisits(ofVisits, this._chosen));
    if (twice) return text.visitTwice(twice.visit, this._nameOf(twice.part));
    const both = armTwice(ofArms, chosenArms(ofArms, this._arms));
    return both ? text.armTwice(both.arm, this._nameOf(both.part)) : null;
  }

  private _nameOf(part: number): string {
    const name = this.offer?.parts[part]?.name ?? '';
    return tableParts(name)?.part ?? name;
  }

  private _button(label: string, act: () => void): TemplateResult {
    return html`<button type="button" @click=${act}>${label}</button>`;
  }

  private _put(offer: StackOffer, isApart: boolean): void {
    const { parts: given, visits = [], arms = [], reading, apart } = offer;
    const refusal = this._refusal(offer);
    if (refusal !== null) {
      this._told = refusal;
      return;
    }
    const sameVisits = chosenVisits(visitMatches(visits), this._chosen);
    const sameArms = chosenArms(armMatches(arms), this._arms);
    const parts = given.map((part, at) => ({
      name: part.name,
      ...(isApart && { idPrefix: apart.prefixes[at] ?? `${at + 1}-` }),
      ...(part.reading && { reading: part.reading }),
    }));
    emit(this, 'fc-edit', {
      kind: 'put_together',
      reading: { ...reading, stack: { ...(isApart && { id: apart.id }), parts } },
      ...(Object.keys(sameVisits).length > 0 && { sameVisits }),
      ...(Object.keys(sameArms).length > 0 && { sameArms }),
    });
  }
}

customElements.define('fc-centre-offer', FcCentreOffer);

declare global {
  interface HTMLElementTagNameMap {
    'fc-centre-offer': FcCentreOffer;
  }
}
