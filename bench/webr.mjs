// SPDX-License-Identifier: MIT
/**
 * webR, R itself compiled to WebAssembly, beside which the ways in are measured: installed into a temporary folder for the
 * benchmark only, booted, and asked for lm() on twenty rows.
 */
/* global window */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = join(tmpdir(), 'fatigue-calculator-bench-webr');
const dist = join(folder, 'node_modules/webr/dist');

const fit = `
  d <- data.frame(y = c(4, 5, 3, 6, 7, 5, 6, 8, 4, 6, 3, 2, 4, 3, 5, 4, 2, 3, 4, 1), arm = rep(c("a", "b"), each = 10))
  paste(capture.output(summary(lm(y ~ arm, d))), collapse = "\\n")`;

/** The installed package, or null where it cannot be installed. `ws` is what it asks for under Node. */
export function installWebR() {
  if (!existsSync(join(dist, 'R.wasm'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    try {
      execFileSync('npm', ['install', '--no-audit', '--no-fund', 'webr', 'ws'], { cwd: folder, stdio: 'ignore' });
    } catch {
      return null;
    }
  }
  const { version } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8'));
  return { version };
}

/** Boot and first fit in a Node process of its own, ms. */
export function webRUnderNode() {
  const program = `
    import { WebR } from 'webr';
    const start = performance.now();
    const webR = new WebR({ interactive: false });
    await webR.init();
    const boot = performance.now() - start;
    await webR.evalRString(${JSON.stringify(fit)});
    console.log(JSON.stringify({ boot, firstFit: performance.now() - start }));
    webR.close();
    process.exit(0);`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, encoding: 'utf8' });
  return JSON.parse(out.trim().split('\n').at(-1));
}

/**
 * Boot and first fit in a page that a static server gives out, ms from the start of navigation, and the bytes of the files
 * fetched for it, each as gzip would send it.
 */
export async function webRInBrowser(browser) {
  const fetched = new Set();
  const server = await serveWebR(fetched);
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/bench.html`);
    const times = await page.evaluate(async (code) => {
      const address = new URL('./', window.location.href).href;
      const { WebR, ChannelType } = await import(`${address}webr.js`);
      const webR = new WebR({ baseUrl: address, channelType: ChannelType.PostMessage, interactive: false });
      await webR.init();
      const boot = window.performance.now();
      await webR.evalRString(code);
      return { boot, firstFit: window.performance.now() };
    }, fit);
    const bytes = [...fetched].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    return { ...times, bytes };
  } finally {
    await context.close();
    server.close();
  }
}

/** Its own files and an empty page, without the headers that the product's server sends. */
async function serveWebR(fetched) {
  const types = {
    '.html': 'text/html',
    '.mjs': 'text/javascript',
    '.js': 'text/javascript',
    '.wasm': 'application/wasm',
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const type = types[extname(path)] ?? 'application/octet-stream';
    const file = join(dist, path);
    if (path === '/bench.html')
      response.writeHead(200, { 'Content-Type': type }).end('<!doctype html><title>webR</title>');
    else if (!existsSync(file)) response.writeHead(404).end();
    else {
      fetched.add(file);
      response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
