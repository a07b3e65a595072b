// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Report } from '../contract/report.js';
import { copyRich } from '../export/copy.js';
import { escapeHtml } from '../export/html_escape.js';
import { provenanceLines } from '../export/provenance.js';
import { paragraphsOf, type Paragraphs } from '../text/paragraphs.js';
import { textOf, valueAt, type Segment } from '../text/segments.js';
import { strings } from '../text/strings.js';
import { stampOf } from './stamp.js';
import { base, controls } from './styles.js';

const words = strings.paragraphs;
const text = strings.exports;

/** Methods and results in sentences, with their references, to be copied into a manuscript. */
export class FcParagraphs extends LitElement {
  static override properties = { report: { attribute: false }, _told: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      .prose {
        max-inline-size: 44rem;
        line-height: 1.6;
      }
      ol {
        padding-inline-start: 1.75rem;
        font-size: 0.875rem;
        overflow-wrap: anywhere;
      }
      data {
        font-variant-numeric: lining-nums;
        text-decoration: underline dotted var(--_line) 1px;
        text-underline-offset: 0.2em;
      }
      h4 {
        break-after: avoid;
      }
      @media print {
        data {
          text-decoration: none;
        }
        .prose {
          max-inline-size: none;
        }
      }
    `,
  ];

  declare report: Report | null;
  declare _told: string;

  constructor() {
    super();
    this.report = null;
    this._told = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('report')) this._told = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report || report.outcomes.length === 0) return nothing;
    const paragraphs = paragraphsOf(report);
    const { methods, results, references } = paragraphs;
    return html`<section role="group" aria-labelledby="title">
      <h3 id="title">${words.title}</h3>
      <p class="soft no-print">${text.paragraphsLead}</p>
      <h4>${words.methodsTitle}</h4>
      <p class="prose" id="methods-text">${methods.map((segment) => segmentOf(segment, report))}</p>
      <h4>${words.resultsTitle}</h4>
      <p class="prose" id="results-text">${results.map((segment) => segmentOf(segment, report))}</p>
      ${
        references.length === 0
          ? nothing
          : html`<h4>${words.referencesTitle}</h4>
              <ol class="prose">
                ${references.map((reference) => html`<li>${reference.text}</li>`)}
              </ol>`
      }
      <div class="actions no-print">
        <button type="button" @click=${() => void this._copy(paragraphs)}>
          ${text.word}<span class="hidden-text">: ${words.title}</span>
        </button>
        <span role="status">${this._told}</span>
      </div>
    </section>`;
  }

  private async _copy({ methods, results, references }: Paragraphs): Promise<void> {
    const stamp = stampOf(this);
    const parts: [tag: string, text: string][] = [
      ['h3', words.methodsTitle],
      ['p', textOf(methods)],
      ['h3', words.resultsTitle],
      ['p', textOf(results)],
      ...(references.length > 0 ? [['h3', words.referencesTitle] as [string, string]] : []),
      ...references.map((reference, i): [string, string] => ['p', `${i + 1}. ${reference.text}`]),
      ...(stamp ? provenanceLines(stamp).map((line): [string, string] => ['p', line]) : []),
    ];
    const markup = parts.map(([tag, part]) => `<${tag}>${escapeHtml(part)}</${tag}>`).join('\n');
    const isDone = await copyRich(markup, `${parts.map(([, part]) => part).join('\n\n')}\n`);
    this._told = isDone ? text.copied : text.notCopied;
  }
}

/** A number carries the report's own, unrounded. */
function segmentOf({ text: shown, value }: Segment, report: Report): TemplateResult | string {
  const own = value && valueAt(report, value.path);
  if (typeof own !== 'number') return shown;
  return html`<data value=${String(own)} data-path=${value?.path ?? nothing} title=${text.exactly(String(own))}
    >${shown}</data
  >`;
}

customElements.define('fc-paragraphs', FcParagraphs);

declare global {
  interface HTMLElementTagNameMap {
    'fc-paragraphs': FcParagraphs;
  }
}
