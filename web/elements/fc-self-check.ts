// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import reference from 'virtual:fatigue-reference';
import type { FitRequest } from '../contract/fit.js';
import { numbersIn } from '../reference/compare.js';
import {
  checkAll,
  leastDigits,
  worstFirst,
  type CheckedCase,
  type FitFile,
  type RunProgress,
} from '../reference/run.js';
import { strings, type Choice } from '../text/strings.js';
import { digitsText, enoughDigits, selfCheckSentences, selfCheckTable } from '../text/tables/self_check.js';
import './fc-table.js';
import { base, controls } from './styles.js';

const text = strings.selfCheck;

interface Finished {
  cases: CheckedCase[];
  seconds: number;
  isCancelled: boolean;
}

/** Fits the stored cases of other software anew and shows, case by case, how many digits agree. */
export class FcSelfCheck extends LitElement {
  static override properties = {
    fit: { attribute: false },
    _progress: { state: true },
    _finished: { state: true },
    _open: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      .small {
        font-size: 0.875rem;
        color: var(--_soft);
      }
      progress {
        inline-size: min(100%, 20rem);
      }
      ol {
        list-style: none;
        margin: 0.5rem 0;
        padding: 0;
        border-block-end: 1px solid var(--_line);
      }
      li {
        border-block-start: 1px solid var(--_line);
        padding-block: 0.4rem;
      }
      summary {
        overflow-wrap: anywhere;
      }
      .line {
        display: block;
        font-size: 0.875rem;
        color: var(--_soft);
        padding-inline-start: 1.05rem;
        overflow-wrap: anywhere;
      }
      .poor {
        color: var(--_error);
      }
    `,
  ];

  /** Fits a model to a file as the page's worker does. */
  declare fit: FitFile | null;
  declare _progress: RunProgress | null;
  declare _finished: Finished | null;
  /** Cases that have been opened: only their tables are made. */
  declare _open: ReadonlySet<CheckedCase>;
  private _control: AbortController | null = null;

  constructor() {
    super();
    this.fit = null;
    this._progress = null;
    this._finished = null;
    this._open = new Set();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._control?.abort();
  }

  override render(): TemplateResult {
    const shown = { cases: reference.cases.length, numbers: storedNumbers };
    return html`<p>${text.lead}</p>
      <p class="small">${text.scope(shown, reference.all)}</p>
      <div class="actions">
        ${
          this._progress
            ? html`<progress
                  aria-label=${text.running}
                  max=${this._progress.total}
                  value=${this._progress.done}
                ></progress>
                <span>${text.progress(this._progress.done + 1, this._progress.total, this._progress.name ?? '')}</span>
                <button type="button" @click=${() => this._stop()}>${text.cancel}</button>`
            : html`<button type="button" @click=${() => void this._run()}>
                ${this._finished ? text.again : text.start}
              </button>`
        }
      </div>
      <div role="status">${this._finished ? totals(this._finished) : nothing}</div>
      ${this._finished && this._finished.cases.length > 0 ? this._cases(this._finished.cases) : nothing}`;
  }

  private _cases(cases: readonly CheckedCase[]): TemplateResult {
    return html`<p class="small">${text.worstFirst}</p>
      <ol>
        ${worstFirst(cases).map((one) => html`<li>${this._case(one)}</li>`)}
      </ol>
      <p class="small">${text.meaning}</p>`;
  }

  private _case(one: CheckedCase): TemplateResult {
    const { reference, numbers, failure } = one;
    const opened = (event: Event): void => {
      if ((event.target as HTMLDetailsElement).open) this._open = new Set([...this._open, one]);
    };
    return html`<details @toggle=${opened}>
      <summary>
        ${reference.name}:
        <span class=${failure !== null || leastDigits(one) < enoughDigits ? 'poor' : ''}
          >${failure === null ? text.caseLine(numbers.length, digitsText(leastDigits(one))) : text.failedCase(failure)}</span
        >
        <span class="line">${modelText(reference.request)}</span>
        <span class="line">${text.madeBy(softwareNames(one).join('; '))}</span>
      </summary>
      ${this._open.has(one) && failure === null ? html`<fc-table .spec=${selfCheckTable(one)}></fc-table>` : nothing}
    </details>`;
  }

  private _stop(): void {
    this._control?.abort();
  }

  private async _run(): Promise<void> {
    const { fit } = this;
    if (!fit) return;
    const control = new AbortController();
    this._control = control;
    this._finished = null;
    this._open = new Set();
    const start = performance.now();
    const cases = await checkAll(reference, fit, control.signal, (progress) => (this._progress = progress));
    this._progress = null;
    const seconds = (performance.now() - start) / 1000;
    this._finished = { cases, seconds, isCancelled: control.signal.aborted };
  }
}

function modelText({ formula, method = 'REML', df = 'kenward_roger', vcov = 'model', weights }: FitRequest): string {
  const { dfMethod, vcov: vcovs } = strings.choices;
  const name = (choice: Choice): string => choice.technical ?? choice.plain;
  return [
    formula,
    method,
    text.df(name(dfMethod[df])),
    ...(vcov === 'model' ? [] : [text.vcov(name(vcovs[vcov]))]),
    ...(weights === undefined ? [] : [text.weights(weights)]),
  ].join('; ');
}

function totals({ cases, seconds, isCancelled }: Finished): TemplateResult {
  const sentences = cases.length > 0 ? selfCheckSentences(cases, seconds) : [];
  return html`<p>
    ${isCancelled ? text.cancelled(cases.length, reference.cases.length) : nothing} ${sentences.join(' ')}
  </p>`;
}

const softwareNames = ({ numbers }: CheckedCase): string[] =>
  [...new Set(numbers.map(({ software }) => software))].sort();

const storedNumbers = reference.cases.reduce((sum, one) => sum + numbersIn(one), 0);

customElements.define('fc-self-check', FcSelfCheck);

declare global {
  interface HTMLElementTagNameMap {
    'fc-self-check': FcSelfCheck;
  }
}
