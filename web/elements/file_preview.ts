// SPDX-License-Identifier: MIT
/** The first rows of a file as text, before anything is made of them. */
import { css, html, type TemplateResult } from 'lit';
import type { FileSummary } from '../engine/messages.js';
import { strings } from '../text/strings.js';

const text = strings.data;

export const previewStyles = css`
  .scroll {
    overflow-x: auto;
    margin-block: 0.5rem;
  }
  table {
    border-collapse: collapse;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    color: var(--_soft);
    padding-block-end: 0.25rem;
  }
  th,
  td {
    text-align: start;
    padding: 0.2rem 0.8rem 0.2rem 0;
    border-block-end: 1px solid var(--_line);
    white-space: nowrap;
    font-weight: 400;
  }
  th {
    font-weight: 600;
  }
`;

export function previewTemplate(file: FileSummary): TemplateResult {
  const [header = [], ...rows] = file.preview;
  return html`<details>
    <summary>${text.preview(rows.length, file.rowCount)}</summary>
    <div class="scroll" role="region" tabindex="0" aria-label=${text.previewCaption(file.name)}>
      <table>
        <caption>
          ${text.previewCaption(file.name)}
        </caption>
        <thead>
          <tr>
            ${header.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
