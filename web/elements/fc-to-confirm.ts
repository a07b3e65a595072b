// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { PlanInstrument, PlanOutcome, PlanSummary } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import { armsAreApart } from '../read/other-arms.js';
import { strings } from '../text/strings.js';
import { weeksOf, weeksText } from '../text/diary_weeks.js';
import { outcomeUnit } from '../text/time_unit.js';
import { byNumber, isGrave, toConfirm, type ToConfirm } from '../text/to_confirm.js';
import { selectField } from './controls.js';
import { withSummary } from './outcome_edits.js';
import { emit, type Patch, type PlanEdit } from './events.js';
import { base, controls } from './styles.js';

const words = strings.confirm;
const { answers } = strings;

type Of<Kind extends ToConfirm['kind']> = Extract<ToConfirm, { kind: Kind }>;

/**
 * What the results rest on and nobody has said, with the answers at hand. Empty, it shows nothing.
 *
 * @fires fc-edit - an assumption was confirmed, or another choice made
 * @fires fc-go - the answer is given beside the files
 */
export class FcToConfirm extends LitElement {
  static override properties = { report: { attribute: false }, asks: { type: Boolean } };
  static override styles = [
    base,
    controls,
    css`
      section {
        break-inside: avoid;
        border-inline-start: 3px solid var(--_warn);
        background: var(--_panel);
        padding: 0.6rem 0.9rem;
        margin: 0.75rem 0;
        font-size: 0.9375rem;
        line-height: 1.45;
        overflow-wrap: break-word;
      }
      .grave {
        border-color: var(--_error);
      }
      strong {
        color: var(--_warn);
      }
      .grave strong {
        color: var(--_error);
      }
      p {
        margin: 0.2rem 0;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        margin-block: 0.5rem;
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 0.6rem;
        align-items: end;
        margin-block-start: 0.35rem;
      }
      .answers .more {
        flex-basis: 100%;
      }
      .answers .field {
        flex: 0 1 14rem;
      }
    `,
  ];

  declare report: Report | null;
  /** Whether the plan can be changed here; else it is only told. */
  declare asks: boolean;

  constructor() {
    super();
    this.report = null;
    this.asks = false;
  }

  /** Its answers come next for a reader of the keyboard. */
  goToFirst(): void {
    // With its heading in view.
    this.renderRoot.querySelector('section')?.scrollIntoView();
    this.renderRoot.querySelector<HTMLElement>('li')?.focus({ preventScroll: true });
  }

