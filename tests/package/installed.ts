// SPDX-License-Identifier: MIT
/** The package as npm packs it, installed in an empty folder, and the stored model that it must reproduce there. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const stored = join(root, 'tests/reference/ship');

export interface Installed {
  folder: string;
  version: string;
  /** Paths in the tarball. */
  packed: string[];
  write(name: string, content: string): void;
  /** Standard output of a module run by Node there. */
  node(name: string, content: string): string;
  remove(): void;
}

/** Without a network: the package has no dependencies. */
export function installPackage(others: readonly string[] = []): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'fatigue-package-'));
  const npm = (...args: string[]): string =>
    execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [tarball] = JSON.parse(npm('pack', join(root, 'dist'), '--json', '--ignore-scripts')) as {
    filename: string;
    version: string;
    files: { path: string }[];
  }[];
  if (!tarball) throw new Error('npm packed nothing');
  const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  write('package.json', '{ "name": "user", "private": true, "type": "module" }');
  const quiet = ['--no-audit', '--no-fund', '--no-save'];
  npm('install', ...quiet, ...(others.length === 0 ? ['--offline'] : []), `./${tarball.filename}`, ...others);
  copyFileSync(join(stored, 'data/two_arm.csv'), join(folder, 'two_arm.csv'));
  const data = JSON.stringify(readFileSync(join(folder, 'two_arm.csv'), 'utf8'));
  write('model.js', `export const text = ${data};\nexport const request = ${JSON.stringify(request)};\n`);
  return {
    folder,
    version: tarball.version,
    packed: tarball.files.map(({ path }) => path),
    write,
    node(name, content) {
      write(name, content);
      return execFileSync(process.execPath, [name], { cwd: folder, encoding: 'utf8', timeout: 30_000 });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const request = {
  formula: 'CHG ~ BASE + SEX + ARM * VISIT + us(VISIT | ID)',
  levels: { ARM: ['PBO', 'TRT'] },
};

interface Stored {
  n_obs: number;
  fit: { logLik: number; coef_names: string[]; beta: number[] };
}

const { n_obs, fit } = JSON.parse(readFileSync(join(stored, 'expected/two_arm_us_reml.json'), 'utf8')) as Stored;

/** What a user's script prints of a fit. */
export interface Answer {
  nObservations: number;
  logLik: number;
  coefficients: { term: string; estimate: number }[];
}

/** R's mmrm 0.3.18 on the same file, to 1e-6 as its stored result says. */
export function expectReference({ nObservations, logLik, coefficients }: Answer): void {
  expect(nObservations).toBe(n_obs);
  expect(Math.abs(logLik / fit.logLik - 1)).toBeLessThan(1e-6);
  expect(coefficients.map(({ term }) => term)).toEqual(fit.coef_names);
  for (const [i, { estimate }] of coefficients.entries())
    expect(Math.abs(estimate / (fit.beta[i] ?? NaN) - 1)).toBeLessThan(1e-6);
}

/** A page's script: it fits in the page and leaves the answer there. */
export const pageScript = `import { fit } from 'fatigue-calculator';
import { request, text } from './model.js';
globalThis.answer = fit(request, { name: 'two_arm.csv', text });
`;
