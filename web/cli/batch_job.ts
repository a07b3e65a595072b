// SPDX-License-Identifier: MIT
/** One plan of several: analysed into a file of its own, or left out because its report is there. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Engine } from '../contract/engine.js';
import type { InputError } from '../contract/report.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { EngineCrash } from '../engine/loader.js';
import { planHash } from '../export/provenance.js';
import { analyzeNow, problemOf } from './analyze.js';
import { isUpToDate, sha256Of, writeWhole, type Made } from './batch_record.js';
import { exportReport } from './export.js';
import { toInputError } from './plan_command.js';
import { planIn, readPlanFiles } from './read_data.js';

export interface Job {
  plan: string;
  /** Folder of its data; undefined: the plan's own. */
  data: string | undefined;
  /** The file for its report. */
  report: string;
  /** The folder for its exports. */
  exports: string | undefined;
  /** Of what the report there was made; undefined: the plan is run whatever is there. */
  before: Made | undefined;
}

export interface JobDone {
  /** analysed: all of it; incomplete: there is a report, of which a part failed; skipped: its report was there. */
  state: 'analysed' | 'skipped' | 'incomplete' | 'failed';
  error: InputError | null;
  elapsedMs: number;
  /** Of a complete report. */
  made?: Made;
}

let engine: Promise<Engine> | undefined;

/** Never rejects: what goes wrong is this plan's alone. */
export async function runJob(job: Job): Promise<JobDone> {
  const start = performance.now();
  const done = (state: JobDone['state'], error: InputError | null, made?: Made): JobDone => ({
    state,
    error,
    elapsedMs: performance.now() - start,
    ...(made && { made }),
  });
  try {
    const plan = await planIn(job.plan);
    const files = await readPlanFiles(plan, job.data ?? dirname(job.plan));
    engine ??= loadBuiltInEngine();
    const core = await engine;
    const data = files.map(({ name, sha256 }) => ({ name, sha256 }));
    const of = { planSha256: planHash(plan), data, version: core.version() };
    const hasExports = job.exports === undefined || existsSync(job.exports);
    if (hasExports && (await isUpToDate(job.report, job.before, of))) return done('skipped', null, job.before);
    const report = analyzeNow(core, plan, files);
    const text = `${JSON.stringify(report, null, 2)}\n`;
    if (job.exports !== undefined) await exportReport(job.exports, report, core, plan, files);
    await writeWhole(job.report, text);
    const problem = problemOf(report);
    return problem ? done('incomplete', problem) : done('analysed', null, { ...of, reportSha256: sha256Of(text) });
  } catch (error) {
    if (error instanceof EngineCrash) engine = undefined;
    return done('failed', toInputError(error));
  }
}
