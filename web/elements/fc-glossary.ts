// SPDX-License-Identifier: MIT
import { css, html, LitElement, type TemplateResult } from 'lit';
import { strings } from '../text/strings.js';
import type { TermName } from '../text/words/terms.js';
import { base } from './styles.js';
import { termText } from './term_text.js';

const text = strings.terms;

/** Every term that is explained anywhere on the page, in order of the alphabet. */
export class FcGlossary extends LitElement {
  static override styles = [
    base,
    css`
      dl {
        max-inline-size: 44rem;
        overflow-wrap: anywhere;
      }
      dt {
        font-weight: 600;
        margin-block-start: 1rem;
      }
      dd {
        margin: 0;
      }
      p {
        margin: 0.2rem 0;
      }
    `,
  ];

  override render(): TemplateResult {
    const names = (Object.keys(text.all) as TermName[]).sort((a, b) =>
      text.all[a].term.localeCompare(text.all[b].term, 'en'),
    );
    return html`<p class="soft">${text.lead(names.length)}</p>
      <dl>${names.map(termText)}</dl>`;
  }
}

customElements.define('fc-glossary', FcGlossary);

declare global {
  interface HTMLElementTagNameMap {
    'fc-glossary': FcGlossary;
  }
}
