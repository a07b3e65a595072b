// SPDX-License-Identifier: MIT
/** dist/site/demo/: the elements on a page of somebody else's, with the pilot's report, plan and files. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const example = join(root, 'examples/ketamine-pilot');

/** `dist` has the command line and the elements already. */
export function writeDemo(dist) {
  const demo = join(dist, 'site/demo');
  mkdirSync(demo, { recursive: true });
  copyFileSync(join(root, 'web/docs/demo.html'), join(demo, 'index.html'));
  copyFileSync(join(root, 'web/docs/demo.css'), join(demo, 'demo.css'));
  for (const name of ['elements.js', 'results.js', 'results-plots.js'])
    copyFileSync(join(dist, 'lib', name), join(demo, name));
  const files = readdirSync(example).filter((name) => name.endsWith('.csv') || name === 'plan.json');
  for (const name of files) copyFileSync(join(example, name), join(demo, name));
  const args = ['analyze', join(example, 'plan.json'), '--out', join(demo, 'report.json')];
  execFileSync(process.execPath, [join(dist, 'cli.js'), ...args]);
}
