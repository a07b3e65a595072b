// SPDX-License-Identifier: MIT
/** `analyze PLAN.json PLAN.json ... --out FOLDER`: many plans at the same time, each with a report of its own. */
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { InputError } from '../contract/report.js';
import type { Job, JobDone } from './batch_job.js';
import { readRecord, setAside, writeRecord, type BatchRecord } from './batch_record.js';
import type { analyzeOptions } from './options.js';
import { makeFolder, type PlanAnswer } from './plan_command.js';
import { progressLine } from './progress_line.js';
import { reportNames } from './report_names.js';
import { isStandardInput } from './standard_input.js';
import { readNumber, UsageError, type OptionValues } from './usage.js';
import { inWorkers } from './workers.js';

/** What became of each plan, in the order they were given. */
export interface BatchAnswer {
  plans: ({
    plan: string;
    report: string | null;
    /** Where the earlier report of a plan that failed is now: it is none of this run. */
    earlierReport?: string;
  } & Omit<JobDone, 'made'>)[];
  analysed: number;
  skipped: number;
  incomplete: number;
  failed: number;
  jobs: number;
  elapsedMs: number;
}

export async function analyzeMany(given: string[], values: OptionValues<typeof analyzeOptions>): Promise<PlanAnswer> {
  const start = performance.now();
  const { out } = values;
  if (out === undefined) throw new UsageError('--out FOLDER is needed for several plans, --jobs and --resume');
  if (given.some(isStandardInput)) throw new UsageError('standard input holds one plan: give it alone');
  const plans = given.filter((plan, i) => given.findIndex((other) => resolve(other) === resolve(plan)) === i);
  const count = Math.min(plans.length, values.jobs === undefined ? availableParallelism() : readJobs(values.jobs));
  await makeFolder(out, '--out');
  const record = await readRecord(out);
  const jobs = jobsOf(plans, out, values, record);
  const earlier = new Map<Job, string>();
  const done = await runAll(jobs, count, async (job, { made, state }) => {
    const name = basename(job.report);
    if (state === 'failed') {
      const aside = await setAside(job.report);
      if (aside !== null) earlier.set(job, aside);
      if (job.exports !== undefined) await setAside(job.exports);
    }
    if (made) record[name] = made;
    else delete record[name];
    // Without its record a plan is only run again the next time.
    await writeRecord(out, record).catch(() => undefined);
  });
  const answer = answerOf(jobs, done, earlier, count, performance.now() - start);
  return { output: JSON.stringify(answer, null, 2), problem: problemOf(answer) };
}

function readJobs(text: string): number {
  const jobs = readNumber(text, 'jobs');
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`--jobs takes a whole number from 1 on, not "${text}"`);
  return jobs;
}

function jobsOf(plans: string[], out: string, values: OptionValues<typeof analyzeOptions>, record: BatchRecord): Job[] {
  const names = reportNames(plans);
  return plans.map((plan, i) => {
    const name = names[i] ?? '';
    const exports = values.export === undefined ? undefined : join(values.export, name.replace(/\.report\.json$/, ''));
    const before = values.resume && Object.hasOwn(record, name) ? record[name] : undefined;
    return { plan, data: values.data, report: join(out, name), exports, before };
  });
}

async function runAll(
  jobs: readonly Job[],
  count: number,
  keep: (job: Job, done: JobDone) => Promise<void>,
): Promise<JobDone[]> {
  const line = progressLine();
  let n = 0;
  let kept = Promise.resolve();
  const tell = (): void => line?.tell((seconds) => `${n} of ${jobs.length} plans done, ${seconds} s`, true);
  tell();
  try {
    return await inWorkers<Job, JobDone>(jobs, count, broken, (at, done) => {
      n += 1;
      tell();
      // One after the other, for all write one file.
      kept = kept.then(() => keep(jobs[at]!, done));
      return kept;
    });
  } finally {
    line?.end();
  }
}

const broken = (reason: string): JobDone => ({
  state: 'failed',
  error: { code: 'internal_error', message: `the analysis broke down: ${reason}`, detail: {} },
  elapsedMs: 0,
});

function answerOf(
  jobs: readonly Job[],
  done: readonly JobDone[],
  earlier: ReadonlyMap<Job, string>,
  count: number,
  elapsedMs: number,
): BatchAnswer {
  const numberOf = (state: JobDone['state']): number => done.filter((each) => each.state === state).length;
  return {
    plans: jobs.map((job, i) => {
      const { plan, report } = job;
      const { state, error, elapsedMs: own } = done[i] ?? broken('no answer came');
      const aside = earlier.get(job);
      return {
        plan,
        report: state === 'failed' ? null : report,
        ...(aside !== undefined && { earlierReport: aside }),
        state,
        error,
        elapsedMs: own,
      };
    }),
    analysed: numberOf('analysed'),
    skipped: numberOf('skipped'),
    incomplete: numberOf('incomplete'),
    failed: numberOf('failed'),
    jobs: count,
    elapsedMs,
  };
}

function problemOf({ plans }: BatchAnswer): InputError | null {
  const bad = plans.filter(({ error }) => error !== null);
  if (bad.length === 0) return null;
  const reasons = bad.map(({ plan, error, earlierReport: aside }) => {
    const kept = aside === undefined ? '' : ` (its earlier report is kept as ${aside} and is not of this run)`;
    return `${plan}: ${error?.message ?? ''}${kept}`;
  });
  return {
    code: 'batch_incomplete',
    message: `${bad.length} of ${plans.length} plans failed or are incomplete: ${reasons.join('; ')}`,
    detail: bad[0]?.error?.detail ?? {},
  };
}
