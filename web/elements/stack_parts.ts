// SPDX-License-Identifier: MIT
/** The tables that one was put together from, and taking them apart again. */
import { html, type TemplateResult } from 'lit';
import type { Stack } from '../contract/plan.js';
import { strings } from '../text/strings.js';

const text = strings.mapping;

export function stackParts({ visit, parts }: Stack, takeApart: () => void): TemplateResult {
  const isOne = parts.length === 1;
  const told = visit === undefined ? text.stackedRows : isOne ? text.stackedOne(visit) : text.stacked(visit);
  return html`<p id="stacked">${told}</p>
    <ul>
      ${parts.map((part) => html`<li>${part.visit === undefined ? part.name : text.stackPart(part.visit, part.name)}</li>`)}
    </ul>
    <button type="button" aria-describedby="stacked" @click=${takeApart}>
      ${isOne ? text.takeBack : text.takeApart}
    </button>`;
}
