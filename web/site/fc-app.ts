// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../elements/fc-about.js';
import '../elements/fc-analysis.js';
import '../elements/fc-bar.js';
import type { FcDropZone } from '../elements/fc-drop-zone.js';
import '../elements/fc-drop-zone.js';
import '../elements/fc-exports.js';
import '../elements/fc-data-check.js';
import '../elements/fc-examples.js';
import '../elements/fc-file.js';
import '../elements/fc-guide.js';
import '../elements/fc-language.js';
import '../elements/fc-notice.js';
import '../elements/fc-own-instruments.js';
import '../elements/fc-progress.js';
import '../elements/fc-reproduction.js';
import '../elements/fc-results.js';
import '../elements/fc-waiting.js';
import type { Plan } from '../contract/plan.js';
import { listen, type SectionName } from '../elements/events.js';
import type { FileSummary } from '../engine/messages.js';
import { base, controls } from '../elements/styles.js';
import { isCrash } from '../text/crash.js';
import { inWords, plainProblem, problemFile, problemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { summaryOf } from '../text/summary.js';
import { keepClearOf } from './clear_of_bar.js';
import { downloadFile, downloadText } from './download.js';
import { exampleFiles, exampleNames } from './examples.js';
import notices from 'virtual:fatigue-notices';
import type { FitFile } from '../reference/run.js';
import { limitsSentence } from '../read/limits.js';
import { finishedPlan } from '../read/unfinished.js';
import { suggestWindows } from '../read/windows.js';
import { armValues } from './arm_edits.js';
import { docsLink } from './fc-beside.js';
import { emptyPlan } from './plan_edit.js';
import { showLanguage } from './page_language.js';
import { waitingFiles } from './plan_merge.js';
import { daysOf } from './study_days.js';
import type { Session } from './session.js';
import { isTextField, undoKey } from './undo_keys.js';
import { translated } from '../text/translated.js';

/** The page: what it is, data, analysis, results, one below the other. */
export class FcApp extends LitElement {
  static override properties = { session: { attribute: false } };
  static override styles = [
    base,
    controls,
    css`
      :host {
        max-inline-size: 58rem;
        margin-inline: auto;
        padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem;
        line-height: 1.5;
      }
      h1 {
        font: 600 clamp(1.75rem, 5vw, 2.25rem) / 1.15 var(--_serif);
        margin: 0.5rem 0 0.75rem;
        letter-spacing: -0.01em;
      }
      header p {
        max-inline-size: 44rem;
      }
      .title {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1rem;
        align-items: baseline;
        justify-content: space-between;
      }
      .lead {
        font-size: 1.0625rem;
      }
      .trial {
        font-family: var(--_serif);
        font-size: 1.0625rem;
        margin: 0;
      }
      fc-bar {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        margin-inline: calc(-1 * clamp(1rem, 4vw, 2.5rem));
        padding-inline: clamp(1rem, 4vw, 2.5rem);
      }
      h2:focus {
        outline: none;
      }
      .status {
        font-size: 0.875rem;
        color: var(--_soft);
        min-block-size: 1.5em;
        margin: 0;
      }
      footer {
        margin-block-start: 3rem;
        font-size: 0.875rem;
        color: var(--_soft);
      }
      footer pre {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: 0.75rem;
      }
      .results-head {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: baseline;
        margin: 2.75rem 0 0.25rem;
        padding-top: 0.75rem;
        border-top: 1px solid var(--_line);
      }
      .results-head h2 {
        border: 0;
        margin: 0;
        padding: 0;
      }
      @media print {
        :host {
          max-inline-size: none;
          padding: 0;
        }
        h1 {
          font-size: 16pt;
        }
      }
    `,
  ];

  declare session: Session | null;
  private readonly _render = (): void => this.requestUpdate();
  private readonly _fit: FitFile = (request, file) => {
    if (!this.session) throw new Error('the page has no session');
    return this.session.fit(request, file);
  };
  private readonly _dragOver = (event: DragEvent): void => event.preventDefault();
  private readonly _drop = (event: DragEvent): void => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (files.length > 0) void this.session?.open(files);
    else if (text.trim() !== '') this._dropZone?.takeText(text);
  };
  private readonly _paste = (event: ClipboardEvent): void => {
    const isField = event.composedPath().some((node) => node instanceof HTMLElement && node.matches('input, textarea'));
    if (isField) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // Cells copied from a spreadsheet come as text and as a picture; the text is meant.
    if (text.trim() !== '') this._dropZone?.takeText(text);
    else if (files.length > 0) void this.session?.open(files);
  };

  private readonly _keydown = (event: KeyboardEvent): void => {
    const step = undoKey(event);
    if (!step || event.defaultPrevented || isTextField(event.composedPath()[0])) return;
    event.preventDefault();
    void this.session?.[step]();
  };
  private _observer: ResizeObserver | null = null;

  constructor() {
    super();
    this.session = null;
    listen(this, 'fc-files', (files) => void this.session?.open(files));
    listen(this, 'fc-example', ({ name }) => void this.session?.openExample(exampleFiles(name)));
    listen(this, 'fc-remove-file', ({ name }) => void this.session?.remove(name));
    listen(this, 'fc-edit', (edit) => void this.session?.edit(edit));
    listen(this, 'fc-set-missing', (offer) => void this.session?.setMissing(offer));
    listen(this, 'fc-undo', () => void this.session?.undo());
    listen(this, 'fc-redo', () => void this.session?.redo());
    listen(this, 'fc-forget-report', () => this.session?.forgetFormer());
    listen(this, 'fc-stop-influence', () => this.session?.stopLeavingOut());
    listen(this, 'fc-influence', () => void this.session?.leaveOut());
    listen(this, 'fc-go', ({ section }) => this._go(section));
    listen(this, 'fc-cancel', () => this.session?.cancel());
    listen(this, 'fc-save-definition', (definition) => this._save(`${fileName(definition.name)}.json`, definition));
    listen(this, 'fc-save-file', ({ name, type, content }) => downloadFile(name, content, type));
    listen(this, 'fc-language', ({ language }) => {
      showLanguage(language);
      this.session?.languageChanged();
    });
    listen(this, 'fc-save-plan', () => {
      const plan = this.session?.state.plan;
      this._save('plan.json', plan && finishedPlan(plan));
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.session?.addEventListener('change', this._render);
    // A file dropped beside the drop zone must not make the browser leave the page.
    document.addEventListener('dragover', this._dragOver);
    document.addEventListener('drop', this._drop);
    document.addEventListener('paste', this._paste);
    document.addEventListener('keydown', this._keydown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.removeEventListener('change', this._render);
    document.removeEventListener('dragover', this._dragOver);
    document.removeEventListener('drop', this._drop);
    document.removeEventListener('paste', this._paste);
    document.removeEventListener('keydown', this._keydown);
    this._observer?.disconnect();
    this._observer = null;
  }

  protected override updated(): void {
    const bar = this.renderRoot.querySelector('fc-bar');
    if (bar && !this._observer) this._observer = keepClearOf(bar);
  }

  /** A reader of the screen, or of the keyboard, goes on from the heading. */
  private _go(section: SectionName): void {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${section}-title`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  private get _dropZone(): FcDropZone | null {
    return this.renderRoot.querySelector('fc-drop-zone');
  }

  private _save(name: string, value: unknown): void {
    if (value) downloadText(name, `${JSON.stringify(value, null, 2)}\n`);
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.session) return nothing;
    return html`${this._intro()} ${this._bar()}
      <main>${this._data()} ${this._analysis()} ${this._results()} ${this._about()}</main>
      ${notices === '' ? nothing : licences()}`;
  }

  private _intro(): TemplateResult {
    return html`<header>
      <div class="title">
        <h1>${strings.name}</h1>
        <fc-language class="no-print"></fc-language>
      </div>
      <div class="no-print">
        <p class="lead">${strings.intro.what}</p>
        <p class="soft"><strong>${strings.intro.privacyLead}</strong> ${strings.intro.privacy}</p>
      </div>
      <fc-new-version class="no-print"></fc-new-version>
    </header>`;
  }

  private _bar(): TemplateResult {
    const { plan, files, history } = this._state;
    const waiting = plan ? waitingFiles(plan, files).map(({ name }) => name) : [];
    return html`<fc-bar
      class="no-print"
      ?hidden=${!plan}
      .summary=${plan ? summaryOf(this._state, waiting) : null}
      .undo=${history.undo}
      .redo=${history.redo}
      .told=${history.told}
    ></fc-bar>`;
  }

  private _data(): TemplateResult {
    const { files, plan, report, failure, planProblem, notices, check } = this._state;
    const errors = report ? report.errors.map((error) => inWords(error, report.plan)) : [];
    const problems = [...(failure ? [failure] : []), ...errors];
    return html`<section class="no-print" aria-labelledby="data-title">
      <h2 id="data-title" tabindex="-1">${strings.data.title} ${this._badge()}</h2>
      <fc-drop-zone .limits=${translated(limitsSentence())}></fc-drop-zone>
      <fc-examples .names=${exampleNames}></fc-examples>
      <fc-notice
        kind="error"
        .heading=${strings.data.planRefused}
        .problems=${planProblem ? [problemText(planProblem)] : []}
      ></fc-notice>
      ${repeat(
        files,
        ({ name }) => name,
        (file) =>
          html`<fc-file
            .file=${file}
            .planFile=${plan?.files.find(({ name }) => name === file.name) ?? null}
            .instruments=${plan?.instruments.filter((instrument) => instrument.file === file.name) ?? []}
            .problems=${problems.filter((problem) => problemFile(problem) === file.name)}
            .definitions=${plan?.definitions ?? []}
            .days=${plan ? daysOf(check, plan, file.name) : []}
            .suggest=${suggestWindows}
          ></fc-file>`,
      )}
      <fc-own-instruments
        .definitions=${plan?.definitions ?? []}
        .instruments=${plan?.instruments ?? []}
      ></fc-own-instruments>
      ${files.length > 0 && check ? html`<fc-data-check .check=${check} .plan=${plan ?? emptyPlan}></fc-data-check>` : nothing}
      ${plan && files.length === 0 && plan.files.length > 0 ? html`<p>${strings.errors.planOnly}</p>` : nothing}
      <fc-notice
        .heading=${strings.results.warnings}
        .problems=${notices.map((notice) => plainProblem(notice))}
      ></fc-notice>
      ${plan?.ids === 'plain' ? this._idsJoined() : nothing}
      <fc-waiting .plan=${plan} .files=${plan ? waitingFiles(plan, files) : []}></fc-waiting>
      ${this._setUp()}
    </section>`;
  }

  /** What joins files is said as long as it holds, with the way back. */
  private _idsJoined(): TemplateResult {
    const separate = (): void => void this.session?.edit({ kind: 'ids', ids: 'exact' });
    return html`<p class="soft">
      ${strings.arms.idsJoined}
      <button type="button" class="plain" @click=${separate}>${strings.arms.separateIds}</button>
    </p>`;
  }

  private _setUp(): TemplateResult | typeof nothing {
    const { files, plan, edited, formerPlan } = this._state;
    if (!plan || plan.files.length + files.length === 0) return nothing;
    const button = (label: string, act: () => void, hint?: string): TemplateResult =>
      html`<button type="button" aria-describedby=${hint ?? nothing} @click=${act}>${label}</button>`;
    const isSet = edited && files.length > 0;
    return html`<div class="actions">
        ${button(strings.drop.clear, () => void this.session?.clear())}
        ${isSet ? button(strings.data.setUpAnew, () => void this.session?.setUpAnew(), 'anew-hint') : nothing}
        ${formerPlan ? button(strings.data.bringBack, () => void this.session?.bringBack()) : nothing}
      </div>
      ${isSet ? html`<p><small id="anew-hint">${strings.data.setUpAnewHint}</small></p>` : nothing}`;
  }

  private _analysis(): TemplateResult | typeof nothing {
    const { plan, report, files, visits } = this._state;
    if (!plan || files.length === 0) return nothing;
    const arms = plan.arms?.order ?? report?.arms.map(({ arm }) => arm) ?? [];
    const asksReference = files.some(({ notes }) => notes.some(({ code }) => code === 'reference_arm'));
    const columns = Object.fromEntries(files.map((file) => [file.name, freeColumns(file, plan)]));
    return html`<section class="no-print" aria-labelledby="analysis-title">
      <h2 id="analysis-title" tabindex="-1">${strings.analysis.title}</h2>
      <p class="soft">${strings.analysis.lead}</p>
      <fc-guide .plan=${plan} .arms=${arms} .visits=${visits}></fc-guide>
      <fc-analysis
        .plan=${plan}
        .arms=${arms}
        .armValues=${armValues(plan, files)}
        ?asksReference=${asksReference}
        .visits=${visits}
        .columns=${columns}
      ></fc-analysis>
    </section>`;
  }

  private _results(): TemplateResult {
    const { plan, report, failure, files, busy, progress, reading, cancelled, announcement } = this._state;
    const shown = files.map(({ name }) => name);
    return html`<section id="results" aria-labelledby="results-title">
      <div class="results-head">
        <h2 id="results-title" tabindex="-1">${strings.results.title}</h2>
        ${this._badge()}
        <p class="status" aria-hidden="true">${busy ? strings.results[busy] : ''}</p>
      </div>
      <p class="hidden-text" role="status">${announcement}</p>
      ${report?.plan.title ? html`<p class="trial">${report.plan.title}</p>` : nothing}
      ${
        report || failure || busy || cancelled
          ? nothing
          : html`<p class="soft no-print">${files.length === 0 ? strings.results.empty : strings.results.notYet}</p>`
      }
      ${cancelled ? this._cancelled() : nothing}
      <fc-progress
        ?active=${busy !== null}
        .reading=${busy === 'reading' ? (reading ?? {}) : null}
        .progress=${progress}
        .outcomes=${plan?.outcomes ?? []}
      ></fc-progress>
      <fc-reproduction
        class="no-print"
        .former=${this._state.former}
        .report=${report}
        .files=${files}
        ?busy=${busy !== null}
      ></fc-reproduction>
      <fc-results
        .report=${report}
        .individual=${this._state.individual}
        .influence=${this._state.influence}
        .influenceProgress=${this._state.influenceProgress}
        .failure=${failure}
        .shownElsewhere=${shown}
        ?busy=${busy !== null}
      ></fc-results>
      ${isCrash(failure) ? this._tryAgain() : nothing}
      ${report ? html`<fc-exports class="no-print" .report=${report} .sources=${this.session}></fc-exports>` : nothing}
    </section>`;
  }

  private _tryAgain(): TemplateResult {
    return html`<div class="actions no-print">
      <button type="button" class="primary" @click=${() => void this.session?.tryAgain()}>
        ${strings.errors.tryAgain}
      </button>
    </div>`;
  }

  private _about(): TemplateResult {
    return html`<fc-about class="no-print" .fit=${this._fit}></fc-about>`;
  }

  private _cancelled(): TemplateResult {
    return html`<fc-notice
        .heading=${strings.results.cancelledTitle}
        .problems=${[plainProblem(strings.results.cancelled)]}
      ></fc-notice>
      <div class="actions no-print">
        <button type="button" @click=${() => void this.session?.analyze()}>${strings.results.again}</button>
      </div>`;
  }

  private _badge(): TemplateResult | typeof nothing {
    const { plan, report } = this._state;
    const simulated = report?.simulated ?? plan?.simulated ?? false;
    return simulated ? html`<span class="badge">${strings.intro.simulatedBadge}</span>` : nothing;
  }

  private get _state(): Session['state'] {
    if (!this.session) throw new Error('the page has no session');
    return this.session.state;
  }
}

/** A name that every system takes as a file's. */
const fileName = (name: string): string => name.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|-+$/g, '') || 'definition';

/** Columns of numbers that play no part yet: any of them may hold weights. */
function freeColumns({ name, columns }: FileSummary, plan: Plan): string[] {
  const file = plan.files.find((each) => each.name === name);
  const instruments = plan.instruments.filter((instrument) => instrument.file === name);
  const used = new Set([
    ...[file?.id, file?.arm, file?.visit, file?.event, file?.date, file?.startDate, file?.guess],
    ...[file?.parameters?.column, file?.parameters?.value],
    ...(file?.wide ?? []).map(({ column }) => column),
    ...instruments.flatMap(({ items, scores }) => [...(items ?? []), ...Object.values(scores ?? {})]),
  ]);
  return columns.filter((column) => column.kind === 'number' && !used.has(column.name)).map((column) => column.name);
}

/** The notices of what is bundled, in the page itself because it is passed on as one file. */
function licences(): TemplateResult {
  return html`<footer class="no-print">
    ${docsLink()}
    <details>
      <summary>${strings.results.licences}</summary>
      <pre>${notices}</pre>
    </details>
  </footer>`;
}

customElements.define('fc-app', FcApp);

declare global {
  interface HTMLElementTagNameMap {
    'fc-app': FcApp;
  }
}
