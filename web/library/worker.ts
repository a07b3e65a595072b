// SPDX-License-Identifier: MIT
/** The library's worker. It holds everything but the core's bytes, which it is given: so the library holds them once. */
import createCore from 'virtual:fatigue-core';
import type { Engine } from '../contract/engine.js';
import { loadEngine } from '../engine/loader.js';
import { unpackWasm } from '../engine/unpack.js';
import type { FromWorker, PackedCore, ToWorker } from './messages.js';
import { Tasks, toInputError } from './tasks.js';

let core: PackedCore | undefined;
let wasm: Uint8Array | undefined;

async function load(): Promise<Engine> {
  if (!core) throw new Error('the worker has no core');
  wasm ??= unpackWasm(core.packedWasm, core.wasmSize);
  return loadEngine(createCore, wasm);
}

const tasks = new Tasks(load);
const tell = (message: FromWorker): void => globalThis.postMessage(message);

async function hear(message: ToWorker): Promise<void> {
  if ('core' in message) {
    core = message.core;
    return;
  }
  const { task, tells } = message;
  try {
    const result = await tasks.run(task, tells ? (progress) => tell({ progress }) : undefined);
    tell({ ok: true, result });
  } catch (error) {
    tell({ ok: false, error: toInputError(error) });
  }
}

globalThis.onmessage = (event: MessageEvent<ToWorker>) => void hear(event.data);
tell({ ready: true });
