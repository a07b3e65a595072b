// SPDX-License-Identifier: MIT
/**
 * The installed package through webpack and esbuild, each without any setting, in Chromium; and its types by the rules of
 * @arethetypeswrong/cli. These are installed here, beside the package, and are no dependencies of the project.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { expectReference, installPackage, pageScript, type Answer, type Installed } from '../package/installed.js';
import { launchBrowser, openPage } from '../support/browser.js';

const tools = ['webpack@5.113.0', 'esbuild@0.28.2', '@arethetypeswrong/cli@0.18.5'];

let browser: Browser;
let installed: Installed;
let server: Server;

beforeAll(async () => {
  installed = installPackage(tools);
  installed.write('page.js', pageScript);
  server = await serve(installed.folder, 0);
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  server.close();
  installed.remove();
});

const bundlers = {
  webpack: `import webpack from 'webpack';
webpack({ mode: 'production', entry: './page.js', output: { path: process.cwd(), filename: 'bundle.js' } }, (error, stats) => {
  const problems = stats?.toJson({ errors: true, warnings: false }).errors ?? [error];
  if (error || problems.length > 0) throw new Error(JSON.stringify(problems));
});
`,
  esbuild: `import { build } from 'esbuild';
const { warnings } = await build({ entryPoints: ['page.js'], bundle: true, minify: true, format: 'esm', outfile: 'bundle.js' });
if (warnings.length > 0) throw new Error(JSON.stringify(warnings));
`,
};

test.each(Object.entries(bundlers))('%s bundles it without any setting', async (name, script) => {
  installed.node(`${name}.build.js`, script);
  const html =
    '<!doctype html><html lang="en"><link rel="icon" href="data:,"><script type="module" src="bundle.js"></script>';
  installed.write(`${name}.html`, html);
  const { port } = server.address() as AddressInfo;
  const { page, complaints } = await openPage(browser, `http://127.0.0.1:${port}/${name}.html`);
  await page.waitForFunction(() => 'answer' in globalThis);
  expectReference((await page.evaluate(() => (globalThis as { answer?: unknown }).answer)) as Answer);
  expect(complaints).toEqual([]);
});

test('its types are in order for every way to resolve modules that knows exports', () => {
  const tarball = join(installed.folder, `fatigue-calculator-${installed.version}.tgz`);
  const attw = join(installed.folder, 'node_modules/.bin/attw');
  // The package is of modules only, as the profile says, and a .wasm file has no types.
  const options = ['--profile', 'esm-only', '--exclude-entrypoints', './fatigue_core.wasm', '--format', 'ascii'];
  const { status, stdout } = spawnSync(attw, [tarball, ...options, '--no-emoji', '--no-color'], { encoding: 'utf8' });
  expect(status, stdout).toBe(0);
  expect(stdout).toContain('fatigue-calculator/engine');
});
