// SPDX-License-Identifier: MIT
/**
 * Puts text with its look on the clipboard. The older of the two ways comes first: it works in a page opened from disk,
 * and it leaves the markup as it is, where the newer one has it read under the page's own policy, which takes the look
 * out of it.
 */

/** False where the browser allows neither way. Must be called while a click is handled. */
export async function copyRich(html: string, text: string): Promise<boolean> {
  if (copyByCommand(html, text)) return true;
  try {
    const part = (type: string, content: string): Record<string, Blob> => ({ [type]: new Blob([content], { type }) });
    const item = new ClipboardItem({ ...part('text/html', html), ...part('text/plain', text) });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

/** A copy of nothing, into which the texts are put on the way. */
function copyByCommand(html: string, text: string): boolean {
  let isDone = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  document.addEventListener('copy', put, { capture: true });
  const isAllowed = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return isAllowed && isDone;
}
