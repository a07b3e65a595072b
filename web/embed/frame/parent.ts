// SPDX-License-Identifier: MIT
/** The page around the frame: it is told the frame's height, and may send a plan. Nothing of the data goes out. */

export const heightMessage = 'fatigue-calculator:height';
export const planMessage = 'fatigue-calculator:plan';
export const readyMessage = 'fatigue-calculator:ready';

export class Parent {
  private readonly _origin: string | null;

  /** Without an origin nothing is said, and nothing heard. */
  constructor(origin: string | null) {
    this._origin = window.parent === window ? null : origin;
  }

  /** Tells the height now and whenever it changes. */
  tellHeightOf(element: Element): void {
    let last = 0;
    new ResizeObserver(() => {
      const height = Math.ceil(element.getBoundingClientRect().height);
      if (height !== last) this._send({ type: heightMessage, height });
      last = height;
    }).observe(element);
  }

  /** Hears each plan that the parent sends, and says that one can be sent. */
  hearPlans(take: (plan: unknown) => void): void {
    window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== window.parent || (this._origin !== '*' && origin !== this._origin)) return;
      if (typeof data === 'object' && data !== null && 'type' in data && data.type === planMessage && 'plan' in data)
        take(data.plan);
    });
    this._send({ type: readyMessage });
  }

  private _send(message: { type: string; height?: number }): void {
    if (this._origin !== null) window.parent.postMessage(message, this._origin);
  }
}
