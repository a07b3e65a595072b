// SPDX-License-Identifier: MIT
/** Files from disk, with errors that name them. */
import { open, readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { EngineError } from '../contract/engine.js';
import type { Plan, ReadingOptions } from '../contract/plan.js';
import type { Warning } from '../contract/report.js';
import { isWorkbook } from '../read/foreign.js';
import {
  fileOfTable,
  parsePlan,
  readFile,
  readStack,
  tableParts,
  type ReadResult,
  type Sliceable,
} from '../read/index.js';
import { pathInside } from './inside.js';
import { isStandardInput, standardInput, standardInputName } from './standard_input.js';

const partBytes = 8192;

/** The bytes of a file that the command line names; `-` is standard input. */
export function bytesOf(path: string): Promise<Uint8Array> {
  return isStandardInput(path) ? standardInput() : onDisk(path, () => readBytes(path));
}

/** Its text, taken for UTF-8. */
export const textOf = async (path: string): Promise<string> => new TextDecoder().decode(await bytesOf(path));

/** What messages call it. */
export const fileNameOf = (path: string): string => (isStandardInput(path) ? standardInputName : basename(path));

/** A saved plan. @throws EngineError naming the file */
export const planIn = async (path: string): Promise<Plan> => parsePlan(await textOf(path), fileNameOf(path));

async function onDisk<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
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

/** The file's bytes where they are asked for, so that a large file is not in memory as a whole. */
async function sourceOf(path: string): Promise<Sliceable> {
  const { size } = await onDisk(path, async () => {
    const handle = await open(path);
    try {
      const found = await handle.stat();
      // A folder can be opened, but not read.
      if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      return found;
    } finally {
      await handle.close();
    }
  });
  const arrayBuffer = async (start: number, end: number): Promise<ArrayBuffer> => {
    const handle = await open(path);
    try {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      if (bytesRead < bytes.length) throw new Error('it became shorter while it was read');
      return bytes.buffer;
    } finally {
      await handle.close();
    }
  };
  return { size, slice: (start, end) => ({ arrayBuffer: () => arrayBuffer(start, end) }) };
}

/** One data file under the name its plan uses. The result may hold an error. */
export async function readData(path: string, name = basename(path), options?: ReadingOptions): Promise<ReadResult> {
  return readFile(name, await sourceOf(path), options);
}

/**
 * The plan's data files, one after the other, so that memory holds one at a time. A fault of a file, also that it is not
 * there, is told in its result.
 */
export async function readPlanFiles(plan: Plan, folder: string): Promise<ReadResult[]> {
  await requireFolder(folder);
  const results: ReadResult[] = [];
  for (const { name, role, reading } of plan.files) {
    if (role === 'ignored') continue;
    const read = (own: string, options: ReadingOptions): Promise<ReadResult> => readTable(folder, own, options);
    results.push(reading?.stack ? await readStack(name, reading, read) : await readTable(folder, name, reading));
  }
  return results;
}

/** @throws EngineError, since each file would be missed one by one */
async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return;
  const reason = found ? `${path} is a file` : `there is no folder ${path}`;
  throw new EngineError({
    code: found ? 'file_not_readable' : 'file_not_found',
    message: `${reason}: --data takes the folder in which the files of the plan lie`,
    detail: { file: path, remedy: 'check what --data says' },
  });
}

async function readTable(folder: string, name: string, reading?: ReadingOptions): Promise<ReadResult> {
  try {
    const named = fileOfTable(name, reading);
    // Without a sheet in its reading, a name may still tell it.
    const mayTell = named === name && reading?.sheet === undefined;
    const parts = mayTell && !(await isThere(pathInside(folder, name))) ? tableParts(name) : null;
    return await readData(pathInside(folder, parts?.file ?? named), name, reading);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return withoutTable(name, error);
  }
}

/** What reading gives for an empty file, with another reason. */
async function withoutTable(name: string, { code, message, detail }: EngineError): Promise<ReadResult> {
  return { ...(await readFile(name, new Uint8Array())), error: { code, message, detail: { ...detail, file: name } } };
}

/**
 * As readData, for a command that has no use for a file that cannot be read. "trial.xlsx › Scores" is a sheet of
 * trial.xlsx, unless there is a file of that name.
 */
export async function readUsableData(path: string, options: ReadingOptions = {}): Promise<ReadResult> {
  if (isStandardInput(path)) return usable(await readWhole(standardInputName, await standardInput(), options));
  if (await isPipe(path)) return usable(await readWhole(basename(path), await pipedBytes(path), options));
  const parts = tableParts(path);
  const isPart = parts !== null && !(await isThere(path)) && (await isThere(parts.file));
  const file = isPart ? parts.file : path;
  const sheet = options.sheet ?? (isPart ? parts.part : undefined);
  if (sheet !== undefined) await requireWorkbook(file, sheet);
  return usable(await readData(file, basename(file), { ...options, ...(sheet !== undefined && { sheet }) }));
}

/** What can be read only once. */
async function readWhole(name: string, bytes: Uint8Array, options: ReadingOptions): Promise<ReadResult> {
  const { sheet } = options;
  if (sheet !== undefined && !isWorkbook(name, bytes.subarray(0, partBytes), bytes.subarray(-partBytes)))
    throw noWorkbook(name, sheet);
  return readFile(name, bytes, options);
}

function usable(result: ReadResult): ReadResult {
  if (result.error) throw new EngineError(result.error);
  return result;
}

/** What the user should know of how the file was read, as warnings of a command that shows no notes of files. */
export function readingWarnings({ notes }: ReadResult): Warning[] {
  return notes.map(({ code, message }) => ({
    code,
    message: code === 'other_sheets' ? `${message}; --sheet chooses one` : message,
  }));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

const piped = new Map<string, Promise<Uint8Array>>();

/** They come only once, and a command may look at its file twice. */
function pipedBytes(path: string): Promise<Uint8Array> {
  const bytes = piped.get(path) ?? bytesOf(path);
  piped.set(path, bytes);
  return bytes;
}

/** As a shell gives for `<(command)`. */
async function isPipe(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );
}

/** Text has no sheets: to read it all the same would leave the wish unheard. */
async function requireWorkbook(path: string, sheet: string): Promise<void> {
  const source = await sourceOf(path);
  const part = async (start: number, end: number): Promise<Uint8Array> =>
    new Uint8Array(await source.slice(start, end).arrayBuffer());
  const head = await part(0, Math.min(partBytes, source.size));
  const tail = await part(Math.max(0, source.size - partBytes), source.size);
  if (!isWorkbook(basename(path), head, tail)) throw noWorkbook(basename(path), sheet);
}

const noWorkbook = (file: string, sheet: string): EngineError =>
  new EngineError({
    code: 'unknown_sheet',
    message: `${file} is no workbook (.xlsx) and has no sheet "${sheet}": leave out --sheet`,
    detail: { file, value: sheet, remedy: 'leave out --sheet' },
  });
