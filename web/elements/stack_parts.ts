// SPDX-License-Identifier: MIT
/** The tables that one was put together from, and taking them apart again. */
import { html, type TemplateResult } from 'lit';
import type { Stack } from '../contract/plan.js';
import { strings } from '../text/strings.js';

const text = strings.mapping;

export function stackParts({ visit, parts }: Stack, takeApart: () => void): TemplateResult {
  return html`<p id="stacked">${text.stacked(visit)}</p>
    <ul>
      ${parts.map((part) => html`<li>${text.stackPart(part.visit, part.name)}</li>`)}
    </ul>
    <button type="button" aria-describedby="stacked" @click=${takeApart}>${text.takeApart}</button>`;
}
