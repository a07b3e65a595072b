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
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 40_000,
    hookTimeout: 60_000,
    // A page on a busy machine takes longer than the second that is the default; what never comes still fails.
    expect: { poll: { timeout: 15_000 } },
  },
});
