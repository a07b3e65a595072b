// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { RepeatedRule } from '../contract/plan.js';
import { withOtherMark, type MissingOffer } from '../text/missing_offer.js';
import type { ProblemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { emit } from './events.js';
import { base, controls } from './styles.js';

/**
 * Warnings or errors, next to what they concern. Empty, it shows nothing.
 *
 * @fires fc-set-missing - the values of an error are to be read as missing
 * @fires fc-read-decimal - the values of an error are numbers with the other decimal mark
 * @fires fc-edit - what is to be used of several records of one visit was chosen
 */
export class FcNotice extends LitElement {
  static override properties = {
    kind: { reflect: true },
    heading: {},
    problems: { attribute: false },
    rules: { attribute: false },
  };
  static override styles = [
    base,
    controls,
    css`
      div {
        break-inside: avoid;
        border-inline-start: 3px solid var(--_warn);
        background: var(--_panel);
        padding: 0.6rem 0.9rem;
        margin: 0.75rem 0;
        font-size: 0.9375rem;
        line-height: 1.45;
        overflow-wrap: break-word;
      }
      :host([kind='error']) div {
        border-color: var(--_error);
      }
      strong {
        color: var(--_warn);
      }
      :host([kind='error']) strong {
        color: var(--_error);
      }
      p {
        margin: 0.2rem 0;
      }
      ul {
        margin: 0.2rem 0;
        padding-inline-start: 1.2rem;
      }
      /* Where the plan is not to be changed, it is not offered. */
      button {
        display: var(--_mending, inline-block);
      }
      .places {
        color: var(--_soft);
        font-size: 0.875rem;
      }
    `,
  ];

  declare kind: 'warning' | 'error';
  declare heading: string;
  declare problems: readonly ProblemText[];
  /** What can be made of several records of one visit. */
  declare rules: readonly RepeatedRule[];

  constructor() {
    super();
    this.kind = 'warning';
    this.heading = '';
    this.problems = [];
    this.rules = ['first', 'last', 'none'];
  }

  override render(): TemplateResult | typeof nothing {
    const { problems } = this;
    const [first] = problems;
    if (first === undefined) return nothing;
    return html`<div role=${this.kind === 'error' ? 'alert' : 'note'}>
      <p><strong>${this.heading}</strong></p>
      ${
        problems.length === 1
          ? this._problem(first)
          : html`<ul>
              ${problems.map((problem) => html`<li>${this._problem(problem)}</li>`)}
            </ul>`
      }
    </div>`;
  }

  private _problem(problem: ProblemText): TemplateResult {
    const { missing, decimal, repeatedIn } = problem;
    if (repeatedIn !== undefined) return html`${problemTemplate(problem)} ${this._repeats(repeatedIn)}`;
    if (!missing) return problemTemplate(problem);
    return html`${problemTemplate(problem)}
      ${
        decimal
          ? html`<button type="button" class="no-print" @click=${() => emit(this, 'fc-read-decimal', decimal)}>
              ${strings.errors.readDecimal(numbersIn(decimal), decimal.cells)}
            </button>`
          : nothing
      }
      <button type="button" class="no-print" @click=${() => emit(this, 'fc-set-missing', missing)}>
        ${strings.errors.setMissing(missing.values, missing.cells)}
      </button>`;
  }

  private _repeats(name: string): TemplateResult[] {
    return this.rules.map(
      (rule) =>
        html`<button
          type="button"
          class="no-print"
          @click=${() => emit(this, 'fc-edit', { kind: 'file', name, patch: { repeated: rule } })}
        >
          ${strings.mapping.takeRepeated[rule]}
        </button> `,
    );
  }
}

/** What is read as which number, by column. */
const numbersIn = ({ values }: MissingOffer): Record<string, [was: string, is: string][]> =>
  Object.fromEntries(
    Object.entries(values).map(([column, own]) => [column, own.map((value) => [value, withOtherMark(value)])]),
  );

function problemTemplate({ message, places, remedy }: ProblemText): TemplateResult {
  const [only] = places;
  const where =
    only === undefined
      ? nothing
      : places.length === 1
        ? html`<p class="places">${strings.errors.places}: ${only}</p>`
        : html`<section class="places">
            ${strings.errors.places}:
            <ul>
              ${places.map((place) => html`<li>${place}</li>`)}
            </ul>
          </section>`;
  return html`<p>${message}</p>
    ${where} ${remedy === undefined ? nothing : html`<p>${strings.errors.remedy}: ${remedy}</p>`}`;
}

customElements.define('fc-notice', FcNotice);

declare global {
  interface HTMLElementTagNameMap {
    'fc-notice': FcNotice;
  }
}
