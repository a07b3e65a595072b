// SPDX-License-Identifier: MIT
/** A name that every system takes as a file's: letters and digits of any language, all else a hyphen. */
export function fileNameOf(text: string, otherwise = 'file'): string {
  const name = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80);
  return name.replace(/^-+|-+$/g, '') || otherwise;
}
