// SPDX-License-Identifier: MIT
import { css, html, LitElement, type TemplateResult } from 'lit';
import type { FitFile } from '../reference/run.js';
import { strings } from '../text/strings.js';
import './fc-glossary.js';
import './fc-privacy.js';
import './fc-self-check.js';
import { base } from './styles.js';

const text = strings.about;

/** The page about itself, folded: what a reader may want to check or look up. */
export class FcAbout extends LitElement {
  static override properties = { fit: { attribute: false } };
  static override styles = [
    base,
    css`
      section > details {
        border-block-end: 1px solid var(--_line);
        padding-block: 0.6rem;
      }
      h3 {
        display: inline;
        font-family: var(--_sans);
        font-size: 1rem;
        margin: 0;
      }
      .body {
        padding-inline-start: 1.05rem;
      }
      @media (max-width: 30rem) {
        .body {
          padding-inline-start: 0;
        }
      }
    `,
  ];

  /** Fits a model to a file as the page's worker does. */
  declare fit: FitFile | null;

  constructor() {
    super();
    this.fit = null;
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="about-title">
      <h2 id="about-title">${text.title}</h2>
      ${part(strings.selfCheck.title, html`<fc-self-check .fit=${this.fit}></fc-self-check>`)}
      ${part(strings.policy.title, html`<fc-privacy></fc-privacy>`)}
      ${part(strings.terms.title, html`<fc-glossary></fc-glossary>`)}
    </section>`;
  }
}

const part = (title: string, body: TemplateResult): TemplateResult =>
  html`<details>
    <summary><h3>${title}</h3></summary>
    <div class="body">${body}</div>
  </details>`;

customElements.define('fc-about', FcAbout);

declare global {
  interface HTMLElementTagNameMap {
    'fc-about': FcAbout;
  }
}
