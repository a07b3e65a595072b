// SPDX-License-Identifier: MIT
/** The engine from the core that was built into this script. */
import createCore, { deflatedWasm } from 'virtual:fatigue-core';
import type { Engine } from '../contract/engine.js';
import { inflate, loadEngine } from './loader.js';

let wasm: Promise<Uint8Array> | undefined;

export async function loadBuiltInEngine(): Promise<Engine> {
  wasm ??= inflate(deflatedWasm);
  return loadEngine(createCore, await wasm);
}
