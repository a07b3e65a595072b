// SPDX-License-Identifier: MIT
/** Pages that are somebody else's, served with a strict policy of their own beside the built files. */
import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { dist } from './browser.js';

/** The least that the calculator needs on a page that allows nothing else; docs/embedding-iframe.md tells it. */
export const leastPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'; img-src data:";

/** What a page may ask beyond it. */
export const trustedTypes = "require-trusted-types-for 'script'; trusted-types lit-html fatigue-calculator";

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

export interface Host {
  url: string;
  close(): Promise<void>;
}

/** `pages`: HTML or JSON by path. HTML comes with the policy, the files of dist/ with none. */
export async function serveHost(pages: Record<string, string>, policy: string): Promise<Host> {
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', 'http://localhost').pathname, pages, policy, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, close };
}

async function answer(
  path: string,
  pages: Record<string, string>,
  policy: string,
  response: ServerResponse,
): Promise<void> {
  const page = pages[path];
  if (page !== undefined) {
    const head: Record<string, string> = path.endsWith('.json') ? {} : { 'Content-Security-Policy': policy };
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/html', ...head }).end(page);
    return;
  }
  try {
    const bytes = await readFile(join(dist, path));
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/plain' }).end(bytes);
  } catch {
    response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  }
}
