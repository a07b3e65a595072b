// SPDX-License-Identifier: MIT
/** The bundles: worker, page script, command line, library. All come from web/ through Vite's JavaScript interface. */
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './run.mjs';
import { virtualModules } from './virtual_modules.mjs';
import { withoutMaps } from './without_maps.mjs';

const web = (path) => join(root, 'web', path);

/** Code of one bundle, its style sheet if it has one, and the npm packages it holds. */
async function bundle(entry, format, { ssr = false, plugins = [], external = [] } = {}) {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins,
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: ssr ? { noExternal: true } : undefined,
    build: {
      write: false,
      target: ssr ? 'node20' : 'es2022',
      minify: true,
      ssr: ssr ? entry : false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      lib: ssr ? undefined : { entry, formats: [format], name: 'fatigueCalculator', fileName: 'bundle' },
      rolldownOptions: { external, output: { codeSplitting: false } },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  const chunks = output.filter((part) => part.type === 'chunk');
  if (chunks.length !== 1) throw new Error(`${entry}: expected one script, got ${chunks.length}`);
  const styles = output.filter((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
  return {
    code: chunks[0].code,
    css: styles.map((style) => String(style.source)).join('\n'),
    packages: packagesOf(chunks[0].moduleIds),
  };
}

function packagesOf(moduleIds) {
  const names = new Set();
  for (const id of moduleIds) {
    const match = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id);
    if (match) names.add(match[1]);
  }
  return [...names].sort();
}

export function bundleWorker() {
  return bundle(web('engine/worker.ts'), 'iife', { plugins: [virtualModules({ worker: () => '' })] });
}

export function bundlePage(worker, notices) {
  const plugins = [virtualModules({ worker: () => worker, notices: () => notices }), withoutMaps()];
  return bundle(web('site/main.ts'), 'iife', { plugins });
}

/** The custom elements for pages of others. */
export function bundleElements(worker) {
  const plugins = [virtualModules({ worker: () => worker }), withoutMaps()];
  return bundle(web('embed/elements.ts'), 'es', { plugins });
}

/** The calculator as a page for iframes. */
export function bundleFrame(worker, notices) {
  const plugins = [virtualModules({ worker: () => worker, notices: () => notices }), withoutMaps()];
  return bundle(web('embed/frame/main.ts'), 'iife', { plugins });
}

export function bundleCli() {
  return bundle(web('cli/main.ts'), 'es', { ssr: true, plugins: [virtualModules({ worker: () => '' })] });
}

export function bundleLibrary() {
  return bundle(web('engine/library.ts'), 'es', { plugins: [virtualModules({ worker: () => '' })] });
}
