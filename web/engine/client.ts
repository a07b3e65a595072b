// SPDX-License-Identifier: MIT
/**
 * The page's side of the worker.
 *
 *     const engine = new EngineClient();
 *     const { files, plan } = await engine.readFiles(dropped);
 *     const report = await engine.analyze(plan);
 *     const influence = await engine.influence(plan);
 *
 * Every promise settles: with the result, with an EngineError, with Superseded when a newer plan made it stale, or with
 * Cancelled. When the worker dies, everything pending is rejected and the next call starts a new worker with the same
 * files.
 */
import { EngineError, type OnProgress } from '../contract/engine.js';
import type { DataCheck } from '../contract/check.js';
import type { FitRequest, FitResult } from '../contract/fit.js';
import type { Individual, Influence, InfluenceProgress } from '../contract/individual.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import type { CompletedPlan } from '../read/index.js';
import type { FilesReply, OnReading, Reply, Request, RequestKind, RequestMap, WorkerMessage } from './messages.js';
import { createWorker } from './create_worker.js';
import { InfluenceRun } from './influence_run.js';
import { answerPiece } from './pieces.js';

export { EngineError };
export type { ColumnSummary, FileProgress, FilesReply, FileSummary, OnReading } from './messages.js';

/** A newer plan was asked for: nobody waits for this answer. */
export class Superseded extends Error {
  constructor() {
    super('superseded by a newer analysis');
    this.name = 'Superseded';
  }
}

/** The caller stopped the analysis, or the reading of files. */
export class Cancelled extends Error {
  /** Of a reading: the files that were not read to their end. */
  readonly unread: readonly string[];

  constructor(what: 'analysis' | 'reading' = 'analysis', unread: readonly string[] = []) {
    super(`the ${what} was cancelled`);
    this.name = 'Cancelled';
    this.unread = unread;
  }
}

export interface AnalyzeOptions {
  /** Aborting it cancels, as `cancel` does. */
  signal?: AbortSignal;
  /** Hears where the analysis stands, if the core tells. */
  onProgress?: OnProgress;
}

export interface InfluenceOptions {
  /** Aborting it cancels, as `cancel` does. */
  signal?: AbortSignal;
  /** Hears after every piece how many participants have been left out, and how long the rest may take. */
  onProgress?: (progress: InfluenceProgress) => void;
}

export interface ReadOptions {
  /** Aborting it stops this reading: files held before and those read to their end stay, the others are forgotten. */
  signal?: AbortSignal;
  /** Hears, a few times per second, where the reading of a large file stands. */
  onReading?: OnReading;
}

interface Pending {
  request: Request;
  onProgress: OnProgress | undefined;
  onReading?: OnReading | undefined;
  /** Of a call of readFiles. */
  reading?: Reading;
  /** Gives a new worker the files held; nobody waits for its answer. */
  isRestoring?: boolean;
  resolve(reply: Extract<Reply, { ok: true }>): void;
  reject(error: Error): void;
}

/** What a call of readFiles reads, and what is held in the place of a file that is not read to its end. */
interface Reading {
  files: readonly File[];
  replaced: Map<string, File | undefined>;
  finished: Set<string>;
}

type Extras = Partial<Pick<Pending, 'onProgress' | 'onReading' | 'reading'>>;

interface WaitingPlan {
  plan: Plan;
  onProgress: OnProgress | undefined;
  resolve(report: Report): void;
  reject(error: Error): void;
}

export class EngineClient {
  private _worker: Worker | null = null;
  private readonly _pending = new Map<number, Pending>();
  private readonly _files = new Map<string, File>();
  /** Sheets that were taken away from workbooks held; a new worker is told so, too. */
  private readonly _removedTables = new Set<string>();
  /** The plan by which the worker has its tables; a new one is told so, too. */
  private _plan: Plan | null = null;
  private _nextId = 1;
  /** The analysis in the worker, and the only one that waits behind it. */
  private _running: WaitingPlan | null = null;
  private _waiting: WaitingPlan | null = null;
  private _influence: InfluenceRun | null = null;

  /** Time the worker spent on the last answered request, in milliseconds. */
  elapsedMs = 0;

