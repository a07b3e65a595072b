// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Plan, PlanOutcome } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { instrumentNamed } from '../read/instruments.js';
import { scoreChoices, visitLabel } from '../text/labels.js';
import { strings } from '../text/strings.js';
import { timeUnitOf } from '../text/time_unit.js';
import { numberField, plainOptions, selectField } from './controls.js';
import { emit } from './events.js';
import { allVisits, laterVisits, mainOutcome, mainOutcomeEdits, startEdit, whenEdit } from './guide_edits.js';
import './fc-covariates.js';
import type { CovariateSource } from './covariates.js';
import { omit } from './omit.js';
import { visitsKey } from './outcome_edits.js';
import { gathered } from './properties.js';
import { base, controls } from './styles.js';

const text = strings.guide;

/**
 * The questions of an analysis in plain words, each with its present answer, folded until it is wanted. It changes nothing
 * the settings could not change.
 *
 * @fires fc-edit - an answer was changed
 */
export class FcGuide extends LitElement {
  static override properties = {
    plan: { attribute: false },
    arms: { attribute: false },
    visits: { attribute: false },
    covariates: { attribute: false },
    errors: gathered,
    _open: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      details {
        border-block-start: 1px solid var(--_line);
        padding-block: 0.6rem;
      }
      summary {
        font-weight: 600;
      }
      ol {
        margin: 0.5rem 0;
        padding-inline-start: 1.5rem;
      }
      li {
        margin-block: 1rem;
        max-inline-size: 40rem;
      }
      h3 {
        font-family: var(--_sans);
        font-size: 1rem;
        font-weight: 600;
        line-height: 1.4;
        margin: 0;
      }
      li p {
        margin: 0.15rem 0 0.4rem;
        font-size: 0.9375rem;
      }
    `,
  ];

  declare plan: Plan | null;
  /** The reference first; empty while unknown. */
  declare arms: readonly string[];
  /** Visits by score. */
  declare visits: Readonly<Record<string, readonly string[]>>;
  /** What outcomes can be adjusted for. */
  declare covariates: CovariateSource | null;
  /** What is wrong with the main outcome, or with all. */
  declare errors: readonly InputError[];
  declare _open: boolean;

  constructor() {
    super();
    this.plan = null;
    this.arms = [];
    this.visits = {};
    this.covariates = null;
    this.errors = [];
    this._open = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { plan } = this;
    if (!plan) return nothing;
    return html`<details
      ?open=${this._open}
      @toggle=${(event: Event) => (this._open = (event.target as HTMLDetailsElement).open)}
    >
      <summary>${text.title}</summary>
      ${this._open ? this._questions(plan) : nothing}
    </details>`;
  }

  private _questions(plan: Plan): TemplateResult {
    const outcome = mainOutcome(plan);
    if (!outcome) return html`<p>${text.noOutcomes}</p>`;
    return html`<p class="soft">${text.lead}</p>
      <ol>
        ${question(text.what, this._what(plan, outcome))} ${question(text.start, this._start(plan, outcome))}
        ${question(text.when, this._when(plan, outcome))} ${question(text.arms, this._arms())}
        ${question(text.randomised, this._randomised(plan))} ${question(text.adjusted, this._adjusted(plan, outcome))}
        ${question(text.pilot, this._pilot(plan))} ${question(text.sure, this._sure(plan))}
      </ol>`;
  }

  private _what(plan: Plan, { id, score }: PlanOutcome): TemplateResult {
    const words = text.what;
    const primary = plan.outcomes.filter(({ role }) => role === 'primary').map(({ label }) => label);
    const instrument = plan.instruments.find((each) => score.startsWith(`${each.id}.`));
    const definition = instrument && instrumentNamed(instrument.instrument, plan.definitions);
    const direction = instrument?.direction ?? definition?.direction;
    const label = scoreChoices(plan.instruments, plan.definitions).find((choice) => choice.score === score)?.label;
    const options = plan.outcomes.map((each) => ({ value: each.id, label: each.label }));
    const choose = (chosen: string): void => {
      for (const edit of mainOutcomeEdits(plan, chosen)) emit(this, 'fc-edit', edit);
    };
    return html`${
        primary.length > 1
          ? html`<p>${words.several(primary.join(strings.listSeparator))}</p>`
          : selectField({ label: words.label }, options, id, choose)
      }
      <p>
        ${instrument ? words.answer(label ?? score, instrument.file) : nothing}
        ${direction === 'lower_is_better' ? words.lower : direction === 'higher_is_better' ? words.higher : nothing}
      </p>`;
  }

  private _start(plan: Plan, outcome: PlanOutcome): TemplateResult {
    const { model, score } = outcome;
    const words = text.start;
    if (model.response === 'value') return html`<p>${words.unused}</p>`;
    if (model.baseline) return html`<p>${words.rule}</p>`;
    const options = [{ value: '', label: words.first }, ...this._visitOptions(plan, score, this.visits[score] ?? [])];
    return selectField({ label: words.label }, options, model.baselineVisit ?? '', (visit) =>
      emit(this, 'fc-edit', startEdit(outcome, visit)),
    );
  }

  private _when(plan: Plan, outcome: PlanOutcome): TemplateResult {
    const { effect, score } = outcome;
    const words = text.when;
    if (effect.kind === 'slope_difference') return html`<p>${words.slope(timeUnitOf(plan, score))}</p>`;
    const visits = laterVisits(outcome, this.visits[visitsKey(outcome)] ?? []);
    const options = [...this._visitOptions(plan, score, visits), { value: allVisits, label: words.average }];
    const value = effect.kind === 'visit_difference' ? effect.visit : allVisits;
    return selectField({ label: words.label }, options, value, (visit) =>
      emit(this, 'fc-edit', whenEdit(outcome, visit)),
    );
  }

  private _visitOptions(plan: Plan, score: string, visits: readonly string[]): { value: string; label: string }[] {
    const unit = timeUnitOf(plan, score);
    return visits.map((visit) => ({ value: visit, label: visitLabel(visit, unit) }));
  }

  private _arms(): TemplateResult {
    const words = text.arms;
    const [reference, ...others] = this.arms;
    if (reference === undefined) return html`<p>${words.none}</p>`;
    const differences = others.map((arm) => strings.tables.differenceOf(arm, reference));
    return html`${selectField({ label: words.label }, plainOptions(this.arms), reference, (arm) =>
      emit(this, 'fc-edit', { kind: 'reference_arm', arm, arms: [...this.arms] }),
    )}
    ${differences.length > 0 ? html`<p>${words.differences(differences.join(strings.listSeparator))}</p>` : nothing}`;
  }

  private _randomised({ randomised }: Plan): TemplateResult {
    const words = text.randomised;
    const options = [
      { value: 'no', label: words.no },
      { value: 'yes', label: words.yes },
    ];
    return selectField({ label: words.label }, options, randomised ? 'yes' : 'no', (value) =>
      emit(this, 'fc-edit', { kind: 'report', patch: { randomised: value === 'yes' || undefined } }),
    );
  }

  private _adjusted({ outcomes }: Plan, outcome: PlanOutcome): TemplateResult {
    return html`<fc-covariates
      all
      .source=${this.covariates}
      .outcome=${outcome}
      .outcomes=${outcomes}
      .errors=${this.errors}
    ></fc-covariates>`;
  }

  private _pilot({ display = {} }: Plan): TemplateResult {
    const words = text.pilot;
    const options = [
      { value: 'no', label: words.full },
      { value: 'yes', label: words.pilot },
    ];
    return selectField({ label: words.label }, options, display.pilot ? 'yes' : 'no', (value) => {
      const others = omit(display, 'pilot');
      const next = value === 'yes' ? { ...others, pilot: true } : others;
      const isEmpty = Object.keys(next).length === 0;
      emit(this, 'fc-edit', { kind: 'report', patch: { display: isEmpty ? undefined : next } });
    });
  }

  private _sure({ inference }: Plan): TemplateResult {
    const percent = Number(((inference?.confidence ?? 0.95) * 100).toFixed(4));
    return numberField({ label: text.sure.label }, { min: 50, max: 99.9, step: 0.1 }, percent, (value) =>
      emit(this, 'fc-edit', { kind: 'inference', patch: { confidence: Number((value / 100).toFixed(6)) } }),
    );
  }
}

const question = (words: { question: string; why: string }, answer: TemplateResult): TemplateResult =>
  html`<li>
    <h3>${words.question}</h3>
    <p class="soft">${words.why}</p>
    ${answer}
  </li>`;

customElements.define('fc-guide', FcGuide);

declare global {
  interface HTMLElementTagNameMap {
    'fc-guide': FcGuide;
  }
}
