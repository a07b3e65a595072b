// SPDX-License-Identifier: MIT
/** What is scrolled to, or gets the focus, must not come to lie under the bar at the top. */

/** Tells the page's style sheet how high the bar is, whenever that changes. */
export function keepClearOf(bar: Element): ResizeObserver {
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--fc-bar-height', `${bar.getBoundingClientRect().height}px`);
  });
  observer.observe(bar);
  return observer;
}