  private readonly _makeWorker: () => Worker;

  constructor(makeWorker: () => Worker = createWorker) {
    this._makeWorker = makeWorker;
  }

  version(): Promise<string> {
    return this._request('version', {});
  }

  /** The files held, as they were given. */
  files(): File[] {
    return [...this._files.values()];
  }

  /** Reads files beside those already held; one of the same name is replaced. */
  readFiles(files: readonly File[], { signal, onReading }: ReadOptions = {}): Promise<FilesReply> {
    if (signal?.aborted) return Promise.reject(new Cancelled('reading'));
    this._influence?.stop(new Superseded());
    const reading: Reading = { files, replaced: new Map(), finished: new Set() };
    for (const file of files) {
      if (!reading.replaced.has(file.name)) reading.replaced.set(file.name, this._files.get(file.name));
      this._files.set(file.name, file);
    }
    for (const name of this._removedTables) {
      if (files.some((file) => name.startsWith(file.name))) this._removedTables.delete(name);
    }
    const stop = (): void => this._cancelReading((pending) => pending.reading === reading);
    signal?.addEventListener('abort', stop, { once: true });
    const reply = this._request('read', { files: [...files] }, { onReading, reading });
    return reply.finally(() => signal?.removeEventListener('abort', stop));
  }

  /**
   * Reads the files held as the plan asks, where that is another way than before; also those with an error. The plan
   * proposed knows the plan's own definitions.
   */
  reread(plan: Plan, anew = false): Promise<FilesReply> {
    return this._request('reread', { plan, ...(anew && { anew }) });
  }

  /** Takes files away, or single sheets of a workbook by the names of their tables. */
  removeFiles(names: readonly string[]): Promise<FilesReply> {
    this._influence?.stop(new Superseded());
    for (const name of names) if (!this._files.delete(name)) this._removedTables.add(name);
    return this._request('remove', { names: [...names] });
  }

  /** Forgets all files, and cancels what is computed or read of them; the next readFiles starts afresh. */
  async clear(): Promise<void> {
    this._removedTables.clear();
    this._influence?.stop(new Cancelled());
    const isIdle = this._pending.size === 0;
    this._files.clear();
    this._plan = null;
    if (isIdle && this._worker) await this._request('remove', { names: [], all: true });
    else if (!isIdle) {
      this._discardWorker(new Cancelled());
      this._startedWorker([]);
    }
  }

  /** Runs the plan on the files held. A call made while another runs replaces the one that waits. */
  analyze(plan: Plan, { signal, onProgress }: AnalyzeOptions = {}): Promise<Report> {
    if (signal?.aborted) return Promise.reject(new Cancelled());
    const stop = (): void => this.cancel();
    signal?.addEventListener('abort', stop, { once: true });
    this._influence?.stop(new Superseded());
    return new Promise<Report>((resolve, reject) => {
      this._waiting?.reject(new Superseded());
      this._waiting = { plan, onProgress, resolve, reject };
      if (!this._running) this._runNext();
    }).finally(() => signal?.removeEventListener('abort', stop));
  }

  /** The plan with outcomes of those of the `waiting` instruments that can have one now. */
  complete(plan: Plan, waiting: readonly string[]): Promise<CompletedPlan> {
    return this._request('complete', { plan, waiting: [...waiting] });
  }

  /** What the files held are found to be, before anything is fitted. Answered in turn with other requests. */
  check(plan: Plan): Promise<DataCheck> {
    return this._request('check', { plan });
  }

  /** One model on a file that is not held. Answered in turn with other requests. */
  fit(request: FitRequest, file: File): Promise<FitResult> {
    return this._request('fit', { request, file });
  }

  /** What concerns single participants, of a plan that was analysed. Answered in turn with other requests. */
  individual(plan: Plan): Promise<Individual> {
    return this._request('individual', { plan });
  }

