// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Progress } from '../contract/engine.js';
import type { PlanOutcome } from '../contract/plan.js';
import { outcomesDone, progressText, readingText, shareRead, type ReadingState } from '../text/progress.js';
import { strings } from '../text/strings.js';
import { emit } from './events.js';
import { base, controls } from './styles.js';

/** What is done sooner needs no word. */
const quietMs = 100;

/**
 * The line of an analysis, or of reading, that takes its time, at the foot of the window wherever the page stands, with a way out.
 *
 * @fires fc-cancel - the analysis or the reading is to be stopped
 */
export class FcProgress extends LitElement {
  static override properties = {
    active: { type: Boolean, reflect: true },
    progress: { attribute: false },
    reading: { attribute: false },
    outcomes: { attribute: false },
    _seconds: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      div {
        /* Within a page of another kind it stands where it is. */
        position: var(--fc-progress-position, fixed);
        inset: auto 0 0;
        z-index: 1;
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: center;
        justify-content: center;
        padding: 0.5rem 1rem;
        background: var(--_ground, var(--_paper));
        border-block-start: 1px solid var(--_line);
        font-size: 0.9375rem;
      }
      progress {
        accent-color: var(--_accent);
        inline-size: 6rem;
      }
    `,
  ];

  /** An analysis runs, or files are read. */
  declare active: boolean;
  /** What the core has told of it, if anything. */
  declare progress: Progress | null;
  /** Files are read: what has been told of it, if anything. Null while an analysis runs. */
  declare reading: Partial<ReadingState> | null;
  /** Those of the plan that runs. */
  declare outcomes: readonly PlanOutcome[];
  /** Since the analysis began; null while it is too early to show anything. */
  declare _seconds: number | null;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _start = 0;

  constructor() {
    super();
    this.active = false;
    this.progress = null;
    this.reading = null;
    this.outcomes = [];
    this._seconds = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this._timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('reading') && (changed.get('reading') === null) !== (this.reading === null);
    if (!changed.has('active') && !isOther) return;
    clearTimeout(this._timer);
    this._seconds = null;
    if (!this.active) return;
    this._start = performance.now();
    this._timer = setTimeout(() => this._tick(), quietMs);
  }

  private _tick(): void {
    this._seconds = Math.floor((performance.now() - this._start) / 1000);
    this._timer = setTimeout(() => this._tick(), 1000);
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.active || this._seconds === null) return nothing;
    const { reading } = this;
    const share = reading ? shareRead(reading) : outcomesDone(this.progress, this.outcomes);
    const words = reading
      ? readingText(reading, this._seconds)
      : progressText(this.progress, this.outcomes, this._seconds);
    return html`<div class="no-print">
      <progress aria-label=${strings.results.working} max="1" value=${share ?? nothing}></progress>
      <span>${words}</span>
      <button type="button" @click=${() => emit(this, 'fc-cancel', null)}>${strings.results.cancel}</button>
    </div>`;
  }
}

customElements.define('fc-progress', FcProgress);

declare global {
  interface HTMLElementTagNameMap {
    'fc-progress': FcProgress;
  }
}
