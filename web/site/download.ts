// SPDX-License-Identifier: MIT
/** Hands a file to the browser's downloads without a server. */
export function downloadText(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun once the click returns; a little time spares browsers that read the blob later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
