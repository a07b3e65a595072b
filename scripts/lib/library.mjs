// SPDX-License-Identifier: MIT
/** The npm library's scripts, by their names in dist/lib. */
import { readFileSync } from 'node:fs';
import { bundleExternalEngine, bundleLibrary, bundleLibraryWorker } from './bundle.mjs';
import { coreWasm } from './core.mjs';

export async function buildLibrary() {
  const worker = await bundleLibraryWorker();
  const module = await bundleLibrary(worker.code);
  const script = await bundleLibrary(worker.code, 'iife');
  const engine = await bundleExternalEngine();
  return {
    packages: [worker, module, engine].flatMap((part) => part.packages),
    files: {
      'index.js': module.code,
      'fatigue-calculator.global.js': script.code,
      'engine.js': engine.code,
      'fatigue_core.wasm': readFileSync(coreWasm),
    },
  };
}
