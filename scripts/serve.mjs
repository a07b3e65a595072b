// SPDX-License-Identifier: MIT
/** Serves a folder of plain files over HTTP on this machine only. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join, relative, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** The page has its own stricter policy with the hash of its script; this one can only add to it. */
const headers = {
  'Content-Security-Policy': "connect-src 'none'; form-action 'none'; base-uri 'none'; object-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** The service worker fetches the files beside it; this policy lets it fetch from nowhere else. */
const workerHeaders = { ...headers, 'Content-Security-Policy': "default-src 'none'; connect-src 'self'" };

/**
 * The page for iframes loads a plan from its own address before it forbids itself every connection; the demo's elements load
 * their files.
 */
const frameHeaders = {
  ...headers,
  'Content-Security-Policy': headers['Content-Security-Policy'].replace("connect-src 'none'", "connect-src 'self'"),
};

function headersOf(path) {
  if (path.split(sep).includes('demo')) return frameHeaders;
  return { 'sw.js': workerHeaders, 'embed.html': frameHeaders }[basename(path)] ?? headers;
}

/** Resolves to the listening server; port 0 takes any free one. Rejects when the port is in use. */
export async function serve(folder, port, host = '127.0.0.1') {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => fail(response, 500, 'internal error'));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return fail(response, 405, 'only GET and HEAD');
  const file = await find(root, request.url ?? '/');
  if (!file) return fail(response, 404, 'not found');
  const type = types[extname(file.path)] ?? 'application/octet-stream';
  response.writeHead(200, {
    ...headersOf(relative(root, file.path)),
    'Content-Type': type,
    'Content-Length': file.size,
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The regular file for a URL, never one outside of the root, whichever dots and links the path holds. */
async function find(root, url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (path.includes('\0')) return null;
    let full = await realpath(join(root, path));
    if (full !== root && !full.startsWith(root + sep)) return null;
    let info = await stat(full);
    if (info.isDirectory()) {
      full = join(full, 'index.html');
      info = await stat(full);
    }
    return info.isFile() ? { path: full, size: info.size } : null;
  } catch {
    return null;
  }
}

function fail(response, status, text) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
