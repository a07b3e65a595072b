// SPDX-License-Identifier: MIT
/** The engine from the core that was built into this script. */
import createCore, { packedWasm, wasmSize } from 'virtual:fatigue-core';
import type { Engine } from '../contract/engine.js';
import { loadEngine } from './loader.js';
import { unpackWasm } from './unpack.js';

let wasm: Uint8Array | undefined;

export function loadBuiltInEngine(): Promise<Engine> {
  wasm ??= unpackWasm(packedWasm, wasmSize);
  return loadEngine(createCore, wasm);
}
