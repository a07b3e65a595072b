// SPDX-License-Identifier: MIT
/** Whether an element on somebody else's page stands on dark ground, which its colours must suit. */
import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';

/**
 * Between the luminance of grey text on white and of light text on dark: text at 3:1 to white has 0.30, and more is not read
 * on white (WCAG 2.2, 1.4.11).
 */
const lightest = 0.32;
/** On a page that says it is dark, text is for light ground only where it can be read on white (4.5:1). */
const lightestOnDark = 0.18;

/**
 * The element looks as the page around, but for what that sets by custom properties. What stands in it hears of another colour
 * of text, whatever on the page was changed, by a transition's end: the page's own rules for transitions do not reach it.
 */
export const textAround = css`
  :host {
    --_around: var(--fc-paper, Canvas);
    --_text: var(--fc-ink, currentcolor);
    --_ground: var(--fc-paper, transparent);
    color: var(--fc-ink, inherit);
    font-size: 1rem;
    line-height: 1.5;
    text-align: start;
  }
  .on-light,
  .on-dark {
    transition: color 1ms;
  }
  .on-light {
    color-scheme: light;
  }
  .on-dark {
    color-scheme: dark;
  }
  /* On paper, black on white, whether grounds are printed or not, and nothing of a page's colours for dark ground. */
  @media print {
    .on-dark {
      color-scheme: light;
      --_text: #000000;
      --_around: #ffffff;
      --_ground: #ffffff;
      --fc-panel: initial;
      --fc-soft: initial;
      --fc-line: initial;
      --fc-accent: initial;
      --fc-warn: initial;
      --fc-error: initial;
      color: #000000;
      background: #ffffff;
    }
  }
`;

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Many a dark page sets its colours and no `color-scheme`: what is light or dark by that scheme, as fields and warnings are,
 * would be light there under light text. The text tells what the page is: `scheme` is the class of what stands in it.
 */
export class TextAround implements ReactiveController {
  scheme: 'on-light' | 'on-dark' = 'on-light';
  private readonly _host: Host;
  private _around: Node | null = null;
  /** What was hidden while the page changed had no transition. */
  private readonly _observer = new ResizeObserver(() => this._look());
  private readonly _look = (): void => {
    const { color, colorScheme } = getComputedStyle(this._host);
    const limit = /^(only )?dark( only)?$/.test(colorScheme) ? lightestOnDark : lightest;
    const scheme = luminance(color) > limit ? 'on-dark' : 'on-light';
    if (scheme === this.scheme) return;
    this.scheme = scheme;
    this._host.requestUpdate();
  };

  constructor(host: Host) {
    this._host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const place of this._places()) place.addEventListener('transitionend', this._look);
    this._observer.observe(this._host);
    this._look();
  }

  hostDisconnected(): void {
    for (const place of this._places()) place.removeEventListener('transitionend', this._look);
    this._observer.disconnect();
    this._around = null;
  }

  /** Within it, and around it: in Firefox a transition of what is around starts none within that would end with it. */
  private _places(): Node[] {
    this._around ??= this._host.getRootNode();
    return [this._host.renderRoot, this._around, document];
  }

  hostUpdated(): void {
    this._look();
  }
}

/**
 * Relative luminance, 0 to 1 (WCAG 2.2), of a computed colour (CSS Color 4, 15: rgb(), color(), lab(), lch(), oklab() or
 * oklch()). It is read as text: what a canvas shows is falsified by browsers that protect from being recognised.
 */
export function luminance(colour: string): number {
  const [name = ''] = /^[a-z]+/.exec(colour) ?? [];
  const [first = 0, second = 0, third = 0] = (colour.match(/(?<![a-z\d.])-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (name.startsWith('ok')) return first ** 3;
  if (name.startsWith('l')) return ((first + 16) / 116) ** 3;
  const [red, green, blue] = [first, second, third].map((value) => {
    const part = name === 'color' ? value : value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
