// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { GeeCovariance, PlanInstrument, PlanOutcome, ResponderRule } from '../contract/plan.js';
import { bandText, changeText } from '../text/instrument.js';
import { strings } from '../text/strings.js';
import { translated } from '../text/translated.js';
import { optionalNumberField, selectField, type Option } from './controls.js';
import { emit } from './events.js';
import { cutOffOf, isBandOf, offersFor, usualResponder, type Offers, type ResponderKind } from './outcome_edits.js';
import { base, controls } from './styles.js';

const text = strings.outcome;
const points = { min: 0.001, max: 100000, step: 'any' } as const;

/**
 * Who counts as a responder. A rule without a published value is used only once its number is given.
 *
 * @fires fc-edit - the rule was changed
 */
export class FcResponder extends LitElement {
  static override properties = {
    outcome: { attribute: false },
    instrument: { attribute: false },
    definition: { attribute: false },
    _waiting: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  declare outcome: PlanOutcome | null;
  declare instrument: PlanInstrument | null;
  declare definition: InstrumentDefinition | undefined;
  /** A kind that was chosen and waits for its number. */
  declare _waiting: ResponderKind | null;

  constructor() {
    super();
    this.outcome = null;
    this.instrument = null;
    this.definition = undefined;
    this._waiting = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('outcome') && changed.get('outcome')?.score !== this.outcome?.score) this._waiting = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { outcome } = this;
    if (!outcome) return nothing;
    const offers = offersFor(outcome.score, this.instrument, this.definition);
    const rule = this._waiting === null ? outcome.responder : undefined;
    const kind = this._waiting ?? outcome.responder?.kind ?? 'none';
    const kinds: Option[] = Object.entries(text.responders).map(([value, label]) => ({ value, label }));
    return html`<div class="fields">
      ${selectField({ label: text.responder, terms: ['responder', 'reliableChange'] }, kinds, kind, (chosen) => this._choose(chosen as ResponderKind, offers))}
      ${this._fields(kind, rule, offers)} ${outcome.responder ? this._gee(outcome.responderGee) : nothing}
      ${this._waiting === null ? nothing : html`<p class="refused wide" role="status">${text.enter}</p>`}
    </div>`;
  }

  private _choose(kind: ResponderKind, offers: Offers): void {
    const rule = usualResponder(kind, offers);
    this._waiting = rule === null && kind !== 'none' ? kind : null;
    this._edit(rule ?? undefined);
  }

  private _edit(responder: ResponderRule | undefined): void {
    if (responder) this._waiting = null;
    const { outcome } = this;
    if (!outcome || (responder === undefined && outcome.responder === undefined)) return;
    const without = responder === undefined ? { responderGee: undefined } : {};
    emit(this, 'fc-edit', { kind: 'outcome', id: outcome.id, patch: { responder, ...without } });
  }

  private _gee(chosen: GeeCovariance | undefined): TemplateResult {
    const options = Object.entries(text.gee).map(([value, label]) => ({ value, label, note: text.geeNote }));
    return selectField({ label: text.geeLabel, terms: ['gee'] }, options, chosen ?? 'none', (value) => {
      const responderGee = value === 'none' ? undefined : (value as GeeCovariance);
      if (this.outcome) emit(this, 'fc-edit', { kind: 'outcome', id: this.outcome.id, patch: { responderGee } });
    });
  }

  private _fields(
    kind: ResponderKind,
    rule: ResponderRule | undefined,
    offers: Offers,
  ): TemplateResult | typeof nothing {
    switch (kind) {
      case 'none':
        return nothing;
      case 'change':
      case 'percent_change':
        return this._by(kind, rule, offers);
      case 'cut_off':
        return this._cutOff(rule, offers);
      case 'reliable_change':
        return this._reliable(rule, offers);
    }
  }

  private _by(kind: 'change' | 'percent_change', rule: ResponderRule | undefined, { mcid }: Offers): TemplateResult {
    const by = rule?.kind === kind ? rule.by : undefined;
    const label = kind === 'change' ? text.byPoints : text.byPercent;
    const source = kind === 'change' ? offered(mcid ? changeText(mcid) : undefined) : nothing;
    return html`${optionalNumberField({ label }, points, by, (value) => this._number(value, (n) => ({ kind, by: n })))}
    ${source}`;
  }

  private _cutOff(rule: ResponderRule | undefined, { bands }: Offers): TemplateResult {
    const own = rule?.kind === 'cut_off' ? rule : undefined;
    const { definition } = this;
    const at = own ? bands.findIndex((band) => isBandOf(own, band)) : -1;
    const known = bands.map((band, i) => ({
      value: String(i),
      label: definition ? bandText(definition, band, this.instrument?.direction) : band.label,
      note: translated(band.source),
    }));
    const sides = [
      { value: 'true', label: text.cutOffGood },
      { value: 'false', label: text.cutOffBad },
    ];
    const inclusive = own?.inclusive ?? false;
    return html`${
      bands.length > 0
        ? selectField(
            { label: text.cutOffBand },
            [...known, { value: '-1', label: text.cutOffOwn }],
            String(at),
            (chosen) => {
              const band = bands[Number(chosen)];
              if (band) this._edit(cutOffOf(band));
            },
          )
        : nothing
    }
    ${optionalNumberField({ label: text.cutOff }, { min: -100000, max: 100000, step: 'any' }, own?.value, (value) =>
      this._number(value, (n) => ({ kind: 'cut_off', value: n, inclusive })),
    )}
    ${
      own
        ? selectField({ label: text.cutOffInclusive }, sides, String(inclusive), (chosen) =>
            this._edit({ ...own, inclusive: chosen === 'true' }),
          )
        : nothing
    }`;
  }

  private _reliable(rule: ResponderRule | undefined, { icc }: Offers): TemplateResult {
    const own = rule?.kind === 'reliable_change' ? rule : undefined;
    const limits = { min: 0.01, max: 0.999, step: 'any' } as const;
    return html`${optionalNumberField({ label: text.reliability }, limits, own?.reliability, (value) =>
      this._number(value, (n) => ({ ...own, kind: 'reliable_change', reliability: n })),
    )}
    ${
      own
        ? optionalNumberField({ label: text.reliabilitySd }, points, own.sd, (sd) =>
            this._edit({ kind: 'reliable_change', reliability: own.reliability, ...(sd === undefined ? {} : { sd }) }),
          )
        : nothing
    }
    ${offered(icc ? changeText(icc) : undefined)}`;
  }

  /** An emptied field takes the rule away until there is a number again. */
  private _number(value: number | undefined, rule: (value: number) => ResponderRule): void {
    if (value !== undefined) {
      this._edit(rule(value));
      return;
    }
    this._waiting = this.outcome?.responder?.kind ?? this._waiting;
    this._edit(undefined);
  }
}

/** Where the number offered comes from, so that it is not taken for ours. */
const offered = (change: string | undefined): TemplateResult =>
  html`<small class="wide">${change === undefined ? text.noOffer : text.offeredNow(change)}</small>`;

customElements.define('fc-responder', FcResponder);

declare global {
  interface HTMLElementTagNameMap {
    'fc-responder': FcResponder;
  }
}
