// SPDX-License-Identifier: MIT
/**
 * A Vite plugin for the modules that the build makes (types in web/engine/virtual.d.ts): the core, the worker's source,
 * the notices, stored results of other software. Used by the build and by the tests.
 */
import { readFileSync } from 'node:fs';
import { coreScript, coreWasm } from './core.mjs';
import { packLzma } from './pack.mjs';
import { referenceSet } from './reference.mjs';

/** `worker` and `notices` are functions that give a string (or a promise of one) when first asked. */
export function virtualModules({ worker, notices = () => '' }) {
  const modules = {
    'virtual:fatigue-core': coreModule,
    'virtual:fatigue-worker': async () => stringModule(await worker()),
    'virtual:fatigue-notices': async () => stringModule(await notices()),
    'virtual:fatigue-reference': () => `export default ${JSON.stringify(referenceSet())};\n`,
  };
  return {
    name: 'fatigue-virtual-modules',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)]?.(),
  };
}

/** Emscripten's script is a classic one that declares `createCore`; a line makes a module of it. */
function coreModule() {
  const wasm = readFileSync(coreWasm);
  const packed = `export const packedWasm = "${packLzma(wasm).toString('base64')}";`;
  const script = readFileSync(coreScript, 'utf8').replace(/^if \(typeof exports === [\s\S]*$/m, '');
  return `${script}\nexport default createCore;\n${packed}\nexport const wasmSize = ${wasm.length};\n`;
}

function stringModule(text) {
  return `export default ${JSON.stringify(text)};\n`;
}
