// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { strings } from '../text/strings.js';
import type { Summary } from '../text/summary.js';
import { emit, type Place, type SectionName } from './events.js';
import { base, controls } from './styles.js';

const text = strings.bar;
const { history: words } = strings;

const sections = (): readonly { name: SectionName; label: string }[] => [
  { name: 'data', label: strings.data.title },
  { name: 'analysis', label: strings.analysis.title },
  { name: 'results', label: strings.results.title },
];

/**
 * The line that stays in sight at the top: the summary of the page, the way to its sections, undo and redo. Where there
 * is little room it is the effect and what it is of, and can be opened. While it is closed its lines do not wrap but for
 * that name, so that nothing below moves.
 *
 * @fires fc-undo - the last change is to be taken back
 * @fires fc-redo - a change is to be made again
 * @fires fc-go - a section is to be shown, or the first thing to confirm
 */
export class FcBar extends LitElement {
  static override properties = {
    summary: { attribute: false },
    undo: {},
    redo: {},
    told: {},
    label: {},
    _open: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        background: var(--_ground, var(--_paper));
        border-block-end: 1px solid var(--_line);
        font-size: 0.875rem;
        line-height: 1.4;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 0.75rem;
        align-items: center;
        padding-block: 0.25rem;
      }
      .line,
      .more p {
        margin: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .more {
        grid-column: 1 / -1;
        display: flex;
        gap: 0 1rem;
        align-items: baseline;
        min-inline-size: 0;
      }
      .more p {
        flex: 0 1 auto;
        color: var(--_soft);
      }
      nav {
        display: flex;
        gap: 0 0.9rem;
        flex: none;
      }
      nav a {
        padding-block: 0.2rem;
      }
      strong {
        font-weight: 600;
      }
      .busy .effect {
        opacity: 0.55;
      }
      .problem .state,
      .waiting .state,
      .mark {
        color: var(--_warn);
      }
      .tools {
        display: flex;
        gap: 0.15rem;
      }
      button {
        position: relative;
        display: inline-flex;
        gap: 0.3rem;
        align-items: center;
        justify-content: center;
        font-size: 0.875rem;
        padding: 0.15rem 0.5rem;
        min-block-size: 2rem;
        min-inline-size: 2rem;
      }
      button[aria-disabled='true'] {
        color: var(--_soft);
        opacity: 0.6;
        cursor: default;
      }
      button[aria-disabled='true']:hover {
        border-color: transparent;
      }
      .mark {
        display: inline;
        min-block-size: 0;
        min-inline-size: 0;
        padding: 0.15rem 0;
        margin-inline: 0.25em;
        font-size: inherit;
        font-weight: 600;
        text-decoration: underline;
        text-underline-offset: 0.15em;
      }
      svg {
        inline-size: 1.1em;
        block-size: 1.1em;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.7;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .toggle {
        display: none;
      }
      .open .toggle svg {
        rotate: 180deg;
      }
      @media (max-width: 44rem) {
        .word {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        section:not(.open) .unit {
          display: none;
        }
        /* The number beside the buttons; what it is of below, in lines of its own. */
        .line {
          display: contents;
        }
        .head,
        .of {
          font-size: 0.8125rem;
        }
        .head {
          overflow: hidden;
          text-overflow: ellipsis;
          white-space: nowrap;
        }
        .of {
          grid-row: 2;
          grid-column: 1 / -1;
          min-inline-size: 0;
          white-space: normal;
          overflow-wrap: anywhere;
          padding-block-end: 0.2rem;
        }
        .mark {
          margin-inline-start: 0;
        }
        .toggle {
          display: inline-flex;
        }
        .more {
          display: none;
        }
        .open .more {
          display: block;
        }
        .open .head,
        .open .more p {
          white-space: normal;
          overflow-wrap: anywhere;
        }
        .open nav a {
          padding-block: 0.4rem;
        }
      }
    `,
  ];

  declare summary: Summary | null;
  /** The changes that would be undone and done again, in words; null where there is none. */
  declare undo: string | null;
  declare redo: string | null;
  /** What was undone or done again. */
  declare told: string;
  /** Tells its regions from those of another calculator on the page. */
  declare label: string;
  declare _open: boolean;

  constructor() {
    super();
    this.summary = null;
    this.undo = null;
    this.redo = null;
    this.told = '';
    this.label = '';
    this._open = false;
  }

  override render(): TemplateResult {
    const { summary } = this;
    const kind = summary?.state.kind ?? 'waiting';
    return html`<section class="${kind} ${this._open ? 'open' : ''}" aria-label=${this._named(text.name)}>
      ${summary ? this._line(summary) : html`<p class="line"></p>`}
      <div class="tools">
        ${this._button('undo')} ${this._button('redo')}
        <button
          type="button"
          class="plain toggle"
          aria-expanded=${this._open ? 'true' : 'false'}
          aria-label=${this._open ? text.close : text.open}
          @click=${() => (this._open = !this._open)}
        >
          ${icon('M5 9l7 7 7-7')}
        </button>
      </div>
      ${summary ? this._more(summary) : nothing}
      <p class="hidden-text" aria-live="polite">${this.told}</p>
    </section>`;
  }

  /** What is under way or wrong comes first: the end of the line may not be seen. */
  private _line({ effect, state, read }: Summary): TemplateResult {
    const standing = html`<span class="state">${state.text}</span>`;
    if (!effect) return html`<p class="line"><span class="head">${state.kind === 'done' ? read : standing}</span></p>`;
    const { difference, unit, interval, of, mark } = effect;
    return html`<p class="line">
      <span class="head"
        >${state.kind === 'done' ? nothing : standing}
        <strong class="effect">${difference} <span class="unit">${unit}</span> ${interval}</strong></span
      >
      <span class="of effect">${mark === undefined ? nothing : this._mark(mark)} ${of}</span>
    </p>`;
  }

  private _mark(mark: string): TemplateResult {
    return html`<button
      type="button"
      class="plain mark"
      title=${strings.confirm.goTo}
      @click=${(event: Event) => this._go(event, 'confirm')}
    >
      ${mark}
    </button>`;
  }

  private _named(name: string): string {
    return this.label === '' ? name : `${name}: ${this.label}`;
  }

  private _more({ read, state }: Summary): TemplateResult {
    return html`<div class="more">
      <nav aria-label=${this._named(text.sections)}>
        ${sections().map(
          ({ name, label }) => html`<a href="#${name}" @click=${(event: Event) => this._go(event, name)}>${label}</a>`,
        )}
      </nav>
      <p>${read}</p>
      ${this.told === '' ? nothing : html`<p aria-hidden="true">${this.told}</p>`}
      ${state.kind === 'done' ? html`<p class="state">${state.text}</p>` : nothing}
    </div>`;
  }

  private _go(event: Event, name: Place): void {
    event.preventDefault();
    this._open = false;
    emit(this, 'fc-go', { section: name });
  }

  /** Not disabled in earnest: a button that has the focus would lose it with the last step. */
  private _button(kind: 'undo' | 'redo'): TemplateResult {
    const name = this[kind];
    const what = name ?? (kind === 'undo' ? words.nothingToUndo : words.nothingToRedo);
    return html`<button
      type="button"
      class="plain"
      aria-disabled=${name === null ? 'true' : 'false'}
      aria-keyshortcuts=${kind === 'undo' ? 'Control+Z Meta+Z' : 'Control+Shift+Z Meta+Shift+Z Control+Y'}
      title="${words[kind]}: ${what} (${kind === 'undo' ? words.undoKeys : words.redoKeys})"
      @click=${() => name !== null && emit(this, kind === 'undo' ? 'fc-undo' : 'fc-redo', null)}
    >
      ${icon(kind === 'undo' ? 'M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4' : 'M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h4')}
      <span class="word">${words[kind]}</span><span class="hidden-text">${what}</span>
    </button>`;
  }
}

const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;

customElements.define('fc-bar', FcBar);

declare global {
  interface HTMLElementTagNameMap {
    'fc-bar': FcBar;
  }
}
