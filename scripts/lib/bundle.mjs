// SPDX-License-Identifier: MIT
/** The bundles: worker, page script, command line, library. All come from web/ through Vite's JavaScript interface. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, minify } from 'vite';
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
export async function bundleElements(worker) {
  const plugins = [virtualModules({ worker: () => worker }), withoutMaps()];
  const made = await bundle(web('embed/elements.ts'), 'es', { plugins });
  return { ...made, code: definedOnce(await dense(made.code)) };
}

/**
 * The element of published results, and its plots as a script beside it. Their inner elements have names of their own, so
 * that both scripts, the calculator's, and another version of any, can be on one page.
 */
export async function bundleResults() {
  const plots = web('embed/results/plots.ts');
  const results = await bundle(web('embed/fatigue-results.ts'), 'es', {
    plugins: [besideIt(plots, './results-plots.js'), onlyToShow(), virtualModules({ worker: () => '' })],
  });
  const drawn = await bundle(plots, 'es', { plugins: [virtualModules({ worker: () => '' }), withoutMaps()] });
  return {
    results: { ...results, code: definedOnce(withOwnNames(await dense(results.code), 'r')) },
    plots: { ...drawn, code: definedOnce(withOwnNames(await dense(drawn.code), 'p')) },
  };
}

/** Modules keep their blanks, for bundlers that leave out parts; of a script that registers elements nothing is left out. */
async function dense(code) {
  const { code: made, errors } = await minify('script.js', code, { module: true, compress: false, mangle: false });
  if (errors.length > 0) throw new Error(errors[0].message);
  return made;
}

/** Words that no result needs. Asking for one is an error, which the tests of all that is shown would meet. */
const idleWords =
  /\/web\/text\/words\/(about|answers|arms|bar|beside|covariates|examples|export|figures|frame|guide|history|instrument|mapping|mending|open|picked|policy|reproduction|scattered|self_check|stacks|terms|terms_results)\.ts$/;

/** Leaves out what only setting up an analysis needs: its words, the instruments' sources and T scores, and the menu of tables. */
function onlyToShow() {
  return {
    name: 'only-to-show',
    enforce: 'pre',
    load(id) {
      if (id.endsWith('/web/elements/fc-table-menu.ts')) return 'export {};';
      if (!idleWords.test(id)) return null;
      const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name]) => name,
      );
      return names
        .map((name) => `export const ${name} = new Proxy({}, { get() { throw new Error('no ${name}'); } });`)
        .join('\n');
    },
    transform(code, id) {
      // One language: a copy, made for others, would take nothing from words that may not be asked for.
      if (id.endsWith('/web/text/strings.ts')) return code.replace('wordsCopied(english)', 'english');
      if (!/\/instruments\/[^/]+\.json$/.test(id)) return null;
      const { items, ...definition } = JSON.parse(code);
      const scales = definition.scales.map((scale) => (scale.table ? { ...scale, table: {} } : scale));
      const { count, lowest, highest } = items;
      return JSON.stringify({ ...definition, items: { count, lowest, highest }, scales, source: [], licence: '' });
    },
  };
}

/** A module that is a file beside the bundle. */
function besideIt(file, name) {
  return {
    name: 'beside-it',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found?.id === file ? { id: name, external: true } : null;
    },
  };
}

/** The code with another name for every inner element that it defines: fc-table is fc-table-r0-1-0. */
function withOwnNames(code, letter) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = [...code.matchAll(/customElements\.define\([`"'](fc-[a-z-]+)/g)].map(([, name]) => name);
  const longestFirst = names.sort((a, b) => b.length - a.length);
  const used = new RegExp(`(?<![-\\w])(${longestFirst.join('|')})(?![-\\w])`, 'g');
  const suffix = `-${letter}${version.replaceAll(/[^0-9a-z]+/g, '-')}`;
  return code.replaceAll(used, (name) => name + suffix);
}

/** A script that is loaded a second time, from another address, finds its inner elements defined and leaves them. */
const definedOnce = (code) =>
  code.replaceAll(/customElements\.define\(([`"']fc-[a-z0-9-]+[`"']),/g, 'customElements.get($1)||$&');

/** The calculator as a page for iframes. */
export function bundleFrame(worker, notices) {
  const plugins = [virtualModules({ worker: () => worker, notices: () => notices }), withoutMaps()];
  return bundle(web('embed/frame/main.ts'), 'iife', { plugins });
}

export function bundleCli() {
  return bundle(web('cli/main.ts'), 'es', { ssr: true, plugins: [virtualModules({ worker: () => '' })] });
}

/** The library's worker, without the core's bytes. */
export function bundleLibraryWorker() {
  return bundle(web('library/worker.ts'), 'iife', { plugins: [virtualModules({ worker: () => '' })] });
}

/** The library as a module, or (iife) as a classic script that declares `fatigueCalculator`. */
export function bundleLibrary(worker, format = 'es') {
  return bundle(web('engine/library.ts'), format, { plugins: [virtualModules({ worker: () => worker })] });
}

/** The library whose WebAssembly is a file beside it. */
export function bundleExternalEngine() {
  return bundle(web('library/external.ts'), 'es', { plugins: [virtualModules({ worker: () => '' })] });
}
