// SPDX-License-Identifier: MIT
/** `check PLAN.json`: what the plan's data hold, before anything is fitted. */
import { dirname } from 'node:path';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { checkFiles } from '../engine/files.js';
import { checkOptions } from './options.js';
import { planIn, readPlanFiles } from './read_data.js';
import { readArguments } from './usage.js';

/** Problems are part of the answer: only a plan that cannot be read is an error. */
export async function check(args: string[]): Promise<{ output: string }> {
  const { file, values } = readArguments(args, 'plan file', checkOptions);
  const plan = await planIn(file);
  const files = await readPlanFiles(plan, values.data ?? dirname(file));
  return { output: JSON.stringify(checkFiles(await loadBuiltInEngine(), plan, files), null, 2) };
}
