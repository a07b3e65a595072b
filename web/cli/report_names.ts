// SPDX-License-Identifier: MIT
/** Names of the reports of several plans in one folder. */
import { basename, relative, resolve } from 'node:path';
import { fileNameOf } from '../export/file_name.js';

const ending = '.report.json';

/**
 * A report is called as its plan. Plans of one name are told apart by their folders, as seen from the working folder:
 * trials/a/plan.json has trials-a-plan.report.json.
 */
export function reportNames(plans: readonly string[], workingFolder = process.cwd()): string[] {
  const stems = plans.map((plan) => basename(plan).replace(/\.json$/i, ''));
  const isAlone = (stem: string): boolean =>
    stems.filter((other) => other.toLowerCase() === stem.toLowerCase()).length < 2;
  const long = plans.map((plan) => fileNameOf(relative(workingFolder, resolve(plan)).replace(/\.json$/i, ''), 'plan'));
  const taken = new Set<string>();
  return stems.map((stem, i) => {
    const wanted = isAlone(stem) ? stem : (long[i] ?? stem);
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}-${n}`;
    taken.add(name.toLowerCase());
    return name + ending;
  });
}
