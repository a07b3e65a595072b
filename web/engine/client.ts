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
import type { Individual, Influence, InfluenceProgress } from '../contract/individual.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import type {
  FilesReply,
  OnReading,
  ProgressMessage,
  ReadingMessage,
  Reply,
  Request,
  RequestKind,
  RequestMap,
} from './messages.js';
import { createWorker } from './create_worker.js';
import { InfluenceRun } from './influence_run.js';

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
  constructor(what: 'analysis' | 'reading' = 'analysis') {
    super(`the ${what} was cancelled`);
    this.name = 'Cancelled';
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
  /** Aborting it stops the reading: files that were held before stay, those being read are forgotten. */
  signal?: AbortSignal;
  /** Hears, a few times per second, where the reading of a large file stands. */
  onReading?: OnReading;
}

interface Pending {
  request: Request;
  onProgress: OnProgress | undefined;
  onReading?: OnReading | undefined;
  /** Of a call of readFiles: what is held when it comes to nothing. */
  filesBefore?: ReadonlyMap<string, File>;
  /** Gives a new worker the files held; nobody waits for its answer. */
  isRestoring?: boolean;
  resolve(reply: Extract<Reply, { ok: true }>): void;
  reject(error: Error): void;
}

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
    const filesBefore = new Map(this._files);
    for (const file of files) this._files.set(file.name, file);
    const stop = (): void => this._cancelReading();
    signal?.addEventListener('abort', stop, { once: true });
    const reply = this._request('read', { files: [...files] }, { onReading, filesBefore });
    return reply.finally(() => signal?.removeEventListener('abort', stop));
  }

  /** Reads the files held as the plan asks, where that is another way than before; also those with an error. */
  reread(plan: Plan): Promise<FilesReply> {
    return this._request('reread', { plan });
  }

  removeFiles(names: readonly string[]): Promise<FilesReply> {
    this._influence?.stop(new Superseded());
    for (const name of names) this._files.delete(name);
    return this._request('remove', { names: [...names] });
  }

  /** Forgets all files; the next readFiles starts afresh. */
  async clear(): Promise<void> {
    await this.removeFiles([...this._files.keys()]);
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

  /** What the files held are found to be, before anything is fitted. Answered in turn with other requests. */
  check(plan: Plan): Promise<DataCheck> {
    return this._request('check', { plan });
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
    if (!this._running) this._cancelReading();
    else this._restart(({ request }) => isAnalysis(request), new Cancelled());
  }

  private _cancelReading(): void {
    const [first] = [...this._pending.values()].filter(({ filesBefore }) => filesBefore);
    if (!first?.filesBefore) return;
    this._forgetReading(first.filesBefore);
    const isOver = ({ request, filesBefore }: Pending): boolean => isAnalysis(request) || !!filesBefore;
    this._restart(isOver, new Cancelled('reading'));
  }

  /** Holds again what was held before a reading that comes to nothing. */
  private _forgetReading(filesBefore: ReadonlyMap<string, File>): void {
    this._files.clear();
    for (const [name, file] of filesBefore) this._files.set(name, file);
  }

  /** A new worker for the files and for what is asked, but for what `isOver`, which is rejected. */
  private _restart(isOver: (pending: Pending) => boolean, reason: Error): void {
    const others = [...this._pending.values()].filter((pending) => !isOver(pending) && !pending.isRestoring);
    for (const { request } of others) this._pending.delete(request.id);
    this._discardWorker(reason);
    const coming = others.flatMap(({ request }) => (request.kind === 'read' ? request.files : []));
    const worker = this._startedWorker(coming);
    for (const pending of others) {
      this._pending.set(pending.request.id, pending);
      worker.postMessage(pending.request);
    }
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
    heard: Partial<Pick<Pending, 'onProgress' | 'onReading' | 'filesBefore'>> = {},
  ): Promise<RequestMap[Kind]['result']> {
    const reply = await this._send(kind, body, heard);
    this.elapsedMs = reply.elapsedMs;
    return reply.result;
  }

  private _send<Kind extends RequestKind>(
    kind: Kind,
    body: RequestMap[Kind]['request'],
    heard: Partial<Pick<Pending, 'onProgress' | 'onReading' | 'filesBefore'>> = {},
  ): Promise<Extract<Reply, { ok: true }>> {
    return new Promise((resolve, reject) => {
      const worker = this._startedWorker('files' in body ? body.files : []);
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
    worker.onmessage = (event: MessageEvent<Reply | ProgressMessage | ReadingMessage>) => {
      if ('progress' in event.data) this._pending.get(event.data.id)?.onProgress?.(event.data.progress);
      else if ('reading' in event.data) this._pending.get(event.data.id)?.onReading?.(event.data.reading);
      else this._settle(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // A file that brings the worker down would bring down each one after it.
      const [first] = [...this._pending.values()].filter(({ filesBefore }) => filesBefore);
      if (first?.filesBefore) this._forgetReading(first.filesBefore);
      this._discardWorker(crashed(event.message || 'the worker stopped'));
    };
    worker.onmessageerror = () => this._discardWorker(crashed('a message could not be read'));
    this._worker = worker;
    const held = [...this._files.values()].filter((file) => !coming.includes(file));
    if (held.length > 0) {
      const request: Request = { id: this._nextId++, kind: 'read', files: held };
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
    return worker;
  }

  private _settle(reply: Reply): void {
    const pending = this._pending.get(reply.id);
    if (!pending) return;
    this._pending.delete(reply.id);
    if (reply.ok) pending.resolve(reply);
    else pending.reject(new EngineError(reply.error));
  }

  private _discardWorker(error: Error): void {
    this._worker?.terminate();
    this._worker = null;
    const pending = [...this._pending.values()];
    this._pending.clear();
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

function crashed(reason: string): EngineError {
  return new EngineError({
    code: 'engine_crashed',
    message: `the calculation stopped unexpectedly: ${reason}`,
    detail: { remedy: 'try again; if it happens again, please report it with the plan' },
  });
}
