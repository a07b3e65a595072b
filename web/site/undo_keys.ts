// SPDX-License-Identifier: MIT
/** The keys of undo and redo: Ctrl or Cmd with Z, with Shift and Z, or with Y. */

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export function undoKey({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): 'undo' | 'redo' | null {
  if (ctrlKey === metaKey || altKey) return null;
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo';
    case 'y':
      return shiftKey ? null : 'redo';
    default:
      return null;
  }
}

/** Fields with text undo what was typed in them. */
export function isTextField(node: EventTarget | undefined): boolean {
  return (
    node instanceof HTMLElement &&
    (node.isContentEditable ||
      node.matches('textarea, input:not([type=checkbox], [type=radio], [type=button], [type=file], [type=range])'))
  );
}
