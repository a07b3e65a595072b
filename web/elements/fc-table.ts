// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { strings } from '../text/strings.js';
import { allNotes, type TableCell, type TableColumn, type TableRow, type TableSpec } from '../text/tables/spec.js';
import { base } from './styles.js';

/**
 * A table with caption, scoped headers and notes. Wider than the page, it scrolls within itself.
 *
 * @csspart table - the table
 */
export class FcTable extends LitElement {
  static override properties = { spec: { attribute: false } };
  static override styles = [
    base,
    css`
      :host {
        margin: 1.25rem 0;
      }
      .scroll {
        container-type: inline-size;
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: 0.9375rem;
        font-variant-numeric: tabular-nums lining-nums;
      }
      caption {
        text-align: start;
        padding-block-end: 0.45rem;
      }
      caption > span {
        position: sticky;
        inset-inline-start: 0;
        display: inline-block;
        max-inline-size: 100cqi;
        font-weight: 600;
      }
      thead {
        border-block-start: 1.5px solid var(--_ink);
        border-block-end: 1px solid var(--_soft);
      }
      tbody:last-child {
        border-block-end: 1.5px solid var(--_ink);
      }
      tbody + tbody {
        border-block-start: 1px solid var(--_line);
      }
      th,
      td {
        padding: 0.4rem 0.9rem 0.4rem 0;
        text-align: start;
        vertical-align: baseline;
        font-weight: 400;
      }
      th:last-child,
      td:last-child {
        padding-inline-end: 0;
      }
      thead th small {
        font-weight: 400;
      }
      thead th {
        vertical-align: bottom;
        font-weight: 600;
        font-size: 0.875rem;
        line-height: 1.3;
      }
      .groups th {
        text-align: center;
        padding-block-end: 0;
      }
      .groups th span {
        display: block;
        margin-inline-start: 0.9rem;
        padding-block-end: 0.2rem;
        border-block-end: 1px solid var(--_line);
      }
      tbody th {
        min-inline-size: 6rem;
      }
      tbody th.group {
        font-weight: 600;
        padding-block-start: 0.7rem;
      }
      .grouped th[scope='row'] {
        padding-inline-start: 0.9rem;
      }
      .numeric {
        text-align: end;
      }
      td.numeric {
        white-space: nowrap;
      }
      small {
        display: block;
        white-space: nowrap;
      }
      tbody th small {
        white-space: normal;
      }
      .summary > * {
        font-weight: 600;
      }
      .published > * {
        color: var(--_soft);
        font-style: italic;
      }
      .notes {
        margin: 0.5rem 0 0;
        font-size: 0.8125rem;
        line-height: 1.45;
        color: var(--_soft);
      }
      .notes p {
        margin: 0.15rem 0;
      }
      @container (max-inline-size: 36rem) {
        table {
          font-size: 0.875rem;
        }
        th,
        td {
          padding-inline-end: 0.7rem;
        }
      }
      @media print {
        .scroll {
          overflow: visible;
        }
        table {
          font-size: 8pt;
        }
        th,
        td {
          padding: 0.2rem 0.5rem 0.2rem 0;
        }
        tbody th {
          min-inline-size: 0;
        }
        .notes p {
          font-size: 7.5pt;
        }
        .badge {
          font-size: 6.5pt;
        }
        thead th {
          font-size: inherit;
        }
        small {
          font-size: 7pt;
        }
        tr {
          break-inside: avoid;
        }
      }
    `,
  ];

  declare spec: TableSpec | null;

  constructor() {
    super();
    this.spec = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { spec } = this;
    if (spec === null) return nothing;
    const notes = allNotes(spec);
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${spec.caption}>
        <table part="table">
          <caption>
            <span
              >${spec.caption}
              ${spec.simulated ? html`<span class="badge">${strings.intro.simulatedBadge}</span>` : nothing}</span
            >
          </caption>
          <thead>
            ${groupRow(spec.columns)}
            <tr>
              ${spec.columns.map((column) => headerCell(column))}
            </tr>
          </thead>
          ${spec.groups.map(
            ({ heading, rows }) =>
              html`<tbody class=${heading === undefined ? '' : 'grouped'}>
                ${
                  heading === undefined
                    ? nothing
                    : html`<tr>
                        <th class="group" scope="rowgroup" colspan=${spec.columns.length}>${heading}</th>
                      </tr>`
                }
                ${rows.map((row) => bodyRow(row, spec.columns))}
              </tbody>`,
          )}
        </table>
      </div>
      ${notes.length === 0 ? nothing : html`<div class="notes">${notes.map((note) => html`<p>${note}</p>`)}</div>`}`;
  }
}

const side = (column: TableColumn | undefined): string => (column?.numeric ? 'numeric' : '');

const content = ({ text, detail }: { text: string; detail?: string }): TemplateResult =>
  html`${text}${detail === undefined ? nothing : html`<small>${detail}</small>`}`;

/** Names over groups of columns, where there are any. */
function groupRow(columns: readonly TableColumn[]): TemplateResult | typeof nothing {
  if (!columns.some(({ group }) => group !== undefined)) return nothing;
  const spans: { group: string | undefined; columns: number }[] = [];
  for (const { group } of columns) {
    const last = spans[spans.length - 1];
    if (last && group !== undefined && last.group === group) last.columns += 1;
    else spans.push({ group, columns: 1 });
  }
  return html`<tr class="groups">
    ${spans.map((span) =>
      span.group === undefined
        ? html`<td></td>`
        : html`<th scope="colgroup" colspan=${span.columns}><span>${span.group}</span></th>`,
    )}
  </tr>`;
}

function headerCell(column: TableColumn): TemplateResult {
  return column.label === ''
    ? html`<td></td>`
    : html`<th scope="col" class=${side(column)}>
        ${content({ text: column.label, ...(column.detail === undefined ? {} : { detail: column.detail }) })}
      </th>`;
}

function bodyRow(row: TableRow, columns: readonly TableColumn[]): TemplateResult {
  return html`<tr class=${row.kind ?? ''}>
    <th scope="row">${content(row.header)}</th>
    ${row.cells.map((cell, i) => bodyCell(cell, columns[i + 1]))}
  </tr>`;
}

function bodyCell(cell: TableCell, column: TableColumn | undefined): TemplateResult {
  return html`<td class=${side(column)} title=${cell.reason ?? nothing}>${content(cell)}</td>`;
}

customElements.define('fc-table', FcTable);

declare global {
  interface HTMLElementTagNameMap {
    'fc-table': FcTable;
  }
}
