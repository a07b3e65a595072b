// SPDX-License-Identifier: MIT
/**
 * The library as functions on plain data. Each call stands for itself: nothing is held between them but the loaded core.
 *
 *     const { plan } = await read([{ name: 'trial.csv', text }]);
 *     const report = await analyze(plan, [{ name: 'trial.csv', text }]);
 *     const model = await fit({ formula: 'change ~ arm * visit + us(visit | id)' }, rows);
 *     const scores = await score({ instrument: 'FSS', id: ['id'] }, rows);
 */
import type { ScoreRequest } from '../contract/engine.js';
import type { FitRequest, FitResult } from '../contract/fit.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import { subjectColumns } from '../cli/subject_columns.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { parsePlan } from '../read/index.js';
import { jsonOf, mayBe, mustBe, requireOptions } from './given.js';
import { blobsOf, dataOf, type DataInput, type FileInput } from './inputs.js';
import { TaskQueue, type TaskOptions } from './queue.js';
import type { Meaning } from './rows.js';
import { startWorker } from './start_worker.js';
import { Tasks, type ReadAnswer, type ScoreAnswer } from './tasks.js';

const queue = new TaskQueue(startWorker, new Tasks(loadBuiltInEngine));

const fitExample = "give an object such as {formula: 'change ~ arm * visit + us(visit | id)'}";
const scoreExample = "give an object such as {instrument: 'FSS', id: ['id']}";
const planExample = 'give the plan that read proposes, or the text of a saved one';

export type CallOptions = Pick<TaskOptions, 'signal'>;

/**
 * Reads files together, as the page does: what each is found to be, its typed table, and a plan proposed for them. A file
 * that cannot be used has an `error`, and does not keep the others from being read.
 */
export async function read(files: readonly FileInput[], options: CallOptions = {}): Promise<ReadAnswer> {
  requireOptions(options);
  return queue.run({ name: 'read', files: blobsOf(files) }, options);
}

/**
 * Scores one questionnaire. Columns of rows named in `id` are labels; text that looks like numbers elsewhere is numbers.
 *
 * @throws EngineError naming file, row, column and value
 */
export async function score(request: ScoreRequest, data: DataInput, options: CallOptions = {}): Promise<ScoreAnswer> {
  mustBe(request, 'an object', 'request', scoreExample);
  mustBe(request.instrument, 'text', 'request.instrument', scoreExample);
  mayBe(request.id, 'a list', 'request.id', scoreExample);
  requireOptions(options);
  const asked = JSON.parse(jsonOf(request, 'request')) as ScoreRequest;
  const meaningOf = (column: string): Meaning => (asked.id?.includes(column) ? 'label' : 'number');
  return queue.run({ name: 'score', request: asked, data: dataOf(data, meaningOf) }, options);
}

/**
 * Fits one mixed model.
 *
 * @throws EngineError naming file, row, column and value
 */
export async function fit(request: FitRequest, data: DataInput, options: TaskOptions = {}): Promise<FitResult> {
  mustBe(request, 'an object', 'request', fitExample);
  mustBe(request.formula, 'text', 'request.formula', fitExample);
  mayBe(request.categorical, 'a list', 'request.categorical', 'give the names of columns');
  requireOptions(options);
  const asked = JSON.parse(jsonOf(request, 'request')) as FitRequest;
  return queue.run({ name: 'fit', request: asked, data: dataOf(data, meaningIn(asked)) }, options);
}

/**
 * Runs a plan (an object, or its JSON text) on files. The report tells what could not be done: look at its `errors` and
 * at the `status` of each outcome.
 *
 * @throws EngineError where the plan is none, or nothing at all can be reported
 */
export async function analyze(
  plan: Plan | string,
  files: readonly FileInput[],
  options: TaskOptions = {},
): Promise<Report> {
  if (typeof plan !== 'string') mustBe(plan, 'an object', 'plan', planExample);
  requireOptions(options);
  const checked = parsePlan(typeof plan === 'string' ? plan : jsonOf(plan, 'plan'));
  return queue.run({ name: 'analyze', plan: checked, files: blobsOf(files) }, options);
}

/**
 * Stops the worker that the functions run in, and what it is doing. Programs need not call it: an idle worker does not
 * keep Node alive. A later call starts another.
 */
export function stop(): Promise<void> {
  return queue.stop();
}

/** Subjects are labels, factors may be written as numbers, and columns that the request does not name are left out. */
function meaningIn(request: FitRequest): (column: string) => Meaning {
  const { formula, compare = '', weights = '', emmeans = {} } = request;
  const [categorical, levels] = [request.categorical ?? [], request.levels ?? {}];
  const named = JSON.stringify([formula, compare, weights, categorical, levels, emmeans]);
  const subjects = subjectColumns(formula);
  return (column) => {
    if (subjects.includes(column)) return 'label';
    if (categorical.includes(column) || Object.hasOwn(levels, column)) return 'number';
    return named.includes(JSON.stringify(column).slice(1, -1)) ? 'untold' : 'unused';
  };
}
