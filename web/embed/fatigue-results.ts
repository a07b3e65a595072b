// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { InputError, Report } from '../contract/report.js';
import { EngineError } from '../contract/engine.js';
import '../elements/fc-notice.js';
import '../elements/fc-table.js';
import { base } from '../elements/styles.js';
import { engineError } from '../read/errors.js';
import { plainProblem, problemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { attributeText } from './attribute_text.js';
import { checkedReport, fetchReport } from './results/checked_report.js';
import { ofOutcome, partNames, partsOf, usualParts, warningsOf, type Part, type PartName } from './results/parts.js';
import type { PlotName } from './results/plots.js';
import { TextAround, textAround } from './text_around.js';
import { warnOfUnknown } from './unknown_words.js';

const words = strings.results.published;
const plotNames: readonly PlotName[] = ['forest', 'flow', 'means', 'visits', 'safety'];

/**
 * The published results of a trial: tables, sentences and plots of a report that the calculator saved. It computes
 * nothing, needs no WebAssembly, and a report of groups holds no participant's data.
 *
 * @element fatigue-results
 *
 * @attr {string} src - Address of a report (JSON), fetched without cookies; at most 20 MB.
 * @attr {string} show - What is shown, between spaces: headline, methods, effects, flow, baseline, means, responders, details, quality, safety, text; `all` for everything. Without it: headline methods means responders baseline safety.
 * @attr {string} plots - Plots that are shown, between spaces: forest, flow, means, visits, safety; `all` for every one, and so does the bare attribute. They are a second script, loaded only then, or for `text`.
 * @attr {string} outcome - One outcome alone, by its id or its name, in small or capital letters.
 *
 * @prop {Report | null} report - The report itself, in the place of `src`; read, what is shown.
 *
 * @fires ready - What was asked for is shown for the first time.
 * @fires {CustomEvent<{report: Report}>} result - There is a report to show.
 * @fires {CustomEvent<InputError>} error - The report, or its plots and sentences, cannot be loaded or shown: code, message, detail.
 *
 * @slot - What is shown until the element is there.
 * @slot loading - What is shown while the report is loaded.
 * @slot intro - Above the results.
 * @slot footer - Below them.
 *
 * @csspart section - Around each part of the report; also has the name of the part.
 * @csspart heading - A heading, or the caption of a table or plot.
 * @csspart text - A paragraph.
 * @csspart plots - Around the plots.
 *
 * @cssprop --fc-sans - Font of text; without it, that of the page around.
 * @cssprop --fc-serif - Font of headings; without it, that of the page around.
 * @cssprop --fc-ink - Colour of text; without it, that of the page around.
 * @cssprop --fc-soft - Colour of lesser text.
 * @cssprop --fc-paper - Background of tables; without it, what is behind the element.
 * @cssprop --fc-panel - Background of warnings.
 * @cssprop --fc-line - Colour of lines.
 * @cssprop --fc-accent - Colour of links and buttons.
 * @cssprop --fc-warn - Colour of warnings.
 * @cssprop --fc-error - Colour of errors.
 */
export class FatigueResults extends LitElement {
  static override properties = {
    src: {},
    // The getter gives what is shown, which is not yet what was set.
    report: { attribute: false, noAccessor: true, hasChanged: () => true },
    show: {},
    plots: {},
    outcome: {},
    _report: { state: true },
    _text: { state: true },
    _failure: { state: true },
    _missed: { state: true },
  };
  static override styles = [
    base,
    textAround,
    css`
      .around {
        --fc-paper: var(--_around);
        --fc-ink: var(--_text);
      }
      p {
        overflow-wrap: anywhere;
        font-size: 0.9375rem;
      }
      @media print {
        p {
          font-size: 9.5pt;
        }
      }
    `,
  ];

  declare src: string | null;
  declare show: string | null;
  declare plots: string | null;
  declare outcome: string | null;
  declare _report: Report | null;
  /** Parts of the second script. */
  declare _text: readonly Part[];
  declare _failure: InputError | null;
  /** Why what the second script has is not shown. */
  declare _missed: InputError | null;

  private readonly _around = new TextAround(this);
  private _given: unknown = null;
  private _control: AbortController | null = null;
  private _parts: Part[] = [];
  private _shown: Report | null = null;
  private _isReady = false;
  /** Of which report the sentences are. */
  private _toldOf: Report | null = null;
  /** Counts what was asked to be drawn; only the newest is. */
  private _drawings = 0;

  constructor() {
    super();
    this.src = null;
    this.show = null;
    this.plots = null;
    this.outcome = null;
    this._report = null;
    this._text = [];
    this._failure = null;
    this._missed = null;
  }

  get report(): Report | null {
    return this._report;
  }

  set report(report: Report | null) {
    const before = this._given;
    this._given = report;
    this.requestUpdate('report', before);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was being loaded when it was taken out is loaded again.
    if (this._control?.signal.aborted && this._report === null) void this._load();
  }

  /** Moving it takes it out for a moment; only what stays out stops loading. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this._control?.abort();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('report') || changed.has('src')) void this._load();
    const isOther = (['report', '_report', 'show', 'outcome'] as const).some((name) => changed.has(name));
    if (isOther) {
      this._arrange();
    }
  }

  private async _load(): Promise<void> {
    this._control?.abort();
    const control = (this._control = new AbortController());
    this._failure = this._missed = null;
    this._isReady = false;
    const { _given: given, src } = this;
    this._take(null);
    try {
      if (given !== null && given !== undefined) this._take(checkedReport(given));
      else if (src === '') throw engineError('no_report', words.noAddress);
      else if (src !== null && src !== undefined) {
        const report = await fetchReport(src, control.signal);
        if (!control.signal.aborted) this._take(report);
      }
    } catch (error) {
      if (!control.signal.aborted) this._fail(error);
    }
  }

  private _take(report: Report | null): void {
    this._report = report;
    if (report) this._tell('result', { report });
  }

  private _fail(error: unknown): void {
    const { code, message, detail } =
      error instanceof EngineError
        ? error
        : new EngineError({ code: 'bad_report', message: words.unreadable, detail: {} });
    this._failure = { code, message, detail };
    this._tell('error', this._failure);
  }

  /** Tables are made before anything is rendered: a report that is none of ours shows nothing of itself. */
  private _arrange(): void {
    this._parts = [];
    this._shown = this._report;
    const { _report: report } = this;
    const outcome = attributeText(this.outcome);
    if (!report) return;
    this._failure = null;
    try {
      this._shown = outcome === null || outcome === '' ? report : ofOutcome(report, outcome);
      if (!this._shown)
        throw engineError(
          'no_such_outcome',
          words.noOutcome(outcome ?? '', listed(report.outcomes.map(({ id }) => id))),
        );
      this._parts = partsOf(this._shown, namesIn('show', this.show, partNames, usualParts));
    } catch (error) {
      this._shown = null;
      this._fail(error);
    }
  }

  private _tell(type: 'ready' | 'result' | 'error', detail: unknown): void {
    const travels = type !== 'error';
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: travels, composed: travels }));
  }

  override render(): TemplateResult {
    return html`<slot name="intro"></slot>
      <div class="around ${this._around.scheme}" dir="ltr" lang=${strings.language}>${this._body()}</div>
      <slot name="footer"></slot>`;
  }

  private _body(): TemplateResult | typeof nothing {
    if (this._failure) {
      return html`<fc-notice
        kind="error"
        .heading=${words.failed}
        .problems=${[problemText(this._failure)]}
      ></fc-notice>`;
    }
    const report = this._shown;
    if (!report)
      return this.src ? html`<slot name="loading"><p class="soft" role="status">${words.loading}</p></slot>` : nothing;
    return html`<fc-notice
        .heading=${strings.results.warnings}
        .problems=${warningsOf(report).map(plainProblem)}
      ></fc-notice>
      ${[...this._parts, ...this._text].map((part) => sectionOf(part))}
      <fc-notice .heading=${words.incomplete} .problems=${this._missed ? [problemText(this._missed)] : []}></fc-notice>
      <div part="plots"></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const drawn = [...changed.keys()].some((name) => !ofSecond.includes(name)) ? this._draw() : Promise.resolve();
    if (this._isReady || (!this._failure && !this._shown)) return;
    this._isReady = true;
    if (this._shown) void this._tellReady(this._shown, drawn);
  }

  /** Once everything is in its place, tables and plots too. */
  private async _tellReady(report: Report, drawn: Promise<unknown>): Promise<void> {
    await drawn;
    await Promise.all([...this.renderRoot.querySelectorAll<LitElement>('*')].map((inner) => inner.updateComplete));
    if (this._shown === report) this._tell('ready', null);
  }

  /** What the second script has: plots, and sentences as for a paper. */
  private async _draw(): Promise<void> {
    const mine = ++this._drawings;
    const place = this.renderRoot.querySelector('[part=plots]');
    const plots = attributeText(this.plots);
    const names = plots === null ? [] : namesIn('plots', plots, plotNames, plotNames);
    const report = this._shown;
    const wantsText = namesIn('show', this.show, partNames, usualParts).includes('text');
    if (!report || !wantsText) this._tellText([], null);
    if (!place || !report || (names.length === 0 && !wantsText)) {
      this._missed = null;
      return place?.replaceChildren();
    }
    try {
      const { plotsOf, textParts } = await import('./results/plots.js');
      if (mine !== this._drawings) return;
      place.replaceChildren(...plotsOf(this, report, names));
      if (wantsText) this._tellText(textParts(report), report);
      this._missed = null;
    } catch (error) {
      if (mine !== this._drawings) return;
      place.replaceChildren();
      this._tellText([], null);
      this._miss(error);
    }
  }

  /** A script that cannot be had takes nothing of the tables away. */
  private _miss(error: unknown): void {
    if (this._missed) return;
    console.warn('fatigue-results: plots and text', error);
    const detail = { file: 'results-plots.js', remedy: words.missedRemedy };
    this._missed = { code: 'not_loaded', message: words.missed, detail };
    this._tell('error', this._missed);
  }

  private _tellText(parts: Part[], of: Report | null): void {
    if (this._toldOf === of) return;
    this._toldOf = of;
    this._text = parts;
  }
}

/** What changes when the second script has been asked for. */
const ofSecond: readonly PropertyKey[] = ['_text', '_missed'];

const listed = (names: readonly string[]): string => names.join(strings.listSeparator);

/** Names between spaces, those that are known; `all` is all of them. */
function namesIn<Name extends string>(
  attribute: string,
  list: unknown,
  known: readonly Name[],
  usual: readonly Name[],
): readonly Name[] {
  const asked = (attributeText(list) ?? '').split(/[\s,]+/).filter((name) => name !== '');
  warnOfUnknown(`fatigue-results: ${attribute}`, asked, [...known, 'all']);
  if (asked.length === 0) return usual;
  return asked.includes('all') ? known : known.filter((name) => asked.includes(name));
}

function sectionOf({ name, heading, tables, sentences }: Part): TemplateResult {
  return html`<section part=${`section ${name satisfies PartName}`}>
    ${heading === undefined ? nothing : html`<h3 part="heading">${heading}</h3>`}
    ${tables.map((table) => html`<fc-table stacks exportparts="heading" .spec=${table}></fc-table>`)}
    ${sentences.map((sentence) => html`<p part="text">${sentence}</p>`)}
  </section>`;
}

if (!customElements.get('fatigue-results')) customElements.define('fatigue-results', FatigueResults);

declare global {
  interface HTMLElementTagNameMap {
    'fatigue-results': FatigueResults;
  }
}