  /**
   * Every effect of a plan that was analysed, without each participant. The worker is asked for a piece at a time and is
   * free in between: a newer analysis, other files or another call of this make it `Superseded`.
   */
  influence(plan: Plan, { signal, onProgress }: InfluenceOptions = {}): Promise<Influence> {
    if (signal?.aborted) return Promise.reject(new Cancelled());
    this._influence?.stop(new Superseded());
    const run = new InfluenceRun(async (from, count) => {
      const { result, elapsedMs } = await this._send('influence', { plan, from, count });
      return { result: result as Influence, elapsedMs };
    }, onProgress);
    this._influence = run;
    const stop = (): void => run.stop(new Cancelled());
    signal?.addEventListener('abort', stop, { once: true });
    return run.result.finally(() => {
      signal?.removeEventListener('abort', stop);
      if (this._influence === run) this._influence = null;
    });
  }

  /**
   * Stops the analysis that runs and the one that waits, and what is computed of influence; without an analysis, the
   * reading of files. The core cannot be interrupted, so the worker of an analysis ends and another takes its place: it
   * is given the files, and answers what else was asked.
   */
  cancel(): void {
    this._influence?.stop(new Cancelled());
    if (!this._running) this._cancelReading(({ request, reading }) => !!reading || isAnalysis(request));
    else {
      this._waiting?.reject(new Cancelled());
      this._waiting = null;
      this._running = null;
      this._restart(
        ({ request }) => isAnalysis(request),
        () => new Cancelled(),
      );
    }
  }

  private _cancelReading(isOver: (pending: Pending) => boolean): void {
    const over = [...this._pending.values()].filter((pending) => pending.reading && isOver(pending));
    if (over.length === 0) return;
    for (const { reading } of over) this._forgetUnfinished(reading);
    this._restart(
      isOver,
      ({ reading }) =>
        new Cancelled(
          'reading',
          unfinished(reading).map(({ name }) => name),
        ),
    );
  }

  /** Holds again what was held before each file of a reading that was not read to its end. */
  private _forgetUnfinished(reading: Reading | undefined): void {
    for (const file of unfinished(reading)) {
      const before = reading?.replaced.get(file.name);
      if (this._files.get(file.name) === file) {
        if (before) this._files.set(file.name, before);
        else this._files.delete(file.name);
      }
      for (const { reading: later } of this._pending.values())
        if (later?.replaced.get(file.name) === file) later.replaced.set(file.name, before);
    }
  }

  /** A new worker for the files and for what is asked, but for what `isOver`, which is rejected. */
  private _restart(isOver: (pending: Pending) => boolean, reasonOf: (pending: Pending) => Error): void {
    const pending = [...this._pending.values()];
    const others = pending.filter((each) => !isOver(each) && !each.isRestoring);
    this._stopWorker();
    for (const each of pending.filter((one) => !others.includes(one))) each.reject(reasonOf(each));
    const coming = others.flatMap(({ request }) => (request.kind === 'read' ? request.files : []));
    const worker = this._startedWorker(coming);
    for (const each of others) {
      this._pending.set(each.request.id, each);
      worker.postMessage(each.request);
    }
  }

  /** Stops the worker and what is under way. The files are held, and the next call starts another worker with them. */
  rest(): void {
    this._influence?.stop(new Cancelled());
    for (const { reading } of [...this._pending.values()]) this._forgetUnfinished(reading);
    this._discardWorker(new Cancelled());
  }

  /** Stops the worker for good, for a page element that goes away. */
  dispose(): void {
    this._discardWorker(new Cancelled());
    this._files.clear();
  }

  private _runNext(): void {
    const job = this._waiting;
    this._waiting = null;
    this._running = job;
    if (!job) return;
    this._request('analyze', { plan: job.plan }, { onProgress: job.onProgress })
      .then(
        (report) => (this._waiting ? job.reject(new Superseded()) : job.resolve(report)),
        (error: Error) => job.reject(error),
      )
      .finally(() => {
        if (this._running === job) this._runNext();
      });
  }

  private async _request<Kind extends RequestKind>(
    kind: Kind,
    body: RequestMap[Kind]['request'],
    heard: Extras = {},
  ): Promise<RequestMap[Kind]['result']> {
    const reply = await this._send(kind, body, heard);
    this.elapsedMs = reply.elapsedMs;
    return reply.result;
  }

