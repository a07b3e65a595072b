// SPDX-License-Identifier: MIT
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Individual, Influence, InfluenceProgress } from '../contract/individual.js';
import type { FigureSpec } from '../figures/spec.js';
import type { InputError, OutcomeResult, Report } from '../contract/report.js';
import { influenceFigures } from '../figures/influence.js';
import { missingFigure } from '../figures/missing.js';
import { residualFigures } from '../figures/residuals.js';
import { responderCurve } from '../figures/responder_curve.js';
import { trajectoriesFigure } from '../figures/trajectories.js';
import { likelihoodSentences, methodSentences, outcomeWarnings } from '../text/method.js';
import { overWindowSentence } from '../text/effect.js';
import { gateSentence } from '../text/gate.js';
import { visitsForest } from '../figures/forest.js';
import { correlationFigures } from '../figures/heat_map.js';
import { meansFigure } from '../figures/means.js';
import { isCrash } from '../text/crash.js';
import { numbersOf } from '../text/number.js';
import { inWords, plainProblem, problemText } from '../text/problem.js';
import { showsTests } from '../text/pilot.js';
import { detailTerms, individualTerms, outcomeTerms } from '../text/shown_terms.js';
import { strings } from '../text/strings.js';
import { coefficientsTable, covarianceTables, observedTable, testsTable } from '../text/tables/details.js';
import { differencesTable, meansTable, slopesTable } from '../text/tables/means.js';
import { geeTable, responderComparisonsTable } from '../text/tables/responder_comparisons.js';
import { respondersTable } from '../text/tables/responders.js';
import { inUnit, modelUnit, outcomeUnit } from '../text/time_unit.js';
import { emit } from './events.js';
import { Folds } from './folds.js';
import { figureOf } from './fc-figure.js';
import './fc-notice.js';
import './fc-table.js';
import './fc-terms.js';
import { OwnTaskElement } from './own_task.js';
import { base, controls } from './styles.js';

/** Everything about one outcome: warnings, figure, tables, method line, model details. */
export class FcOutcomeResult extends OwnTaskElement {
  static override properties = {
    report: { attribute: false },
    outcome: { attribute: false },
    looks: { type: Boolean },
    looking: { type: Boolean },
    notLookedAt: { attribute: false },
    individual: { attribute: false },
    influence: { attribute: false },
    influenceProgress: { attribute: false },
  };
  static override styles = [
    base,
    controls,
    css`
      .method {
        font-size: 0.875rem;
        line-height: 1.5;
        color: var(--_soft);
      }
      .method strong {
        color: var(--_ink);
      }
      @media print {
        p.method,
        .method p {
          font-size: 8.5pt;
        }
      }
      .gate {
        font-size: 0.9375rem;
      }
      summary {
        font-size: 0.9375rem;
        color: var(--_accent);
      }
      .role {
        font-family: var(--_sans);
        font-weight: 400;
      }
    `,
  ];

  declare report: Report | null;
  declare outcome: OutcomeResult | null;
  /** Single participants can be looked at. */
  declare looks: boolean;
  /** They are being looked at. */
  declare looking: boolean;
  /** Why participants could not be looked at. */
  declare notLookedAt: InputError | null;
  declare individual: Individual | null;
  declare influence: Influence | null;
  declare influenceProgress: InfluenceProgress | null;

  private readonly _folds = new Folds(this);

  constructor() {
    super();
    this.report = null;
    this.outcome = null;
    this.looks = false;
    this.looking = false;
    this.notLookedAt = null;
    this.individual = null;
    this.influence = null;
    this.influenceProgress = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { report, outcome } = this;
    if (!report || !outcome) return nothing;
    return html`<section role="group" aria-labelledby="title">
      <h3 id="title">${outcome.label} <small class="role">${strings.tables[outcome.role]}</small></h3>
      ${this._gate(report, outcome)}
      <fc-notice
        kind="error"
        .heading=${strings.results.outcomeFailed}
        .problems=${outcome.error ? [problemText(inWords(outcome.error, report.plan))] : []}
      ></fc-notice>
      <fc-notice
        .heading=${strings.results.warnings}
        .problems=${outcomeWarnings(outcome, outcomeUnit(report, outcome), report.flow).map(plainProblem)}
      ></fc-notice>
      ${outcome.status === 'ok' ? this._estimates(report, outcome) : nothing}
    </section>`;
  }

  /** Where outcomes are tested in sequence: whether this one may be read as a test. */
  private _gate(report: Report, outcome: OutcomeResult): TemplateResult | typeof nothing {
    const sentence = showsTests(report) ? gateSentence(outcome, report.outcomes.length) : null;
    return sentence === null ? nothing : html`<p class="gate">${sentence}</p>`;
  }

  private _estimates(report: Report, outcome: OutcomeResult): TemplateResult {
    const responders = respondersTable(report, outcome);
    return html`${figureOf(meansFigure(report, outcome))} ${figureOf(visitsForest(report, outcome))}
      ${
        outcome.slopes.length > 0
          ? html`<fc-table .spec=${slopesTable(report, outcome)}></fc-table>
              ${outcome.effects.map((effect) => html`<p>${overWindowSentence(report, outcome, effect) ?? nothing}</p>`)}`
          : nothing
      }
      ${outcome.means.length > 0 ? html`<fc-table .spec=${meansTable(report, outcome)}></fc-table>` : nothing}
      ${responders ? html`<fc-table class="responders" .spec=${responders}></fc-table>` : nothing}
      ${this._responders(report, outcome)} <fc-terms .names=${outcomeTerms(outcome)}></fc-terms>
      ${this._individual(report, outcome)}
      <p class="method"><strong>${strings.results.methods}.</strong> ${methodSentences(report, outcome).join(' ')}</p>
      ${this._details(report, outcome)}`;
  }

