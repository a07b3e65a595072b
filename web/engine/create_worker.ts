// SPDX-License-Identifier: MIT
/**
 * A worker from the source that was built into the page: no file is fetched, so it works from disk, from any host and
 * inside an embedding page, under a policy that allows `worker-src blob:` and nothing else.
 */
import workerSource from 'virtual:fatigue-worker';

let workerUrl: string | undefined;

export function createWorker(): Worker {
  workerUrl ??= URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
  return new Worker(workerUrl, { name: 'fatigue-calculator' });
}
