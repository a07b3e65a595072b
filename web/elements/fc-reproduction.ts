// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Report } from '../contract/report.js';
import {
  compareFiles,
  compareReports,
  neededDigits,
  type FileCompared,
  type Held,
  type ReportComparison,
} from '../report-compare/compare.js';
import { strings } from '../text/strings.js';
import { differencesTable, verdictText } from '../text/tables/reproduction.js';
import { emit } from './events.js';
import './fc-table.js';
import { base, controls } from './styles.js';

const words = strings.reproduction;

/**
 * A report made earlier beside the one that was computed now: a verdict, what differs, and whether the data are the same.
 * Until there is one to compare with, the files it takes.
 *
 * @fires fc-forget-report - the comparison is to be closed
 */
export class FcReproduction extends LitElement {
  static override properties = {
    former: { attribute: false },
    report: { attribute: false },
    files: { attribute: false },
    busy: { type: Boolean },
  };
  static override styles = [
    base,
    controls,
    css`
      section {
        border-inline-start: 3px solid var(--_warn);
        padding: 0.6rem 0.9rem;
        margin-block: 1rem;
        font-size: 0.9375rem;
        overflow-wrap: anywhere;
      }
      .reproduced {
        border-color: var(--_accent);
      }
      .differs {
        border-color: var(--_error);
      }
      h3 {
        font-family: var(--_sans);
        font-size: 1rem;
        font-weight: 600;
        line-height: 1.4;
        margin: 0;
      }
      .verdict {
        font-size: 1.0625rem;
        font-weight: 600;
      }
      ul {
        margin: 0.3rem 0;
        padding-inline-start: 1.2rem;
      }
      li small {
        display: block;
      }
    `,
  ];

  declare former: Report | null;
  /** What was computed now; null while there is nothing. */
  declare report: Report | null;
  /** Files held. */
  declare files: readonly Held[];
  declare busy: boolean;
  private _comparison: ReportComparison | null = null;

  constructor() {
    super();
    this.former = null;
    this.report = null;
    this.files = [];
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('former') && !changed.has('report')) return;
    this._comparison = this.former && this.report ? compareReports(this.former, this.report) : null;
  }

  override render(): TemplateResult | typeof nothing {
    const { former } = this;
    if (!former) return nothing;
    const comparison = this.busy ? null : this._comparison;
    return html`<section role="group" class=${comparison ? lookOf(comparison) : ''} aria-labelledby="title">
      <h3 id="title">${words.title}</h3>
      ${comparison ? this._compared(former, comparison) : this._waiting(former)}
      <div class="actions">
        <button type="button" @click=${() => emit(this, 'fc-forget-report', null)}>${words.close}</button>
      </div>
    </section>`;
  }

  private _waiting(former: Report): TemplateResult {
    const files = compareFiles(former, this.files);
    const isThere = files.every(({ state }) => state !== 'absent');
    const { working, failed, waiting } = words.verdicts;
    return html`<p class="verdict" role="status">${this.busy ? working : isThere ? failed : waiting}</p>
      ${fileList(files)}`;
  }

  private _compared(former: Report, comparison: ReportComparison): TemplateResult {
    const table = differencesTable(former, comparison);
    const { verdict, numbers, agreeing, added, files, isPlanAltered, software } = comparison;
    const isComparable = verdict !== 'identical' && verdict !== 'agrees';
    return html`<p class="verdict" role="status">${verdictText(comparison)}</p>
      ${isPlanAltered ? html`<p>${words.altered}</p>` : nothing}
      <p>
        ${isComparable ? words.counted(agreeing, numbers) : nothing} ${added > 0 ? words.added(added) : nothing}
        ${words.software(software.was, software.is)}
        ${verdict === 'identical' ? nothing : words.digitsNeeded(neededDigits)}
      </p>
      ${
        verdict === 'other_data'
          ? fileList(files)
          : html`<details>
              <summary>${words.data}</summary>
              ${fileList(files)}
            </details>`
      }
      ${
        table
          ? html`<details ?open=${verdict === 'differs'}>
              <summary>${words.caption}</summary>
              <fc-table stacks .spec=${table}></fc-table>
            </details>`
          : nothing
      }`;
  }
}

const lookOf = ({ verdict }: ReportComparison): string =>
  verdict === 'identical' || verdict === 'agrees' ? 'reproduced' : verdict === 'differs' ? 'differs' : '';

const fileList = (files: readonly FileCompared[]): TemplateResult =>
  html`<ul>
    ${files.map(
      ({ name, sha256, state, elsewhere }) =>
        html`<li>
          ${words.file[state](name)} <small>${words.sha(sha256)}</small>
          ${elsewhere === undefined ? nothing : html`<small>${words.elsewhere(elsewhere)}</small>`}
        </li>`,
    )}
  </ul>`;

customElements.define('fc-reproduction', FcReproduction);

declare global {
  interface HTMLElementTagNameMap {
    'fc-reproduction': FcReproduction;
  }
}
