// SPDX-License-Identifier: MIT
/** Files from disk, with errors that name them. */
import { readFile as readBytes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EngineError } from '../contract/engine.js';
import type { Plan, ReadingOptions } from '../contract/plan.js';
import { readFile, type ReadResult } from '../read/index.js';

export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readBytes(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `${String(code)}`;
    throw new EngineError({
      code: code === 'ENOENT' ? 'file_not_found' : 'file_not_readable',
      message: `${path} cannot be read: ${reason}`,
      detail: { file: basename(path), remedy: 'check the path' },
    });
  }
}

/** One data file under the name its plan uses. The result may hold an error. */
export async function readData(path: string, name = basename(path), options?: ReadingOptions): Promise<ReadResult> {
  return readFile(name, await bytesOf(path), options);
}

/** The plan's data files. Throws for one that is not there; a file with other faults is told in its result. */
export async function readPlanFiles(plan: Plan, folder: string): Promise<ReadResult[]> {
  const used = plan.files.filter(({ role }) => role !== 'ignored');
  return Promise.all(used.map(({ name, reading }) => readData(join(folder, name), name, reading)));
}

/** As readPlanFiles, without the files that are not there: what is made of them says so. */
export async function readPlanFilesThere(plan: Plan, folder: string): Promise<ReadResult[]> {
  const files: ReadResult[] = [];
  for (const file of plan.files) {
    try {
      files.push(...(await readPlanFiles({ ...plan, files: [file] }, folder)));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
  }
  return files;
}

/** As readData, for a command that has no use for a file that cannot be read. */
export async function readUsableData(path: string): Promise<ReadResult> {
  const result = await readData(path);
  if (result.error) throw new EngineError(result.error);
  return result;
}
