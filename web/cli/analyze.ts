// SPDX-License-Identifier: MIT
/** `analyze PLAN.json`: a whole trial as its plan says. */
import { writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { EngineError } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { InputError, Report } from '../contract/report.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { analyzeFiles } from '../engine/files.js';
import { parsePlan } from '../read/index.js';
import { bytesOf, readPlanFiles } from './read_data.js';
import { analyzeOptions } from './options.js';
import { readArguments } from './usage.js';

/** The report goes to the file named by --out, or else is the output. */
export async function analyze(args: string[]): Promise<{ output: string | null; problem: InputError | null }> {
  const { file, values } = readArguments(args, 'plan file', analyzeOptions);
  const plan = parsePlan(new TextDecoder().decode(await bytesOf(file)));
  const report = await run(plan, values.data ?? dirname(file));
  const text = JSON.stringify(report, null, 2);
  if (values.out !== undefined) await write(values.out, `${text}\n`);
  return { output: values.out === undefined ? text : null, problem: problemOf(report) };
}

async function run(plan: Plan, folder: string): Promise<Report> {
  const files = await readPlanFiles(plan, folder);
  const engine = await loadBuiltInEngine();
  const start = performance.now();
  const report = analyzeFiles(engine, plan, files);
  report.elapsedMs = performance.now() - start;
  return report;
}

/** There is a report whatever failed in it; this says that it is not all that was asked for. */
function problemOf(report: Report): InputError | null {
  const failed = report.outcomes.filter(({ status }) => status === 'failed');
  if (failed.length === 0 && report.errors.length === 0) return null;
  const reasons = [
    ...failed.map(({ id, error }) => `${id}: ${error?.message ?? 'failed'}`),
    ...report.errors.flatMap(({ message }) => (failed.some(({ error }) => error?.message === message) ? [] : message)),
  ];
  const first = failed[0]?.error ?? report.errors[0];
  return {
    code: 'analysis_incomplete',
    message: `the report is incomplete: ${[...new Set(reasons)].join('; ')}`,
    detail: first?.detail ?? {},
  };
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EngineError({
      code: 'file_not_writable',
      message: `${path} cannot be written: ${String(code)}`,
      detail: { file: basename(path) },
    });
  }
}
