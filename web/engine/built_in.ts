// SPDX-License-Identifier: MIT
/** The engine from the core that was built into this script. */
import createCore, { packedWasm, wasmSize } from 'virtual:fatigue-core';
import type { Engine } from '../contract/engine.js';
import { loadEngine } from './loader.js';
import { decodeLzma } from './lzma.js';

let wasm: Uint8Array | undefined;

export function loadBuiltInEngine(): Promise<Engine> {
  wasm ??= decodeLzma(fromBase64(packedWasm), wasmSize);
  return loadEngine(createCore, wasm);
}

function fromBase64(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
