// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import type { OutcomeResult, Report } from '../contract/report.js';
import { isScoreOnFatigue } from '../text/instrument.js';
import { isDay } from '../text/labels.js';
import { baselineText } from '../text/response.js';
import { formatConfidence } from '../text/number.js';
import { strings } from '../text/strings.js';
import { armColours, armStyle } from './arm_style.js';
import { meansPlot, plottedMeans } from './means_plot.js';
import { base } from './styles.js';

const widthLimits = { min: 280, max: 930 };

/**
 * The figure of LS means by visit and arm, drawn anew for the width it has.
 *
 * @csspart plot - the SVG
 */
export class FcMeansPlot extends LitElement {
  static override properties = {
    report: { attribute: false },
    outcome: { attribute: false },
    _width: { state: true },
  };
  static override styles = [
    base,
    armColours,
    css`
      figure {
        margin: 1rem 0;
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
        min-block-size: 16rem;
      }
      .plot svg {
        display: block;
        max-inline-size: 100%;
        block-size: auto;
        font-family: var(--_sans);
        font-size: 12px;
        overflow: visible;
      }
      .plot svg text {
        white-space: pre;
      }
      p {
        font-size: 0.8125rem;
        color: var(--_soft);
        margin: 0.25rem 0 0;
      }
      @media print {
        figure {
          break-inside: avoid;
        }
      }
    `,
  ];

  declare report: Report | null;
  declare outcome: OutcomeResult | null;
  declare _width: number;
  private readonly _observer = new ResizeObserver(([entry]) => this._resize(entry?.contentRect.width ?? 0));

  constructor() {
    super();
    this.report = null;
    this.outcome = null;
    this._width = 0;
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
    const { report, outcome } = this;
    if (!report || !outcome || plottedMeans(outcome).length === 0) return nothing;
    const level = formatConfidence(outcome.model?.confidence ?? 0.95);
    return html`<figure>
      <figcaption>
        ${strings.captions.plotMeans(outcome.label)}
        ${report.simulated ? html`<span class="badge">${strings.intro.simulatedBadge}</span>` : nothing}
      </figcaption>
      <ul>
        ${report.arms.map(({ arm }, index) => html`<li>${legendMark(index)}${arm}</li>`)}
      </ul>
      <div class="plot" part="plot"></div>
      <p>${strings.plot.caption(level)} ${strings.captions.plotTable}</p>
    </figure>`;
  }

  /** Plot makes DOM, not a template: it goes into its place after each render. */
  protected override updated(): void {
    const place = this.renderRoot.querySelector('.plot');
    const { report, outcome } = this;
    if (!place || !report || !outcome || this._width === 0) return;
    const arms = report.arms.map(({ arm }) => arm);
    const description = strings.plot.description(outcome.label, arms.join(strings.listSeparator));
    place.replaceChildren(
      meansPlot(outcome, { ...this._axes(report, outcome), arms, width: this._width, description }),
    );
  }

  private _axes(report: Report, outcome: OutcomeResult): { x: string; y: string; zero: boolean } {
    const isLower = outcome.direction === 'lower_is_better';
    const { lowerIsBetter, higherIsBetter, lowerIsBetterOther, higherIsBetterOther } = strings.plot;
    const [down, up] = isScoreOnFatigue(report, outcome.score)
      ? [lowerIsBetter, higherIsBetter]
      : [lowerIsBetterOther, higherIsBetterOther];
    const days = plottedMeans(outcome).every(({ visit }) => isDay(visit));
    return {
      x: days ? strings.plot.day : strings.plot.visit,
      y: `${yLabel(report, outcome)} (${isLower ? down : up})`,
      zero: baselineText(report, outcome) !== null,
    };
  }
}

function yLabel(report: Report, outcome: OutcomeResult): string {
  const baseline = baselineText(report, outcome);
  if (baseline === null) return strings.plot.value(outcome.label);
  return outcome.model?.response === 'percent_change'
    ? strings.plot.percentChange(outcome.label, baseline)
    : strings.plot.change(outcome.label, baseline);
}

/** The arm's line, marker and colour as in the plot. Plot's symbols are d3's; these are their plain outlines. */
function legendMark(index: number): TemplateResult {
  const { colour, symbol, dash } = armStyle(index);
  const outline = {
    circle: 'M14 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
    square: 'M11 5h6v6h-6z',
    triangle: 'M14 3.5l4 7h-8z',
    diamond: 'M14 3l3 5l-3 5l-3-5z',
    star: 'M14 3l1.3 3.4l3.6.2l-2.8 2.3l.9 3.5l-3-2l-3 2l.9-3.5l-2.8-2.3l3.6-.2z',
    wye: 'M12.8 13v-4l-3.4-2l1.2-2l3.4 2l3.4-2l1.2 2l-3.4 2v4z',
  }[symbol];
  return html`<svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
    ${svg`<line x1="0" y1="8" x2="28" y2="8" stroke=${colour} stroke-width="1.5" stroke-dasharray=${dash ?? 'none'} />
      <path d=${outline} fill=${colour} />`}
  </svg>`;
}

customElements.define('fc-means-plot', FcMeansPlot);

declare global {
  interface HTMLElementTagNameMap {
    'fc-means-plot': FcMeansPlot;
  }
}
