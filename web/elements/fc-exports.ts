// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Individual } from '../contract/individual.js';
import type { Report } from '../contract/report.js';
import type { Paper } from '../export/docx/page.js';
import {
  estimatesFile,
  neededScores,
  planFile,
  reportFile,
  rFile,
  sasFile,
  scoredOutcomes,
  scoresFile,
  type ExportFile,
} from '../export/files.js';
import { provenanceOf, today, type Provenance } from '../export/provenance.js';
import { analysisFile, docxFile, figuresFile, htmlFile, markdownFile } from '../export/report/files.js';
import { strings } from '../text/strings.js';
import { selectField } from './controls.js';
import { emit } from './events.js';
import { base, controls } from './styles.js';

const words = strings.exports;

/** What is not part of the report: asked for only when a reader wants a file that needs it. */
export interface ExportSources {
  individual(): Promise<Individual>;
  /** The trial's files as they were given. */
  data(): Promise<{ name: string; bytes: Uint8Array }[]>;
}

/**
 * Everything a reader can take away from a report.
 *
 * @fires fc-save-file - a file to save: {name, type, content}
 */
export class FcExports extends LitElement {
  static override properties = {
    report: { attribute: false },
    sources: { attribute: false },
    prints: { attribute: false },
    _paper: { state: true },
    _told: { state: true },
    _busy: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        gap: 0.5rem 2.5rem;
      }
      .actions {
        margin-block: 0.5rem;
        align-items: end;
      }
      .told {
        font-size: 0.875rem;
        color: var(--_soft);
        min-block-size: 1.5em;
      }
      p {
        font-size: 0.9375rem;
      }
    `,
  ];

  declare report: Report | null;
  declare sources: ExportSources | null;
  /** Whether printing the page prints the report. */
  declare prints: boolean;
  declare _paper: Paper;
  declare _told: string;
  declare _busy: boolean;

  constructor() {
    super();
    this.report = null;
    this.sources = null;
    this.prints = true;
    this._paper = /^en-(US|CA)$/.test(navigator.language) ? 'letter' : 'a4';
    this._told = '';
    this._busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('report')) this._told = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { report, sources } = this;
    if (!report) return nothing;
    return html`<section role="group" aria-labelledby="title">
      <h3 id="title">${words.title}</h3>
      <p class="soft">${words.lead}</p>
      <div class="groups">
        ${this._whole(report)} ${this._numbers(report)} ${this._figures(report)}
        ${sources === null ? nothing : this._again(report, sources)}
      </div>
      <p class="told" role="status">${this._told}</p>
    </section>`;
  }

  private _whole(report: Report): TemplateResult {
    const papers = Object.entries(words.papers).map(([value, label]) => ({ value, label }));
    return html`<div>
      <h4>${words.report}</h4>
      <p class="soft">${words.reportLead}</p>
      <div class="actions">
        ${this._button(words.docx, 'report.docx', (stamp) => docxFile(report, stamp, this._paper))}
        ${selectField({ label: words.paper }, papers, this._paper, (paper) => (this._paper = paper as Paper))}
      </div>
      <div class="actions">
        ${this._button(words.html, 'report.html', (stamp) => htmlFile(report, stamp))}
        ${this._button(words.md, 'report.md', (stamp) => markdownFile(report, stamp))}
        ${this.prints ? html`<button type="button" @click=${() => print()}>${words.print}</button>` : nothing}
      </div>
    </div>`;
  }

  private _numbers(report: Report): TemplateResult {
    return html`<div>
      <h4>${words.numbers}</h4>
      <p class="soft">${words.numbersLead}</p>
      <div class="actions">
        ${this._button(words.estimates, 'estimates.csv', (stamp) => estimatesFile(report, stamp))}
        ${this._button(words.reportJson, 'report.json', (stamp) => reportFile(report, stamp))}
        ${this._button(words.planJson, 'plan.json', () => planFile(report))}
      </div>
    </div>`;
  }

  private _figures(report: Report): TemplateResult {
    return html`<div>
      <h4>${words.figuresTitle}</h4>
      <p class="soft">${words.figuresLead}</p>
      <div class="actions">${this._button(words.figuresZip, 'figures.zip', (stamp) => figuresFile(report, stamp))}</div>
    </div>`;
  }

  private _again(report: Report, sources: ExportSources): TemplateResult | typeof nothing {
    const scored = scoredOutcomes(report);
    if (scored.length === 0) return nothing;
    const needed = neededScores(report).map((id) => scored.find((each) => each.id === id)?.label ?? id);
    return html`<div>
      <h4>${words.again}</h4>
      <p class="soft">
        ${words.againLead} ${needed.length > 0 ? words.needs(needed.map(words.scoresOf).join('; ')) : nothing}
      </p>
      <div class="actions">
        ${this._button(words.r, 'analysis.R', (stamp) => rFile(report, stamp))}
        ${this._button(words.sas, 'analysis.sas', (stamp) => sasFile(report, stamp))}
        ${this._button(words.zip, 'analysis.zip', async (stamp) =>
          analysisFile(report, await sources.individual(), await sources.data(), stamp),
        )}
      </div>
      <div class="actions">
        ${scored.map(({ id, label }) =>
          this._button(words.scoresOf(label), `scores-${id}.csv`, async (stamp) => {
            const file = scoresFile(report, id, await sources.individual(), stamp);
            if (!file) throw new Error(words.noModel(label));
            return file;
          }),
        )}
      </div>
      <p class="soft"><small>${words.scoresNote}</small></p>
    </div>`;
  }

  private _button(
    label: string,
    name: string,
    make: (stamp: Provenance) => ExportFile | Promise<ExportFile>,
  ): TemplateResult {
    return html`<button type="button" ?disabled=${this._busy} @click=${() => void this._save(name, make)}>
      ${label}
    </button>`;
  }

  /** A file that cannot be made is told, and never saved in part. */
  private async _save(name: string, make: (stamp: Provenance) => ExportFile | Promise<ExportFile>): Promise<void> {
    const { report } = this;
    if (!report) return;
    this._busy = true;
    this._told = words.working;
    try {
      const file = await make(provenanceOf(report, today()));
      emit(this, 'fc-save-file', file);
      this._told = words.saved(file.name);
    } catch (error) {
      this._told = words.failedToSave(name, error instanceof Error ? error.message : String(error));
    }
    this._busy = false;
  }
}

customElements.define('fc-exports', FcExports);

declare global {
  interface HTMLElementTagNameMap {
    'fc-exports': FcExports;
  }
}
