// SPDX-License-Identifier: MIT
/** A term and its explanation, as entries of a description list. */
import { html, nothing, type TemplateResult } from 'lit';
import { strings } from '../text/strings.js';
import type { Term, TermName } from '../text/words/terms.js';

const text = strings.terms;

export function termText(name: TermName): TemplateResult {
  const { term, what, when, usual, section }: Term = text.all[name];
  return html`<dt>${term}</dt>
    <dd>
      <p>${what}</p>
      ${when === undefined ? nothing : html`<p><strong>${text.when}</strong> ${when}</p>`}
      ${usual === undefined ? nothing : html`<p><strong>${text.usual}</strong> ${usual}</p>`}
      <p><small>${text.section(section)}</small></p>
    </dd>`;
}
