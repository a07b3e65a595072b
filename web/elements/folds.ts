// SPDX-License-Identifier: MIT
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/**
 * Parts of an element that are folded, and made when they are first unfolded: most never are, and making them would keep
 * what stands above waiting.
 *
 *     private readonly _folds = new Folds(this);
 *     render() { return this._folds.part('details', 'Details', () => html`...`); }
 */
export class Folds implements ReactiveController {
  private readonly _host: ReactiveControllerHost;
  private readonly _made = new Set<string>();
  private readonly _open = new Set<string>();

  constructor(host: ReactiveControllerHost) {
    this._host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** `name`: the same at every rendering. `isOpen`: unfolded by what it holds. */
  part(
    name: string,
    summary: unknown,
    content: () => unknown,
    { className = '', isOpen = false } = {},
  ): TemplateResult {
    if (isOpen) this._made.add(name);
    return html`<details
      class=${className || nothing}
      ?open=${isOpen || this._open.has(name)}
      @toggle=${(event: Event) => this._toggled(event, name)}
    >
      <summary>${summary}</summary>
      ${this._made.has(name) ? content() : nothing}
    </details>`;
  }

  /** Unfolds a part, with what it holds. */
  open(name: string): void {
    this._open.add(name);
    this._made.add(name);
    this._host.requestUpdate();
  }

  isOpen(name: string): boolean {
    return this._open.has(name);
  }

  private _toggled({ target, currentTarget }: Event, name: string): void {
    if (target !== currentTarget) return;
    if (!(currentTarget as HTMLDetailsElement).open) {
      this._open.delete(name);
      return;
    }
    this._open.add(name);
    this._made.add(name);
    this._host.requestUpdate();
  }
}
