// SPDX-License-Identifier: MIT
/** The library's queue with a worker that the test plays, and without one. */
import { expect, test, vi } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { TaskQueue } from '../../web/library/queue.js';
import type { ToWorker } from '../../web/library/messages.js';
import type { WorkerHandle } from '../../web/library/start_worker.js';
import { tableOfRows } from '../../web/library/rows.js';
import { Tasks } from '../../web/library/tasks.js';

class PlayedWorker implements WorkerHandle {
  posted: ToWorker[] = [];
  held: boolean[] = [];
  isStopped = false;
  onMessage: WorkerHandle['onMessage'] = () => undefined;
  onEnd: WorkerHandle['onEnd'] = () => undefined;
  post(message: ToWorker): void {
    this.posted.push(message);
  }
  hold(isBusy: boolean): void {
    this.held.push(isBusy);
  }
  stop(): void {
    this.isStopped = true;
  }
}

const request = { formula: 'y ~ x' };
const rows = [1, 2, 3, 4, 5].map((x) => ({ x, y: 2 * x + (x % 2) }));
const data = { table: tableOfRows(rows, () => 'untold') };
const task = { name: 'fit' as const, request, data };
const none = new Tasks(() => Promise.reject(new Error('no engine')));
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function played(): { queue: TaskQueue; workers: PlayedWorker[] } {
  const workers: PlayedWorker[] = [];
  const start = (): Promise<PlayedWorker> => {
    const worker = new PlayedWorker();
    workers.push(worker);
    return Promise.resolve(worker);
  };
  return { queue: new TaskQueue(start, none), workers };
}

test('one task is asked at a time, in one worker, which keeps a program alive only meanwhile', async () => {
  const { queue, workers } = played();
  const first = queue.run(task);
  const second = queue.run(task);
  await settled();
  expect(workers[0]?.posted).toHaveLength(1);
  workers[0]?.onMessage({ ok: true, result: { logLik: 1 } as never });
  expect(await first).toEqual({ logLik: 1 });
  await settled();
  expect(workers[0]?.posted).toHaveLength(2);
  workers[0]?.onMessage({ ok: false, error: { code: 'bad_formula', message: 'no', detail: {} } });
  await expect(second).rejects.toMatchObject({ code: 'bad_formula' });
  expect(workers).toHaveLength(1);
  expect(workers[0]?.held).toEqual([true, false, true, false]);
});

test('what the function for progress throws ends the task, and reaches who asked for it', async () => {
  const { queue, workers } = played();
  const onProgress = (): never => {
    throw new RangeError('mine');
  };
  const asked = queue.run(task, { onProgress });
  await settled();
  workers[0]?.onMessage({ progress: {} as never });
  await expect(asked).rejects.toThrow(new RangeError('mine'));
  expect(workers[0]?.isStopped).toBe(true);
  const next = queue.run(task);
  await settled();
  workers[1]?.onMessage({ ok: true, result: { logLik: 1 } as never });
  expect(await next).toEqual({ logLik: 1 });
});

test('what is stopped is told so, and not taken for a crash', async () => {
  const { queue, workers } = played();
  const asked = queue.run(task);
  await settled();
  void queue.stop();
  await expect(asked).rejects.toMatchObject({ code: 'stopped' });
  workers[0]?.onEnd('terminated');
  expect(workers[0]?.isStopped).toBe(true);
});

test('what cannot be sent to a worker is refused, and the next task is asked', async () => {
  const { queue, workers } = played();
  const first = queue.run(task);
  await settled();
  const [worker] = workers as [PlayedWorker];
  worker.onMessage({ ok: true, result: { logLik: 1 } as never });
  await first;
  const post = vi.spyOn(worker, 'post').mockImplementationOnce(() => {
    throw new Error('() => 1 could not be cloned.');
  });
  await expect(queue.run(task)).rejects.toMatchObject({
    code: 'bad_request',
    message: 'what was given cannot be sent to the worker (() => 1 could not be cloned.): give plain data',
  });
  void queue.run(task);
  await settled();
  expect(post).toHaveBeenCalledTimes(2);
});

test('an abort stops the worker; what waits goes to another', async () => {
  const { queue, workers } = played();
  const stop = new AbortController();
  const running = queue.run(task, { signal: stop.signal });
  const waiting = queue.run(task);
  await settled();
  stop.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
  await settled();
  expect(workers.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  workers[1]?.onMessage({ ok: true, result: { logLik: 2 } as never });
  expect(await waiting).toEqual({ logLik: 2 });
});

test('what waits is given up at once, and the running task goes on', async () => {
  const { queue, workers } = played();
  const stop = new AbortController();
  const running = queue.run(task);
  const waiting = queue.run(task, { signal: stop.signal });
  await settled();
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  workers[0]?.onMessage({ ok: true, result: { logLik: 3 } as never });
  expect(await running).toEqual({ logLik: 3 });
  await settled();
  expect(workers[0]?.posted).toHaveLength(1);
});

test('a worker that ends rejects its task, and the next has another', async () => {
  const { queue, workers } = played();
  const running = queue.run(task);
  const next = queue.run(task);
  await settled();
  workers[0]?.onEnd('out of memory');
  await expect(running).rejects.toMatchObject({
    code: 'engine_crashed',
    message: expect.stringContaining('memory') as string,
  });
  await settled();
  workers[1]?.onMessage({ ok: true, result: { logLik: 4 } as never });
  expect(await next).toEqual({ logLik: 4 });
});

test('without a worker the fit is made in this thread, and an abort before it is heard', async () => {
  let loads = 0;
  const load = (): Promise<Engine> => {
    loads++;
    return loadBuiltInEngine();
  };
  const queue = new TaskQueue(() => Promise.resolve(null), new Tasks(load));
  const aborted = queue.run(task, { signal: AbortSignal.abort() });
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  expect(loads).toBe(0);
  // Least squares by hand: products 20, squares 10 about the means.
  const { coefficients } = await queue.run(task);
  expect(coefficients[1]?.estimate).toBeCloseTo(2, 12);
});
