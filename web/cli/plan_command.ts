// SPDX-License-Identifier: MIT
/** What the commands that run a plan share: the plan and its files, and where the answer goes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { EngineError, type Engine } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import type { ReadResult } from '../read/index.js';
import { planIn, readPlanFiles } from './read_data.js';
import type { OptionTable } from './options.js';
import { readArguments } from './usage.js';

interface PlanOptions extends OptionTable {
  data: { type: 'string'; help: string };
  out: { type: 'string'; help: string };
}

export interface PlanAnswer {
  /** None where it went to the file named by --out. */
  output: string | null;
  problem: InputError | null;
}

/** Runs `ask` on the plan's files. The answer goes to the file named by --out, or else is the output. */
export async function answerPlan<Result>(
  args: string[],
  options: PlanOptions,
  ask: (engine: Engine, plan: Plan, files: ReadResult[]) => Result,
  problemOf: (result: Result) => InputError | null,
  also?: (result: Result, engine: Engine, plan: Plan, files: ReadResult[]) => Promise<void>,
): Promise<PlanAnswer> {
  const { file, values } = readArguments(args, 'plan file', options);
  const plan = await planIn(file);
  const files = await readPlanFiles(plan, values.data ?? dirname(file));
  const engine = await loadBuiltInEngine();
  const result = ask(engine, plan, files);
  await also?.(result, engine, plan, files);
  const text = JSON.stringify(result, null, 2);
  if (values.out !== undefined) await write(values.out, `${text}\n`);
  return { output: values.out === undefined ? text : null, problem: problemOf(result) };
}

/** There is an answer whatever failed in it; this says that it is not all that was asked for. */
export function incomplete(what: string, reasons: string[], first: InputError | undefined): InputError {
  return {
    code: 'analysis_incomplete',
    message: `${what} incomplete: ${[...new Set(reasons)].join('; ')}`,
    detail: first?.detail ?? {},
  };
}

/** In a folder that is made where it is not there. @throws EngineError naming the file. */
export async function write(path: string, text: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EngineError({
      code: 'file_not_writable',
      message: `${path} cannot be written: ${String(code)}`,
      detail: { file: basename(path), remedy: 'give --out a file in a folder that can be written to' },
    });
  }
}

/** @throws EngineError naming the folder. `option`: what named it. */
export async function makeFolder(folder: string, option: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EngineError({
      code: 'file_not_writable',
      message: `the folder ${folder} cannot be made: ${String(code)}`,
      detail: { file: folder, remedy: `give ${option} another folder` },
    });
  }
}

export function toInputError(error: unknown): InputError {
  if (error instanceof EngineError) return { code: error.code, message: error.message, detail: error.detail };
  return { code: 'internal_error', message: error instanceof Error ? error.message : String(error), detail: {} };
}
