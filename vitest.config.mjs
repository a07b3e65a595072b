// SPDX-License-Identifier: MIT
import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { virtualModules } from './scripts/lib/virtual_modules.mjs';

/** The worker's source as it was last built, for tests that run it. */
function worker() {
  const file = new URL('build/worker.js', import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

export default defineConfig({
  plugins: [virtualModules({ worker })],
  test: { include: ['tests/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 60_000 },
});
