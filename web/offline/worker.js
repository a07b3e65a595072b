// SPDX-License-Identifier: MIT
/**
 * Keeps the hosted page for use without a network. The build puts the files and their SHA-256 in place of the two names
 * below. It fetches these files from its own address, and nothing else; a file that is not what the build made is refused,
 * and then the version there is goes on. It is told one thing by the page: to take over from the version before.
 */
const version = '{{version}}';
const files = {}; // {{files}}

const prefix = `fatigue-calculator ${self.registration.scope} `;
const cacheName = prefix + version;
const address = (path) => new URL(path, self.registration.scope).href;
const known = new Set(Object.keys(files).map(address));

async function sha256(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function keep(cache, [path, hash]) {
  const response = await fetch(new Request(address(path), { cache: 'no-store', credentials: 'omit' }));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if ((await sha256(bytes)) !== hash) throw new Error(`${path} is not the file that this version was built with`);
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
  await cache.put(address(path), new Response(bytes, { headers: { 'Content-Type': type } }));
}

async function install() {
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(Object.entries(files).map((file) => keep(cache, file)));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((n) => caches.delete(n)));
  await self.clients.claim();
}

/** The kept file for an address; a folder's is its index.html. */
function keptAddress(url) {
  const plain = url.replace(/[?#].*$/, '');
  const full = plain.endsWith('/') ? `${plain}index.html` : plain;
  return known.has(full) ? full : null;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const kept = event.request.method === 'GET' ? keptAddress(event.request.url) : null;
  if (kept === null) return;
  event.respondWith(
    caches
      .open(cacheName)
      .then((cache) => cache.match(kept))
      .then((response) => response ?? fetch(event.request)),
  );
});
