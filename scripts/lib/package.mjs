// SPDX-License-Identifier: MIT
/** dist/ as an npm package: its manifest, and the hashes by which a page can tell that a script is the one published. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * What can be imported. An entry is named in the manifest where its script was built, with its types where these were.
 * `effects`: importing it registers elements, so a bundler must not leave it out.
 */
const entries = [
  { path: '.', script: 'lib/index.js', types: 'lib/types/engine/library.d.ts' },
  { path: './engine', script: 'lib/engine.js', types: 'lib/types/library/external.d.ts' },
  { path: './elements', script: 'lib/elements.js', types: 'lib/types/embed/elements.d.ts', effects: true },
  { path: './results', script: 'lib/results.js', types: 'lib/types/embed/fatigue-results.d.ts', effects: true },
];

/** Scripts that are no entry and do something when loaded. */
const otherEffects = ['cli.js', 'lib/results-plots.js', 'lib/fatigue-calculator.global.js'];

/** Files for those who name them. */
const assets = [
  { path: './fatigue_core.wasm', file: 'lib/fatigue_core.wasm' },
  { path: './schema/*', file: 'schema/*' },
  { path: './package.json', file: 'package.json' },
];

const published = [
  'cli.js',
  'custom-elements.json',
  'lib',
  'schema',
  'instruments',
  'fatigue-calculator.html',
  'THIRD-PARTY-NOTICES.txt',
];

export function packageManifest(dist) {
  const isThere = (file) => existsSync(join(dist, file));
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version, description, license, engines } = own;
  const built = entries.filter(({ script }) => isThere(script));
  const conditions = ({ script, types }) => ({
    ...(isThere(types) && { types: `./${types}` }),
    default: `./${script}`,
  });
  const exports = {
    ...Object.fromEntries(built.map((entry) => [entry.path, conditions(entry)])),
    ...Object.fromEntries(assets.map(({ path, file }) => [path, `./${file}`])),
  };
  const effects = [...built.flatMap(({ script, effects }) => (effects ? script : [])), ...otherEffects];
  const manifest = {
    ...{ name, version, description, license, type: 'module', engines, keywords },
    bin: { [name]: 'cli.js' },
    main: './lib/index.js',
    types: './lib/types/engine/library.d.ts',
    exports,
    customElements: 'custom-elements.json',
    sideEffects: effects.filter(isThere).map((file) => `./${file}`),
    files: published,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const keywords = ['fatigue', 'clinical-trial', 'mmrm', 'questionnaire', 'mixed-model', 'webassembly'];

/** Scripts that a page may load from elsewhere, with what its `integrity` attribute must say. */
export function writeIntegrity(dist) {
  const names = ['fatigue-calculator.global.js', 'elements.js', 'results.js', 'results-plots.js'];
  const hashes = Object.fromEntries(names.map((name) => [name, integrityOf(join(dist, 'lib', name))]));
  writeFileSync(join(dist, 'lib/integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  return hashes;
}

export const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
