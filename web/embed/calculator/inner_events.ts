// SPDX-License-Identifier: MIT
/** The calculator's elements speak to each other by events that cross shadow roots; the page around need not hear them. */
import type { ElementEvents } from '../../elements/events.js';

const inner: Record<keyof ElementEvents, true> = {
  'fc-files': true,
  'fc-example': true,
  'fc-remove-file': true,
  'fc-clear': true,
  'fc-cancel': true,
  'fc-stop-influence': true,
  'fc-influence': true,
  'fc-edit': true,
  'fc-set-missing': true,
  'fc-forget-report': true,
  'fc-undo': true,
  'fc-redo': true,
  'fc-go': true,
  'fc-save-plan': true,
  'fc-save-definition': true,
  'fc-save-report': true,
  'fc-stamp': true,
  'fc-save-file': true,
  'fc-language': true,
};

export function keepInside(element: HTMLElement): void {
  for (const name of Object.keys(inner)) element.addEventListener(name, (event) => event.stopPropagation());
}
