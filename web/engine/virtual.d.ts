// SPDX-License-Identifier: MIT
/** What the build puts in place of these names: see scripts/lib/virtual_modules.mjs. */

declare module 'virtual:fatigue-core' {
  /** Emscripten's JavaScript around the core. */
  const createCore: import('./loader.js').CoreFactory;
  export default createCore;
  /** The core's WebAssembly, packed as lzma.ts unpacks it, in base64; and how many bytes it is unpacked. */
  export const packedWasm: string;
  export const wasmSize: number;
}

declare module 'virtual:fatigue-worker' {
  /** JavaScript of the whole worker, as text. */
  const source: string;
  export default source;
}

declare module 'virtual:fatigue-reference' {
  /** Stored results of other software. */
  const reference: import('../reference/stored.js').ReferenceSet;
  export default reference;
}

declare module 'virtual:fatigue-notices' {
  /** Licences of everything that is bundled. */
  const notices: string;
  export default notices;
}
