// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { strings } from '../text/strings.js';
import type { ExampleName } from '../text/words/examples.js';
import { emit } from './events.js';
import { base, controls } from './styles.js';

const text = strings.examples;

/**
 * The examples to choose from, each with a sentence on what it shows.
 *
 * @fires fc-example - an example was asked for
 */
export class FcExamples extends LitElement {
  static override properties = { names: { attribute: false } };
  static override styles = [
    base,
    controls,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: 0.75rem 1.5rem;
        list-style: none;
        margin: 0.5rem 0 1rem;
        padding: 0;
      }
      small {
        display: block;
        margin-block-start: 0.35rem;
      }
      p {
        margin-block-start: 1rem;
      }
    `,
  ];

  declare names: readonly ExampleName[];

  constructor() {
    super();
    this.names = [];
  }

  override render(): TemplateResult | typeof nothing {
    if (this.names.length === 0) return nothing;
    return html`<p class="soft" id="title">${text.title}</p>
      <ul aria-labelledby="title">
        ${this.names.map((name) => this._choice(name))}
      </ul>`;
  }

  private _choice(name: ExampleName): TemplateResult {
    const { open, about } = text.choices[name];
    return html`<li>
      <button type="button" aria-describedby=${`about-${name}`} @click=${() => emit(this, 'fc-example', { name })}>
        ${open}
      </button>
      <small id=${`about-${name}`}>${about}</small>
    </li>`;
  }
}

customElements.define('fc-examples', FcExamples);

declare global {
  interface HTMLElementTagNameMap {
    'fc-examples': FcExamples;
  }
}
