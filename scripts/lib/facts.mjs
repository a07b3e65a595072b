// SPDX-License-Identifier: MIT
/** What the documentation says of a build and only the build knows: {{version}}, {{integrity FILE}}, {{size FILE}}. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { integrityOf } from './package.mjs';
import { root } from './run.mjs';

const place = /\{\{(\w+)(?: ([^}]+))?\}\}/g;

/** The text with its places filled from the files of `dist`. Throws on a place that cannot be. */
export function withFacts(text, dist) {
  return text.replace(place, (whole, kind, name) => {
    const file = join(dist, name ?? '');
    if (kind === 'version') return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
    if (!name || !existsSync(file)) throw new Error(`${whole}: there is no such file in dist`);
    if (kind === 'integrity') return integrityOf(file);
    if (kind === 'size') return shown(statSync(file).size);
    if (kind === 'packed') return shown(gzipSync(readFileSync(file), { level: 9 }).length);
    throw new Error(`${whole} is no fact of the build`);
  });
}

const shown = (bytes) => (bytes < 995_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
