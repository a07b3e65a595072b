// SPDX-License-Identifier: MIT
/** What the build puts in place of these names: see scripts/lib/virtual_modules.mjs. */

declare module 'virtual:fatigue-core' {
  /** Emscripten's JavaScript around the core. */
  const createCore: import('./loader.js').CoreFactory;
  export default createCore;
  /** The core's WebAssembly, raw deflate, base64. */
  export const deflatedWasm: string;
}

declare module 'virtual:fatigue-worker' {
  /** JavaScript of the whole worker, as text. */
  const source: string;
  export default source;
}

declare module 'virtual:fatigue-notices' {
  /** Licences of everything that is bundled. */
  const notices: string;
  export default notices;
}
