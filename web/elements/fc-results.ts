// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Individual, Influence, InfluenceProgress } from '../contract/individual.js';
import type { InputError, Report } from '../contract/report.js';
import { shortMethod } from '../text/method.js';
import { inWords, plainProblem, problemFile, problemText } from '../text/problem.js';
import { headlineTerms, qualityTerms } from '../text/shown_terms.js';
import { strings } from '../text/strings.js';
import { effectsTable } from '../text/tables/effects.js';
import { headlineTable } from '../text/tables/headline.js';
import { confirmNotes } from '../text/to_confirm.js';
import { qualityTable } from '../text/tables/quality.js';
import { figureOf } from './fc-figure.js';
import './fc-notice.js';
import './fc-origin.js';
import './fc-outcome-result.js';
import './fc-paragraphs.js';
import './fc-participants.js';
import './fc-safety.js';
import './fc-table.js';
import './fc-terms.js';
import './fc-to-confirm.js';
import { effectsForest } from '../figures/forest.js';
import { answerStamps } from './stamp.js';
import { base } from './styles.js';

/** A whole report: headline table, each outcome, side effects. */
export class FcResults extends LitElement {
  static override properties = {
    report: { attribute: false },
    looks: { type: Boolean },
    looking: { type: Boolean },
    notLookedAt: { attribute: false },
    individual: { attribute: false },
    influence: { attribute: false },
    influenceProgress: { attribute: false },
    failure: { attribute: false },
    shownElsewhere: { attribute: false },
    busy: { type: Boolean, reflect: true },
    asks: { type: Boolean },
  };
  static override styles = [
    base,
    css`
      .method {
        font-size: 0.875rem;
        line-height: 1.5;
        color: var(--_soft);
      }
      .method strong {
        color: var(--_ink);
        font-weight: 600;
      }
      @media print {
        p.method,
        .method p {
          font-size: 8.5pt;
        }
      }
    `,
  ];

  declare report: Report | null;
  /** Single participants can be looked at. */
  declare looks: boolean;
  /** They are being looked at. */
  declare looking: boolean;
  /** Why participants could not be looked at. */
  declare notLookedAt: InputError | null;
  /** What concerns single participants: kept apart from the report, and may come later or not at all. */
  declare individual: Individual | null;
  declare influence: Influence | null;
  declare influenceProgress: InfluenceProgress | null;
  /** Why there is no report. */
  declare failure: InputError | null;
  /** Files whose errors the page shows beside them; here they are only counted. */
  declare shownElsewhere: readonly string[];
  declare busy: boolean;
  /** Whether the plan can be changed from here: what is to be confirmed then has its answers beside it. */
  declare asks: boolean;

  constructor() {
    super();
    this.report = null;
    this.looks = false;
    this.looking = false;
    this.notLookedAt = null;
    this.individual = null;
    this.influence = null;
    this.influenceProgress = null;
    this.failure = null;
    this.shownElsewhere = [];
    this.busy = false;
    this.asks = false;
    answerStamps(this, () => this.report);
  }

  /** Shows the first thing to confirm, and goes on from there. */
  goToConfirm(): void {
    this.renderRoot.querySelector('fc-to-confirm')?.goToFirst();
  }

  override render(): TemplateResult {
    const { report, failure } = this;
    return html`<div aria-busy=${this.busy ? 'true' : 'false'}>
      <fc-notice
        kind="error"
        .heading=${strings.results.failedTitle}
        .problems=${failure ? [problemText(failure)] : []}
      ></fc-notice>
      ${report ? this._report(report) : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('report') || !this.report || performance.getEntriesByName(firstTableMark).length > 0) return;
    const table = this.renderRoot.querySelector('fc-table');
    table?.updateComplete.then(
      () => performance.mark(firstTableMark),
      () => undefined,
    );
  }

  private _report(report: Report): TemplateResult {
    const elsewhere = report.errors.filter((error) =>
      this.shownElsewhere.includes(problemFile(inWords(error, report.plan)) ?? ''),
    );
    const inOutcomes = report.outcomes.map(({ error }) => error?.message);
    const here = report.errors.filter((error) => !elsewhere.includes(error) && !inOutcomes.includes(error.message));
    const counted = elsewhere.length > 0 ? [plainProblem(strings.results.seeFiles(elsewhere.length))] : [];
    return html`<fc-notice
        kind="error"
        .heading=${strings.results.errors}
        .problems=${[...here.map((error) => problemText(inWords(error, report.plan))), ...counted]}
      ></fc-notice>
      <fc-notice
        .heading=${strings.results.trialWarnings}
        .problems=${report.warnings.map(({ message }) => plainProblem(message))}
      ></fc-notice>
      ${
        report.outcomes.length > 0
          ? html`<fc-to-confirm .report=${report} ?asks=${this.asks}></fc-to-confirm>
              <fc-table id="headline" stacks .spec=${headlineTable(report)} .beside=${confirmNotes(report)}></fc-table>
              <fc-terms .names=${headlineTerms(report)}></fc-terms>${this._methods(report)}
              <fc-origin .report=${report}></fc-origin>
              ${figureOf(effectsForest(report))} ${this._effects(report)}`
          : nothing
      }
      <fc-participants .report=${report}></fc-participants>
      ${repeat(
        report.outcomes,
        ({ id }) => id,
        (outcome) =>
          html`<fc-outcome-result
            .report=${report}
            .outcome=${outcome}
            .looks=${this.looks}
            .looking=${this.looking}
            .notLookedAt=${this.notLookedAt}
            .individual=${this.individual}
            .influence=${this.influence}
            .influenceProgress=${this.influenceProgress}
          ></fc-outcome-result>`,
      )}
      ${this._quality(report)}
      <fc-safety .report=${report}></fc-safety>
      <fc-paragraphs .report=${report}></fc-paragraphs>`;
  }

  private _effects(report: Report): TemplateResult | typeof nothing {
    const table = effectsTable(report);
    return table === null
      ? nothing
      : html`<fc-table id="effects-in-full" stacks .spec=${table} .beside=${confirmNotes(report)}></fc-table>`;
  }

  private _quality(report: Report): TemplateResult | typeof nothing {
    const table = qualityTable(report);
    if (table === null) return nothing;
    return html`<section role="group" aria-labelledby="quality-title">
      <h3 id="quality-title">${strings.quality.title}</h3>
      <fc-table id="quality" .spec=${table}></fc-table>
      <fc-terms .names=${qualityTerms}></fc-terms>
    </section>`;
  }

  /** The method line of each outcome, the version, and the files the numbers came from. */
  private _methods(report: Report): TemplateResult {
    const lines = report.outcomes.map((outcome) => shortMethod(report, outcome)).filter((line) => line !== null);
    const files = report.files.map(({ name, sha256 }) => strings.methods.sha(name, sha256));
    const { name, version } = report.software;
    return html`<div class="method">
      <p>
        <strong>${strings.results.methods}.</strong> ${lines.join(' ')} ${strings.methods.software(name, version)}
        ${files.length > 0 ? strings.methods.data(files.join(strings.listSeparator)) : nothing}
      </p>
    </div>`;
  }
}

/** When the first headline table stood on the page. */
export const firstTableMark = 'fc:first-table';

customElements.define('fc-results', FcResults);

declare global {
  interface HTMLElementTagNameMap {
    'fc-results': FcResults;
  }
}
