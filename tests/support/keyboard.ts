// SPDX-License-Identifier: MIT
/** Moves through a page by keyboard alone, and tells where the focus is and whether it can be seen there. */
import type { Page } from 'playwright-core';

export interface Focus {
  /** Counts elements in the order in which they first had the focus; -1 where none has it. */
  order: number;
  /** What it is called: its label, or its words. */
  name: string;
  tag: string;
  /** A place that scrolls by less than a pixel, at which Chromium stops though nothing makes it a stop. */
  isIncidental: boolean;
  /** What is wrong with how the focus is shown; empty is good. */
  faults: string[];
}

/** The element with the focus, in whichever shadow tree it is. */
export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!focused || focused === document.body)
      return { order: -1, name: '', tag: 'body', isIncidental: true, faults: [] };
    const store = globalThis as unknown as { focusedBefore?: Element[] };
    const before = (store.focusedBefore ??= []);
    if (!before.includes(focused)) before.push(focused);
    const element = focused as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> };
    const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';

    const faults: string[] = [];
    const style = getComputedStyle(element);
    if (!element.matches(':focus-visible')) faults.push('not :focus-visible');
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('no outline of 2 pixels');
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) faults.push('has no size');
    // A point in the middle of what is in the window: whatever lies on top there must belong to the element.
    const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
    const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
      faults.push('outside of the window');
    } else {
      let top = document.elementFromPoint(x, y);
      while (top?.shadowRoot) {
        const inner: Element | null = top.shadowRoot.elementFromPoint(x, y);
        if (!inner || inner === top) break;
        top = inner;
      }
      const host = top?.getRootNode();
      const isOwn = element.contains(top) || (host instanceof ShadowRoot && element.contains(host.host));
      if (!isOwn) faults.push(`under ${top?.outerHTML.slice(0, 80) ?? 'nothing'}`);
    }
    return {
      order: before.indexOf(focused),
      name: name.trim().replace(/\s+/g, ' '),
      tag: focused.localName,
      isIncidental: focused.localName === 'div' && !focused.hasAttribute('tabindex'),
      faults,
    };
  });
}

/** Presses Tab until an element of this name has the focus, and gives all that had it on the way. */
export async function tabTo(page: Page, name: string | RegExp, most = 400): Promise<Focus[]> {
  const passed: Focus[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    passed.push(focus);
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return passed;
  }
  const names = passed.map((focus) => `${focus.tag} "${focus.name.slice(0, 40)}"`);
  throw new Error(`${most} times Tab did not lead to "${name}" but to ${names.slice(-10).join(', ')}`);
}

/** Names of the elements that the Tab key must reach: whatever can have the focus and is drawn. */
export function tabStops(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const isStop = (element: HTMLElement): boolean =>
      element.matches(focusable) &&
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
    const stops: string[] = [];
    const nameOf = (element: HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }): string =>
      element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
    const count = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (isStop(element)) stops.push(nameOf(element).trim().replace(/\s+/g, ' '));
        if (element.shadowRoot) count(element.shadowRoot);
      }
    };
    count(document);
    return stops;
  });
}
