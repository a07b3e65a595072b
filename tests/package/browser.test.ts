// SPDX-License-Identifier: MIT
/** The installed package in Chromium: as modules and as one script from a server of plain files, and bundled by Vite. */
import { cpSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { launchBrowser, openPage } from '../support/browser.js';
import { expectReference, installPackage, pageScript, root, type Answer, type Installed } from './installed.js';

let browser: Browser;
let installed: Installed;
let server: Server;

beforeAll(async () => {
  installed = installPackage();
  server = await serve(installed.folder, 0);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
  installed.remove();
});

/** An icon of its own: the browser asks for none. */
const head = '<!doctype html><html lang="en"><title>User</title><link rel="icon" href="data:,">';

interface PageGlobals {
  answer?: Promise<Answer>;
}

/** The answer of a page there, and what it had to complain of. */
async function answerOf(name: string, html: string): Promise<{ answer: Answer; complaints: string[] }> {
  installed.write(name, `${head}${html}`);
  const { port } = server.address() as AddressInfo;
  const { page, complaints } = await openPage(browser, `http://127.0.0.1:${port}/${name}`);
  await page.waitForFunction(() => 'answer' in globalThis, undefined, { timeout: 15_000 });
  const answer = await page.evaluate(() => (globalThis as PageGlobals).answer);
  await page.context().close();
  if (!answer) throw new Error('no answer');
  return { answer, complaints };
}

const globalScript = 'fatigue-calculator.global.js';

const map = `<script type="importmap">{ "imports": { "fatigue-calculator": "./node_modules/fatigue-calculator/lib/index.js" } }</script>`;

test('a script of type module from a server of plain files fits as R does, without any connection', async () => {
  installed.write('page.js', pageScript);
  const { answer, complaints } = await answerOf('module.html', `${map}<script type="module" src="page.js"></script>`);
  expectReference(answer);
  expect(complaints).toEqual([]);
});

test('a page whose policy allows no worker has the fit all the same', async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'">`;
  const { answer } = await answerOf('policy.html', `${policy}${map}<script type="module" src="page.js"></script>`);
  expectReference(answer);
});

test('an abort ends a fit that runs, and the next one starts afresh', async () => {
  installed.write(
    'abort.mjs.js',
    `import { fit } from 'fatigue-calculator';
import { request, text } from './model.js';
const file = { name: 'two_arm.csv', text };
globalThis.answer = (async () => {
  const stop = new AbortController();
  const running = fit(request, file, { signal: stop.signal, onProgress: () => stop.abort() });
  const aborted = await running.then(() => 'done', (error) => error.name);
  return { aborted, ...(await fit(request, file)) };
})();
`,
  );
  const { answer } = await answerOf('abort.html', `${map}<script type="module" src="abort.mjs.js"></script>`);
  expect(answer).toMatchObject({ aborted: 'AbortError' });
  expectReference(answer);
});

test('the one classic script is loaded under its hash, and not when it was changed', async () => {
  const script = globalScript;
  const lib = join(installed.folder, 'node_modules/fatigue-calculator/lib');
  const hashes = JSON.parse(readFileSync(join(lib, 'integrity.json'), 'utf8')) as Record<string, string>;
  cpSync(join(lib, script), join(installed.folder, script));
  const use = `<script type="module">import { request, text } from './model.js';
globalThis.answer = globalThis.fatigueCalculator?.fit(request, { name: 'two_arm.csv', text }) ?? Promise.resolve({ refused: true });
</script>`;
  const html = `<script src="${script}" integrity="${hashes[script]}" crossorigin="anonymous"></script>${use}`;
  expectReference((await answerOf('global.html', html)).answer);
  installed.write(script, `${readFileSync(join(lib, script), 'utf8')}\n// changed`);
  expect((await answerOf('changed.html', html)).answer).toEqual({ refused: true });
});

test('the page in its documentation works as it stands', async () => {
  cpSync(
    join(installed.folder, 'node_modules/fatigue-calculator/lib', globalScript),
    join(installed.folder, globalScript),
  );
  const text = readFileSync(join(root, 'dist/README.md'), 'utf8');
  const html = /^```html\n(.*?)^```/ms.exec(text)?.[1] ?? '';
  installed.write('documented.html', `${head}${html}`);
  const { port } = server.address() as AddressInfo;
  const { page, complaints } = await openPage(browser, `http://127.0.0.1:${port}/documented.html`);
  // By hand: sums of products -37 and of squares 17.5 about the means.
  await page.waitForFunction(() => document.title !== 'User');
  expect(await page.title()).toBe((-37 / 17.5).toFixed(2));
  expect(complaints).toEqual([]);
});

test('the hash beside the script in the documentation is that of the script', () => {
  const hashes = JSON.parse(readFileSync(join(root, 'dist/lib/integrity.json'), 'utf8')) as Record<string, string>;
  const [hash] = Object.values(hashes);
  expect(hash).toMatch(/^sha384-[A-Za-z0-9+/]{64}$/);
  for (const page of ['dist/site/docs/npm.html', 'dist/README.md'])
    expect(readFileSync(join(root, page), 'utf8').includes(hash ?? '-')).toBe(true);
});

test('Vite bundles it without any setting', async () => {
  installed.write('page.js', pageScript);
  installed.write('index.html', `${head}<script type="module" src="./page.js"></script>`);
  await build({
    root: installed.folder,
    base: './',
    configFile: false,
    logLevel: 'silent',
    build: { outDir: 'built' },
  });
  const { port } = server.address() as AddressInfo;
  const { page, complaints } = await openPage(browser, `http://127.0.0.1:${port}/built/`);
  await page.waitForFunction(() => 'answer' in globalThis);
  expectReference((await page.evaluate(() => (globalThis as PageGlobals).answer)) as Answer);
  expect(complaints).toEqual([]);
});
