// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ScoreCheck } from '../contract/check.js';
import { cellStates, incompleteParticipants, stateCounts, type CellState } from '../text/check.js';
import type { TimeUnit } from '../contract/plan.js';
import { visitLabel } from '../text/labels.js';
import { strings } from '../text/strings.js';
import { cellAt, mapLayout, mapPaths, type MapLayout } from './missing_map.js';
import { base } from './styles.js';

const text = strings.check;

/** Which scores are there: participants down, visits across. States differ in lightness and pattern, not in hue alone. */
export class FcMissingMap extends LitElement {
  static override properties = {
    check: { attribute: false },
    unit: {},
    _width: { state: true },
    _pointed: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        margin: 1rem 0;
      }
      h4 {
        font-family: var(--_sans);
      }
      .map {
        overflow: auto;
        max-block-size: 32rem;
      }
      svg {
        display: block;
        font-family: var(--_sans);
        font-size: 0.75rem;
        fill: var(--_ink);
      }
      .s {
        fill: light-dark(#7fa6c6, #3f6d92);
      }
      .p {
        fill: light-dark(#1d5585, #9fcdf2);
      }
      .u {
        fill: light-dark(#d98c00, #e3b25b);
      }
      .none {
        fill: var(--_panel);
        stroke: var(--_line);
        stroke-width: 0.75;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        list-style: none;
        padding: 0;
        margin: 0.4rem 0;
        font-size: 0.875rem;
      }
      ul svg {
        display: inline;
        vertical-align: -0.15em;
      }
      .pointed {
        font-size: 0.875rem;
        color: var(--_soft);
        min-block-size: 1.3em;
        margin: 0.2rem 0;
      }
      summary {
        font-size: 0.875rem;
        color: var(--_accent);
      }
      details li {
        overflow-wrap: anywhere;
      }
      ol {
        font-size: 0.875rem;
        list-style: none;
        padding: 0;
      }
    `,
  ];

  declare check: ScoreCheck | null;
  /** What the numbers of its visits count. */
  declare unit: TimeUnit;
  declare _width: number;
  declare _pointed: string;
  private readonly _observer = new ResizeObserver(([entry]) => {
    if (entry) this._width = Math.floor(entry.contentRect.width);
  });

  constructor() {
    super();
    this.check = null;
    this.unit = 'day';
    this._width = 0;
    this._pointed = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._observer.disconnect();
  }

  override render(): TemplateResult | typeof nothing {
    const { check } = this;
    if (!check || check.participants.length === 0) return nothing;
    const counts = stateCounts(check);
    const incomplete = incompleteParticipants(check, this.unit);
    return html`<h4>${text.map(check.label)}</h4>
      <ul>
        ${cellStates.map(
          (state) =>
            html`<li>
              <svg width="14" height="14" aria-hidden="true">
                ${svg`<rect class=${className(state)} x="1" y="1" width="12" height="12" />`}
              </svg>
              ${text.legend(text.states[state], counts[state])}
            </li>`,
        )}
      </ul>
      ${this._width > 0 ? this._map(check) : nothing}
      <p class="pointed" aria-hidden="true">${this._pointed}</p>
      ${check.more > 0 ? html`<p><small>${text.more(check.more)}</small></p>` : nothing}
      ${
        incomplete.length === 0
          ? html`<p><small>${text.complete}</small></p>`
          : html`<details>
              <summary>${text.mapRows}</summary>
              <ol>
                ${incomplete.map((line) => html`<li>${line}</li>`)}
              </ol>
            </details>`
      }`;
  }

  private _map(check: ScoreCheck): TemplateResult {
    const layout = mapLayout(check, this._width);
    const paths = mapPaths(check, layout);
    const label = text.mapDescription(check.label, check.participants.length, check.visits.length);
    const point = (event: PointerEvent): void => {
      const cell = cellAt(check, layout, event.offsetX, event.offsetY);
      this._pointed = cell
        ? text.mapCell(text.mapRow(cell.id, cell.arm), visitLabel(cell.visit, this.unit), text.states[cell.state])
        : '';
    };
    const isLong = layout.height > 500 || layout.width > this._width;
    return html`<div
      class="map"
      tabindex=${isLong ? 0 : nothing}
      role=${isLong ? 'region' : nothing}
      aria-label=${isLong ? text.map(check.label) : nothing}
    >
      <svg
        role="img"
        aria-label=${label}
        width=${layout.width}
        height=${layout.height}
        @pointermove=${point}
        @pointerleave=${() => (this._pointed = '')}
      >
        ${cellStates.map((state) => svg`<path class=${className(state)} d=${paths[state]} />`)}
        ${visitLabels(check, layout, this.unit)} ${layout.namesRows ? rowLabels(check, layout) : nothing}
      </svg>
    </div>`;
  }
}

const className = (state: CellState): string => (state === '-' ? 'none' : state);

const visitLabels = (
  { visits }: ScoreCheck,
  { cell, labels, everyVisit }: MapLayout,
  unit: TimeUnit,
): SVGTemplateResult[] =>
  visits.flatMap((visit, i) =>
    i % everyVisit === 0
      ? [svg`<text x=${labels.left + i * cell.width} y=${labels.top - 8}>${visitLabel(visit, unit)}</text>`]
      : [],
  );

const rowLabels = ({ participants }: ScoreCheck, { cell, labels }: MapLayout): SVGTemplateResult[] =>
  participants.map(
    ({ id }, row) =>
      svg`<text x=${labels.left - 6} y=${labels.top + row * cell.height + cell.height - 4} text-anchor="end">${id}</text>`,
  );

customElements.define('fc-missing-map', FcMissingMap);

declare global {
  interface HTMLElementTagNameMap {
    'fc-missing-map': FcMissingMap;
  }
}
