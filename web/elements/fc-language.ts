// SPDX-License-Identifier: MIT
import { css, html, LitElement, type TemplateResult } from 'lit';
import { currentLanguage, languages, type Language } from '../text/language.js';
import { strings } from '../text/strings.js';
import { emit } from './events.js';
import { base, controls } from './styles.js';

/**
 * The choice of the page's language. Each is called what its readers call it.
 *
 * @fires fc-language - another language was chosen: {language}
 */
export class FcLanguage extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      label {
        display: inline-flex;
        gap: 0.5rem;
        align-items: baseline;
        font-size: 0.875rem;
      }
      select {
        inline-size: auto;
      }
    `,
  ];

  override render(): TemplateResult {
    const current = currentLanguage();
    const choose = (event: Event): void => {
      emit(this, 'fc-language', { language: (event.target as HTMLSelectElement).value as Language });
    };
    return html`<label
      ><span class="hidden-text">${strings.languages.choose}</span>
      <select @change=${choose}>
        ${languages.map(
          ({ language, name }) =>
            html`<option value=${language} lang=${language} ?selected=${language === current}>${name}</option>`,
        )}
      </select></label
    >`;
  }
}

customElements.define('fc-language', FcLanguage);

declare global {
  interface HTMLElementTagNameMap {
    'fc-language': FcLanguage;
  }
}
