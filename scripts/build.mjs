// SPDX-License-Identifier: MIT
/** Builds everything into dist/: the page (hosted and as one file), the command line, the npm library. */
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildCore } from './lib/core.mjs';
import { packageManifest, writeIntegrity } from './lib/package.mjs';
import { must, root } from './lib/run.mjs';
import { hashOf, isFresh, keepStamp } from './lib/stamp.mjs';

const inputs = [
  'web',
  'instruments',
  'scripts',
  'examples',
  'schema',
  'licenses',
  'LICENSE',
  'README.md',
  'package.json',
]
  .concat(['tests/reference/ship', 'docs'])
  .concat(['package-lock.json', 'tsconfig.json', 'tsconfig.library.json'])
  .concat(['build/wasm-release/wasm/fatigue_core.js', 'build/wasm-release/wasm/fatigue_core.wasm']);
const products = [
  'index.html',
  'fatigue-calculator.html',
  'cli.js',
  'lib/index.js',
  'lib/elements.js',
  'lib/results.js',
  'lib/results-plots.js',
  'custom-elements.json',
  'site/embed.html',
  'package.json',
  'site/sw.js',
  'THIRD-PARTY-NOTICES.txt',
];
const dist = join(root, 'dist');

/** Resolves when dist/ is up to date. Quick when nothing changed. */
export async function buildAll() {
  const core = existsSync(join(root, 'build/wasm-release/wasm/fatigue_core.wasm'));
  if (!core) console.log('Building the core to WebAssembly (a minute or two the first time)');
  await buildCore();
  const hash = hashOf(inputs);
  if (isFresh('dist', hash) && products.every((product) => existsSync(join(dist, product)))) return;
  console.log('Building the page, the command line and the library');
  rmSync(join(root, 'build/stamps/dist'), { force: true });
  await buildDist();
  keepStamp('dist', hash);
}

async function buildDist() {
  // Vite is loaded here and not above: it need not be there for a build that has nothing to do.
  const { bundleCli, bundleElements, bundleFrame, bundlePage, bundleResults, bundleWorker } =
    await import('./lib/bundle.mjs');
  const { buildLibrary } = await import('./lib/library.mjs');
  const { assemblePage } = await import('./lib/page.mjs');
  const { packageReadme } = await import('./lib/docs.mjs');
  const { elementsManifest } = await import('./lib/elements_manifest.mjs');
  const { writeElementTypes } = await import('./lib/elements_types.mjs');
  const { writeDemo } = await import('./lib/demo.mjs');
  const { writeSite } = await import('./lib/site.mjs');
  const { fullNotices, shortNotices } = await import('./lib/notices.mjs');

  const worker = await bundleWorker();
  writeFileSync(join(root, 'build/worker.js'), worker.code);
  const bare = await bundlePage(worker.code, '');
  const cli = await bundleCli();
  const library = await buildLibrary();
  const elements = await bundleElements(worker.code);
  const { results, plots } = await bundleResults();
  const packages = [
    ...new Set([worker, bare, cli, library, elements, results, plots].flatMap((part) => part.packages)),
  ].sort();
  const pagePackages = [...new Set([...worker.packages, ...bare.packages])].sort();
  const pageNotices = fullNotices(pagePackages, { brief: true });
  const page = await bundlePage(worker.code, pageNotices);
  const framed = await bundleFrame(worker.code, pageNotices);
  const noticesComment = shortNotices(pagePackages);
  const html = assemblePage({ ...page, noticesComment });
  const hosted = assemblePage({ ...page, noticesComment, hosted: true });
  const frame = assemblePage({ ...framed, noticesComment, frame: true });

  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'lib'), { recursive: true });
  const write = (name, text) => writeFileSync(join(dist, name), text);
  write('index.html', html);
  write('fatigue-calculator.html', html);
  write('cli.js', `#!/usr/bin/env node\n${cli.code.replace(/^#!.*\n/, '')}`);
  chmodSync(join(dist, 'cli.js'), 0o755);
  const notice = '/*! Contains software of others: THIRD-PARTY-NOTICES.txt */\n';
  for (const [name, content] of Object.entries(library.files)) write(`lib/${name}`, content);
  write('lib/elements.js', notice + elements.code);
  write('lib/results.js', notice + results.code);
  write('lib/results-plots.js', notice + plots.code);
  writeIntegrity(dist);
  write('custom-elements.json', `${JSON.stringify(elementsManifest(), null, 2)}\n`);
  write('THIRD-PARTY-NOTICES.txt', fullNotices(packages));
  for (const name of ['examples', 'instruments', 'schema']) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(dist, name), { recursive: true });
  }
  cpSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
  write('README.md', packageReadme(dist));
  writeSite(join(dist, 'site'), { hosted, onePage: html, frame });
  writeDemo(dist);
  await must('node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.library.json']);
  writeElementTypes(dist);
  write('package.json', packageManifest(dist));
  console.log(
    `fatigue-calculator.html: ${kilobytes(html.length)}, ${kilobytes(gzipSync(html, { level: 9 }).length)} gzip`,
  );
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll();
