// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GateKind, Plan, PlanOutcome } from '../contract/plan.js';
import type { InputError, ModelSummary } from '../contract/report.js';
import { armShown } from '../read/arms.js';
import { instrumentNamed } from '../read/instruments.js';
import { scoreChoices } from '../text/labels.js';
import { strings } from '../text/strings.js';
import { timeUnitOf } from '../text/time_unit.js';
import { numberField, optionsOf, selectField, type FieldLabel, type Option } from './controls.js';
import type { CovariateSource } from './covariates.js';
import { emit } from './events.js';
import { visitsKey } from './outcome_edits.js';
import './fc-arms.js';
import './fc-outcome.js';
import './fc-report-choices.js';
import { base, controls } from './styles.js';
import { gathered } from './properties.js';

const text = strings.analysis;

/**
 * The plan's analysis: arms, confidence level, outcomes.
 *
 * @fires fc-edit - something was changed
 * @fires fc-save-plan - the plan is to be saved as a file
 */
export class FcAnalysis extends LitElement {
  static override properties = {
    plan: { attribute: false },
    arms: gathered,
    visits: { attribute: false },
    columns: { attribute: false },
    armValues: gathered,
    asksReference: { type: Boolean },
    askedInResults: { type: Boolean },
    fitted: { attribute: false },
    covariates: { attribute: false },
    errors: { attribute: false },
  };
  static override styles = [
    base,
    controls,
    css`
      .last {
        border-block-start: 1px solid var(--_line);
        padding-block-start: 0.75rem;
      }
    `,
  ];

  declare plan: Plan | null;
  /** Values of the arms in order, the reference first; empty while unknown. */
  declare arms: readonly string[];
  /** Visits by score. */
  declare visits: Readonly<Record<string, readonly string[]>>;
  /** Numeric columns by file. */
  declare columns: Readonly<Record<string, readonly string[]>>;
  /** All values of the arm columns, also those that are left out. */
  declare armValues: readonly string[];
  /** Whether the reference arm is a guess. */
  declare asksReference: boolean;
  /** The results ask for the reference arm. */
  declare askedInResults: boolean;
  /** The models of the report shown, by outcome. */
  declare fitted: ReadonlyMap<string, ModelSummary>;
  /** What outcomes can be adjusted for. */
  declare covariates: CovariateSource | null;
  /** What is wrong with an outcome. */
  declare errors: (outcome: string) => readonly InputError[];

  constructor() {
    super();
    this.plan = null;
    this.arms = [];
    this.visits = {};
    this.columns = {};
    this.armValues = [];
    this.asksReference = false;
    this.askedInResults = false;
    this.fitted = new Map();
    this.covariates = null;
    this.errors = () => [];
  }

  /** Shows where an outcome's effect is chosen. */
  goToEffect(id: string): void {
    const outcomes = [...this.renderRoot.querySelectorAll('fc-outcome')];
    void outcomes.find(({ outcome }) => outcome?.id === id)?.goToEffect();
  }

