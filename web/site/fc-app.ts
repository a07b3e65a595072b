// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../elements/fc-analysis.js';
import '../elements/fc-bar.js';
import type { FcDropZone } from '../elements/fc-drop-zone.js';
import '../elements/fc-drop-zone.js';
import '../elements/fc-exports.js';
import type { ExportSources } from '../elements/fc-exports.js';
import '../elements/fc-data-check.js';
import '../elements/fc-examples.js';
import '../elements/fc-file.js';
import '../elements/fc-guide.js';
import '../elements/fc-notice.js';
import '../elements/fc-own-instruments.js';
import '../elements/fc-progress.js';
import '../elements/fc-reproduction.js';
import '../elements/fc-results.js';
import '../elements/fc-scattered-days.js';
import '../elements/fc-waiting.js';
import type { Plan } from '../contract/plan.js';
import type { InputError, Report } from '../contract/report.js';
import { covariateSource, type CovariateSource } from '../elements/covariates.js';
import { listen, type Place } from '../elements/events.js';
import { mainOutcome } from '../elements/guide_edits.js';
import type { FileSummary } from '../engine/messages.js';
import { base, controls } from '../elements/styles.js';
import { isCrash } from '../text/crash.js';
import { inWords, plainProblem, problemFile, problemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import type { ExampleName } from '../text/words/examples.js';
import { summaryOf } from '../text/summary.js';
import { toConfirm } from '../text/to_confirm.js';
import { downloadFile, downloadText } from './download.js';
import { exampleFiles } from './examples.js';
import { limitsSentence } from '../read/limits.js';
import { finishedPlan } from '../read/unfinished.js';
import { suggestWindows } from '../read/windows.js';
import { armValues } from './arm_edits.js';
import { notYet } from './not_yet.js';
import { emptyPlan } from './plan_edit.js';
import { waitingFiles } from './plan_merge.js';
import { scatteredFiles } from './scattered_files.js';
import { daysOf, oddDatesOf } from './study_days.js';
import type { Session } from './session.js';
import { translated } from '../text/translated.js';

/**
 * The calculator: data, analysis, results, one below the other. What surrounds it, a page of its own (fc-page.ts) or any
 * other, brings the session, the width and what happens outside.
 */
export class FcApp extends LitElement {
  static override properties = {
    session: { attribute: false },
    examples: { attribute: false },
    prints: { attribute: false },
    label: { attribute: false },
  };
  static override styles = [
    base,
    controls,
    css`
      .trial {
        font-family: var(--_serif);
        font-size: 1.0625rem;
        margin: 0;
      }
      fc-bar {
        position: var(--fc-bar-position, static);
        inset-block-start: var(--fc-bar-offset, 0);
        z-index: 1;
        margin-inline: calc(-1 * var(--fc-gutter, 0px));
        padding-inline: var(--fc-gutter, 0px);
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
    `,
  ];

  declare session: Session | null;
  /** Those offered. */
  declare examples: readonly ExampleName[];
  /** Whether printing the page prints the report. */
  declare prints: boolean;
  /** Tells its regions from those of another calculator on the same page; empty where there is none. */
  declare label: string;
  private _offered: { plan: Plan; files: readonly FileSummary[]; source: CovariateSource | null } | null = null;
  private readonly _render = (): void => this.requestUpdate();
  /** Asks the session when a file is made: a template would not tell that the session has no such method. */
  private readonly _sources: ExportSources = {
    individual: async () => this._own.answers.individual(),
    data: async () => this._own.data(),
  };

  constructor() {
    super();
    this.session = null;
    this.examples = [];
    this.prints = true;
    this.label = '';
    listen(this, 'fc-files', (files) => void this.session?.open(files));
    listen(this, 'fc-example', ({ name }) => void this.session?.openExample(exampleFiles(name)));
    listen(this, 'fc-remove-file', ({ name }) => void this.session?.remove(name));
    listen(this, 'fc-edit', (edit) => void this.session?.edit(edit));
    listen(this, 'fc-set-missing', (offer) => void this.session?.setMissing(offer));
    listen(this, 'fc-read-decimal', (offer) => void this.session?.readDecimal(offer));
    listen(this, 'fc-undo', () => void this.session?.undo());
    listen(this, 'fc-redo', () => void this.session?.redo());
    listen(this, 'fc-forget-report', () => this.session?.forgetFormer());
    listen(this, 'fc-stop-influence', () => this.session?.answers.stopLeavingOut());
    listen(this, 'fc-influence', () => void this.session?.answers.lookAtParticipants());
    listen(this, 'fc-go', ({ section, outcome }) => this._go(section, outcome));
    listen(this, 'fc-cancel', () => this.session?.cancel());
    listen(this, 'fc-save-definition', (definition) => this._save(`${fileName(definition.name)}.json`, definition));
    listen(this, 'fc-save-file', ({ name, type, content }) => downloadFile(name, content, type));
    listen(this, 'fc-save-plan', () => {
      const plan = this.session?.state.plan;
      this._save('plan.json', plan && finishedPlan(plan));
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.session?.addEventListener('change', this._render);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.removeEventListener('change', this._render);
  }

  /** Text that was pasted or dropped, as a file of its own. */
  takeText(text: string): void {
    this.renderRoot.querySelector<FcDropZone>('fc-drop-zone')?.takeText(text);
  }

  /** A reader of the screen, or of the keyboard, goes on from the heading. */
  private _go(section: Place, outcome?: string): void {
    if (section === 'confirm') {
      this.renderRoot.querySelector('fc-results')?.goToConfirm();
      return;
    }
    if (outcome !== undefined) {
      this.renderRoot.querySelector('fc-analysis')?.goToEffect(outcome);
      return;
    }
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${section}-title`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  private _save(name: string, value: unknown): void {
    if (value) downloadText(name, `${JSON.stringify(value, null, 2)}\n`);
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.session) return nothing;
    return html`${this._bar()} ${this._data()} ${this._analysis()} ${this._results()}`;
  }

  /** Ids of what a region is called by: its heading, and the label. */
  protected _namedBy(heading: string): string {
    return this.label === '' ? heading : `${heading} label`;
  }

  protected _bar(): TemplateResult {
    const { plan, files, history } = this._state;
    const waiting = plan ? waitingFiles(plan, files).map(({ name }) => name) : [];
    return html`<fc-bar
      class="no-print"
      part="bar"
      ?hidden=${!plan}
      .summary=${plan ? summaryOf(this._state, waiting) : null}
      .label=${this.label}
      .undo=${history.undo}
      .redo=${history.redo}
      .told=${history.told}
    ></fc-bar>`;
  }

  protected _data(): TemplateResult {
    const { files, plan, report, failure, planProblem, notices, check, partVisits } = this._state;
    const errors = report ? report.errors.map((error) => inWords(error, report.plan)) : [];
    // The analysis stops at the first; the check tells of all.
    const found = check?.problems.filter(({ severity }) => severity === 'error').map(({ problem }) => problem) ?? [];
    const problems = [...(failure ? [failure] : []), ...errors, ...found];
    return html`<section class="no-print" part="data" aria-labelledby=${this._namedBy('data-title')}>
      <h2 id="data-title" tabindex="-1">${strings.data.title} ${this._badge()}</h2>
      <fc-drop-zone .limits=${translated(limitsSentence())}></fc-drop-zone>
      <fc-examples .names=${this.examples}></fc-examples>
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
            .file=${this._resultsAskReference ? withoutNote(file, 'reference_arm') : file}
            .planFile=${plan?.files.find(({ name }) => name === file.name) ?? null}
            .instruments=${plan?.instruments.filter((instrument) => instrument.file === file.name) ?? []}
            .problems=${problems.filter((problem) => problemFile(problem) === file.name)}
            .doubts=${oddDatesOf(check, file.name)}
            .definitions=${plan?.definitions ?? []}
            .days=${plan ? daysOf(check, plan, file.name) : []}
            .suggest=${suggestWindows}
            .partVisits=${partVisits}
            .samePeople=${plan?.samePeople ?? []}
          ></fc-file>`,
      )}
      <fc-own-instruments
        .definitions=${plan?.definitions ?? []}
        .instruments=${plan?.instruments ?? []}
      ></fc-own-instruments>
      ${files.length > 0 && check && check.files.length > 0 ? html`<fc-data-check .check=${check} .plan=${plan ?? emptyPlan}></fc-data-check>` : nothing}
      ${plan && files.length === 0 && plan.files.length > 0 ? html`<p>${strings.mending.planOnly}</p>` : nothing}
      <fc-notice
        .heading=${strings.results.warnings}
        .problems=${notices.map((notice) => plainProblem(notice))}
      ></fc-notice>
      ${plan?.ids === 'plain' || plan?.ids === 'numbers' ? this._idsJoined(plan.ids) : nothing}
      <fc-waiting .plan=${plan} .files=${plan ? waitingFiles(plan, files) : []}></fc-waiting>
      ${this._setUp()}
    </section>`;
  }

  /** What joins files is said as long as it holds, with the way back. */
  private _idsJoined(ids: 'plain' | 'numbers'): TemplateResult {
    const separate = (): void => void this.session?.edit({ kind: 'ids', ids: 'exact' });
    return html`<p class="soft">
      ${ids === 'numbers' ? strings.arms.idsByNumber : strings.arms.idsJoined}
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

  protected _analysis(): TemplateResult | typeof nothing {
    const { plan, report, files, visits, failure } = this._state;
    if (!plan || files.length === 0) return nothing;
    const arms = plan.arms?.order ?? report?.arms.map(({ arm }) => arm) ?? [];
    const asksReference =
      plan.arms?.referenceChosen === false ||
      files.some(({ notes }) => notes.some(({ code }) => code === 'reference_arm'));
    const columns = Object.fromEntries(files.map((file) => [file.name, freeColumns(file, plan)]));
    const covariates = this._covariates(plan, files);
    const errors = (id: string): InputError[] => errorsOf(id, report, failure);
    const fitted = new Map(report?.outcomes.flatMap(({ id, model }) => (model ? [[id, model] as const] : [])));
    return html`<section class="no-print" part="analysis" aria-labelledby=${this._namedBy('analysis-title')}>
      <h2 id="analysis-title" tabindex="-1">${strings.analysis.title}</h2>
      <p class="soft">${strings.analysis.lead}</p>
      <fc-guide
        .plan=${plan}
        .arms=${arms}
        .visits=${visits}
        .covariates=${covariates}
        .errors=${errors(mainOutcome(plan)?.id ?? '')}
      ></fc-guide>
      <fc-analysis
        .plan=${plan}
        .arms=${arms}
        .armValues=${armValues(plan, files)}
        ?asksReference=${asksReference}
        ?askedInResults=${this._resultsAskReference}
        .fitted=${fitted}
        .visits=${visits}
        .covariates=${covariates}
        .errors=${errors}
        .columns=${columns}
      ></fc-analysis>
    </section>`;
  }

  /** Found anew where plan or files are others: what stays the same is not drawn again. */
  private _covariates(plan: Plan, files: readonly FileSummary[]): CovariateSource | null {
    const found = this._offered;
    if (found?.plan === plan && found.files === files) return found.source;
    const source = covariateSource(plan, files);
    const isSame = JSON.stringify(source) === JSON.stringify(found?.source ?? null);
    this._offered = { plan, files, source: isSame && found ? found.source : source };
    return this._offered.source;
  }

  /** The question, and its answers, stand where the result is that hangs on it. */
  private get _resultsAskReference(): boolean {
    const { report } = this._state;
    return report !== null && toConfirm(report).some(({ kind }) => kind === 'reference');
  }

  protected _results(): TemplateResult {
    const { plan, report, failure, files, busy, progress, reading, cancelled, announcement } = this._state;
    const shown = files.map(({ name }) => name);
    return html`<section id="results" part="results" aria-labelledby=${this._namedBy('results-title')}>
      <div class="results-head">
        <h2 id="results-title" tabindex="-1">${strings.results.title}</h2>
        ${this._badge()}
        <span id="label" hidden>${this.label}</span>
        <p class="status" aria-hidden="true">${busy ? strings.results[busy] : ''}</p>
      </div>
      <p class="hidden-text" role="status">${announcement}</p>
      ${report?.plan.title ? html`<p class="trial">${report.plan.title}</p>` : nothing}
      ${report || failure || busy || cancelled ? nothing : notYetTemplate(files)} ${busy ? nothing : this._scattered()}
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
        .looks=${report !== null && this.session?.answers.canLookAt(report) === true}
        .looking=${this._state.looking}
        .notLookedAt=${this._state.notLookedAt}
        .individual=${this._state.individual}
        .influence=${this._state.influence}
        .influenceProgress=${this._state.influenceProgress}
        .failure=${failure}
        .shownElsewhere=${shown}
        ?asks=${this.session?.isLocked !== true}
        ?busy=${busy !== null}
      ></fc-results>
      ${isCrash(failure) ? this._tryAgain() : nothing}
      ${
        report
          ? html`<fc-exports
              class="no-print"
              part="exports"
              .report=${report}
              .sources=${this._sources}
              .prints=${this.prints}
            ></fc-exports>`
          : nothing
      }
    </section>`;
  }

  /** What records on scattered days wait for, where the results would be. */
  private _scattered(): TemplateResult[] {
    const { plan, files, report, failure, check } = this._state;
    const errors = [...(report?.errors ?? []), ...(failure ? [failure] : [])];
    return scatteredFiles(plan, files, errors).map(
      (file) =>
        html`<fc-scattered-days
          .file=${file}
          .days=${plan ? daysOf(check, plan, file) : []}
          .suggest=${suggestWindows}
        ></fc-scattered-days>`,
    );
  }

  private _tryAgain(): TemplateResult {
    return html`<div class="actions no-print">
      <button type="button" class="primary" @click=${() => void this.session?.tryAgain()}>
        ${strings.errors.tryAgain}
      </button>
    </div>`;
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

  protected _badge(): TemplateResult | typeof nothing {
    const { plan, report } = this._state;
    const simulated = report?.simulated ?? plan?.simulated ?? false;
    return simulated ? html`<span class="badge">${strings.intro.simulatedBadge}</span>` : nothing;
  }

  protected get _state(): Session['state'] {
    return this._own.state;
  }

  private get _own(): Session {
    if (!this.session) throw new Error('the page has no session');
    return this.session;
  }
}

/** The same file where it has no such note. */
function withoutNote(file: FileSummary, code: string): FileSummary {
  const notes = file.notes.filter((note) => note.code !== code);
  return notes.length === file.notes.length ? file : { ...file, notes };
}

function notYetTemplate(files: readonly FileSummary[]): TemplateResult {
  if (files.length === 0) return html`<p class="soft no-print">${strings.results.empty}</p>`;
  const { lead, missing } = notYet(files);
  return html`<div class="soft no-print">
    <p>${lead}</p>
    ${
      missing.length > 0
        ? html`<ul>
            ${missing.map((each) => html`<li>${each}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}

/** What is wrong with an outcome, and what is wrong with all of them. */
const errorsOf = (id: string, report: Report | null, failure: InputError | null): InputError[] => {
  const own = report?.outcomes.find((outcome) => outcome.id === id)?.error;
  return [...(failure ? [failure] : []), ...(own ? [own] : []), ...(report?.errors ?? [])];
};

/** A name that every system takes as a file's. */
const fileName = (name: string): string => name.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|-+$/g, '') || 'definition';

/** Columns of numbers that play no part yet: any of them may hold weights. */
function freeColumns({ name, columns }: FileSummary, plan: Plan): string[] {
  const file = plan.files.find((each) => each.name === name);
  const instruments = plan.instruments.filter((instrument) => instrument.file === name);
  const { beside = [] } = file?.parameters ?? {};
  const used = new Set([
    ...[file?.id, file?.arm, file?.visit, file?.event, file?.date, file?.startDate, file?.guess],
    ...[file?.parameters?.column, file?.parameters?.value, ...beside.map(({ column }) => column)],
    ...(file?.wide ?? []).map(({ column }) => column),
    ...instruments.flatMap(({ items, scores }) => [...(items ?? []), ...Object.values(scores ?? {})]),
  ]);
  const free = columns.filter((column) => column.kind === 'number' && !used.has(column.name));
  return [...free.map((column) => column.name), ...beside.map(({ variable }) => variable)];
}

customElements.define('fc-app', FcApp);

declare global {
  interface HTMLElementTagNameMap {
    'fc-app': FcApp;
  }
}