  override render(): TemplateResult | typeof nothing {
    const open = this.report ? toConfirm(this.report) : [];
    if (open.length === 0) return nothing;
    return html`<section role="group" class=${open.some(isGrave) ? 'grave' : ''} aria-label=${words.title}>
      <p><strong>${words.title}.</strong> ${this.asks ? html`<span class="no-print">${words.lead}</span>` : nothing}</p>
      <ul>
        ${open.map(
          (each) =>
            html`<li tabindex="-1">
              ${each.text} ${this.asks ? html`<div class="answers no-print">${this._answers(each)}</div>` : nothing}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private _answers(open: ToConfirm): TemplateResult {
    switch (open.kind) {
      case 'ids':
        return this._ids(open);
      case 'people':
        return this._people(open);
      case 'arms':
        return this._sameArms(open);
      case 'reference':
        return this._reference(open);
      case 'assumption':
        return this._button(answers.keep, { kind: 'confirm', assumption: open.assumption });
      case 'range':
        return html`${this._button(answers.range, { kind: 'confirm', assumption: open.assumption })}
        ${this._button(answers.centimetres, { kind: 'centimetres', id: open.instrument })}`;
      case 'slope':
        return this._slope(open);
      case 'items':
        return this._items(open);
      case 'baseline':
        return this._baseline(open);
      case 'visit':
        return this._visit(open);
    }
  }

  private _ids({ file, match }: Of<'ids'>): TemplateResult {
    const { both, plain, numbers = 0 } = match;
    const join = this._button(answers.joinIds(plain), { kind: 'ids', ids: 'plain' });
    const byNumbers = this._button(answers.joinNumbers(numbers), { kind: 'ids', ids: 'numbers' });
    return html`${byNumber(match) ? byNumbers : nothing} ${plain > both ? join : nothing}
    ${this._button(answers.keepIds(both), { kind: 'unmatched_ids', file })}`;
  }

  /** To keep them apart, more may have to be said: beside the files. */
  private _people({ files, people }: Of<'people'>): TemplateResult {
    const go = (): void => emit(this, 'fc-go', { section: 'data' });
    return html`<button type="button" @click=${go}>${answers.otherPeople(people.apart)}</button>
      ${this._button(answers.samePeople(people.distinct), { kind: 'same_people', files })}`;
  }

  private _sameArms({ matches, arms }: Of<'arms'>): TemplateResult {
    const editOf = (value: string, other: string): PlanEdit => ({ kind: 'arm', value, as: { same: other }, arms });
    return html`${matches.map(({ value, label, others }) => {
      const [only, ...more] = others;
      if (only && more.length === 0) return this._button(answers.sameArm(label, only.label), editOf(value, only.value));
      const options = [{ value: '', label: answers.chooseArmOpen }, ...others];
      return selectField({ label: answers.chooseArm(label) }, options, '', (other) => {
        if (other !== '') emit(this, 'fc-edit', editOf(value, other));
      });
    })}
    ${this._button(answers.otherArms, { kind: 'confirm', assumption: armsAreApart })}`;
  }

  /** Of two arms the other is one click away as well. */
  private _reference({ arms }: Of<'reference'>): TemplateResult {
    const values = arms.map(({ value }) => value);
    const editOf = (arm: string): PlanEdit => ({ kind: 'reference_arm', arm, arms: values });
    const [assumed, other, ...more] = arms;
    return html`${assumed ? this._button(answers.keepReference(assumed.label), editOf(assumed.value)) : nothing}
    ${other && more.length === 0 ? this._button(answers.otherReference(other.label), editOf(other.value)) : nothing}
    ${
      more.length > 0
        ? selectField({ label: answers.chooseReference }, arms, assumed?.value ?? '', (arm) =>
            emit(this, 'fc-edit', editOf(arm)),
          )
        : nothing
    }`;
  }

  private _slope({ assumption, outcome }: Of<'slope'>): TemplateResult {
    const { report } = this;
    const own = report?.plan.outcomes.find(({ id }) => id === outcome.id);
    const isOneOfSeveral = outcome.role === 'primary' && (report?.outcomes.length ?? 0) > 1;
    const keep = isOneOfSeveral ? answers.keepPrimarySlope : answers.keepSlope;
    const areDays = report !== null && outcomeUnit(report, outcome) === 'day';
    const days = outcome.model?.visits ?? [];
    const condensed = (planned: PlanOutcome, summary: PlanSummary): PlanEdit => {
      const { patch } = withSummary(planned, summary, days, {});
      return { kind: 'outcome', id: outcome.id, patch };
    };
    const weeks = areDays ? weeksOf(days) : null;
    const choose = (): void => emit(this, 'fc-go', { section: 'analysis', outcome: outcome.id });
    return html`${this._button(keep, { kind: 'confirm', assumption })}
      ${own && areDays ? this._button(answers.meanOfDays, condensed(own, wholeMean(own, days))) : nothing}
      ${
        own && weeks && weeks.weeks.length > 0
          ? this._button(answers.weeklyMeans, condensed(own, { kind: 'weekly_mean' }), `weeks-${outcome.id}`)
          : nothing
      }
      <button type="button" @click=${choose}>${answers.chooseElsewhere}</button>
      ${own && weeks ? html`<small class="more" id=${`weeks-${outcome.id}`}>${weeksText(weeks)}</small>` : nothing}`;
  }

  /** Another baseline, of those that have not been shown to be none. */
  private _baseline({ outcome, visit, visits }: Of<'baseline'>): TemplateResult {
    const editOf = (chosen: string): PlanEdit => ({ kind: 'baseline_visit', outcome, visit: chosen });
    const choose = (chosen: string): void => emit(this, 'fc-edit', editOf(chosen));
    const label = visits.find(({ value }) => value === visit)?.label ?? visit;
    return html`${this._button(answers.keepBaseline(label), editOf(visit))}
      ${visits.length > 1 ? selectField({ label: answers.chooseBaseline }, visits, visit, choose) : nothing}
      <button type="button" @click=${() => emit(this, 'fc-go', { section: 'analysis', outcome })}>
        ${answers.chooseElsewhere}
      </button>`;
  }

  private _items({ instrument, scoring, scorings }: Of<'items'>): TemplateResult {
    const editOf = (patch: Patch<PlanInstrument>): PlanEdit => ({ kind: 'instrument', id: instrument, patch });
    return html`${this._button(answers.keepItems, editOf({ proposed: undefined }))}
    ${
      scorings.length > 1
        ? selectField({ label: answers.chooseScoring }, scorings, scoring, (chosen) =>
            emit(this, 'fc-edit', editOf({ scoring: chosen })),
          )
        : nothing
    }`;
  }

  private _visit({ outcomes, visit, visits }: Of<'visit'>): TemplateResult {
    const editOf = (chosen: string): PlanEdit => ({ kind: 'effect_visit', outcomes, visit: chosen });
    const label = visits.find(({ value }) => value === visit)?.label ?? visit;
    return html`${this._button(answers.keepVisit(label), editOf(visit))}
    ${selectField({ label: answers.chooseVisit }, visits, visit, (chosen) => emit(this, 'fc-edit', editOf(chosen)))}`;
  }

  private _button(label: string, edit: PlanEdit, describedBy?: string): TemplateResult {
    return html`<button
      type="button"
      aria-describedby=${describedBy ?? nothing}
      @click=${() => emit(this, 'fc-edit', edit)}
    >
      ${label}
    </button>`;
  }
}

/** The mean per day over the days of the slope: those before them stay left out. */
function wholeMean({ model }: PlanOutcome, [first]: readonly string[]): PlanSummary {
  const from = model.visits === undefined || first === undefined ? NaN : Number(first);
  return { kind: 'auc_per_day', ...(Number.isFinite(from) && { from }) };
}

customElements.define('fc-to-confirm', FcToConfirm);

declare global {
  interface HTMLElementTagNameMap {
    'fc-to-confirm': FcToConfirm;
  }
}
