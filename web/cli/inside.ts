// SPDX-License-Identifier: MIT
/**
 * Where the files of a plan may lie. A plan may come from a stranger: its names lead to files in the folder that the user
 * gave, or that the plan lies in, and to no other place. What the user names on the command line may lie anywhere.
 */
import { isAbsolute, join, relative, resolve } from 'node:path';
import { EngineError } from '../contract/engine.js';

/** The path of a plan's file. @throws EngineError for a name that leads out of the folder. */
export function pathInside(folder: string, name: string): string {
  const from = relative(resolve(folder), resolve(folder, name));
  const isOutside = isAbsolute(name) || isAbsolute(from) || from.split(/[\\/]/)[0] === '..';
  if (!isOutside) return join(folder, name);
  throw new EngineError({
    code: 'file_outside_folder',
    message: `${name} is not in the folder of the data: a plan names files of that folder, so that a plan from elsewhere reads nothing else`,
    detail: {
      file: name,
      remedy: 'name the file without a path in the plan, and give the folder it lies in by --data',
    },
  });
}
