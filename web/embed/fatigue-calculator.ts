// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Individual } from '../contract/individual.js';
import { EngineError } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import '../elements/fc-notice.js';
import { base, controls } from '../elements/styles.js';
import { EngineClient } from '../engine/client.js';
import { exampleNames } from '../site/examples.js';
import { Session } from '../site/session.js';
import { problemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { attributeText } from './attribute_text.js';
import { aggregateOf } from './calculator/aggregate.js';
import './calculator/fc-embedded.js';
import { Asked, listOf } from './calculator/asked.js';
import { Loader, type Failure } from './calculator/loader.js';
import { giveNumberBack, takeNumber } from './calculator/number.js';
import { sectionNames, wordsIn } from './calculator/section_names.js';
import { Teller } from './calculator/teller.js';
import { TextAround, textAround } from './text_around.js';
import { warnOfUnknown } from './unknown_words.js';

const words = strings.calculator;

/** Detail of `result`. */
export interface ResultDetail {
  /** Numbers of groups only; words that quote cells are left out. */
  report: Report;
  /** What concerns single participants, with `with-participants` alone. */
  individual?: Individual;
}

/**
 * The whole calculator on a page of yours: drop data, choose the analysis, read results. With a plan the analysis is there
 * from the start; `locked` makes it fixed.
 *
 * @element fatigue-calculator
 *
 * @attr {string} plan - Address of a plan (JSON), fetched without cookies. The property also takes the plan itself.
 * @attr {string} data - Addresses of data files, between spaces, fetched without cookies; at most 500 MB each.
 * @attr {boolean} locked - The plan is not to be changed: visitors drop data and read results. Without a plan there is an error in the place of the calculator.
 * @attr {boolean} examples - Offers the simulated examples.
 * @attr {string} hide - Sections that are not shown, between spaces: privacy, bar, check, instruments, analysis, exports.
 * @attr {string} label - Tells it from another calculator on the page for those who hear it: its regions are called by it, too. Without it, all but the first have a number.
 * @attr {boolean} with-participants - `result` also brings what concerns single participants.
 *
 * @prop {string | Plan | null} plan - The plan, or its address. One that reads the same as JSON changes nothing when it is set anew; after null, it is loaded again.
 * @prop {readonly File[]} files - The files held. Set, they take the place of those, also of what `data` names, until `data` is set anew. The same files set anew change nothing, also where a visitor has added or removed some; after `clear()` they are read again.
 * @prop {Report | null} report - The report shown, numbers of groups only; null while there is none or one is computed, and while another plan is loaded or could not be. Read only.
 *
 * @fires ready - Plan and data that were asked for are loaded, and files can be dropped.
 * @fires {CustomEvent<{plan: Plan | null}>} mapped - Files came or went, and this is the plan they are analysed by; null without one.
 * @fires {CustomEvent<ResultDetail>} result - There is a new report.
 * @fires {CustomEvent<InputError>} error - Something cannot be loaded, read or analysed: code, message, detail.
 *
 * @slot - What is shown until the element is there.
 * @slot intro - Above the calculator.
 * @slot footer - Below it.
 *
 * @csspart bar - The line with the summary, and undo.
 * @csspart data - The section where data come in.
 * @csspart analysis - The section with the choices.
 * @csspart results - The section with the results.
 * @csspart exports - What can be saved, within the results.
 * @csspart privacy - The sentence on where the data stay.
 *
 * @cssprop --fc-sans - Font of text; without it, that of the page around.
 * @cssprop --fc-serif - Font of headings; without it, that of the page around.
 * @cssprop --fc-ink - Colour of text; without it, that of the page around.
 * @cssprop --fc-soft - Colour of lesser text.
 * @cssprop --fc-paper - Background of fields and tables; without it, fields have that of a plain page, and tables what is behind the element.
 * @cssprop --fc-panel - Background of what is set off.
 * @cssprop --fc-line - Colour of lines.
 * @cssprop --fc-accent - Colour of links and buttons.
 * @cssprop --fc-warn - Colour of warnings.
 * @cssprop --fc-error - Colour of errors.
 * @cssprop [--fc-bar-position=static] - `sticky` keeps the summary in sight; give it a background by `--fc-paper`.
 * @cssprop [--fc-bar-offset=0] - How far from the top it then stays.
 */
export class FatigueCalculator extends LitElement {
  static override properties = {
    plan: { noAccessor: true },
    data: {},
    files: { attribute: false, noAccessor: true },
    locked: { type: Boolean, reflect: true },
    examples: { type: Boolean, reflect: true },
    hide: { reflect: true },
    label: {},
    withParticipants: { type: Boolean, attribute: 'with-participants' },
    _failure: { state: true },
    _isFetching: { state: true },
    _number: { state: true },
  };
  static override styles = [
    base,
    controls,
    textAround,
    css`
      .privacy {
        font-size: 0.875rem;
        color: var(--_soft);
        margin-block-end: 1rem;
      }
    `,
  ];

  declare data: string | null;
  declare locked: boolean;
  declare examples: boolean;
  declare hide: string | null;
  declare label: string | null;
  declare withParticipants: boolean;
  declare _failure: Failure | null;
  declare _isFetching: boolean;
  /** 0 while it is on no page. */
  declare _number: number;

  private readonly _around = new TextAround(this);
  private readonly _engine = new EngineClient();
  private readonly _session = new Session(this._engine);
  private readonly _loader = new Loader(this._session);
  private readonly _teller = new Teller(this, this._session, () => this._isOfPlan);
  private readonly _asked = new Asked();
  private _loading: Promise<void> = Promise.resolve();
  private _isLoading = true;
  private _isResting = false;
  /** Once it is on a page again. */
  private _back: Promise<void> = Promise.resolve();
  private _comeBack: () => void = () => undefined;
  private _loads = 0;
  /** What the session has is of the plan asked for. */
  private _isOfPlan = false;
  /** Something was asked for since the last load began. */
  private _isToLoad = true;
  private _areFilesNew = false;
  private _wasLocked = false;

  constructor() {
    super();
    this.plan = null;
    this.data = '';
    this.locked = false;
    this.examples = false;
    this.hide = '';
    this.label = null;
    this.withParticipants = false;
    this._failure = null;
    this._isFetching = true;
    this._number = 0;
  }

  get plan(): string | Plan | null {
    return this._asked.plan;
  }

  set plan(plan: string | Plan | null) {
    if (this._asked.setPlan(plan)) this._ask('plan');
  }

  get files(): readonly File[] {
    return this._asked.given ?? this._engine.files();
  }

  set files(files: readonly File[]) {
    const held = this._loader.areFilesToGo ? [] : this._engine.files();
    this.requestUpdate();
    if (!this._asked.setFiles(files, held)) return;
    this._areFilesNew = true;
    this._ask('files');
  }

  get report(): Report | null {
    const { report } = this._session.state;
    const isCurrent = !this._isToLoad && !this._isFetching && this._isOfPlan && this._session.state.busy === null;
    return report && isCurrent ? aggregateOf(report) : null;
  }

  /**
   * Adds files to those held, as if they had been dropped, unless `files` is set or `clear()` called before they are.
   * Rejects where the plan asked for could not be loaded.
   */
  async addFiles(files: Iterable<File>): Promise<void> {
    const [added, { lists }] = [listOf(files), this._asked];
    await this._loaded();
    while (this._isResting) {
      await this._back;
      await this._loaded();
    }
    if (lists === this._asked.lists) await this._session.open(added);
  }

  /**
   * Runs the plan as it stands. Null where there is nothing to run, the analysis fails, which `error` tells, or is cancelled,
   * and where the element is taken off the page; rejects with the error where the plan asked for could not be loaded.
   */
  async analyze(): Promise<Report | null> {
    await this._loaded();
    if (!this._isResting && this._session.state.busy === null) await this._session.analyze();
    for (;;) {
      // Another plan, other files or another run may have taken the place of this one.
      await this._loaded();
      if (this._isResting) return null;
      if (this._session.state.busy === null) return this.report;
      await nextChange(this._session);
    }
  }

  /** Takes all files away. A plan that was given stays. */
  clear(): Promise<void> {
    this._asked.clearFiles();
    this._loader.forgetFiles();
    this._areFilesNew = false;
    if (this._failure?.of === 'files') this._failure = null;
    // What else was asked for is loaded all the same.
    if (this._isLoading) this._isToLoad = true;
    this.requestUpdate();
    return this._session.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this._number === 0) this._number = takeNumber();
    this._teller.start();
    if (!this._isResting) return;
    this._isResting = false;
    void this._session.wake();
    if (this._isLoading) this._isToLoad = true;
    this.requestUpdate();
    this._comeBack();
  }

  /** Moving it takes it out for a moment; only what stays out lets its worker go. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this._isResting = true;
      this._back = new Promise((resolve) => (this._comeBack = resolve));
      giveNumberBack(this._number);
      this._number = 0;
      this._teller.stop();
      this._loader.abort();
      this._session.rest();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // As frameworks set an attribute without a value; taken for false, a plan that is to be fixed would be open.
    for (const name of ['locked', 'examples', 'withParticipants'] as const)
      if ((this[name] as unknown) === '') this[name] = true;
    this._session.isLocked = this._isFixed;
    if (changed.has('hide'))
      warnOfUnknown('fatigue-calculator: hide', wordsIn(attributeText(this.hide) ?? ''), sectionNames);
    if (this._asked.setData(this._addresses, this._areFilesNew)) this._ask('files');
    this._areFilesNew = false;
    // What was changed by hand goes when the plan becomes fixed.
    if (Boolean(this.locked) !== this._wasLocked) this._ask('plan');
    this._wasLocked = Boolean(this.locked);
    if (!this._isToLoad || this._isResting) return;
    this._isToLoad = false;
    this._loading = this._load();
  }

  /** @throws EngineError where there is no plan though one was asked for: no other is to be taken instead. */
  private async _loaded(): Promise<void> {
    await this.updateComplete;
    for (let loading = null; loading !== this._loading; await loading) loading = this._loading;
    if (this._failure?.of === 'plan') throw new EngineError(this._failure.error);
    await this._session.settled();
  }

  private get _addresses(): string {
    return attributeText(this.data) ?? '';
  }

  private get _isFixed(): boolean {
    return this.locked && this.plan !== null && this.plan !== '';
  }

  private async _load(): Promise<void> {
    this._isFetching = this._isLoading = true;
    const load = ++this._loads;
    const { planThen: plan, given, isDataReplaced, plans } = this._asked;
    const data = isDataReplaced ? '' : this._addresses;
    const onFetched = (): void => {
      this._isFetching = false;
      this._failure = null;
    };
    const done = await this._loader.load({ plan, isLocked: this.locked, data, files: given, onFetched });
    if (done === 'superseded') return;
    // What could not be given to the session is given again with what is tried again.
    if (done === null && this._asked.given === given) this._asked.given = null;
    // Another began between its end and here.
    if (load !== this._loads) return;
    this._isFetching = this._isLoading = false;
    this._failure = done;
    this._isOfPlan = done?.of !== 'plan' && plans === this._asked.plans;
    if (done) this._teller.tellError(done.error, done.of === 'plan');
    else this._teller.tellReady();
  }

  override render(): TemplateResult {
    return html`<slot name="intro"></slot>
      <div class=${this._around.scheme} dir="ltr" lang=${strings.language}>${this._body()}</div>
      <slot name="footer"></slot>`;
  }

  private _body(): TemplateResult {
    const failure = this._failure;
    const hidden = wordsIn(attributeText(this.hide) ?? '');
    if (this._isFetching) return html`<p role="status" class="soft">${words.loading}</p>`;
    return html`${failure ? this._failed(failure) : nothing}
    ${
      failure?.of === 'plan'
        ? nothing
        : html`${hidden.includes('privacy') ? nothing : html`<p class="privacy" part="privacy">${words.privacy}</p>`}
            <fc-embedded
              exportparts="bar, data, analysis, results, exports"
              .session=${this._session}
              .examples=${this.examples && !this._isFixed ? exampleNames : []}
              .locked=${this._isFixed}
              .hide=${hidden.join(' ')}
              .label=${this.label || (this._number > 1 ? words.numbered(this._number) : '')}
            ></fc-embedded>`
    }`;
  }

  /** Nothing is analysed by another plan than the one that was asked for. */
  private _failed({ of, error }: Failure): TemplateResult {
    return html`<fc-notice
        kind="error"
        .heading=${of === 'plan' ? words.notLoadedTitle : words.dataNotLoadedTitle}
        .problems=${[problemText(error)]}
      ></fc-notice>
      <div class="actions">
        <button type="button" @click=${() => this._ask(of)}>${words.tryAgain}</button>
      </div>`;
  }

  private _ask(part: Failure['of']): void {
    if (part === 'plan') this._isOfPlan = false;
    this._loader.want(part);
    this._isToLoad = true;
    this.requestUpdate();
  }
}

const nextChange = (session: Session): Promise<void> =>
  new Promise((resolve) => {
    session.addEventListener('change', () => resolve(), { once: true });
  });

if (!customElements.get('fatigue-calculator')) customElements.define('fatigue-calculator', FatigueCalculator);

declare global {
  interface HTMLElementTagNameMap {
    'fatigue-calculator': FatigueCalculator;
  }
}