  private _progress(): TemplateResult | typeof nothing {
    const progress = this.influenceProgress;
    if (progress === null) return nothing;
    const { done, total, msLeft, isStopped } = progress;
    const text = strings.figures;
    const seconds = msLeft === null ? null : Math.ceil(msLeft / 1000);
    return html`<p class="method no-print">
      ${isStopped ? text.leavingOutStopped(done, total) : text.leavingOut(done, total, seconds)}
      <button
        type="button"
        class="plain"
        @click=${() => emit(this, isStopped ? 'fc-influence' : 'fc-stop-influence', null)}
      >
        ${isStopped ? text.leaveOutAgain : text.stopLeavingOut}
      </button>
    </p>`;
  }

  private _responders(report: Report, outcome: OutcomeResult): TemplateResult[] {
    const tables = [responderComparisonsTable(report, outcome), geeTable(report, outcome)];
    return tables.flatMap((table) => (table ? [html`<fc-table class="responders" .spec=${table}></fc-table>`] : []));
  }

  /** Figures of single participants, asked for when they are unfolded; an aggregate report has none. */
  private _individual(report: Report, outcome: OutcomeResult): TemplateResult | typeof nothing {
    if (!this.looks && this._figuresOf(report, outcome).length === 0) return nothing;
    const text = strings.figures;
    const content = (): TemplateResult =>
      html`<p class="method">${text.individualLead}</p>
        <fc-terms .names=${individualTerms}></fc-terms>
        ${this._looking()}
        ${repeat(
          this._figuresOf(report, outcome),
          ({ id }) => id,
          (figure) => figureOf(figure),
        )}
        ${this._notLookedAt()} ${this._progress()}`;
    return this._folds.part('individual', text.individual, content, { className: 'individual' });
  }

  /** Until there is anything to see. */
  private _looking(): TemplateResult | typeof nothing {
    if (!this.looking || this.individual !== null) return nothing;
    return html`<p class="method no-print" role="status">${strings.results.working}</p>`;
  }

  /** What broke off is begun again when that is asked for, never by itself. */
  private _notLookedAt(): TemplateResult | typeof nothing {
    const problem = this.notLookedAt;
    if (problem === null) return nothing;
    const again = html`<button type="button" class="no-print" @click=${() => emit(this, 'fc-influence', null)}>
      ${strings.errors.tryAgain}
    </button>`;
    return html`<fc-notice
        kind="error"
        .heading=${strings.figures.notLookedAt}
        .problems=${[problemText(problem)]}
      ></fc-notice>
      ${isCrash(problem) && this.influenceProgress === null ? again : nothing}`;
  }

  protected override updated(): void {
    const isWanted = this.looks && this.individual === null && this.notLookedAt === null;
    if (isWanted && this._folds.isOpen('individual')) emit(this, 'fc-influence', null);
  }

  private _figuresOf(report: Report, outcome: OutcomeResult): FigureSpec[] {
    const individual = this.individual?.outcomes.find((each) => each.outcome === outcome.id);
    const influence = this.influence?.outcomes.find((each) => each.outcome === outcome.id);
    const flow = report.flow?.outcomes.find((each) => each.outcome === outcome.id);
    return [
      ...(individual
        ? [trajectoriesFigure(report, outcome, individual), responderCurve(report, outcome, individual)]
        : []),
      ...(individual ? residualFigures(report, outcome, individual) : []),
      ...(influence ? influenceFigures(report, outcome, influence) : []),
      ...(flow ? [missingFigure(report, outcome, flow)] : []),
    ].filter((figure) => figure !== null);
  }

  private _details(report: Report, outcome: OutcomeResult): TemplateResult | typeof nothing {
    const { model } = outcome;
    if (model === null) return nothing;
    const content = (): TemplateResult => {
      const tables = [
        ...(outcome.differences.length > 0 ? [differencesTable(report, outcome)] : []),
        ...(outcome.tests.length > 0 ? [testsTable(report, outcome)] : []),
        ...(outcome.coefficients.length > 0 ? [coefficientsTable(report, outcome)] : []),
        ...covarianceTables(report, outcome),
        ...(outcome.observed.length > 0 ? [observedTable(report, outcome)] : []),
      ];
      return html`<p class="method">
          ${strings.methods.formula}: <code>${inUnit(model.formula, modelUnit(report, outcome))}</code>
        </p>
        <p class="method">${likelihoodSentences(model, numbersOf(report)).join(' ')}</p>
        <fc-terms .names=${detailTerms(outcome)}></fc-terms>
        ${tables.map((table) => html`<fc-table .spec=${table}></fc-table>`)}
        ${correlationFigures(report, outcome).map(figureOf)}`;
    };
    return this._folds.part('details', strings.results.details, content);
  }
}

customElements.define('fc-outcome-result', FcOutcomeResult);

declare global {
  interface HTMLElementTagNameMap {
    'fc-outcome-result': FcOutcomeResult;
  }
}
