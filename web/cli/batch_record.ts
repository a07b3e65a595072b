// SPDX-License-Identifier: MIT
/**
 * What the reports in a folder were made of, in its batch.json: by it `--resume` knows the plans that need not be run
 * again. A report tells its plan with all defaults written out, and so not which plan it was given.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EngineError } from '../contract/engine.js';
import { write } from './plan_command.js';

/** One complete report. */
export interface Made {
  planSha256: string;
  data: { name: string; sha256: string }[];
  version: string;
  /** Of the report's own file: one that was changed since is made anew. */
  reportSha256: string;
}

/** By the names of the reports. */
export type BatchRecord = Record<string, Made>;

const fileName = 'batch.json';

export const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Empty where there is none that can be read: then all is made anew. */
export async function readRecord(folder: string): Promise<BatchRecord> {
  try {
    const { reports } = JSON.parse(await readFile(join(folder, fileName), 'utf8')) as { reports?: unknown };
    return typeof reports === 'object' && reports !== null ? { ...(reports as BatchRecord) } : {};
  } catch {
    return {};
  }
}

export const writeRecord = (folder: string, reports: BatchRecord): Promise<void> =>
  writeWhole(join(folder, fileName), `${JSON.stringify({ reports }, null, 2)}\n`);

/** Whether the report is there as it was made, of just this. */
export async function isUpToDate(
  path: string,
  before: Made | undefined,
  now: Omit<Made, 'reportSha256'>,
): Promise<boolean> {
  if (!before) return false;
  const { reportSha256, ...of } = before;
  const partsOf = ({ planSha256, data, version }: Omit<Made, 'reportSha256'>): string =>
    JSON.stringify([planSha256, version, data.map(({ name, sha256 }) => [name, sha256])]);
  if (partsOf(of) !== partsOf(now)) return false;
  return readFile(path).then(
    (bytes) => sha256Of(bytes) === reportSha256,
    () => false,
  );
}

/** A file that is there is a whole one: whoever stops in the middle leaves the one before. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.part`);
  await write(part, text);
  try {
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw new EngineError({
      code: 'file_not_writable',
      message: `${path} cannot be written: ${String((error as NodeJS.ErrnoException).code)}`,
      detail: { file: basename(path) },
    });
  }
}

/**
 * What an earlier run left under this name gets another, `.old` at its end. Null where there is nothing; the name itself
 * where it cannot be changed.
 */
export async function setAside(path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  const aside = `${path}.old`;
  try {
    await rm(aside, { recursive: true, force: true });
    await rename(path, aside);
    return aside;
  } catch {
    return path;
  }
}
