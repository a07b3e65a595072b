// SPDX-License-Identifier: MIT
/** What comes to the calculator from around its fields: files and text dropped or pasted, and the keys of undo. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isTextField, undoKey } from './undo_keys.js';

export interface Receiver {
  files(files: File[]): void;
  text(text: string): void;
  step(step: 'undo' | 'redo'): void;
}

/**
 * Listens on `area` for as long as the element is connected: the document for a page that is the calculator's own, the
 * element itself on a page that is somebody else's.
 */
export class Intake implements ReactiveController {
  private readonly _area: EventTarget;
  private readonly _receiver: Receiver;
  private readonly _listeners: readonly (readonly [string, EventListener])[];

  constructor(host: ReactiveControllerHost, area: EventTarget, receiver: Receiver) {
    this._area = area;
    this._receiver = receiver;
    this._listeners = [
      // A file dropped beside the drop zone must not make the browser leave the page.
      ['dragover', (event) => event.preventDefault()],
      ['drop', (event) => this._drop(event as DragEvent)],
      ['paste', (event) => this._paste(event as ClipboardEvent)],
      ['keydown', (event) => this._keydown(event as KeyboardEvent)],
    ];
    host.addController(this);
  }

  hostConnected(): void {
    for (const [name, listener] of this._listeners) this._area.addEventListener(name, listener);
  }

  hostDisconnected(): void {
    for (const [name, listener] of this._listeners) this._area.removeEventListener(name, listener);
  }

  private _drop(event: DragEvent): void {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (files.length > 0) this._receiver.files(files);
    else if (text.trim() !== '') this._receiver.text(text);
  }

  private _paste(event: ClipboardEvent): void {
    const isField = event.composedPath().some((node) => node instanceof HTMLElement && node.matches('input, textarea'));
    if (isField) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // Cells copied from a spreadsheet come as text and as a picture; the text is meant.
    if (text.trim() !== '') this._receiver.text(text);
    else if (files.length > 0) this._receiver.files(files);
  }

  private _keydown(event: KeyboardEvent): void {
    const step = undoKey(event);
    if (!step || event.defaultPrevented || isTextField(event.composedPath()[0])) return;
    event.preventDefault();
    this._receiver.step(step);
  }
}
