// SPDX-License-Identifier: MIT
/**
 * The page's side of the worker.
 *
 *     const engine = new EngineClient();
 *     const { files, plan } = await engine.readFiles(dropped);
 *     const report = await engine.analyze(plan);
 *
 * Every promise settles: with the result, with an EngineError, or with Superseded when a newer plan made it stale.
 * When the worker dies, everything pending is rejected and the next call starts a new worker with the same files.
 */
import { EngineError } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import type { FilesReply, Reply, RequestKind, RequestMap } from './messages.js';
import { createWorker } from './create_worker.js';

export { EngineError };
export type { ColumnSummary, FilesReply, FileSummary } from './messages.js';

/** A newer plan was asked for, or the caller cancelled: nobody waits for this answer. */
export class Superseded extends Error {
  constructor(message = 'superseded by a newer analysis') {
    super(message);
    this.name = 'Superseded';
  }
}

interface Pending {
  resolve(reply: Extract<Reply, { ok: true }>): void;
  reject(error: Error): void;
}

interface WaitingPlan {
  plan: Plan;
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

  /** Time the worker spent on the last answered request, in milliseconds. */
  elapsedMs = 0;

  private readonly _makeWorker: () => Worker;

  constructor(makeWorker: () => Worker = createWorker) {
    this._makeWorker = makeWorker;
  }

  version(): Promise<string> {
    return this._request('version', {});
  }

  /** Reads files beside those already held; one of the same name is replaced. */
  readFiles(files: readonly File[]): Promise<FilesReply> {
    for (const file of files) this._files.set(file.name, file);
    return this._request('read', { files: [...files] });
  }

  removeFiles(names: readonly string[]): Promise<FilesReply> {
    for (const name of names) this._files.delete(name);
    return this._request('remove', { names: [...names] });
  }

  /** Forgets all files; the next readFiles starts afresh. */
  async clear(): Promise<void> {
    await this.removeFiles([...this._files.keys()]);
  }

  /** Runs the plan on the files held. A call made while another runs replaces the one that waits. */
  analyze(plan: Plan): Promise<Report> {
    return new Promise<Report>((resolve, reject) => {
      this._waiting?.reject(new Superseded());
      this._waiting = { plan, resolve, reject };
      if (!this._running) this._runNext();
    });
  }

  /** Stops whatever runs. The worker is replaced; the files stay. */
  cancel(): void {
    this._discardWorker(new Superseded('cancelled'));
  }

  /** Stops the worker for good, for a page element that goes away. */
  dispose(): void {
    this.cancel();
    this._files.clear();
  }

  private _runNext(): void {
    const job = this._waiting;
    this._waiting = null;
    this._running = job;
    if (!job) return;
    this._request('analyze', { plan: job.plan })
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
  ): Promise<RequestMap[Kind]['result']> {
    const reply = await new Promise<Extract<Reply, { ok: true }>>((resolve, reject) => {
      const worker = this._startedWorker('files' in body ? body.files : []);
      const id = this._nextId++;
      this._pending.set(id, { resolve, reject });
      try {
        worker.postMessage({ id, kind, ...body });
      } catch (error) {
        this._pending.delete(id);
        reject(crashed(error instanceof Error ? error.message : String(error)));
      }
    });
    this.elapsedMs = reply.elapsedMs;
    return reply.result;
  }

  /** The worker; a new one is first given the files held, except those about to be sent. */
  private _startedWorker(coming: readonly File[]): Worker {
    if (this._worker) return this._worker;
    const worker = this._makeWorker();
    worker.onmessage = (event: MessageEvent<Reply>) => this._settle(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this._discardWorker(crashed(event.message || 'the worker stopped'));
    };
    worker.onmessageerror = () => this._discardWorker(crashed('a message could not be read'));
    this._worker = worker;
    const held = [...this._files.values()].filter((file) => !coming.includes(file));
    if (held.length > 0) {
      const id = this._nextId++;
      this._pending.set(id, { resolve: () => undefined, reject: () => undefined });
      worker.postMessage({ id, kind: 'read', files: held });
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

function crashed(reason: string): EngineError {
  return new EngineError({
    code: 'engine_crashed',
    message: `the calculation stopped unexpectedly: ${reason}`,
    detail: { remedy: 'try again; if it happens again, please report it with the plan' },
  });
}
