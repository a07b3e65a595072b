// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Report } from '../contract/report.js';
import { eventsCourseFigure, eventsFigure } from '../figures/events.js';
import { strings } from '../text/strings.js';
import { safetyTable } from '../text/tables/safety.js';
import {
  breakdownNames,
  safetyBreakdownTable,
  safetyComparisonsTable,
  safetySystemsTable,
} from '../text/tables/safety_more.js';
import { figureOf } from './fc-figure.js';
import './fc-table.js';
import { base } from './styles.js';

/** Side effects: counts, comparisons, kinds and course. */
export class FcSafety extends LitElement {
  static override properties = { report: { attribute: false } };
  static override styles = [base];

  declare report: Report | null;

  constructor() {
    super();
    this.report = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report?.safety) return nothing;
    const { safety } = report;
    const kinds = breakdownNames.flatMap((name) => safetyBreakdownTable(report, safety, name) ?? []);
    const more = [safetySystemsTable(report, safety) ?? [], safetyComparisonsTable(report, safety) ?? []].flat();
    return html`<section role="group" aria-labelledby="safety-title">
      <h3 id="safety-title">${strings.results.safety}</h3>
      <fc-table id="safety" .spec=${safetyTable(report, safety)}></fc-table>
      ${figureOf(eventsFigure(report, safety))}
      ${kinds.map((table) => html`<fc-table class="breakdown" .spec=${table}></fc-table>`)}
      ${figureOf(eventsCourseFigure(report, safety))}
      ${
        more.length > 0
          ? html`<details>
              <summary>${strings.figures.moreSafety}</summary>
              ${more.map((table) => html`<fc-table class="more" .spec=${table}></fc-table>`)}
            </details>`
          : nothing
      }
    </section>`;
  }
}

customElements.define('fc-safety', FcSafety);

declare global {
  interface HTMLElementTagNameMap {
    'fc-safety': FcSafety;
  }
}