  override render(): TemplateResult | typeof nothing {
    const { plan, arms } = this;
    if (!plan) return nothing;
    const scores = scoreChoices(plan.instruments, plan.definitions);
    const confidence = (plan.inference?.confidence ?? 0.95) * 100;
    return html`<div class="fields">
        ${
          arms.length > 0
            ? selectField({ label: text.reference }, this._armOptions(), arms[0] ?? '', (arm) =>
                emit(this, 'fc-edit', { kind: 'reference_arm', arm, arms: [...arms] }),
              )
            : nothing
        }
        ${numberField(
          { label: text.confidence, technical: '%', terms: ['confidenceInterval'] },
          { min: 50, max: 99.9, step: 0.1 },
          Number(confidence.toFixed(4)),
          (percent) =>
            emit(this, 'fc-edit', { kind: 'inference', patch: { confidence: Number((percent / 100).toFixed(6)) } }),
        )}
        ${plan.outcomes.length > 1 || plan.inference?.gate === 'fixed_sequence' ? this._gate(plan) : nothing}
      </div>
      <fc-arms
        .arms=${plan.arms ?? null}
        .values=${this.armValues}
        ?asksReference=${this.asksReference}
        ?askedInResults=${this.askedInResults}
      ></fc-arms>
      ${repeat(
        plan.outcomes,
        ({ id }) => id,
        (outcome) => {
          const instrument = plan.instruments.find(({ id }) => outcome.score.startsWith(`${id}.`));
          const twin = twinOf(outcome, plan.outcomes, this.visits[outcome.score] ?? []);
          return html`${twin ? html`<p class="refused">${text.sameAs(outcome.label, twin.label)}</p>` : nothing}
            <fc-outcome
              .outcome=${outcome}
              .instrument=${instrument ?? null}
              .definition=${instrument && instrumentNamed(instrument.instrument, plan.definitions)}
              .fitted=${this.fitted.get(outcome.id) ?? null}
              .inference=${plan.inference ?? {}}
              .scores=${scores}
              .visits=${this.visits[visitsKey(outcome)] ?? []}
              .recordVisits=${this.visits[outcome.score] ?? []}
              .columns=${this.columns[instrument?.file ?? ''] ?? []}
              .unit=${timeUnitOf(plan, outcome.score)}
              .covariates=${this.covariates}
              .outcomes=${plan.outcomes}
              .errors=${this.errors(outcome.id)}
            ></fc-outcome>`;
        },
      )}
      <fc-report-choices .plan=${plan}></fc-report-choices>
      ${scores.length === 0 ? html`<p class="soft">${text.noScores}</p>` : nothing}
      <div class="actions last">
        <button type="button" ?disabled=${scores.length === 0} @click=${() => this._add(plan)}>${text.add}</button>
        <button type="button" @click=${() => emit(this, 'fc-save-plan', null)}>${text.savePlan}</button>
      </div>`;
  }

  private _armOptions(): Option[] {
    return this.arms.map((value) => ({ value, label: armShown(value, this.plan?.arms) }));
  }

  /** How several outcomes are tested. */
  private _gate(plan: Plan): TemplateResult {
    const options = optionsOf(strings.choices.gate, Object.keys(strings.choices.gate)).map((option) =>
      option.value === 'fixed_sequence' ? { ...option, note: text.gateNote } : option,
    );
    const field: FieldLabel = { label: text.gate, technical: text.gateTechnical, terms: ['fixedSequence'] };
    return selectField(field, options, plan.inference?.gate ?? 'none', (gate) =>
      emit(this, 'fc-edit', { kind: 'inference', patch: { gate: gate as GateKind } }),
    );
  }

  /** The first score no outcome uses yet, or the first of all. */
  private _add(plan: Plan): void {
    const scores = scoreChoices(plan.instruments, plan.definitions);
    const used = new Set(plan.outcomes.map(({ score }) => score));
    const next = scores.find(({ score }) => !used.has(score)) ?? scores[0];
    if (!next) return;
    const labels = plan.outcomes.map(({ label }) => label);
    let label = next.label;
    for (let n = 2; labels.includes(label); n++) label = text.again(next.label, n);
    emit(this, 'fc-edit', {
      kind: 'add_outcome',
      score: next.score,
      label,
      visits: this.visits[next.score] ?? this._sameInstrument(next.score),
    });
  }

  /** Scales of one questionnaire are filled in at the same visits. */
  private _sameInstrument(score: string): readonly string[] {
    const prefix = score.slice(0, score.lastIndexOf('.') + 1);
    return Object.entries(this.visits).find(([known]) => known.startsWith(prefix))?.[1] ?? [];
  }
}

/** An outcome before this one that is the same but for its name and role; without a baseline named, the first visit is it. */
function twinOf(
  outcome: PlanOutcome,
  outcomes: readonly PlanOutcome[],
  [first]: readonly string[],
): PlanOutcome | undefined {
  const key = ({ score, model, effect, summary, responder }: PlanOutcome): string => {
    const { baselineVisit = first, ...others } = model;
    const parts = Object.entries({ ...others, baselineVisit }).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([score, parts, effect, summary, responder]);
  };
  return outcomes.slice(0, outcomes.indexOf(outcome)).find((other) => key(other) === key(outcome));
}

customElements.define('fc-analysis', FcAnalysis);

declare global {
  interface HTMLElementTagNameMap {
    'fc-analysis': FcAnalysis;
  }
}
