// SPDX-License-Identifier: MIT
/** The core's WebAssembly from the text that the build makes of it. */
import { decodeLzma } from './lzma.js';

export function unpackWasm(packed: string, size: number): Uint8Array<ArrayBuffer> {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return decodeLzma(bytes, size);
}
