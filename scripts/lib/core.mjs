// SPDX-License-Identifier: MIT
/** Builds the C++ core with CMake. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture, jobs, root } from './run.mjs';
import { hashOf, isFresh, keepStamp } from './stamp.mjs';

export const wasmFolder = join(root, 'build/wasm-release/wasm');
export const coreScript = join(wasmFolder, 'fatigue_core.js');
export const coreWasm = join(wasmFolder, 'fatigue_core.wasm');

/** Configures where needed and builds the targets (all when none are named). Output is shown when it fails. */
export async function buildPreset(preset, { targets = [], definitions = [] } = {}) {
  // CMake itself sees changes of its own files, but not those of the presets.
  const stamp = ['configured', preset, ...definitions].join('-');
  const inputs = hashOf(['CMakePresets.json', 'wasm/toolchain.cmake']);
  if (!existsSync(join(root, 'build', preset, 'build.ninja')) || !isFresh(stamp, inputs)) {
    await quietly('cmake', ['--preset', preset, ...definitions.map((definition) => `-D${definition}`)]);
    keepStamp(stamp, inputs);
  }
  const chosen = targets.flatMap((target) => ['--target', target]);
  await quietly('cmake', ['--build', '--preset', preset, '-j', jobs, ...chosen]);
}

export function buildCore() {
  return buildPreset('wasm-release', { targets: ['fatigue_wasm'] });
}

async function quietly(command, args) {
  const { code, output } = await capture(command, args);
  if (code === 0) return;
  process.stderr.write(output);
  throw new Error(`${command} ${args.join(' ')} failed with exit code ${code}`);
}
