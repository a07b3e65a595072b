// SPDX-License-Identifier: MIT
import { css, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import type { FigureSpec } from '../figures/spec.js';
import { pictureBytes, savedWidth, standaloneSvg } from '../export/picture.js';
import { provenanceLines } from '../export/provenance.js';
import { strings } from '../text/strings.js';
import { armColours, armOutlines, armStyle } from './arm_style.js';
import { emit } from './events.js';
import { Folds } from './folds.js';
import './fc-table.js';
import { OwnTaskElement } from './own_task.js';
import { stampOf } from './stamp.js';
import { base, controls } from './styles.js';

const widthLimits = { min: 280, max: 930 };

/**
 * A figure with its legend, its numbers as a table, and buttons to save it, drawn anew for the width it has.
 *
 * @fires fc-save-file - a file to save: {name, type, content}
 * @fires fc-stamp - asks for the stamp of the report that the figure is of
 * @csspart plot - the place of the SVG
 * @csspart heading - the captions of the figure and of its table
 */
export class FcFigure extends OwnTaskElement {
  static override properties = { figure: { attribute: false }, _width: { state: true }, _refused: { state: true } };
  static override styles = [
    base,
    controls,
    armColours,
    css`
      figure {
        margin: 1rem 0 1.5rem;
      }
      figcaption {
        font-weight: 600;
        font-size: 0.9375rem;
      }
      ul {
        list-style: none;
        margin: 0.35rem 0 0;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        font-size: 0.875rem;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.45rem;
      }
      .plot {
        overflow-x: auto;
      }
      .plot svg {
        display: block;
        max-inline-size: 100%;
        block-size: auto;
        font-family: var(--_sans);
        font-size: 12px;
      }
      .plot svg text {
        white-space: pre;
      }
      p {
        font-size: 0.8125rem;
        color: var(--_soft);
        margin: 0.25rem 0 0;
      }
      p.refused {
        color: var(--_error);
      }
      .save {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: baseline;
        font-size: 0.8125rem;
      }
      .save button {
        font-size: 0.8125rem;
        min-block-size: 1.5rem;
        padding: 0.1rem 0.5rem;
      }
      summary {
        color: var(--_accent);
        font-size: 0.8125rem;
      }
      details[open] {
        flex-basis: 100%;
      }
      @media print {
        figure {
          break-inside: avoid;
        }
        figcaption {
          break-after: avoid;
        }
        .save {
          display: none;
        }
      }
    `,
  ];

  declare figure: FigureSpec | null;
  declare _width: number;
  /** Why the picture asked for was not saved. */
  declare _refused: string;
  private readonly _observer = new ResizeObserver(([entry]) => this._resize(entry?.contentRect.width ?? 0));

  private readonly _folds = new Folds(this);

  constructor() {
    super();
    this.figure = null;
    this._width = 0;
    this._refused = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._observer.disconnect();
  }

  private _resize(width: number): void {
    const { min, max } = widthLimits;
    this._width = Math.round(Math.min(max, Math.max(min, width)));
  }

  override render(): TemplateResult | typeof nothing {
    const { figure } = this;
    if (!figure) return nothing;
    return html`<figure>
      <figcaption part="heading">
        ${figure.caption}
        ${figure.simulated ? html`<span class="badge">${strings.intro.simulatedBadge}</span>` : nothing}
      </figcaption>
      ${
        figure.arms.length > 0
          ? html`<ul>
              ${figure.arms.map((arm, index) => (figure.unseen?.includes(arm) ? nothing : html`<li>${legendMark(index)}${arm}</li>`))}
            </ul>`
          : nothing
      }
      <div class="plot" part="plot"></div>
      ${figure.note ? html`<p>${figure.note}</p>` : nothing}
      <div class="save">
        ${this._folds.part('data', strings.figures.dataTable, () => html`<fc-table exportparts="heading" .spec=${figure.data}></fc-table>`)}
        ${this._button(strings.figures.saveSvg, () => this._saveSvg(figure))}
        ${this._button(strings.figures.savePng, () => void this._savePng(figure))}
      </div>
      ${this._refused ? html`<p class="refused" role="alert">${this._refused}</p>` : nothing}
    </figure>`;
  }

  private _button(what: string, save: () => void): TemplateResult {
    return html`<button
      type="button"
      aria-label="${strings.figures.saved(what)}: ${this.figure?.caption}"
      @click=${save}
    >
      ${what}
    </button>`;
  }

  private _save(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
    emit(this, 'fc-save-file', { name, type, content });
  }

  private _saveSvg(figure: FigureSpec): void {
    this._save(`${figure.id}.svg`, 'image/svg+xml', standaloneSvg(figure, savedWidth, { stamp: this._stamp() }).text);
  }

  private async _savePng(figure: FigureSpec): Promise<void> {
    const [name, stamp] = [`${figure.id}.png`, this._stamp()];
    this._refused = '';
    try {
      this._save(name, 'image/png', await pictureBytes(figure, savedWidth, { stamp }));
    } catch (error) {
      this._refused = strings.exports.failedToSave(name, error instanceof Error ? error.message : String(error));
    }
  }

  private _stamp(): string[] {
    const stamp = stampOf(this);
    return stamp ? provenanceLines(stamp) : [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('figure')) this._refused = '';
  }

  /** The drawing is DOM, not a template: it goes into its place after each render. */
  protected override updated(): void {
    const place = this.renderRoot.querySelector('.plot');
    if (!place || !this.figure || this._width === 0) return;
    place.replaceChildren(this.figure.draw(this._width));
  }
}

/** A figure, or nothing where there is nothing to draw. */
export const figureOf = (spec: FigureSpec | null): TemplateResult | typeof nothing =>
  spec === null ? nothing : html`<fc-figure id=${spec.id} .figure=${spec}></fc-figure>`;

/** The arm's line, marker and colour as in the plot. */
function legendMark(index: number): TemplateResult {
  const { colour, symbol, dash } = armStyle(index);
  return html`<svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
    ${svg`<line x1="0" y1="8" x2="28" y2="8" stroke=${colour} stroke-width="1.5" stroke-dasharray=${dash ?? 'none'} />
      <path d=${armOutlines[symbol]} fill=${colour} />`}
  </svg>`;
}

customElements.define('fc-figure', FcFigure);

declare global {
  interface HTMLElementTagNameMap {
    'fc-figure': FcFigure;
  }
}
