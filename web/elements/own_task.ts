// SPDX-License-Identifier: MIT
import { LitElement } from 'lit';

let last: Promise<void> = Promise.resolve();

/** Resolves in a task in which nothing else that waits for its own is run. */
function ownTask(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  return last;
}

/**
 * An element that takes its time to render: each such element does so in a task of its own, one after the other, so that a
 * key or a click never waits for all of them. `updateComplete` and `isUpdatePending` hold as ever. Not for forms: what is
 * typed must meet what was typed before.
 */
export class OwnTaskElement extends LitElement {
  protected override async scheduleUpdate(): Promise<void> {
    await ownTask();
    await super.scheduleUpdate();
  }
}
