// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type {
  CovarianceName,
  DfMethod,
  FitMethod,
  PlanEffect,
  PlanInference,
  PlanInstrument,
  PlanModel,
  PlanOutcome,
  PlanSummary,
  RandomName,
  TimeUnit,
} from '../contract/plan.js';
import type { InputError, ModelSummary } from '../contract/report.js';
import { leavesDaysOut, weeksOf, weeksText } from '../text/diary_weeks.js';
import { structureName, visitLabel, visitTitle, type ScoreChoice } from '../text/labels.js';
import { isOneVisit } from '../text/response.js';
import { problemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { errorsOfColumns, type CovariateSource } from './covariates.js';
import { numberField, optionsOf, selectField, textField, type Option } from './controls.js';
import { emit, type Patch } from './events.js';
import { Folds } from './folds.js';
import {
  lastVisitEffect,
  takesKenwardRoger,
  withKind,
  withoutUndefined,
  withPossibleDf,
  type KeptModels,
} from './model_kind.js';
import { tellingFields } from './telling_fields.js';
import { moreFields } from './more_fields.js';
import { baselineFields, summaryFields } from './outcome_data_fields.js';
import { offersFor, withSummary } from './outcome_edits.js';
import './fc-covariates.js';
import './fc-responder.js';
import { dfTerm } from '../text/shown_terms.js';
import { scoringFields } from './scoring_fields.js';
import { base, controls } from './styles.js';
import { gathered } from './properties.js';

const text = strings.analysis;
const { choices } = strings;

const visitOptions = (visits: readonly string[], unit: TimeUnit): Option[] =>
  visits.map((visit) => ({ value: visit, label: visitTitle(visit, unit) }));

/**
 * One outcome of the plan: score, model, effect. Closed, it is one line; open, every choice.
 *
 * @fires fc-edit - something was changed
 */
export class FcOutcome extends LitElement {
  static override properties = {
    outcome: { attribute: false },
    instrument: { attribute: false },
    inference: gathered,
    scores: gathered,
    visits: gathered,
    recordVisits: gathered,
    columns: gathered,
    definition: { attribute: false },
    unit: {},
    fitted: { attribute: false },
    covariates: { attribute: false },
    outcomes: gathered,
    errors: gathered,
    _asksBaseline: { state: true },
    _told: { state: true },
    _showsMore: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        border-block-start: 1px solid var(--_line);
        padding-block: 0.6rem;
      }
      summary {
        line-height: 1.45;
      }
      h3 {
        display: inline;
        font-family: var(--_sans);
        font-size: 1rem;
        margin: 0;
      }
      .line {
        display: block;
        font-size: 0.875rem;
        color: var(--_soft);
        padding-inline-start: 1.05rem;
      }
      .told {
        font-size: 0.875rem;
        color: var(--_warn);
        margin: 0;
      }
      .body {
        padding-inline-start: 1.05rem;
      }
      [aria-expanded]::before {
        content: '\\25b8\\00a0';
      }
      [aria-expanded='true']::before {
        content: '\\25be\\00a0';
      }
    `,
  ];

  declare outcome: PlanOutcome | null;
  /** The questionnaire the score comes from. */
  declare instrument: PlanInstrument | null;
  /** What holds for all outcomes unless one says otherwise. */
  declare inference: PlanInference;
  declare scores: readonly ScoreChoice[];
  /** Visits known for the score, in order. */
  declare visits: readonly string[];
  /** Visits of the records themselves, which a summary condenses: the baseline is one of them. */
  declare recordVisits: readonly string[];
  /** Numeric columns of the score's file. */
  declare columns: readonly string[];
  /** The questionnaire's definition, where it is known. */
  declare definition: InstrumentDefinition | undefined;
  /** What the numbers of the visits count. */
  declare unit: TimeUnit;
  /** The model of the results shown; null without one. */
  declare fitted: ModelSummary | null;
  /** What the outcome can be adjusted for. */
  declare covariates: CovariateSource | null;
  /** All of the plan. */
  declare outcomes: readonly PlanOutcome[];
  /** What is wrong with it, or with all outcomes. */
  declare errors: readonly InputError[];
  /** The baseline is to be in a column that is not chosen yet; until it is, the plan stays as it was. */
  declare _asksBaseline: boolean;
  /** What the last change changed along with it. */
  declare _told: readonly string[];
  declare _showsMore: boolean;
  /** Not part of the plan: what the other kind of model was set to, for the way back. */
  private _kept: KeptModels = {};
  /** The next outcome given is the one that `_told` is about; any other, as by undo, makes it untrue. */
  private _isTelling = false;

  private readonly _folds = new Folds(this);

  constructor() {
    super();
    this.outcome = null;
    this.instrument = null;
    this.inference = {};
    this.scores = [];
    this.visits = [];
    this.recordVisits = [];
    this.columns = [];
    this.definition = undefined;
    this.unit = 'day';
    this.fitted = null;
    this.covariates = null;
    this.outcomes = [];
    this.errors = [];
    this._asksBaseline = false;
    this._told = [];
    this._showsMore = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('outcome')) return;
    this._asksBaseline = false;
    if (!this._isTelling) this._told = [];
    this._isTelling = false;
  }

  /** Unfolded, with the choice of the effect next for a reader of the keyboard. */
  async goToEffect(): Promise<void> {
    this._folds.open('outcome');
    await this.updateComplete;
    this.renderRoot.querySelector('summary')?.scrollIntoView();
    this.renderRoot.querySelector<HTMLElement>('#effect select')?.focus({ preventScroll: true });
  }

  override render(): TemplateResult | typeof nothing {
    const { outcome } = this;
    if (!outcome) return nothing;
    const summary = html`<h3>${outcome.label}</h3>
      <small>${text[outcome.role]}</small>
      <span class="line">${this._summary(outcome)}</span>`;
    const body = (): TemplateResult =>
      html`<div class="body">
        <div class="fields">
          ${textField({ label: text.label }, outcome.label, (label) => this._edit({ label: label || outcome.score }))}
          ${selectField(
            { label: text.role },
            [
              { value: 'primary', label: text.primary },
              { value: 'secondary', label: text.secondary },
            ],
            outcome.role,
            (role) => this._edit({ role: role as PlanOutcome['role'] }),
          )}
          ${selectField(
            { label: text.score },
            this.scores.map(({ score, label }) => ({ value: score, label })),
            outcome.score,
            (score) => this._edit({ score }),
          )}
          ${this.instrument ? this._scoring(this.instrument) : nothing}
          ${summaryFields(outcome.summary, this.unit, (summary) => this._summarise(outcome, summary))}
        </div>
        ${this._weeks(outcome)}
        <p class="told" role="status">${this._told.join(' ')}</p>
        ${this._effectFields(outcome.effect, outcome.model)} ${this._modelFields(outcome.model)}
        <fc-covariates
          .source=${this.covariates}
          .outcome=${outcome}
          .outcomes=${this.outcomes}
          .errors=${this.errors}
        ></fc-covariates>
        <fc-responder .outcome=${outcome} .instrument=${this.instrument} .definition=${this.definition}></fc-responder>
        ${tellingFields(outcome, offersFor(outcome.score, this.instrument, this.definition).mcid, (patch) =>
          this._edit(patch),
        )}
        ${moreFields(outcome, this.columns, this.unit, this._showsMore, {
          model: (change) => this._setModel(withPossibleDf({ ...outcome.model, ...change }, this.inference)),
          outcome: (patch) => this._edit(patch),
          toggle: () => (this._showsMore = !this._showsMore),
        })}
        <button
          type="button"
          class="plain"
          aria-label=${text.removeNamed(outcome.label)}
          @click=${() => emit(this, 'fc-edit', { kind: 'remove_outcome', id: outcome.id })}
        >
          ${text.remove}
        </button>
      </div>`;
    return this._folds.part('outcome', summary, body);
  }

  private _scoring(instrument: PlanInstrument): TemplateResult | typeof nothing {
    return scoringFields(instrument, this.definition, (patch) =>
      emit(this, 'fc-edit', { kind: 'instrument', id: instrument.id, patch }),
    );
  }

  private _summary({ score, effect, model }: PlanOutcome): string {
    const timed = choices.timed(this.unit);
    const adjusted = model.covariates ?? [];
    const when = effect.kind === 'visit_difference' ? ` (${visitLabel(effect.visit, this.unit)})` : '';
    return [
      this.scores.find((choice) => choice.score === score)?.label ?? score,
      timed.effectKind[effect.kind].plain + when,
      this._modelLine(model),
      ...(adjusted.length > 0 ? [strings.covariates.inLine(adjusted.join(strings.listSeparator))] : []),
    ].join(' \u00b7 ');
  }

  /** What was fitted, where that is not what is asked for: too few data, or one visit alone. */
  private _modelLine(model: PlanModel): string {
    const { fitted } = this;
    const asked = model.kind === 'mmrm' ? (model.covariance ?? 'us') : (model.random ?? 'intercept_slope');
    const kind = choices.timed(this.unit).modelKind[model.kind].technical ?? model.kind;
    const whole = `${kind}, ${structureName(asked)}`;
    if (fitted?.kind !== model.kind || fitted.covarianceRequested !== asked) return whole;
    if (isOneVisit(fitted)) return text.usedFor(text.linearModel, whole);
    const used = fitted.covarianceUsed;
    return used === asked ? whole : text.usedFor(`${kind}, ${structureName(used)}`, structureName(asked));
  }

  private _summarise(outcome: PlanOutcome, summary: PlanSummary | undefined): void {
    const { model, effect } = outcome;
    if (model.kind === 'random_effects') this._kept = { ...this._kept, [model.kind]: { model, effect } };
    const { patch, told } = withSummary(outcome, summary, this.visits, this._kept);
    this._tell(told);
    this._edit(patch);
  }

  /** The weeks that the days of the data make, where they leave days out. */
  private _weeks({ summary }: PlanOutcome): TemplateResult | typeof nothing {
    if (summary?.kind !== 'weekly_mean') return nothing;
    const weeks = weeksOf(this.recordVisits, summary);
    return weeks && leavesDaysOut(weeks) ? html`<p class="told">${weeksText(weeks)}</p>` : nothing;
  }

  private _tell(told: readonly string[]): void {
    this._told = told;
    this._isTelling = true;
  }

  private _edit(patch: Patch<PlanOutcome>): void {
    if (this.outcome) emit(this, 'fc-edit', { kind: 'outcome', id: this.outcome.id, patch });
  }

  private _effectFields(effect: PlanEffect, model: PlanModel): TemplateResult {
    const kinds: PlanEffect['kind'][] =
      model.kind === 'mmrm' ? ['visit_difference', 'average_difference'] : ['slope_difference'];
    const make = (kind: string): PlanEffect => {
      if (kind === 'visit_difference') return lastVisitEffect(model, this.visits);
      return kind === 'slope_difference' ? { kind, window: 7 } : { kind: 'average_difference' };
    };
    const baseline = this._baseline(model);
    return html`<div class="fields" id="effect">
      ${selectField(
        { label: text.effect, terms: ['treatmentEffect'] },
        optionsOf(choices.timed(this.unit).effectKind, kinds),
        effect.kind,
        (kind) => this._setEffect(make(kind)),
      )}
      ${
        effect.kind === 'visit_difference'
          ? selectField(
              { label: text.effectVisit },
              visitOptions(
                this.visits.filter((visit) => visit !== baseline),
                this.unit,
              ),
              effect.visit,
              (visit) => this._edit({ effect: { kind: 'visit_difference', visit } }),
            )
          : nothing
      }
      ${
        effect.kind === 'slope_difference'
          ? numberField(
              { label: text.window(this.unit) },
              { min: 1, max: 3650, step: 1 },
              effect.window ?? 7,
              (window) => this._edit({ effect: { kind: 'slope_difference', window } }),
            )
          : nothing
      }
    </div>`;
  }

  /** A visit that nobody chose is told of. */
  private _setEffect(effect: PlanEffect): void {
    this._tell(this._toldOf(effect));
    this._edit({ effect });
  }

  private _toldOf(effect: PlanEffect): string[] {
    return effect.kind === 'visit_difference' && effect.proposed
      ? [strings.picked.atLastVisit(visitLabel(effect.visit, this.unit))]
      : [];
  }

  /** The visit that is no effect, being the baseline of a change. */
  private _baseline(model: PlanModel): string | undefined {
    const isSummary = this.outcome?.summary !== undefined;
    const isVisit = model.response !== 'value' && model.baseline === undefined && !isSummary;
    return isVisit ? (model.baselineVisit ?? this.visits[0]) : undefined;
  }

  private _setModel(change: object): void {
    const { outcome } = this;
    if (outcome) this._edit({ model: withoutUndefined({ ...outcome.model, ...change }) });
  }

  private _modelFields(model: PlanModel): TemplateResult {
    const { covariance, modelKind } = choices.timed(this.unit);
    const covarianceNames = Object.keys(covariance) as CovarianceName[];
    const randomNames = Object.keys(choices.random) as RandomName[];
    const structure =
      model.kind === 'mmrm'
        ? selectField(
            { label: text.covariance, technical: text.covarianceTechnical, terms: ['covarianceStructure'] },
            optionsOf(covariance, covarianceNames),
            model.covariance ?? 'us',
            (name) => this._setModel({ covariance: name as CovarianceName }),
          )
        : selectField(
            { label: text.random, technical: text.randomTechnical, terms: ['randomEffectsModel', 'singularFit'] },
            optionsOf(choices.random, randomNames),
            model.random ?? 'intercept_slope',
            (random) => this._setModel({ random: random as RandomName }),
          );
    return html`<div class="fields">
      ${selectField(
        { label: text.model, terms: [model.kind === 'mmrm' ? 'mmrm' : 'randomEffectsModel', 'missingAtRandom'] },
        optionsOf(modelKind, Object.keys(modelKind)),
        model.kind,
        (kind) => this._changeKind(kind as PlanModel['kind']),
      )}
      ${selectField(
        { label: text.response, terms: ['changeFromBaseline'] },
        [
          { value: 'change', label: text.change, note: text.changeNote },
          { value: 'percent_change', label: strings.outcome.percentChange, note: text.changeNote },
          { value: 'value', label: text.value },
        ],
        model.response,
        (response) => this._setResponse(model, response as PlanModel['response']),
      )}
      ${model.response === 'value' ? nothing : this._baselineFields(model)} ${structure} ${this._inferenceFields(model)}
    </div>`;
  }

  /** The baseline that a change is counted from, where it is nobody's choice. */
  private _setResponse(model: PlanModel, response: PlanModel['response']): void {
    const [first] = this.recordVisits;
    const isTaken = model.response === 'value' && response !== 'value' && !model.baseline && !model.baselineVisit;
    this._tell(isTaken && first !== undefined ? [strings.picked.fromFirstVisit(visitLabel(first, this.unit))] : []);
    this._setModel({ response });
  }

  private _baselineFields(model: PlanModel): TemplateResult {
    const visits = visitOptions(this.recordVisits, this.unit);
    const { columns, unit, instrument } = this;
    const column = model.baseline?.kind === 'column' ? [model.baseline.column] : [];
    return baselineFields(
      model,
      {
        ...{ visits, columns, unit },
        words: [instrument?.id ?? '', instrument?.instrument ?? ''],
        asks: this._asksBaseline,
        problems: errorsOfColumns(this.errors, column).map((error) => problemText(error).message),
      },
      (next) => {
        this._asksBaseline = false;
        this._edit({ model: next });
      },
      () => (this._asksBaseline = true),
    );
  }

  private _inferenceFields(model: PlanModel): TemplateResult {
    const method = model.method ?? this.inference.method ?? 'REML';
    const df = model.df ?? this.inference.df ?? 'kenward_roger';
    const dfNames = (Object.keys(choices.dfMethod) as DfMethod[]).filter(
      (name) => takesKenwardRoger(model, this.inference) || !name.startsWith('kenward_roger'),
    );
    return html`${selectField(
      { label: text.method, terms: ['reml'] },
      optionsOf(choices.method, ['REML', 'ML']),
      method,
      (value) => this._setModel(withPossibleDf({ ...model, method: value as FitMethod }, this.inference)),
    )}
    ${selectField(
      {
        label: text.df,
        technical: text.dfTechnical,
        terms: ['degreesOfFreedom', dfTerm(df)],
      },
      optionsOf(choices.dfMethod, dfNames),
      df,
      (value) => this._setModel({ df: value as DfMethod }),
    )}`;
  }

  private _changeKind(kind: PlanModel['kind']): void {
    const { outcome } = this;
    if (!outcome) return;
    const { model, effect } = outcome;
    this._kept = { ...this._kept, [model.kind]: { model, effect } };
    const isDropped = kind === 'random_effects' && outcome.summary !== undefined;
    const next = withKind(outcome, kind, this.visits, this._kept);
    this._tell([...(isDropped ? [strings.outcome.summaryDropped] : []), ...this._toldOf(next.effect)]);
    this._edit({
      ...next,
      ...(isDropped ? { summary: undefined } : {}),
    });
  }
}

customElements.define('fc-outcome', FcOutcome);

declare global {
  interface HTMLElementTagNameMap {
    'fc-outcome': FcOutcome;
  }
}
