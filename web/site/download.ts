// SPDX-License-Identifier: MIT
/** Hands a file to the browser's downloads without a server. */
export function downloadFile(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun once the click returns; a little time spares browsers that read the blob later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function downloadText(name: string, text: string): void {
  downloadFile(name, text, 'application/json');
}
