// SPDX-License-Identifier: MIT
/** Licence notices of everything that is bundled: npm packages from node_modules, C++ libraries from a kept file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const rule = `\n${'-'.repeat(80)}\n\n`;

function packageNotice(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  const source = typeof repository === 'string' ? repository : repository?.url;
  return { name, version, license, source, text };
}

/** Name, version, licence and copyright line of each, for a comment in the page. */
export function shortNotices(packages) {
  const lines = packages.map(packageNotice).map(({ name, version, license, text }) => {
    const copyright = /^\s*(copyright\b.*\d.*)$/im.exec(text)?.[1] ?? '';
    return `${name} ${version}, ${license}. ${copyright}`.trim();
  });
  return ['Contains, with the full licences in THIRD-PARTY-NOTICES.txt and under "Licences" on the page:']
    .concat(
      nativeLibraries().map(({ title }) => title),
      lines,
    )
    .join('\n')
    .replaceAll('--', '- -');
}

/** The full text. `brief` gives the address of the one long licence (MPL-2.0) instead of its words, for the page. */
export function fullNotices(packages, { brief = false } = {}) {
  // Licences that several packages share word for word appear once.
  const byText = new Map();
  for (const notice of packages.map(packageNotice)) {
    const key = notice.text || `Licence: ${notice.license}`;
    byText.set(key, [...(byText.get(key) ?? []), notice]);
  }
  const sections = [...byText].map(([text, notices]) => {
    const names = notices.map(({ name, version, license }) => `${name} ${version} (${license})`);
    return `${names.join('\n')}\n\n${text}\n`;
  });
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  const native = nativeLibraries().map(({ title, text }) => `${title}\n\n${brief ? withoutMpl(text) : text}\n`);
  return [`Fatigue Calculator\n\n${own}\n`, ...native, ...sections].join(rule);
}

const withoutMpl = (text) =>
  text.replace(/Mozilla Public License Version 2\.0[\s\S]*/, 'Licence: https://mozilla.org/MPL/2.0/');

/** licenses/<name>.txt: the first line names the library, its version and licence. */
function nativeLibraries() {
  const folder = join(root, 'licenses');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const [title, ...rest] = readFileSync(join(folder, file), 'utf8').split('\n');
      return { title, text: rest.join('\n').trim() };
    });
}
