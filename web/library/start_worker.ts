// SPDX-License-Identifier: MIT
/**
 * A worker from source text inside the library, so that no bundler or host has to be told of a file. Browsers start it
 * from a blob, Node from the text itself.
 */
import { packedWasm, wasmSize } from 'virtual:fatigue-core';
import workerSource from 'virtual:fatigue-worker';
import type { FromWorker, ToWorker } from './messages.js';

/** What both kinds of worker have in common. */
export interface WorkerHandle {
  post(message: ToWorker): void;
  onMessage: (message: FromWorker) => void;
  /** The worker has stopped and answers nothing any more. */
  onEnd: (reason: string) => void;
  /** Whether Node is to stay alive for it. */
  hold(isBusy: boolean): void;
  stop(): void;
}

/** Null where none can be started: under a policy without `worker-src blob:`, or in a host that has no workers. */
export async function startWorker(): Promise<WorkerHandle | null> {
  try {
    const worker = nodeWorker() ?? webWorker();
    if (!worker) return null;
    const isReady = await new Promise<boolean>((resolve) => {
      worker.onMessage = () => resolve(true);
      worker.onEnd = () => resolve(false);
    });
    if (!isReady) return null;
    worker.post({ core: { packedWasm, wasmSize } });
    return worker;
  } catch {
    return null;
  }
}

const unheard = (): void => undefined;

let workerUrl: string | undefined;

function webWorker(): WorkerHandle | null {
  if (typeof Worker !== 'function' || typeof URL.createObjectURL !== 'function') return null;
  workerUrl ??= URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
  const worker = new Worker(workerUrl, { name: 'fatigue-calculator' });
  const handle: WorkerHandle = {
    post: (message) => worker.postMessage(message),
    onMessage: unheard,
    onEnd: unheard,
    hold: unheard,
    stop: () => worker.terminate(),
  };
  worker.onmessage = (event: MessageEvent<FromWorker>) => handle.onMessage(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    handle.onEnd(event.message || 'the worker cannot be started');
  };
  worker.onmessageerror = () => handle.onEnd('the result cannot be sent');
  return handle;
}

/** The functions that the worker's script expects of a browser. */
const nodePrelude = `const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

type NodeThreads = typeof import('node:worker_threads');

/** Node's module is had without an import, which bundlers for browsers would follow. */
function nodeWorker(): WorkerHandle | null {
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  const isBrowser = typeof window === 'object' || typeof importScripts === 'function';
  if (isBrowser || typeof process?.getBuiltinModule !== 'function') return null;
  const threads = process.getBuiltinModule('node:worker_threads') as NodeThreads | undefined;
  if (!threads) return null;
  const worker = new threads.Worker(nodePrelude + workerSource, { eval: true });
  const handle: WorkerHandle = {
    post: (message) => worker.postMessage(message),
    onMessage: unheard,
    onEnd: unheard,
    hold: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    stop: () => void worker.terminate(),
  };
  worker.on('message', (message: FromWorker) => handle.onMessage(message));
  worker.on('error', (error: Error) => handle.onEnd(error.message));
  worker.on('messageerror', (error) => handle.onEnd(error.message));
  worker.on('exit', () => handle.onEnd('the worker has ended'));
  return handle;
}

declare function importScripts(...urls: string[]): void;
