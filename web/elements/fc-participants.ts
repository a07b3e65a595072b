// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Report } from '../contract/report.js';
import { flowFigure } from '../figures/flow.js';
import { blindingTerms } from '../text/shown_terms.js';
import { strings } from '../text/strings.js';
import { baselineTable } from '../text/tables/baseline.js';
import { blindingIndicesTable, guessesTable } from '../text/tables/blinding.js';
import { flowTable } from '../text/tables/flow.js';
import { figureOf } from './fc-figure.js';
import './fc-table.js';
import './fc-terms.js';
import { base } from './styles.js';

/** Who took part: flow, baseline, and what they guessed. */
export class FcParticipants extends LitElement {
  static override properties = { report: { attribute: false } };
  static override styles = [base];

  declare report: Report | null;

  constructor() {
    super();
    this.report = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    const { flow, blinding } = report;
    const figures = flow ? flow.outcomes.map((outcome) => flowFigure(report, flow, outcome)) : [];
    const [first, ...others] = figures;
    const counts = flowTable(report);
    const baseline = baselineTable(report);
    if (!first && !baseline && !blinding) return nothing;
    return html`<section role="group" aria-labelledby="title">
      <h3 id="title">${strings.figures.participants}</h3>
      ${first ? figureOf(first) : nothing}
      ${baseline ? html`<fc-table id="baseline" .spec=${baseline}></fc-table>` : nothing}
      ${
        blinding
          ? html`<fc-table id="guesses" .spec=${guessesTable(report, blinding)}></fc-table>
              <fc-table id="blinding" .spec=${blindingIndicesTable(report, blinding)}></fc-table>
              <fc-terms .names=${blindingTerms}></fc-terms>`
          : nothing
      }
      ${
        others.length > 0 || counts
          ? html`<details>
              <summary>${strings.figures.moreFlow}</summary>
              ${others.map(figureOf)} ${counts ? html`<fc-table id="flow" .spec=${counts}></fc-table>` : nothing}
            </details>`
          : nothing
      }
    </section>`;
  }
}

customElements.define('fc-participants', FcParticipants);

declare global {
  interface HTMLElementTagNameMap {
    'fc-participants': FcParticipants;
  }
}
