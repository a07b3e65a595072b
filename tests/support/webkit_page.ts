// SPDX-License-Identifier: MIT
/** The page in WebKit as a visitor uses it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { strings } from '../../web/text/strings.js';
import type { ExampleName } from '../../web/text/words/examples.js';
import { isRendering } from './in_page.js';
import type { WebKit } from './webkit.js';

/** Presses the button, or unfolds the part, with just these words. */
export async function press(webkit: WebKit, words: string): Promise<void> {
  await webkit.until(
    `a button "${words}"`,
    (name) => {
      const buttons = (root: ParentNode): HTMLElement[] => [
        ...root.querySelectorAll<HTMLElement>('button, summary'),
        ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? buttons(shadowRoot) : [])),
      ];
      const button = buttons(document).find((each) => each.checkVisibility() && each.textContent?.trim() === name);
      button?.click();
      return button !== undefined;
    },
    words,
  );
}

/** Text of all that matches, in whichever shadow tree. */
export function textsOf(webkit: WebKit, selector: string): Promise<string[]> {
  return webkit.evaluate((sought) => {
    const within = (root: ParentNode): string[] => [
      ...[...root.querySelectorAll(sought)].map(({ textContent }) => textContent ?? ''),
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? within(shadowRoot) : [])),
    ];
    return within(document);
  }, selector);
}

/** How many elements match, in whichever shadow tree. */
export const count = async (webkit: WebKit, selector: string): Promise<number> =>
  (await textsOf(webkit, selector)).length;

const once = (isSo: () => Promise<boolean>, what: string): Promise<void> =>
  vi.waitFor(
    async () => {
      if (!(await isSo())) throw new Error(`there is no ${what}`);
    },
    { timeout: 30_000, interval: 50 },
  );

/** Waits until the headline is there, and nothing is being read, computed or rendered. */
export async function settled(webkit: WebKit): Promise<void> {
  await webkit.until('a headline', () => {
    const app = document.querySelector('fc-page')?.shadowRoot?.querySelector('fc-app')?.shadowRoot;
    const results = app?.querySelector('fc-results');
    return results?.shadowRoot?.querySelector('#headline') != null && !results.hasAttribute('busy');
  });
  for (let still = 0; still < 3; still++) {
    await once(async () => !(await webkit.evaluate(isRendering)), 'end of the rendering');
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

export async function openExample(webkit: WebKit, example: ExampleName = 'ketamine-pilot'): Promise<void> {
  await press(webkit, strings.examples.choices[example].open);
  await settled(webkit);
}

/** Gives files of a disk to the page as the file picker would. */
export const chooseFiles = (webkit: WebKit, ...paths: string[]): Promise<void> =>
  webkit.chooseFiles(() => {
    const app = document.querySelector('fc-page')?.shadowRoot?.querySelector('fc-app')?.shadowRoot;
    return app?.querySelector('fc-drop-zone')?.shadowRoot?.querySelector('input[type=file]') ?? undefined;
  }, paths);

/** Writes files, by name, into a folder and gives them to the page. */
export async function writeAndChoose(
  webkit: WebKit,
  folder: string,
  files: Record<string, string | Buffer>,
): Promise<void> {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  await chooseFiles(webkit, ...Object.keys(files).map((name) => join(folder, name)));
}

/** Takes all files away again, so that the next ones are the first. */
export async function removeAllFiles(webkit: WebKit): Promise<void> {
  await press(webkit, strings.drop.clear);
  await once(async () => (await count(webkit, 'fc-file')) === 0, 'page without files');
}
