// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { strings } from '../text/strings.js';
import {
  allNotes,
  densityOf,
  estimateParts,
  isInterval,
  isShort,
  type TableCell,
  type TableColumn,
  type TableRow,
  type TableSpec,
} from '../text/tables/spec.js';
import './fc-table-menu.js';
import { base } from './styles.js';
import { tableStyles } from './table_styles.js';

/**
 * A table with caption, scoped headers and notes. Wider than the page, it scrolls within itself.
 *
 * @csspart table - the table
 * @csspart heading - its caption
 */
export class FcTable extends LitElement {
  static override properties = {
    spec: { attribute: false },
    stacks: { type: Boolean, reflect: true },
    beside: { attribute: false },
    _scrolls: { state: true },
  };
  static override styles = [base, tableStyles];

  declare spec: TableSpec | null;
  /** In a narrow place rows become blocks instead of scrolling. */
  declare stacks: boolean;
  /** Notes that stand beside the table already: in files made of it, but not below it here. */
  declare beside: readonly string[];
  /** Wider than its place: the keyboard must be able to scroll it. */
  declare _scrolls: boolean;
  private readonly _observer = new ResizeObserver(() => this._measure());

  constructor() {
    super();
    this.spec = null;
    this.stacks = false;
    this.beside = [];
    this._scrolls = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._observer.disconnect();
  }

  private _measure(): void {
    this.toggleAttribute('bare', getComputedStyle(this).getPropertyValue('--_ground').trim() === 'transparent');
    const scroll = this.renderRoot.querySelector('.scroll');
    this._scrolls = scroll !== null && scroll.scrollWidth > scroll.clientWidth;
  }

  override render(): TemplateResult | typeof nothing {
    const { spec } = this;
    if (spec === null) return nothing;
    const notes = allNotes(spec).filter((note) => !this.beside.includes(note));
    return html`${this._scrolls ? html`<p class="cue no-print" aria-hidden="true">${strings.results.scrolls}</p>` : nothing}
      <div class="scroll" role="group" tabindex=${this._scrolls ? 0 : nothing} aria-label=${spec.caption}>
        <table part="table" role="table" class=${densityOf(spec.columns)}>
          <caption>
            <span part="heading"
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
      ${notes.length === 0 ? nothing : html`<div class="notes">${notes.map((note) => html`<p>${note}</p>`)}</div>`}
      <fc-table-menu .table=${spec}></fc-table-menu>`;
  }
}

const side = (column: TableColumn | undefined): string => (column?.numeric ? 'numeric' : '');

const content = ({ text, detail }: { text: unknown; detail?: string }): TemplateResult =>
  html`${text}${detail === undefined ? nothing : html`<small class=${isInterval(detail) ? 'whole' : nothing}>${detail}</small>`}`;

/** The gap is where the line may break. */
const parts = (text: string): unknown[] =>
  estimateParts(text).map((part, i) => (i === 0 ? part : html`<span class="gap">${' '}</span>${part}`));

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
  return html`<tr role="row" class=${row.kind ?? ''}>
    <th role="rowheader" scope="row" class=${isShort(row.header) ? 'short' : nothing}>${content(row.header)}</th>
    ${row.cells.map((cell, i) => bodyCell(cell, columns[i + 1]))}
  </tr>`;
}

/** Roles and label are for a table that stacks: rows shown as blocks are rows still. */
function bodyCell(cell: TableCell, column: TableColumn | undefined): TemplateResult {
  const label = [column?.label, column?.detail].filter((part) => part !== undefined).join(' ');
  const kind = column?.numeric ? 'numeric' : isShort(cell) ? 'short' : '';
  return html`<td role="cell" class=${kind} data-label=${label} title=${cell.reason ?? nothing}>
    <span>${column?.numeric ? content({ ...cell, text: parts(cell.text) }) : content(cell)}</span>
  </td>`;
}

customElements.define('fc-table', FcTable);

declare global {
  interface HTMLElementTagNameMap {
    'fc-table': FcTable;
  }
}
