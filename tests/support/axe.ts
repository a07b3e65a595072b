// SPDX-License-Identifier: MIT
/** What axe finds wrong with a page for people who use it without sight, without a mouse, or with other colours. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 at level AA with all it builds on, and what axe counts as good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Finding {
  rule: string;
  help: string;
  /** Where, as a path of selectors, and the element itself. */
  where: string;
  html: string;
  /** As axe tells it, with the colours. */
  why: string;
}

/** Rules about colour: the only ones that can change with the colour scheme. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

/** Rules that the page breaks, an entry for each element; empty is good. `rules`: only these. */
export async function axeFindings(page: Page, rules?: string[]): Promise<Finding[]> {
  await loadAxe(page);
  const { violations } = await page.evaluate(
    // Without preload: nothing on the page is to be fetched, and its policy would refuse it.
    (runOnly) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly,
        resultTypes: ['violations'],
        preload: false,
      }),
    rules ? { type: 'rule' as const, values: rules } : { type: 'tag' as const, values: tags },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary = '' }) => ({
      rule: id,
      help,
      where: target.flat().join(' '),
      html: html.slice(0, 200),
      why: failureSummary.slice(0, 300),
    })),
  );
}

/**
 * Through the debugger's protocol: a script element or eval would be refused by the page's policy, which stays on. The
 * session is not detached, for Chromium would then forget that the page is looked at as in print.
 */
async function loadAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: axe.source });
  if (exceptionDetails) throw new Error(`axe could not be loaded: ${exceptionDetails.text}`);
}

/** Opens every disclosure, in all shadow trees. `except`: selectors of what stays as it is, with what is in it. */
export function openAll(page: Page, except: readonly string[] = []): Promise<void> {
  return page.evaluate((closed) => {
    const open = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (closed.some((selector) => element.matches(selector))) continue;
        if (element instanceof HTMLDetailsElement) element.open = true;
        if (element.shadowRoot) open(element.shadowRoot);
      }
    };
    open(document);
  }, except);
}
