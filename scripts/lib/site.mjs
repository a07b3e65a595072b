// SPDX-License-Identifier: MIT
/**
 * dist/site/: what to put on a web server. The page with leave to keep itself for use offline, its manifest and service
 * worker, the documentation, the one-file page for download, and the page for iframes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { docsPages } from './docs.mjs';
import { iconPng } from './icon.mjs';
import { root } from './run.mjs';

/** Not kept by the worker: itself, which the browser looks after, what is there to be saved, and what others frame. */
const notKept = ['sw.js', 'fatigue-calculator.html', 'embed.html'];

export function writeSite(folder, { hosted, onePage, frame }) {
  const put = (name, content) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  put('index.html', hosted);
  put('fatigue-calculator.html', onePage);
  put('embed.html', frame);
  put('manifest.webmanifest', manifest());
  for (const [name, page] of Object.entries(docsPages(dirname(folder)))) put(`docs/${name}`, page);
  put('sw.js', serviceWorker(folder));
}

function manifest() {
  const { description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Within the manifest: the page's policy lets no picture be loaded from any address, and that is to stay so.
  const icon = (size) => ({
    src: `data:image/png;base64,${iconPng(size).toString('base64')}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  });
  const content = {
    name: 'Fatigue Calculator',
    short_name: 'Fatigue',
    description,
    id: './',
    start_url: './index.html',
    scope: './',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#1d5585',
    icons: [icon(192), icon(512)],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The worker for the files as they are in this folder now. */
export function serviceWorker(folder) {
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .filter((name) => statSync(join(folder, name)).isFile() && !notKept.includes(name))
      .map((name) => [relative('.', name).split(sep).join('/'), sha256(readFileSync(join(folder, name)))])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const list = JSON.stringify(files, null, 2);
  const source = readFileSync(join(root, 'web/offline/worker.js'), 'utf8');
  const filled = source.replace('{{version}}', sha256(list).slice(0, 16)).replace('{}; // {{files}}', () => `${list};`);
  if (filled.includes('{{')) throw new Error('web/offline/worker.js has a place that the build does not fill');
  return filled;
}

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
