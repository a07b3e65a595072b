// SPDX-License-Identifier: MIT
import { css, html, nothing, type TemplateResult } from 'lit';
import '../../elements/fc-data-check.js';
import { limitsSentence } from '../../read/limits.js';
import { FcApp } from '../../site/fc-app.js';
import { Intake } from '../../site/intake.js';
import { isCrash } from '../../text/crash.js';
import { inWords, plainProblem, problemText } from '../../text/problem.js';
import { strings } from '../../text/strings.js';
import './fc-planned-files.js';

/**
 * The calculator within a page that is somebody else's: what is dropped, pasted or typed elsewhere on that page is none of
 * its business. Locked, it takes data and shows results; the analysis is the plan's.
 */
export class FcEmbedded extends FcApp {
  static override properties = {
    ...FcApp.properties,
    locked: { type: Boolean, reflect: true },
    hide: { reflect: true },
  };
  static override styles = [
    ...FcApp.styles,
    css`
      :host {
        --fc-progress-position: static;
        --fc-paper: var(--_around);
        --fc-ink: var(--_text);
      }
      :host([locked]) {
        --_mending: none;
      }
      [part='data'] > h2 {
        margin-block-start: 0;
      }
      :host([hide~='bar']) [part='bar'],
      :host([hide~='check']) fc-data-check,
      :host([hide~='instruments']) fc-own-instruments,
      :host([hide~='analysis']) [part='analysis'],
      :host([hide~='exports']) [part='exports'] {
        display: none;
      }
    `,
  ];

  declare locked: boolean;
  /** Names of sections, between spaces. */
  declare hide: string;
  /** There has been a report: the page around lets the worker work. */
  private _hasWorked = false;

  constructor() {
    super();
    this.locked = false;
    this.hide = '';
    this.prints = false;
    new Intake(this, this, {
      files: (files) => void this.session?.open(files),
      text: (text) => this.takeText(text),
      step: (step) => {
        if (!this.locked) void this.session?.[step]();
      },
    });
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.session) return nothing;
    return this.locked ? html`${this._dropped()} ${this._results()}` : super.render();
  }

  /** What a visitor cannot know and whoever embeds the calculator must. */
  protected override _results(): TemplateResult {
    const { report, failure } = this._state;
    this._hasWorked ||= report !== null;
    const isStuck = !this._hasWorked && failure && (isCrash(failure) || failure.code === 'internal_error');
    return html`<fc-notice
        .heading=${strings.results.warnings}
        .problems=${isStuck ? [plainProblem(strings.calculator.policyHint)] : []}
      ></fc-notice>
      ${super._results()}`;
  }

  private _dropped(): TemplateResult {
    const { files, plan, report, check, planProblem, notices, failure } = this._state;
    const errors = report ? report.errors.map((error) => inWords(error, report.plan)) : [];
    const problems = [...(failure ? [failure] : []), ...errors];
    return html`<section class="no-print" part="data" aria-labelledby=${this._namedBy('data-title')}>
      <h2 id="data-title" tabindex="-1">${strings.data.title} ${this._badge()}</h2>
      <fc-drop-zone .limits=${limitsSentence()} .hint=${strings.calculator.dropHint}></fc-drop-zone>
      <fc-notice
        kind="error"
        .heading=${strings.data.planRefused}
        .problems=${planProblem ? [problemText(planProblem)] : []}
      ></fc-notice>
      <fc-planned-files
        .plan=${plan}
        .files=${files}
        .problems=${problems}
        .useAs=${(file: string, planned: string) => void this.session?.useAs(file, planned)}
      ></fc-planned-files>
      <fc-notice
        .heading=${strings.results.warnings}
        .problems=${notices.map((notice) => plainProblem(notice))}
      ></fc-notice>
      ${files.length > 0 && check && plan ? html`<fc-data-check .check=${check} .plan=${plan}></fc-data-check>` : nothing}
      ${
        files.length > 0
          ? html`<div class="actions">
              <button type="button" @click=${() => void this.session?.clear()}>${strings.drop.clear}</button>
            </div>`
          : nothing
      }
    </section>`;
  }
}

customElements.define('fc-embedded', FcEmbedded);

declare global {
  interface HTMLElementTagNameMap {
    'fc-embedded': FcEmbedded;
  }
}
