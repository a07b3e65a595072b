// SPDX-License-Identifier: MIT
/** The language of the whole page: its words, what it says about itself to the browser, and everything shown already. */
import { ReactiveElement } from 'lit';
import { setLanguage, type Language } from '../text/language.js';
import { strings } from '../text/strings.js';

export function showLanguage(language: Language): void {
  setLanguage(language);
  document.documentElement.lang = strings.language;
  document.querySelector('meta[name="description"]')?.setAttribute('content', strings.languages.description);
  renderAgain(document.body);
}

/** Elements keep what they hold: files, folds and the plan stay as they are. */
function renderAgain(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof ReactiveElement) element.requestUpdate();
    if (element.shadowRoot) renderAgain(element.shadowRoot);
  }
}
