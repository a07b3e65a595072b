// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Individual } from '../contract/individual.js';
import { EngineError } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import '../elements/fc-notice.js';
import { base, controls } from '../elements/styles.js';
import { EngineClient } from '../engine/client.js';
import { engineError } from '../read/errors.js';
import { exampleNames } from '../site/examples.js';
import { Session } from '../site/session.js';
import { problemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { attributeText } from './attribute_text.js';
import { aggregateOf } from './calculator/aggregate.js';
import './calculator/fc-embedded.js';
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
 * @prop {string | Plan | null} plan - The plan, or its address. An equal plan set anew changes nothing.
 * @prop {readonly File[]} files - The files held. Others that are set take the place of those, also of what `data` names, until `data` is set anew.
 * @prop {Report | null} report - The report shown, numbers of groups only; null while there is none, or another plan is loaded or could not be. Read only.
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
    plan: {},
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
      :host {
        --_around: var(--fc-paper, Canvas);
        --_text: var(--fc-ink, currentcolor);
        --_ground: var(--fc-paper, transparent);
        color: var(--fc-ink, inherit);
        font-size: 1rem;
        line-height: 1.5;
        text-align: start;
      }
      .privacy {
        font-size: 0.875rem;
        color: var(--_soft);
        margin-block-end: 1rem;
      }
    `,
  ];

  declare plan: string | Plan | null;
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
  private _given: readonly File[] | null = null;
  /** Files were set since `data` was: they stand in its place. */
  private _isDataReplaced = false;
  private _loading: Promise<void> = Promise.resolve();
  private _isLoading = true;
  private _isResting = false;
  /** The plan that what is shown is of, and how it read then; null while none has been loaded. */
  private _loadedPlan: PlanAsLoaded | null = null;

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

  get files(): readonly File[] {
    return this._given ?? this._engine.files();
  }

  set files(files: readonly File[]) {
    const before = this._given;
    this._given = listOf(files);
    this.requestUpdate('files', before);
  }

  get report(): Report | null {
    const { report } = this._session.state;
    return report && !this._isFetching && this._isOfPlan ? aggregateOf(report) : null;
  }

  /** Adds files to those held, as if they had been dropped. Rejects where the plan asked for could not be loaded. */
  async addFiles(files: Iterable<File>): Promise<void> {
    const added = listOf(files);
    await this._loaded();
    await this._session.open(added);
  }

  /** Runs the plan as it stands. Null where there is nothing to run or the analysis fails, which `error` tells; rejects with that error where the plan asked for could not be loaded. */
  async analyze(): Promise<Report | null> {
    await this._loaded();
    await this._session.settled();
    await this._session.analyze();
    // Another run may have taken the place of this one.
    while (this._session.state.busy !== null) await nextChange(this._session);
    return this.report;
  }

  /** Takes all files away. A plan that was given stays. */
  clear(): Promise<void> {
    return this._session.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this._number === 0) this._number = takeNumber();
    this._teller.start();
    if (!this._isResting) return;
    this._isResting = false;
    void this._session.wake();
    if (this._isLoading) this._loading = this._load();
  }

  /** Moving it takes it out for a moment; only what stays out lets its worker go. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this._isResting = true;
      giveNumberBack(this._number);
      this._number = 0;
      this._teller.stop();
      this._loader.abort();
      this._session.rest();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this._session.isLocked = this._isFixed;
    // What was changed by hand goes when the plan becomes fixed.
    const isFirst = !this.hasUpdated;
    const areNew = changed.has('files') && !this._areHeldAlready();
    const [isPlan, isFiles] = [
      isFirst || (changed.has('plan') && !this._isHeldAlready()) || changed.has('locked'),
      isFirst || changed.has('data') || areNew,
    ];
    if (changed.has('hide'))
      warnOfUnknown('fatigue-calculator: hide', wordsIn(attributeText(this.hide) ?? ''), sectionNames);
    if (areNew && this._given) this._isDataReplaced = true;
    else if (changed.has('data')) this._isDataReplaced = false;
    if (isPlan) this._want('plan');
    if (isFiles) this._want('files');
    if (isPlan || isFiles) this._loading = this._load();
  }

  /** @throws EngineError where there is no plan though one was asked for: no other is to be taken instead. */
  private async _loaded(): Promise<void> {
    await this.updateComplete;
    for (let loading = null; loading !== this._loading; await loading) loading = this._loading;
    if (this._failure?.of === 'plan') throw new EngineError(this._failure.error);
  }

  /** What the session has is of the plan asked for. */
  private get _isOfPlan(): boolean {
    return this._loadedPlan?.plan === this.plan;
  }

  /** What was set are the files that are there, and none are about to take their place. */
  private _areHeldAlready(): boolean {
    const [given, held] = [this._given ?? [], this._engine.files()];
    const areHeld = !this._isLoading && held.length > 0 && isSameList(given, held);
    if (areHeld) this._given = null;
    return areHeld;
  }

  /** What was set is the plan that is loaded, under whichever object. */
  private _isHeldAlready(): boolean {
    const { plan, _loadedPlan: loaded } = this;
    const isHeld = loaded !== null && loaded.text !== null && loaded.text === textOf(plan);
    if (isHeld) this._loadedPlan = { ...loaded, plan };
    return isHeld;
  }

  private get _isFixed(): boolean {
    return this.locked && this.plan !== null && this.plan !== '';
  }

  private async _load(): Promise<void> {
    this._isFetching = this._isLoading = true;
    const { plan, _given: given } = this;
    const asLoaded: PlanAsLoaded = { plan, text: textOf(plan) };
    const data = this._isDataReplaced ? '' : (attributeText(this.data) ?? '');
    const onFetched = (): void => {
      this._isFetching = false;
      this._failure = null;
    };
    const done = await this._loader.load({ plan, isLocked: this.locked, data, files: given, onFetched });
    if (done === 'superseded') return;
    // What could not be given to the session is given again with what is tried again.
    if (done === null && this._given === given) this._given = null;
    this._isFetching = this._isLoading = false;
    this._failure = done;
    if (done?.of !== 'plan') this._loadedPlan = asLoaded;
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
        <button type="button" @click=${() => this._again(of)}>${words.tryAgain}</button>
      </div>`;
  }

  private _again(of: Failure['of']): void {
    this._want(of);
    this._loading = this._load();
  }

  private _want(part: Failure['of']): void {
    if (part === 'plan') this._loadedPlan = null;
    this._loader.want(part);
  }
}

interface PlanAsLoaded {
  plan: string | Plan | null;
  /** Null where JSON cannot say it. */
  text: string | null;
}

/** Frameworks make an equal object whenever they render, and the one before may have been changed since. */
function textOf(plan: string | Plan | null): string | null {
  try {
    return JSON.stringify(plan);
  } catch {
    return null;
  }
}

const isSameList = (left: readonly File[], right: readonly File[]): boolean =>
  left.length === right.length && left.every((file, i) => file === right[i]);

const nextChange = (session: Session): Promise<void> =>
  new Promise((resolve) => {
    session.addEventListener('change', () => resolve(), { once: true });
  });

/** @throws EngineError where it holds anything but files */
function listOf(files: unknown): File[] {
  const list =
    typeof files === 'object' && files !== null && Symbol.iterator in files ? [...(files as File[])] : [files];
  if (list.every((file) => file instanceof File)) return list;
  throw engineError('bad_request', words.notFiles);
}

if (!customElements.get('fatigue-calculator')) customElements.define('fatigue-calculator', FatigueCalculator);

declare global {
  interface HTMLElementTagNameMap {
    'fatigue-calculator': FatigueCalculator;
  }
}
