// SPDX-License-Identifier: MIT
import type { ReadingProgress } from './session_state.js';

/** How much of all files is read: they are read one after the other. */
export function shareOf(files: readonly File[], { file, bytes, totalBytes }: ReadingProgress): number {
  const sizes = files.map(({ size }) => size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const at = files.findIndex(({ name }) => name === file);
  if (at < 0 || total === 0 || totalBytes === 0) return totalBytes === 0 ? 0 : bytes / totalBytes;
  const before = sizes.slice(0, at).reduce((sum, size) => sum + size, 0);
  return (before + ((sizes[at] ?? 0) * bytes) / totalBytes) / total;
}
