// SPDX-License-Identifier: MIT
/**
 * What runs inside the page, whichever browser shows it and whatever drives the browser. Each function is sent there as
 * its own text, so that none may use another, nor anything around it.
 */

/** Everything that matches, in whichever shadow tree it is. */
export function everywhere(selector: string): Element[] {
  const within = (root: ParentNode): Element[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? within(shadowRoot) : [])),
  ];
  return within(document);
}

/** Rows of a table that hold values, not the name of a group. */
export const bodyRows = 'tbody tr:not(:has(th[scope=rowgroup]))';

/** Text of each row's cells without small print, as `tableText` gives it. */
export function cellTexts(rows: Element[]): string[][] {
  return rows.map((row) =>
    [...(row as HTMLTableRowElement).cells].map((cell) => {
      const copy = cell.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('small').forEach((small) => small.remove());
      return (copy.textContent ?? '').trim();
    }),
  );
}

/** Whether an element has yet to be rendered. */
export function isRendering(): boolean {
  const pending = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      (element) =>
        ('isUpdatePending' in element && element.isUpdatePending === true) ||
        (element.shadowRoot !== null && pending(element.shadowRoot)),
    );
  return pending(document);
}

/** The next analysis is lost on its way to the worker and never comes to an end; those after it arrive. */
export function loseNextAnalysis(): void {
  const descriptor = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage');
  const post = descriptor?.value as (this: Worker, message: { kind: string }) => void;
  Worker.prototype.postMessage = function (this: Worker, message: { kind: string }): void {
    if (message.kind === 'analyze') Worker.prototype.postMessage = post as Worker['postMessage'];
    else post.call(this, message);
  };
}

/** The headline table and each outcome's tables as they stand on the page, rows with a bar between their cells. */
export function tablesShown(): string[][] {
  const tables: string[][] = [];
  const find = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) find(element.shadowRoot);
      const isTable = element instanceof HTMLTableElement && element.checkVisibility();
      if (isTable)
        tables.push([...element.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join('|')));
    }
  };
  const results = document
    .querySelector('fc-page')
    ?.shadowRoot?.querySelector('fc-app')
    ?.shadowRoot?.querySelector('fc-results');
  if (results?.shadowRoot) find(results.shadowRoot);
  return tables;
}

/** All that is said to be wrong with a file, beside it. */
export function alertsBeside(file: string): string {
  const cards = (root: ParentNode): Element[] => [
    ...root.querySelectorAll('fc-file'),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? cards(shadowRoot) : [])),
  ];
  return cards(document)
    .filter((card) => card.shadowRoot?.querySelector('h3')?.textContent === file)
    .flatMap((card) => [...(card.shadowRoot?.querySelectorAll('fc-notice') ?? [])])
    .flatMap((notice) => notice.shadowRoot?.querySelector('[role=alert]')?.textContent ?? [])
    .join(' ');
}
