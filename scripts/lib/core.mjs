// SPDX-License-Identifier: MIT
/** Builds the C++ core with CMake. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture, jobs, root } from './run.mjs';

export const wasmFolder = join(root, 'build/wasm-release/wasm');
export const coreScript = join(wasmFolder, 'fatigue_core.js');
export const coreWasm = join(wasmFolder, 'fatigue_core.wasm');

/** Configures where needed and builds the targets (all when none are named). Output is shown when it fails. */
export async function buildPreset(preset, { targets = [], definitions = [] } = {}) {
  const configured = existsSync(join(root, 'build', preset, 'build.ninja'));
  if (!configured || definitions.length > 0) {
    await quietly('cmake', ['--preset', preset, ...definitions.map((definition) => `-D${definition}`)]);
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
