// SPDX-License-Identifier: MIT
/**
 * The engine with its WebAssembly as a file of its own, for those who host it beside their scripts.
 *
 *     import { loadEngine } from 'fatigue-calculator/engine';
 *     const engine = await loadEngine({ wasm: new URL('/assets/fatigue_core.wasm', location.href) });
 */
import createCore from 'virtual:fatigue-core';
import { EngineError, type Engine } from '../contract/engine.js';
import { loadEngine as loadFrom } from '../engine/loader.js';
import { mustBe } from './given.js';

export * from './shared.js';

export interface EngineSource {
  /** `fatigue_core.wasm` of this version: where it is, or its bytes. In Node a file: URL is read from disk. */
  wasm: URL | string | ArrayBuffer | Uint8Array | Response;
}

/** @throws EngineError where the file cannot be had or is no WebAssembly */
export async function loadEngine(source: EngineSource): Promise<Engine> {
  mustBe(source, 'an object', 'source', 'give {wasm}, the address or the bytes of fatigue_core.wasm');
  const { wasm } = source;
  const bytes = await bytesOf(wasm);
  const magic = [0x00, 0x61, 0x73, 0x6d];
  if (!magic.every((byte, i) => bytes[i] === byte))
    throw refused(`${told(wasm)} is no WebAssembly: it begins with ${JSON.stringify(textOf(bytes.subarray(0, 15)))}`);
  return loadFrom(createCore, bytes);
}

async function bytesOf(wasm: EngineSource['wasm']): Promise<Uint8Array> {
  if (wasm instanceof Uint8Array) return wasm;
  if (wasm instanceof ArrayBuffer) return new Uint8Array(wasm);
  if (wasm instanceof Response) {
    if (!wasm.ok) throw refused(`${told(wasm)} cannot be had: status ${wasm.status}`);
    return new Uint8Array(await wasm.arrayBuffer());
  }
  const disk = String(wasm).startsWith('file:') ? fileSystem() : undefined;
  try {
    if (disk) return new Uint8Array(await disk.promises.readFile(new URL(wasm)));
    return await bytesOf(await fetch(wasm));
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw refused(`${told(wasm)} cannot be had: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Node's, had without an import that bundlers for browsers would follow. */
function fileSystem(): typeof import('node:fs') | undefined {
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  return process?.getBuiltinModule?.('node:fs');
}

function told(wasm: EngineSource['wasm']): string {
  if (wasm instanceof Response) return wasm.url || 'the response';
  return typeof wasm === 'string' || wasm instanceof URL ? String(wasm) : 'what was given as wasm';
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function refused(message: string): EngineError {
  const remedy = 'give the fatigue_core.wasm of the same version of the package';
  return new EngineError({ code: 'engine_not_loaded', message: `${message}: ${remedy}`, detail: { remedy } });
}
