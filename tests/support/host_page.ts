// SPDX-License-Identifier: MIT
/** Pages that are somebody else's, served with a strict policy of their own beside the built files. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { dist } from './browser.js';

const docs = new URL('../../docs/', import.meta.url);

/** The block of a document that holds some words, as a reader copies it. */
export function blockOf(document: string, words: string): string {
  const blocks = [...readFileSync(new URL(document, docs), 'utf8').matchAll(/^```text\n(.*?)^```/gms)];
  const found = blocks.map(([, content = '']) => content.trim()).find((content) => content.includes(words));
  if (found === undefined) throw new Error(`docs/${document} has no block with ${words}`);
  return found;
}

/** The least that the calculator needs on a page that allows nothing else, as the documentation tells it. */
export const leastPolicy = blockOf('embedding-calculator.md', 'default-src');

/** What a page may ask beyond it. */
export const trustedTypes = "require-trusted-types-for 'script'; trusted-types lit-html fatigue-calculator";

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

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
    const head: Record<string, string> = /\.(json|css)$/.test(path) ? {} : { 'Content-Security-Policy': policy };
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