  private _send<Kind extends RequestKind>(
    kind: Kind,
    body: RequestMap[Kind]['request'],
    heard: Extras = {},
  ): Promise<Extract<Reply, { ok: true }>> {
    return new Promise((resolve, reject) => {
      let worker: Worker;
      try {
        worker = this._startedWorker('files' in body ? body.files : []);
      } catch (error) {
        reject(crashed(error instanceof Error ? error.message : String(error)));
        return;
      }
      const id = this._nextId++;
      const request = { id, kind, ...body } as unknown as Request;
      this._pending.set(id, { onProgress: undefined, ...heard, request, resolve, reject });
      try {
        worker.postMessage(request);
      } catch (error) {
        this._pending.delete(id);
        reject(crashed(error instanceof Error ? error.message : String(error)));
      }
    });
  }

  /** The worker; a new one is first given the files held, except those about to be sent. */
  private _startedWorker(coming: readonly File[]): Worker {
    if (this._worker) return this._worker;
    const worker = this._makeWorker();
    worker.onmessage = (event: MessageEvent<Reply | WorkerMessage>) => {
      if ('piece' in event.data) void answerPiece(worker, event.data);
      else if ('progress' in event.data) this._pending.get(event.data.id)?.onProgress?.(event.data.progress);
      else if ('reading' in event.data) this._pending.get(event.data.id)?.onReading?.(event.data.reading);
      else if ('finished' in event.data) this._pending.get(event.data.id)?.reading?.finished.add(event.data.finished);
      else this._settle(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // A file that brings the worker down would bring down each one after it.
      for (const { reading } of [...this._pending.values()]) this._forgetUnfinished(reading);
      this._discardWorker(crashed(reasonOf(event)));
    };
    worker.onmessageerror = () => this._discardWorker(crashed('a message could not be read'));
    this._worker = worker;
    const held = [...this._files.values()].filter((file) => !coming.includes(file));
    if (held.length > 0) {
      const plan = this._plan && { plan: this._plan };
      this._restore(worker, { id: this._nextId++, kind: 'read', files: held, ...plan });
      const names = [...this._removedTables];
      if (names.length > 0) this._restore(worker, { id: this._nextId++, kind: 'remove', names });
    }
    return worker;
  }

  private _restore(worker: Worker, request: Request): void {
    const ignore = (): void => undefined;
    this._pending.set(request.id, {
      request,
      onProgress: undefined,
      resolve: ignore,
      reject: ignore,
      isRestoring: true,
    });
    worker.postMessage(request);
  }

  private _settle(reply: Reply): void {
    const pending = this._pending.get(reply.id);
    if (!pending) return;
    this._pending.delete(reply.id);
    // Not before it is answered: a plan may be what brings a worker down.
    const { request } = pending;
    if ('plan' in request && request.plan) this._plan = 'anew' in request && request.anew ? null : request.plan;
    if (reply.ok) pending.resolve(reply);
    else pending.reject(new EngineError(reply.error));
  }

  /** Nothing that was asked is answered any more. */
  private _stopWorker(): void {
    this._worker?.terminate();
    this._worker = null;
    this._pending.clear();
  }

  private _discardWorker(error: Error): void {
    const pending = [...this._pending.values()];
    this._stopWorker();
    this._waiting?.reject(error);
    this._waiting = null;
    this._running = null;
    for (const request of pending) request.reject(error);
  }
}

/** What is over when the analysis is: influence is that of a plan being analysed. */
function isAnalysis({ kind }: Request): boolean {
  return kind === 'analyze' || kind === 'influence';
}

function unfinished(reading: Reading | undefined): readonly File[] {
  return reading?.files.filter(({ name }) => !reading.finished.has(name)) ?? [];
}

/** A worker whose script broke off says why; one whose script may not even be loaded has an event without a word. */
function reasonOf(event: Event): string {
  if (!('message' in event)) return 'its worker was not loaded; a Content Security Policy can forbid that';
  return String(event.message) || 'the worker stopped';
}

function crashed(reason: string): EngineError {
  return new EngineError({
    code: 'engine_crashed',
    message: `the calculation stopped unexpectedly: ${reason}`,
    detail: { remedy: 'try again; if it happens again, please report it with the plan' },
  });
}
