// SPDX-License-Identifier: MIT
import { css, html, nothing, type TemplateResult } from 'lit';
import type { DataCheck, ScoreCheck } from '../contract/check.js';
import type { Plan, TimeUnit } from '../contract/plan.js';
import { checkLists, checkProblems, checkSummary, unusedRows, type CheckList } from '../text/check.js';
import { plainProblem } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { timeUnitOf } from '../text/time_unit.js';
import { armsTable, filesTable, visitsTable } from '../text/tables/check.js';
import './fc-missing-map.js';
import './fc-notice.js';
import './fc-table.js';
import { OwnTaskElement } from './own_task.js';
import { base } from './styles.js';

const text = strings.check;

/** Problems of one severity listed in full; more are counted. */
const problemsShown = 50;

/** A diary has more days than a reader wants to pass by. */
const visitsUnfolded = 15;

/** What the data hold, before anything is fitted: one line that is always there, the rest folded behind it. */
export class FcDataCheck extends OwnTaskElement {
  static override properties = { check: { attribute: false }, plan: { attribute: false }, _open: { state: true } };
  static override styles = [
    base,
    css`
      :host {
        border-block: 1px solid var(--_line);
        padding-block: 0.75rem;
        margin-block: 1rem;
      }
      summary h3 {
        display: inline;
        font-family: var(--_sans);
        font-size: 1rem;
        margin: 0;
      }
      .lists h4 {
        font-family: var(--_sans);
        font-size: 0.9375rem;
        margin: 0.75rem 0 0.1rem;
      }
      .lists p {
        font-size: 0.875rem;
        margin: 0;
        overflow-wrap: anywhere;
      }
      .errors {
        color: var(--_error);
        font-weight: 600;
      }
    `,
  ];

  declare check: DataCheck | null;
  /** The plan that was checked. */
  declare plan: Pick<Plan, 'files' | 'instruments'>;
  declare _open: boolean;

  constructor() {
    super();
    this.check = null;
    this.plan = { files: [], instruments: [] };
    this._open = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { check } = this;
    if (!check) return nothing;
    const errors = check.problems.filter(({ severity }) => severity === 'error').length;
    return html`<details
      ?open=${this._open}
      @toggle=${(event: Event) => {
        if (event.target === event.currentTarget) this._open = (event.target as HTMLDetailsElement).open;
      }}
    >
      <summary>
        <h3>${text.title}</h3>
        <span>${checkSummary(check)}</span>
        ${errors > 0 ? html`<span class="errors">(${text.errors(errors)})</span>` : nothing}
      </summary>
      ${this._open ? this._body(check) : nothing}
    </details>`;
  }

  private _body(check: DataCheck): TemplateResult {
    const lists = checkLists(check, this.plan);
    const isClean = check.problems.length === 0 && check.armProblems.length === 0 && unusedRows(check) === 0;
    return html`<p><small>${text.confidential}</small></p>
      ${this._problems(check, 'error')} ${this._problems(check, 'warning')}
      <fc-notice
        .heading=${strings.results.warnings}
        .problems=${check.warnings.map(({ message }) => plainProblem(message))}
      ></fc-notice>
      ${isClean ? html`<p>${text.noProblems}</p>` : nothing}
      <fc-table .spec=${filesTable(check)}></fc-table>
      <fc-table .spec=${armsTable(check)}></fc-table>
      <div class="lists">${lists.map(listTemplate)}</div>
      ${check.scores.map((score) => scoreTemplate(score, timeUnitOf(this.plan, score.score)))}`;
  }

  private _problems(check: DataCheck, severity: 'error' | 'warning'): TemplateResult {
    const all = checkProblems(check.problems, severity);
    const more = all.length - problemsShown;
    const shown = more > 0 ? [...all.slice(0, problemsShown), plainProblem(text.moreProblems(more))] : all;
    return html`<fc-notice
      kind=${severity}
      .heading=${severity === 'error' ? text.errors(all.length) : text.warnings(all.length)}
      .problems=${shown}
    ></fc-notice>`;
  }
}

const listTemplate = ({ heading, entries }: CheckList): TemplateResult =>
  html`<h4>${heading}</h4>
    <p>${entries.join('; ')}</p>`;

const scoreTemplate = (score: ScoreCheck, unit: TimeUnit): TemplateResult =>
  html`${
      score.visits.length > visitsUnfolded
        ? html`<details>
            <summary>${text.visits(score.label)}</summary>
            <fc-table .spec=${visitsTable(score, unit)}></fc-table>
          </details>`
        : html`<fc-table .spec=${visitsTable(score, unit)}></fc-table>`
    } <fc-missing-map .check=${score} .unit=${unit}></fc-missing-map>`;

customElements.define('fc-data-check', FcDataCheck);

declare global {
  interface HTMLElementTagNameMap {
    'fc-data-check': FcDataCheck;
  }
}
