// SPDX-License-Identifier: MIT
/**
 * Runs one task after the other in a worker, or in this thread where no worker can be had. In a worker an abort ends the
 * task at once, for the worker is stopped and the next task starts another. In this thread it is heard before a task
 * starts and when it has ended: a call of the core cannot be interrupted.
 */
import { EngineError, type OnProgress } from '../contract/engine.js';
import { messageOf, refused } from './given.js';
import type { FromWorker } from './messages.js';
import type { WorkerHandle } from './start_worker.js';
import type { Task, TaskMap, TaskName, Tasks } from './tasks.js';

export interface TaskOptions {
  /** Aborting it rejects with its reason. */
  signal?: AbortSignal;
  /** Hears where the fit stands. */
  onProgress?: OnProgress;
}

type Result = TaskMap[TaskName]['result'];

export class TaskQueue {
  private readonly _start: () => Promise<WorkerHandle | null>;
  private readonly _inThread: Tasks;
  private _worker: Promise<WorkerHandle | null> | null = null;
  private _last: Promise<unknown> = Promise.resolve();
  /** Ends the task that the worker is at; null while it is at none. */
  private _giveUp: (() => void) | null = null;

  constructor(start: () => Promise<WorkerHandle | null>, inThread: Tasks) {
    this._start = start;
    this._inThread = inThread;
  }

  run<Name extends TaskName>(
    task: { name: Name } & TaskMap[Name]['input'],
    { signal, onProgress }: TaskOptions = {},
  ): Promise<TaskMap[Name]['result']> {
    const turn = this._last.then(() => this._run(task as Task, signal, onProgress));
    this._last = turn.catch(() => undefined);
    return withSignal(turn, signal);
  }

  /** Stops the worker, and rejects what it was at; a later task starts another. */
  async stop(): Promise<void> {
    const worker = await this._worker;
    this._worker = null;
    this._giveUp?.();
    if (worker) end(worker);
  }

  private async _run(task: Task, signal?: AbortSignal, onProgress?: OnProgress): Promise<Result> {
    signal?.throwIfAborted();
    this._worker ??= this._start();
    const worker = await this._worker;
    signal?.throwIfAborted();
    if (worker) return this._ask(worker, task, signal, onProgress);
    const result = await this._inThread.run(task, onProgress);
    signal?.throwIfAborted();
    return result;
  }

  private _ask(worker: WorkerHandle, task: Task, signal?: AbortSignal, onProgress?: OnProgress): Promise<Result> {
    const discard = (): void => {
      this._worker = null;
      end(worker);
    };
    return new Promise<Result>((resolve, reject) => {
      const settle = (answer: () => void): void => {
        signal?.removeEventListener('abort', abort);
        worker.onMessage = unheard;
        worker.onEnd = () => (this._worker = null);
        worker.hold(false);
        this._giveUp = null;
        answer();
      };
      const abort = (): void => {
        settle(() => reject(reasonOf(signal)));
        discard();
      };
      // What the caller's own function throws is the caller's to hear, and ends the task.
      const tell: OnProgress = (progress) => {
        try {
          onProgress?.(progress);
        } catch (error) {
          settle(() => reject(asError(error)));
          discard();
        }
      };
      worker.onMessage = (message: FromWorker) => {
        if ('progress' in message) tell(message.progress);
        else if ('ready' in message) return;
        else if (message.ok) settle(() => resolve(message.result));
        else settle(() => reject(new EngineError(message.error)));
      };
      worker.onEnd = (reason) => {
        settle(() => reject(crashed(reason)));
        discard();
      };
      this._giveUp = () => settle(() => reject(stopped()));
      signal?.addEventListener('abort', abort, { once: true });
      worker.hold(true);
      try {
        worker.post({ task, tells: onProgress !== undefined });
      } catch (error) {
        const message = `what was given cannot be sent to the worker (${messageOf(error)})`;
        settle(() => reject(refused(message, 'give plain data')));
      }
    });
  }
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** Its end is no news to the one that has taken its place. */
function end(worker: WorkerHandle): void {
  worker.onEnd = unheard;
  worker.stop();
}

const unheard = (): void => undefined;

const reasonOf = (signal?: AbortSignal): Error => signal?.reason as Error;

/** Rejects at once also while the task waits for its turn. */
function withSignal<Value>(turn: Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (!signal) return turn;
  return new Promise<Value>((resolve, reject) => {
    const abort = (): void => reject(reasonOf(signal));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

const stopped = (): EngineError =>
  new EngineError({ code: 'stopped', message: 'the calculation was stopped', detail: {} });

function crashed(reason: string): EngineError {
  return new EngineError({
    code: 'engine_crashed',
    message: `the calculation stopped unexpectedly: ${reason}`,
    detail: { remedy: 'try again; if it happens again, please report it with the request' },
  });
}
